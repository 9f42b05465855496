"""What the form of a new case loads: fields with their rules, and what of the book is taken.

It lies at `contribute/new-case.json`, beside the page that uses it; like the files of the explorers
it is no promise, unlike /api/v1/.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from casebank.blank import blanks
from casebank.case import BODY_SECTIONS, CaseFields, CaseKind, RecordKind
from casebank.case_form import DATA_PATH, choices, kind_of, label
from casebank.completeness import expected_fields, field_in_words
from casebank.document import MAX_BYTES
from casebank.page import Output
from casebank.records import RESERVED
from casebank.rule import RULES, TEMPLATE
from casebank.views.case import ORDER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casebank.blank import Blank
    from casebank.book import Book


def new_case_files(book: Book) -> Iterator[Output]:
    """Yield the one file."""
    terms: dict[str, dict[str, str]] = {}
    known = {
        "fields": [_field(book, blank, terms) for blank in blanks()],
        "terms": terms,
        "rules": {rule.name: asdict(rule) for rule in RULES},
        "template": TEMPLATE.pattern,
        "sections": {kind.value: BODY_SECTIONS[kind] for kind in CaseKind},
        "expected": {
            kind.value: {record.value: _expected(kind, record) for record in RecordKind}
            for kind in CaseKind
        },
        "order": {kind.value: _parts_of_the_page(kind) for kind in CaseKind},
        "largest": MAX_BYTES,
        "reserved": sorted(RESERVED),
        "cases": {case.id: case.title for case in book.cases},
        "addresses": _addresses(book),
        "anchors": _anchors(book),
        "paths": [*(case.path for case in book.cases), *(tool.path for tool in book.tools)],
    }
    text = json.dumps(known, ensure_ascii=False, separators=(",", ":"))
    yield Output(DATA_PATH, text, "")


def _field(book: Book, blank: Blank, terms: dict[str, dict[str, str]]) -> dict[str, Any]:
    """Describe a field, and gather the terms of its vocabulary."""
    if blank.terms and blank.terms not in terms:
        terms[blank.terms] = {choice.id: choice.label for choice in choices(book, blank)}
    return {
        "name": blank.name,
        "label": label(blank),
        "meaning": blank.meaning,
        "needed": blank.needed,
        "many": blank.many,
        "kind": kind_of(blank),
        "values": {one.id: one.label for one in choices(book, blank)} if blank.values else {},
        "terms": blank.terms,
        "rules": [rule.name for rule in blank.rules],
        "longest": blank.longest,
        "least": blank.least,
        "most": blank.most,
        "parts": [_field(book, part, terms) for part in blank.parts],
    }


def _expected(kind: CaseKind, record: RecordKind) -> list[tuple[str, str]]:
    """Return the fields by which completeness is counted, each with its name in words."""
    names = expected_fields(kind, full=record is RecordKind.FULL)
    return [(name, field_in_words(name)) for name in names]


def _parts_of_the_page(kind: CaseKind) -> list[str]:
    """Return what a page shows from top to bottom, as far as a case alone decides it."""
    names = ("images" if name == "pictures" else name for name in ORDER[kind])
    return [name for name in names if name.startswith("# ") or name in CaseFields.model_fields]


def _addresses(book: Book) -> dict[str, str]:
    """Return the file of each address of a case, earlier ones included."""
    return {id_: case.path for case in book.cases for id_ in (*case.aliases, case.id)}


def _anchors(book: Book) -> dict[str, list[str]]:
    """Return the ids of portfolios and asks of each case, by its file."""
    ids = {case.path: [one.id for one in case.portfolios] for case in book.cases}
    for ask in book.asks:
        ids[ask.case.path].append(ask.id)
    return ids
