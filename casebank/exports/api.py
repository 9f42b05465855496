"""The book as JSON: collections and records at the addresses of /api/v1/.

- `/api/v1/index.json`: the entry, with the address of every collection
- `/api/v1/{cases,tools,asks,areas,countries,themes}.json`: collections
- `/api/v1/cases/<id>.json`, `/api/v1/tools/<id>.json`: one record, complete

A collection is `{"schema_version", "total", "items"}`. No file holds a date of its own making, so
that two builds of one commit are the same bytes.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from casebank.completeness import completeness
from casebank.page import Output
from casebank.publication import UNPUBLISHED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casebank.ask import Ask
    from casebank.book import Book
    from casebank.case import Case
    from casebank.publication import Publication
    from casebank.term import Term

SCHEMA_VERSION = "1.0"
"""Rises with the meaning of a field; new fields alone do not raise it."""


def api_files(book: Book, publication: Publication = UNPUBLISHED) -> Iterator[Output]:
    """Yield every file of the API."""
    collections = {
        "cases": [_case_summary(book, case) for case in book.cases],
        "tools": [
            {
                "id": tool.id,
                "title": tool.title,
                "kind": tool.kind,
                "summary": tool.summary,
                "address": tool.address,
            }
            for tool in book.tools
        ],
        "asks": [ask_record(ask) for ask in book.asks],
        **{
            name: [_term(book, name, term) for term in book.terms(name)]
            for name in ("areas", "countries", "themes")
        },
    }
    index = {
        "schema_version": SCHEMA_VERSION,
        "collections": {name: f"/api/v1/{name}.json" for name in collections},
    }
    yield _file("index", index)
    for name, items in collections.items():
        yield _file(name, {"schema_version": SCHEMA_VERSION, "total": len(items), "items": items})
    for case in book.cases:
        yield _file(f"cases/{case.id}", case_record(book, case), case.path)
    for tool in book.tools:
        record = {**tool.model_dump(mode="json", exclude={"path"}), "address": tool.address}
        yield _file(
            f"tools/{tool.id}",
            {**record, "used_in": [case.id for case in book.cases_using(tool.id)]},
            tool.path,
        )


def ask_record(ask: Ask) -> dict[str, Any]:
    """Return one ask as a flat record."""
    return {
        "id": ask.id,
        "kind": ask.kind,
        "case": ask.case.id,
        "title": ask.title,
        "text": ask.text,
        "themes": list(ask.themes),
        "support": list(ask.support),
        "place": ask.place,
        "address": ask.address,
    }


def case_record(book: Book, case: Case) -> dict[str, Any]:
    """Return a case with every field, and what is computed from it."""
    return {
        **case.model_dump(mode="json", exclude={"path"}),
        "address": case.address,
        "completeness": {"missing": list(completeness(case).missing)},
        "asks": [ask_record(ask) for ask in book.asks_of(case)],
        "related": [
            {
                "case": relation.case.id,
                "because": [
                    {"kind": reason.kind, "label": reason.label} for reason in relation.reasons
                ],
            }
            for relation in book.related(case)
        ],
    }


def _case_summary(book: Book, case: Case) -> dict[str, Any]:
    return {
        "id": case.id,
        "title": case.title,
        "summary": case.summary,
        "kind": case.kind,
        "record": case.record,
        "countries": [term.code for term in book.countries_of(case)],
        "areas": list(case.areas),
        "themes": [term.id for term in book.themes_of(case)],
        "tools": list(case.tools),
        "year": case.year or None,
        "asks": len(book.asks_of(case)),
        "address": case.address,
    }


def _term(book: Book, vocabulary: str, term: Term) -> dict[str, Any]:
    cases = [case.id for case in book.cases_with(vocabulary, term)]
    return {**term.model_dump(mode="json"), "cases": cases, "address": f"/{vocabulary}/{term.id}/"}


def _file(name: str, data: dict[str, Any], source: str = "") -> Output:
    return Output(
        f"api/v1/{name}.json", json.dumps(data, ensure_ascii=False, indent=1) + "\n", source
    )
