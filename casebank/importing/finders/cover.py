"""What stands before the first part: title, place, areas, dates, and a teaser as summary."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from casebank.fields import Line, Summary
from casebank.importing.dates import dates_in
from casebank.importing.draft_file import BLANK, Fields, Finding, accepted, finding
from casebank.importing.incoming import Incoming, labelled
from casebank.importing.naming import named
from casebank.importing.part_words import words
from casebank.importing.passages import Kind, Passage
from casebank.importing.place_names import countries_by_name, countries_in

_PLACE = re.compile(r"^([^\W\d_][^,;:()]{0,60})(?:,\s*|\s+\()([^,()]+)\)?$")
_CITED = re.compile(r"^[^:]{3,60}:\s*([^\W\d_][^,:]{1,40}),\s+(.{3,})$")
"""As in "City case description: Lund, artificial intelligence"."""


@dataclass(frozen=True)
class NamedPlace:
    """The names of a report's place, and where they stand."""

    city: Finding = BLANK
    country: Finding = BLANK


def find(report: Incoming) -> Fields:
    """Return title, summary, place, areas and dates, and the title of the source."""
    cover = report.parts("cover")[0]
    heads = [one for one in cover.passages if one.kind is Kind.HEADING and accepted(Line, one.text)]
    place = _place(report)
    first = heads[0] if heads and report.desk.is_free(heads[0]) else None
    about, shown = labelled(report, "area")
    title, source, used = _title(place, first, about, shown)
    report.desk.place(*report.desk.free(dict.fromkeys(used)))
    areas = tuple(named(about or str(title.value or ""), report.terms("areas")))
    where: Fields = {"city": place.city, "country": place.country}
    fields: Fields = {
        "title": title,
        "summary": _summary(report, first),
        "places": [where],
        "areas": Finding(areas, title.note) if areas else BLANK,
        "source_title": source,
    }
    return fields | _dates(report)


def _title(
    place: NamedPlace, first: Passage | None, about: str, shown: list[Passage]
) -> tuple[Finding, Finding, list[Passage]]:
    """Return the title as "Place: subject" where both are told, and that of the source."""
    source = finding(first.text, first) if first else BLANK
    used = [first] if first else []
    cited = _CITED.match(first.text) if first else None
    if cited and first and place.city.value == cited[1]:
        subject = cited[2][:1].upper() + cited[2][1:]
        return finding(f"{cited[1]}: {subject}", first), source, used
    title = f"{place.city.value}: {about}"
    if place.city.value and about and accepted(Line, title):
        said = " ".join(one.text for one in shown)
        return finding(title, *shown, words=said), source, [*used, *shown]
    return source, source, used


def _place(report: Incoming) -> NamedPlace:
    """Return the place that a line of its own names, else the title, else the whole text."""
    for passage in report.desk.free(report.parts("cover")[0].passages):
        match = _PLACE.match(passage.text)
        code = countries_by_name().get(match[2].strip()) if match else None
        if match and code:
            report.desk.place(passage)
            country = finding(code, passage, words=match[2].strip())
            return NamedPlace(finding(match[1].strip(), passage), country)
    country = _country(report)
    for passage in report.parts("cover")[0].passages:
        cited = _CITED.match(passage.text)
        if cited and passage.kind is Kind.HEADING:
            return NamedPlace(finding(cited[1], passage), country)
    return NamedPlace(_authority(report), country)


def _country(report: Incoming) -> Finding:
    """Return the country that a report names more often than any other."""
    counts: Counter[str] = Counter()
    first: dict[str, Passage] = {}
    told = (one for one in report.told() if one.kind is not Kind.ROW)  # participants come from afar
    for passage in told:
        for code in countries_in(passage.text):
            counts[code] += 1
            first.setdefault(code, passage)
    ranks = counts.most_common(2)
    if not ranks or (len(ranks) == 2 and ranks[0][1] == ranks[1][1]):
        return BLANK
    code = ranks[0][0]
    return Finding(code, f"the country named most often, first on {first[code].where}")


def _authority(report: Incoming) -> Finding:
    """Return the authority named most often, such as "City of Lund" or "Amiens Métropole"."""
    counts: Counter[str] = Counter()
    first: dict[str, Passage] = {}
    for passage in report.told():
        for name in _authorities(passage.text):
            counts[name] += 1
            first.setdefault(name, passage)
    if not counts:
        return BLANK
    name = counts.most_common(1)[0][0]
    return Finding(name, f"the authority named most often, first on {first[name].where}")


def _authorities(text: str) -> Iterator[str]:
    name = r"[^\W\d_a-z][\w’'-]+(?:[ -][^\W\d_a-z][\w’'-]+)?"
    for words_before in words()["authority"]["before"]:
        yield from (match[1] for match in re.finditer(rf"\b{words_before}\s+({name})", text))
    for words_behind in words()["authority"]["after"]:
        pattern = rf"([^\W\d_a-z][\w’'-]+\s+{words_behind})\b"
        yield from (match[1] for match in re.finditer(pattern, text))


def _summary(report: Incoming, title: Passage | None) -> Finding:
    """Return the paragraph called a summary, or the one right behind the title."""
    candidates = [one for part in report.parts("summary") for one in part.passages]
    heads = [part.heading for part in report.parts("summary") if part.heading]
    cover = report.parts("cover")[0].passages
    if not candidates and title in cover:
        candidates, heads = cover[cover.index(title) + 1 :][:1], []
    for passage in report.desk.free(candidates):
        is_sentence = bool(heads) or re.search(r"[.!?…][”\"»]?$", passage.text)
        fits = passage.kind is Kind.PARAGRAPH and accepted(Summary, passage.text)
        if is_sentence and fits:
            report.desk.place(passage, *heads)
            return finding(passage.text, passage, words=" ".join(one.text for one in heads))
    return BLANK


def _dates(report: Incoming) -> Fields:
    """Return the days of the event and of publication: by label, or from the cover.

    On a cover, more than one day is an event; anything else is taken for the day of publication.
    """
    fields: Fields = {}
    for name in ("held", "published"):
        text, shown = labelled(report, name)
        for when, said in dates_in(text, report.language):
            fields.setdefault(name, finding(when, *shown, words=said))
    for passage in report.parts("cover")[0].passages:
        for when, said in dates_in(passage.text, report.language):
            name = "held" if "/" in when else "published"
            whole = said == passage.text and report.desk.is_free(passage)
            if name not in fields:
                fields[name] = finding(when, passage, words=said)
                report.desk.place(*([passage] if whole else []))
    return fields
