"""The book as tables: /data/{cases,asks,organisations}.csv, in UTF-8 after RFC 4180."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, TypeVar

from casebank.page import Output

if TYPE_CHECKING:
    from casebank.ask import Ask
    from casebank.book import Book
    from casebank.case import Case
    from casebank.organisation import KnownOrganisation, Participation

Row = TypeVar("Row")

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so would be run as a formula by a spreadsheet.

Source: OWASP, "CSV Injection".
"""


def tables(book: Book) -> Iterator[Output]:
    """Yield the tables. Values of a list are joined with `; `."""
    yield _table("cases", _case_columns(book), book.cases)
    yield _table("asks", _ASK_COLUMNS, book.asks)
    pairs = [(known, one) for known in book.organisations for one in known.participations]
    yield _table("organisations", _ORGANISATION_COLUMNS, pairs)


def _case_columns(book: Book) -> dict[str, Callable[[Case], object]]:
    return {
        "id": lambda case: case.id,
        "title": lambda case: case.title,
        "kind": lambda case: case.kind,
        "record": lambda case: case.record,
        "city": lambda case: case.place.city,
        "region": lambda case: case.place.region,
        "country": lambda case: case.place.country,
        "areas": lambda case: case.areas,
        "tools": lambda case: case.tools,
        "themes": lambda case: [term.id for term in book.themes_of(case)],
        "held": lambda case: case.held,
        "published": lambda case: case.published,
        "asks": lambda case: len(book.asks_of(case)),
        "address": lambda case: case.address,
    }


_ASK_COLUMNS: dict[str, Callable[[Ask], object]] = {
    "id": lambda ask: ask.id,
    "kind": lambda ask: ask.kind,
    "case": lambda ask: ask.case.id,
    "country": lambda ask: ask.case.place.country,
    "areas": lambda ask: ask.case.areas,
    "title": lambda ask: ask.title,
    "text": lambda ask: ask.text,
    "themes": lambda ask: ask.themes,
    "support": lambda ask: ask.support,
    "place": lambda ask: ask.place,
    "address": lambda ask: ask.address,
}

_ORGANISATION_COLUMNS: dict[str, Callable[[tuple[KnownOrganisation, Participation]], object]] = {
    "id": lambda pair: pair[0].id,
    "name": lambda pair: pair[0].name,
    "country": lambda pair: pair[1].country,
    "case": lambda pair: pair[1].case.id,
    "group": lambda pair: pair[1].group,
    "label_in_source": lambda pair: pair[1].label,
    "roles": lambda pair: pair[1].roles,
}


def _table(
    name: str, columns: Mapping[str, Callable[[Row], object]], records: Iterable[Row]
) -> Output:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    for record in records:
        writer.writerow(_cell(value_of(record)) for value_of in columns.values())
    return Output(f"data/{name}.csv", text.getvalue(), "")


def _cell(value: object) -> str:
    if value is None:
        return ""
    text = "; ".join(value) if isinstance(value, list | tuple) else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
