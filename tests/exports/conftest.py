"""Tables for the tests of their formats: those of the real book, and one full of traps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from casebank.publication import Publication
from casebank.tables.all import tables
from casebank.tables.table import Column, Table, Type

if TYPE_CHECKING:
    import casebank

PUBLICATION = Publication("Test book", "https://book.example/")

TEXTS = (
    "=1+1",
    "'=1+1",
    "''=1+1",
    '=HYPERLINK("https://evil.example","x")',
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(1)",
    "'quoted'",
    'Say "yes", or "no"; then go',
    "one\ntwo\r\nthree",
    "a,b;c\td|e",
    "https://not-a-link.example/",
    "internal:Sheet!A1",
    "007",
    "1e5",
    "NA",
    "null",
    "TRUE",
    "2025-03-19",
    "_x0041_ and _x005F_",
    "</script><b>&amp;",
    "<r><t>&evil;</t></r>",
    "مرحبا \u05d0",
    "🎭" * 100,
    "e\u0301",
    "'; DROP TABLE cases; --",
    "x" * 40_000,
)
"""Texts that some format could take for something else."""


@pytest.fixture(scope="session")
def real_tables(book: casebank.Book) -> tuple[Table, ...]:
    """Every table of the real book."""
    return tables(book, PUBLICATION)


@pytest.fixture(scope="session")
def trap() -> Table:
    """A table with a row for each hostile text, a number that is negative, and empty cells."""
    columns = (
        Column("id", "A number.", Type.INTEGER),
        Column("text", "A hostile text."),
        Column("body", "The same, as Markdown.", Type.MARKDOWN),
        Column("depth", "A number that begins with a minus.", Type.NUMBER, required=False),
        Column("none", "Nothing.", required=False),
    )
    rows = tuple((place, text, text, -place / 4, None) for place, text in enumerate(TEXTS))
    return Table("trap", "Traps", "a trap", columns, ("id",), rows)
