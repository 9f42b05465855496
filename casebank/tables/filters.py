"""Rows of a table that keep what filters ask for.

A filter looks at the row itself: `--country` in `places` is the country of the place. Where a row
does not say it, the filter looks at what the row belongs to, in the end at the case: `--country` in
`quotes` is the country of the case. Organisations, tools and terms are kept where they are joined
with such a case. For cases and asks that is what `Book.cases_where` and `Book.asks_where` do.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from casebank.register import Register
from casebank.selection import check_known
from casebank.tables.columns import reference_to, table_name

if TYPE_CHECKING:
    from casebank.book import Book
    from casebank.tables.table import Column, Table

NAMED = {
    "area": "areas",
    "country": "countries",
    "theme": "themes",
    "tool": "tools",
    "case": "cases",
    "support": "support-kinds",
}
"""Filters that name something, with what that is."""

LISTED = ("kind", "record")
"""Filters that name one of the values of a column."""

_OWNERS = ("cases", "asks", "portfolios", "tools")
"""Tables to whose rows those of others belong."""

_OF_THE_CASE = {
    "cases": {"area", "country", "theme", "tool", "kind", "record"},
    "asks": {"area", "country", "tool"},
}
"""Filters for which a table has a column that does not tell all: that of the first place alone."""


class FilterError(ValueError):
    """Raised for a filter that says nothing of a table."""


class Filtering:
    """Filters on the tables of one book."""

    def __init__(self, book: Book, tables: Iterable[Table]) -> None:
        self._book = book
        self._tables = {table.name: table for table in tables}

    def rows_of(self, table: Table, filters: Mapping[str, str]) -> Table:
        """Return the table with those rows alone that keep all `filters`.

        Raises `UnknownIdError` for an id that nothing has, and `FilterError`.
        """
        check_known(
            self._book, {NAMED[name]: id_ for name, id_ in filters.items() if name in NAMED}
        )
        return self._narrowed(table, filters)

    def _narrowed(self, table: Table, filters: Mapping[str, str]) -> Table:
        others = dict(filters)
        for name in filters:
            if column := _own_column(table, name):
                table = _with_value(table, column, others.pop(name))
        if not others:
            return table
        if table.name == "cases":
            return _within(table, "id", self._cases(others))
        if owned := next(filter(None, (_reference(table, one) for one in _OWNERS)), None):
            owner = self._narrowed(self._tables[owned.refers_to.partition(".")[0]], others)
            return _within(table, owned.name, owner.values(*owner.key))
        for link in self._tables.values():
            if (here := _reference(link, table.name)) and _reference(link, "cases"):
                found = self._narrowed(link, others)
                return _within(table, table.key[0], found.values(here.name))
        raise _unknown(next(iter(others)), table)

    def _cases(self, filters: dict[str, str]) -> Iterable[tuple[str]]:
        for name in filters:
            if name not in _OF_THE_CASE["cases"]:
                raise _unknown(name, self._tables["cases"])
        return ((case.id,) for case in self._book.cases_where(**filters))


def _own_column(table: Table, name: str) -> Column | None:
    """Return the column of a table that a filter looks at."""
    if name in _OF_THE_CASE.get(table.name, ()):
        return None
    if name in LISTED:
        return table.column(name) if name in table.places else None
    of = NAMED[name]
    if table.name == table_name(of):
        return table.column(table.key[0])
    named = (column for column in table.columns if column.vocabulary == of)
    return _reference(table, table_name(of)) or next(named, None)


def _reference(table: Table, to: str) -> Column | None:
    """Return the first column that refers to another table."""
    references = (one for one in table.columns if one.refers_to == reference_to(to))
    return next(references, None) if table.name != to else None


def _with_value(table: Table, column: Column, value: str) -> Table:
    if column.values:
        Register(f"a value of {column.name} in {table.name}", dict.fromkeys(column.values))[value]
    place, separator = table.places[column.name], column.separator

    def has(cell: object) -> bool:
        return value in str(cell).split(separator) if separator else cell == value

    return replace(table, rows=tuple(row for row in table.rows if has(row[place])))


def _within(table: Table, column: str, ids: Iterable[tuple[object, ...]]) -> Table:
    """Return the table with the rows whose value of a column is among `ids`."""
    place, known = table.places[column], {id_ for (id_,) in ids}
    return replace(table, rows=tuple(row for row in table.rows if row[place] in known))


def _unknown(name: str, table: Table) -> FilterError:
    return FilterError(f"--{name} says nothing of the rows of {table.name}. Leave it out.")
