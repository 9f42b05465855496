"""Tables of what stands in lists of a record: whose it is, its place in the list, its fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from casebank.tables.columns import own, position
from casebank.tables.table import Cells, Column, Table, Type, table_of

if TYPE_CHECKING:
    from pydantic import BaseModel


@dataclass(frozen=True)
class Entry:
    """One entry of a list."""

    owner: Any
    """Whose list it is: a case, a tool, a portfolio or an ask."""

    position: int
    """From 1."""

    item: Any


def entries(owners: Iterable[Any], field: str) -> Iterator[Entry]:
    """Yield the entries of a list of each owner; `field` is named with dots if it is in another."""
    read = attrgetter(field)
    for owner in owners:
        for place, item in enumerate(read(owner), start=1):
            yield Entry(owner, place, item)


@dataclass(frozen=True)
class Owner:
    """What has lists, as the first column of their tables."""

    column: Column

    @property
    def cells(self) -> Cells:
        """The columns with which such a table begins."""
        return {
            self.column: lambda entry: entry.owner.id,
            position(): lambda entry: entry.position,
        }

    @property
    def key(self) -> tuple[str, str]:
        """By what an entry is known."""
        return (self.column.name, "position")

    def groups(
        self,
        name: str,
        title: str,
        row: str,
        found: Iterable[Entry],
        model: type[BaseModel],
        *,
        names: Mapping[str, str] | None = None,
        more: Cells | None = None,
    ) -> Table:
        """Return a table of groups of fields: those of `model` with one value each, and `more`.

        `names` has those of columns that are not called as their fields.
        """
        cells = {**self.cells, **own(model, at="item", names=names or {}), **(more or {})}
        return table_of(name, title, row, cells, found, key=self.key)

    def texts(self, name: str, title: str, row: str, found: Iterable[Entry], text: Column) -> Table:
        """Return a table of plain texts."""
        cells = {**self.cells, text: lambda entry: entry.item}
        return table_of(name, title, row, cells, found, key=self.key)

    def links(
        self,
        name: str,
        title: str,
        row: str,
        found: Iterable[Entry],
        linked: Column,
    ) -> Table:
        """Return a table that joins each owner with the terms or records that a list names."""
        cells = {**self.cells, linked: lambda entry: entry.item}
        key = (self.column.name, linked.name)
        return table_of(name, title, row, cells, found, key=key)

    def sections(
        self, name: str, title: str, row: str, owners: Iterable[Any], headings: Iterable[str]
    ) -> Table:
        """Return a table of the sections of bodies."""
        heading = Column("heading", "Heading of the section.", values=tuple(headings))
        text = Column("text", "What stands below the heading.", Type.MARKDOWN)
        cells = {
            **self.cells,
            heading: lambda entry: entry.item[0],
            text: lambda entry: entry.item[1],
        }
        found = (
            Entry(record, place, section)
            for record in owners
            for place, section in enumerate(record.sections.items(), start=1)
        )
        return table_of(name, title, row, cells, found, key=self.key)


OF_CASE = Owner(Column("case_id", "The case.", refers_to="cases.id"))
OF_TOOL = Owner(Column("tool_id", "The tool or method.", refers_to="tools.id"))
OF_PORTFOLIO = Owner(Column("portfolio_id", "The portfolio.", refers_to="portfolios.id"))
OF_ASK = Owner(Column("ask_id", "The ask.", refers_to="asks.id"))
