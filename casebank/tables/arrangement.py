"""A table as somebody wants to see it: rows with some words, in an order, with some columns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from casebank.register import Register
from casebank.tables.table import Type
from casebank.word_index import fold

if TYPE_CHECKING:
    from casebank.tables.table import Row, Table, Value

_WORD = re.compile(r"\w+")

_DESCENDING = "-"
"""Before the name of a column: the largest first."""


def with_words(table: Table, text: str) -> Table:
    """Return the rows in whose texts each word of `text` begins some word.

    Neither capitals nor accents make a difference; addresses are not looked at.
    """
    words = [f" {word}" for word in _WORD.findall(fold(text))]
    places = [
        place for place, column in enumerate(table.columns) if column.type is not Type.ADDRESS
    ]

    def has_all(row: Row) -> bool:
        text = " ".join(str(row[place]) for place in places if row[place] is not None)
        found = " ".join(["", *_WORD.findall(fold(text))])
        return all(word in found for word in words)

    return replace(table, rows=tuple(filter(has_all, table.rows)))


def in_order(table: Table, columns: Iterable[str]) -> Table:
    """Return the rows sorted by columns, those without a value last; `-year` is the latest first.

    Raises `UnknownIdError` for a column that the table does not have.
    """
    rows = table.rows
    places = _places(table)
    for name in reversed(list(columns)):
        place = places[name.removeprefix(_DESCENDING)]
        known = [row for row in rows if row[place] is not None]
        unknown = [row for row in rows if row[place] is None]
        known.sort(key=lambda row: _key(row[place]), reverse=name.startswith(_DESCENDING))
        rows = (*known, *unknown)
    return replace(table, rows=rows)


def only(table: Table, columns: Iterable[str]) -> Table:
    """Return the table with these columns, in this order.

    Raises `UnknownIdError` for a column that the table does not have.
    """
    places = _places(table)
    chosen = {name: places[name] for name in columns}
    return replace(
        table,
        columns=tuple(table.columns[place] for place in chosen.values()),
        rows=tuple(tuple(row[place] for place in chosen.values()) for row in table.rows),
    )


def _places(table: Table) -> Register[int]:
    return Register(f"a column of {table.name}", table.places)


def _key(value: Value) -> tuple[float, str]:
    return (0, fold(value)) if isinstance(value, str) else (value or 0, "")
