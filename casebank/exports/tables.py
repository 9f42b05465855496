"""The book as tables: /data/{cases,asks,organisations}.csv, in UTF-8 after RFC 4180."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from casebank.page import Output

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from casebank.book import Book

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so would be run as a formula by a spreadsheet.

Source: OWASP, "CSV Injection".
"""


def tables(book: Book) -> Iterator[Output]:
    """Yield the tables. Values of a list are joined with `; `."""
    yield _table(
        "cases",
        (
            "id",
            "title",
            "kind",
            "record",
            "city",
            "region",
            "country",
            "areas",
            "tools",
            "themes",
            "held",
            "published",
            "asks",
            "address",
        ),
        (
            (
                *(
                    case.id,
                    case.title,
                    case.kind,
                    case.record,
                    case.place.city,
                    case.place.region,
                    case.place.country,
                ),
                *(case.areas, case.tools, [term.id for term in book.themes_of(case)]),
                *(case.held, case.published, len(book.asks_of(case)), case.address),
            )
            for case in book.cases
        ),
    )
    yield _table(
        "asks",
        (
            "id",
            "kind",
            "case",
            "country",
            "areas",
            "title",
            "text",
            "themes",
            "support",
            "place",
            "address",
        ),
        (
            (
                *(
                    ask.id,
                    ask.kind,
                    ask.case.id,
                    ask.case.place.country,
                    ask.case.areas,
                    ask.title,
                    ask.text,
                ),
                *(ask.themes, ask.support, ask.place, ask.address),
            )
            for ask in book.asks
        ),
    )
    yield _table(
        "organisations",
        ("id", "name", "country", "case", "group", "label_in_source", "roles"),
        (
            (known.id, known.name, one.country, one.case.id, one.group, one.label, one.roles)
            for known in book.organisations
            for one in known.participations
        ),
    )


def _table(name: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> Output:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(head)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return Output(f"data/{name}.csv", text.getvalue(), "")


def _cell(value: object) -> str:
    if value is None:
        return ""
    text = "; ".join(value) if isinstance(value, list | tuple) else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
