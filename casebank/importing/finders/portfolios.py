"""Portfolios: what stands below "Portfolio 1" and the like, by its labels and lists."""

from __future__ import annotations

import re
import string
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from casebank.fields import Line, Text
from casebank.importing.draft_file import BLANK, Fields, Finding, accepted, finding, together
from casebank.importing.incoming import Incoming
from casebank.importing.naming import named
from casebank.importing.part_words import field_of
from casebank.importing.parts import Part, number_of
from casebank.importing.passages import Kind, Passage

_LABELS = ("idea", "ambition", "support", "timeline")
_MARK = re.compile(r"^\S+\s+(?:\S{1,3}\s+)?\d+\s*[:.–—|-]*\s*")


def find(report: Incoming) -> Fields:
    """Return the portfolios that the report tells of."""
    groups = [group for part in report.parts("portfolios") for group in _groups(part)]
    return {"portfolios": [_portfolio(report, n, group) for n, group in enumerate(groups, 1)]}


def _groups(part: Part) -> Iterator[list[Passage]]:
    """Yield each heading such as "Portfolio 2" with what follows it."""
    passages = [*([part.heading] if part.heading else []), *part.passages]
    starts = [
        place
        for place, one in enumerate(passages)
        if number_of(one.text, "portfolio") and one.kind in {Kind.HEADING, Kind.ITEM}
    ]
    for start, end in pairwise([*starts, len(passages)]):
        yield passages[start:end]


class _Collected:
    """The passages of one portfolio by the field that they belong to."""

    def __init__(self) -> None:
        self.pieces: dict[str, list[tuple[Passage, str]]] = defaultdict(list)
        self.labels: dict[str, list[Passage]] = defaultdict(list)
        """Headings that are labels, such as "Main idea"."""

        self.said: dict[str, str] = {}
        """Labels as the report words them."""

        self.asks: list[Passage] = []


def _portfolio(report: Incoming, number: int, group: list[Passage]) -> Fields:
    mark, *below = group
    title, below = _title(mark, below)
    collected = _collect(report.desk.free(below))
    id_ = f"{report.prefix}-P{number}"
    fields: Fields = {
        "id": finding(id_, mark, words=mark.text),
        "title": title or BLANK,
        "idea": BLANK,
    }
    report.desk.place(mark, *([one for one in group[1:] if one not in below]))
    fields |= {
        name: _text(report, collected, name)
        for name in ("idea", "ambition")
        if name == "idea" or collected.pieces[name]
    }
    asks = [one for one in collected.asks if accepted(Text, one.text)]
    report.desk.place(*asks)
    fields["asks"] = [
        report.ask(f"{id_}{_letter(position)}", finding(one.text, one))
        for position, one in enumerate(asks)
    ]
    told = " ".join(text for _, text in collected.pieces["support"])
    kinds = tuple(named(told, report.terms("support-kinds"), by_parts=True))
    fields["support"] = Finding(kinds, "words of support_text") if kinds else BLANK
    fields["support_text"] = _text(report, collected, "support")
    fields["timeline"] = _text(report, collected, "timeline")
    return fields


def _title(mark: Passage, below: list[Passage]) -> tuple[Finding | None, list[Passage]]:
    """Return the title, which stands behind the number or is the next heading, and the rest."""
    if rest := _MARK.sub("", mark.text):
        return (finding(rest, mark), below) if accepted(Line, rest) else (None, below)
    first = below[0] if below and below[0].kind is Kind.HEADING else None
    if first and accepted(Line, first.text) and not field_of(first.text, *_LABELS)[0]:
        return finding(first.text, first), below[1:]
    return None, below


def _collect(passages: list[Passage]) -> _Collected:
    collected = _Collected()
    field = "idea"
    for passage in passages:
        name, said, rest = field_of(passage.text, *_LABELS)
        if passage.kind is Kind.HEADING:
            if name and not rest:
                field = name
                collected.labels[name].append(passage)
                collected.said.setdefault(name, said)
        elif name:
            collected.pieces[name].append((passage, rest))
            collected.said.setdefault(name, said)
        elif passage.kind is Kind.ITEM and field == "idea":
            collected.asks.append(passage)
        elif passage.kind in {Kind.ITEM, Kind.PARAGRAPH}:
            collected.pieces[field].append((passage, passage.text))
    return collected


def _text(report: Incoming, collected: _Collected, name: str) -> Finding:
    """Return a text with the label that stands before it, and place both."""
    labels = collected.labels[name]
    value, used = together(Text, collected.pieces[name], words=collected.said.get(name, ""))
    if not used:
        return BLANK
    report.desk.place(*labels, *used)
    if labels:
        said = " … ".join(label.text for label in labels)
        return finding(str(value.value), *labels, *used, words=said)
    return value


def _letter(position: int) -> str:
    """Return a, b, c …, and numbers once the letters are used up."""
    letters = string.ascii_lowercase
    return letters[position] if position < len(letters) else f"-{position + 1}"
