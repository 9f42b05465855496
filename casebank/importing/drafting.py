"""A report becomes a draft: what is recognised goes into fields and sections, all else is kept."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from casebank.book import Book
from casebank.case import CaseFields, CaseKind, RecordKind
from casebank.completeness import expected_fields
from casebank.drafts import TO_PLACE
from casebank.fields import Line
from casebank.importing.desk import Coverage, Desk
from casebank.importing.draft_file import (
    BLANK,
    Fields,
    Finding,
    Value,
    accepted,
    escaped,
    front_matter,
)
from casebank.importing.finders import (
    advice,
    cover,
    credit,
    figures,
    kinds,
    narrative,
    plan,
    portfolios,
    quotes,
    stakeholders,
)
from casebank.importing.incoming import Incoming, initials, unused
from casebank.importing.passages import Kind, Passage, without_contacts
from casebank.slug import slug

HEAD = (
    "This draft was made by casebank import from {name}. Its texts are sentences of that report: "
    "retell them in your own words before anything is published. Compare each line that is marked "
    "with the report, correct it, then remove its mark. What found no place stands at the end."
)

_ALWAYS = ("publisher", "rights", "funding")
"""Fields that are left blank when nothing was found, beside those that make a case complete."""


@dataclass(frozen=True)
class Imported:
    """The draft of a case."""

    id: str
    """Made from the title."""

    text: str
    """The whole file."""

    coverage: Coverage


def draft_of(
    passages: tuple[Passage, ...],
    book: Book,
    kind: CaseKind,
    name: str,
    *,
    url: str = "",
    wanted_id: str = "",
) -> Imported:
    """Return the draft of a case from the passages of a report, whose file is called `name`.

    Ids of asks are none that the book has, except in a case whose place the draft takes.
    """
    discreet = tuple(map(_discreet, passages))
    name = without_contacts(name)
    report = Incoming(Desk(discreet), book, kind, credit.language_of(passages))
    fields: Fields = quotes.find(report)
    fields |= credit.find(report)
    fields |= cover.find(report)
    stem = slug(name.rpartition(".")[0]) or "report"
    id_ = wanted_id or slug(_text(fields["title"])) or stem
    report.city = _text(fields["places"])
    report.prefix = unused(initials(report.city or stem), _used_ids(book, id_))
    for finder in (kinds, portfolios, advice, plan, stakeholders, figures):
        fields |= finder.find(report)
    body = narrative.find(report)
    fields |= _provenance(fields, name, url)
    told = front_matter(_in_order(fields, kind), HEAD.format(name=re.sub(r"\s+", " ", name)))
    text = told + "".join(_sections(body)) + "".join(_kept(report.desk))
    left_out = sum(one.text != other.text for one, other in zip(passages, discreet, strict=True))
    return Imported(id_, text, replace(coverage(report.desk, text), contacts=left_out))


def _discreet(passage: Passage) -> Passage:
    cells = tuple(map(without_contacts, passage.cells))
    return replace(passage, text=without_contacts(passage.text), cells=cells)


def _text(value: Value) -> str:
    """Return the text of a field, or that of the first field in a list of groups."""
    if isinstance(value, list):
        return _text(value[0])
    if isinstance(value, dict):
        return _text(next(iter(value.values())))
    return str(value.value or "")


def _used_ids(book: Book, id_: str) -> list[str]:
    """Return the ids of all asks but those of the case that a draft with this id stands for."""
    return [ask.id for ask in book.asks if ask.case.id != id_]


def _provenance(fields: Fields, name: str, url: str) -> Fields:
    file = name if accepted(Line, name) else "report"
    where: Fields = {"url": Finding(url)} if url else {"file": Finding(file)}
    source: Fields = {"id": Finding("report"), "title": fields["source_title"], **where}
    full = bool(fields["portfolios"] or fields["recommendations"])
    return {
        "record": Finding(
            (RecordKind.FULL if full else RecordKind.CARD).value,
            "whether it tells of the whole case",
        ),
        "sources": [source],
        "review": {"status": Finding("draft")},
    }


def _in_order(fields: Fields, kind: CaseKind) -> Fields:
    """Return all fields in the order of the model; what is expected and was not found is blank."""
    fields = {"kind": Finding(kind.value, "the words of the report, or --kind"), **fields}
    record = fields["record"]
    full = isinstance(record, Finding) and record.value == RecordKind.FULL.value
    wanted = {*expected_fields(kind, full=full), *_ALWAYS}
    ordered: Fields = {}
    for name in CaseFields.model_fields:
        if fields.get(name):
            ordered[name] = fields[name]
        elif name in wanted:
            ordered[name] = BLANK
    return ordered


def _sections(body: dict[str, list[str]]) -> Iterable[str]:
    for section, blocks in body.items():
        yield "\n\n".join([f"\n## {section}", *blocks]) + "\n"


def _kept(desk: Desk) -> Iterable[str]:
    """Write what found no place, in the order of the report; what surrounds its text last."""
    kept = [one for one in desk.aside if one.kind is not Kind.FURNITURE]
    around = [one for one in desk.aside if one.kind is Kind.FURNITURE]
    if kept or around:
        yield f"\n## {TO_PLACE}\n\n"
    for passage in kept:
        yield f"- {passage.where}, {passage.kind}: {escaped(passage.text)}\n"
    if around:
        yield f"- around the text: {' · '.join(escaped(one.text) for one in around)}\n"


def coverage(desk: Desk, text: str) -> Coverage:
    """Return what became of each passage; the words of all are looked for in the finished text."""
    there = Counter(_words(re.sub(r"\\(?=[\W_])", "", text)))
    lost = 0
    repeated = desk.repeated
    for passage in desk.passages:
        if passage in repeated:
            continue
        needed = Counter(_words(passage.text))
        lost += bool(needed - there)
        there -= needed
    aside, again = len(desk.aside), len(repeated)
    return Coverage(len(desk.passages) - aside - again, aside, again, lost)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)
