"""Who wrote, published and paid, in which language, and what may be done with the report."""

from __future__ import annotations

import re
from collections import Counter

from casebank.fields import Line, Text
from casebank.importing.draft_file import Fields, Finding, Value, accepted, finding, together
from casebank.importing.incoming import Incoming, labelled
from casebank.importing.part_words import folded, words
from casebank.importing.passages import Kind, Passage

_YEAR = re.compile(r"[,\s(]*\b((?:19|20)\d\d)\b\)?\s*$")
_LONGEST_LINE = 200


def find(report: Incoming) -> Fields:
    """Return authors, publisher, language, rights, funding and the report's own caution."""
    fields: Fields = {}
    authors, year = _authors(report)
    if authors:
        fields["authors"] = authors
    if year:
        fields["published"] = year
    text, shown = labelled(report, "publisher")
    if text and accepted(Line, text):
        said = " ".join(one.text for one in shown)
        fields["publisher"] = finding(text, *shown, words=said)
        report.desk.place(*shown)
    fields["language"] = Finding(report.language, "the words that it uses most")
    for name in ("funding", "rights"):
        if value := _line(report, words()[name]):
            fields[name] = value
    pieces = [
        (one, one.text)
        for part in report.parts("disclaimer")
        for one in report.desk.free(part.passages)
        if one.kind is not Kind.HEADING
    ]
    heads = [part.heading for part in report.parts("disclaimer") if part.heading]
    caution, used = together(Text, pieces)
    if used:
        report.desk.place(*heads, *used)
        said = " ".join(one.text for one in heads)
        fields["disclaimer"] = finding(str(caution.value), *heads, *used, words=said)
    return fields


def _authors(report: Incoming) -> tuple[Value | None, Finding | None]:
    """Return the author with organisation and year, from the part or the label of that name."""
    text, shown = labelled(report, "author")
    for part in report.parts("author") if not text else ():
        free = report.desk.free(part.passages)
        if part.heading and free:
            text, shown = free[0].text, [part.heading, free[0]]
            break
    match = _YEAR.search(text)
    name, _, organisation = (text[: match.start()] if match else text).partition(", ")
    if not name or not accepted(Line, name) or (organisation and not accepted(Line, organisation)):
        return None, None
    report.desk.place(*report.desk.free(shown))
    author: Fields = {"name": finding(name, *shown, words=" ".join(one.text for one in shown))}
    if organisation:
        author["organisation"] = finding(organisation, *shown)
    if not match:
        return [author], None
    author["year"] = finding(int(match[1]), *shown)
    return [author], Finding(int(match[1]), "the year beside the author")


def _line(report: Incoming, phrases: list[str]) -> Value | None:
    """Return the first short line that begins with one of these phrases, and place it."""
    for passage in report.desk.passages:
        begins = folded(passage.text).startswith(tuple(map(folded, phrases)))
        is_line = len(passage.text) <= _LONGEST_LINE and accepted(Text, passage.text)
        if begins and is_line and report.desk.is_free(passage):
            report.desk.place(passage)
            return finding(passage.text, passage)
    return None


def language_of(passages: tuple[Passage, ...]) -> str:
    """Return the language whose commonest words a report has most; English if it has none."""
    counts = Counter(word for one in passages for word in re.findall(r"\w+", one.text.casefold()))
    known: dict[str, list[str]] = words()["languages"]
    return max(known, key=lambda code: sum(counts[word] for word in known[code]))
