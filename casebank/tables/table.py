"""A table of the book as values: its columns with what they mean, and its rows.

Every format of the dataset is made from these, and so is the codebook.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

Value = str | int | float | None
"""What a cell holds; None where nothing is known. A text is never empty."""


class Type(StrEnum):
    """What the cells of a column hold."""

    TEXT = "text"
    """Plain text, a term of a list, or an id."""

    MARKDOWN = "markdown"
    """Text in Markdown (CommonMark), in which `[^key]` cites a source of the record."""

    INTEGER = "integer"
    NUMBER = "number"
    DATE = "date"
    """A year, month, day or range as text, after EDTF level 0 (ISO 8601-2:2019)."""

    ADDRESS = "address"
    """A complete web address."""

    @property
    def is_number(self) -> bool:
        """Whether cells are numbers; all others are text."""
        return self in {Type.INTEGER, Type.NUMBER}


@dataclass(frozen=True)
class Column:
    """One column."""

    name: str
    """Small letters and underscores, and no key word of SQL."""

    meaning: str
    """What stands in it, for readers."""

    type: Type = Type.TEXT
    required: bool = True
    """Whether every row has a value."""

    refers_to: str = ""
    """The column of which each value is one: `cases.id`."""

    vocabulary: str = ""
    """The vocabulary whose terms it names, also where a cell holds several."""

    values: tuple[str, ...] = ()
    """The only values there are; empty for most columns."""

    separator: str = ""
    """What stands between several values of a cell; empty where there is one."""

    pattern: str = ""
    """A regular expression that every value matches."""

    least: float | None = None
    """The smallest number that there can be."""

    most: float | None = None
    """The largest number that there can be."""

    example: str = ""
    """A value as it could be."""


Row = tuple[Value, ...]

Cells = Mapping[Column, Callable[[Any], object]]
"""Columns in their order, each with how its value is read from what a row is made of."""


@dataclass(frozen=True)
class Table:
    """One table."""

    name: str
    """Part of addresses: `case_areas`."""

    title: str
    row: str
    """What one row is: "a case"."""

    columns: tuple[Column, ...]
    key: tuple[str, ...]
    """Names of the columns by which a row is known."""

    rows: tuple[Row, ...]

    @cached_property
    def places(self) -> dict[str, int]:
        """Where each column stands in a row, from 0, by name."""
        return {column.name: place for place, column in enumerate(self.columns)}

    def column(self, name: str) -> Column:
        """Return the column of this name; KeyError if there is none."""
        return self.columns[self.places[name]]

    def values(self, *names: str) -> tuple[Row, ...]:
        """Return the rows with these columns alone."""
        places = [self.places[name] for name in names]
        return tuple(tuple(row[place] for place in places) for row in self.rows)


def table_of(
    name: str,
    title: str,
    row: str,
    cells: Cells,
    records: Iterable[Any],
    *,
    key: Iterable[str] = ("id",),
) -> Table:
    """Return a table with a row for each record."""
    readers = [(column.separator, read) for column, read in cells.items()]
    rows = tuple(
        tuple(_value(read(record), separator) for separator, read in readers) for record in records
    )
    return Table(name, title, row, tuple(cells), tuple(key), rows)


def _value(found: object, separator: str) -> Value:
    """Return what a cell holds: a list joined, an entry of an enumeration as its text."""
    if found is None or isinstance(found, int | float):
        return found
    return (separator.join(found) if isinstance(found, tuple) else str(found)) or None
