"""All tables of the book, in the order in which people look at them."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from casebank.permanence import Removal
from casebank.tables.asks import ask_tables
from casebank.tables.cases import case_tables
from casebank.tables.codebook import codebook_table
from casebank.tables.columns import own
from casebank.tables.organisations import organisation_tables
from casebank.tables.table import Cells, Column, Table, Type, table_of
from casebank.tables.terms import term_tables
from casebank.tables.tools import tool_tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casebank.book import Book
    from casebank.publication import Publication


def tables(book: Book, publication: Publication) -> tuple[Table, ...]:
    """Return every table of a book, the last one being about the others.

    `publication` makes addresses complete.
    """
    kinds = (case_tables, ask_tables, organisation_tables, tool_tables, term_tables, _permanence)
    found = tuple(chain.from_iterable(kind(book, publication) for kind in kinds))
    return (*found, codebook_table(found))


def _permanence(book: Book, publication: Publication) -> Iterator[Table]:
    """Yield what became of addresses that were published once."""
    moved: Cells = {
        Column("old", "Address as it was published.", Type.ADDRESS): (
            lambda move: publication.url(move.old)
        ),
        Column("new", "Address of the same thing today.", Type.ADDRESS): (
            lambda move: publication.url(move.new)
        ),
    }
    yield table_of(
        "moves", "Addresses that have moved", "an address", moved, book.moves, key=("old",)
    )
    instead = Column("instead", "Address of what one can turn to.", Type.ADDRESS, required=False)
    removed: Cells = {
        Column("address", "Address as it was published.", Type.ADDRESS): (
            lambda removal: publication.url(removal.address)
        ),
        **own(Removal, "title", "removed_on", "reason"),
        instead: lambda removal: publication.url(removal.instead) if removal.instead else None,
    }
    title, key = "What was removed", ("address",)
    yield table_of("removals", title, "an address", removed, book.removals, key=key)
