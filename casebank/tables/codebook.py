"""The table that explains every column of the other tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casebank.tables.table import Cells, Column, Table, Type, table_of

if TYPE_CHECKING:
    from collections.abc import Iterable

NAME = "codebook"
"""What the table is called."""

_TYPES = (
    "`date`: a year, month, day or range as exactly as known, such as 2025, 2025-03 or"
    " 2025-03-19/2025-03-20. `address`: a complete web address. `markdown`: text in CommonMark, in"
    " which `[^id]` cites a source."
)

_BETWEEN = {"": "", "; ": "semicolon", "\n": "line break"}
"""What stands between values, in words."""


def codebook_table(tables: Iterable[Table]) -> Table:
    """Return a table with a row for each column of `tables`, in their order."""
    cells: Cells = {
        Column("table_name", "The table.", example="cases"): lambda one: one[0].name,
        Column("row_is", "What a row of it is.", example="a case"): lambda one: one[0].row,
        Column("column_name", "The column.", example="held"): lambda one: one[1].name,
        Column("meaning", "What stands in it."): lambda one: one[1].meaning,
        Column("type", _TYPES, values=tuple(Type)): lambda one: one[1].type,
        Column("filled", "Whether every row has a value.", values=("always", "if known")): (
            lambda one: "always" if one[1].required else "if known"
        ),
        Column(
            "key",
            "`key`: it tells rows apart, alone or with the others that are so marked.",
            required=False,
            values=("key",),
        ): lambda one: "key" if one[1].name in one[0].key else "",
        Column(
            "refers_to",
            "The column of which each value is one.",
            required=False,
            example="cases.id",
        ): lambda one: one[1].refers_to,
        Column(
            "vocabulary",
            "The vocabulary whose terms it names.",
            required=False,
            refers_to="vocabularies.id",
        ): lambda one: one[1].vocabulary,
        Column(
            "allowed",
            "The only values that there are.",
            required=False,
            separator="; ",
            example="full; card",
        ): lambda one: one[1].values,
        Column(
            "separator",
            "What stands between several values of a cell; empty where there is one.",
            required=False,
            values=tuple(filter(None, _BETWEEN.values())),
        ): lambda one: _BETWEEN[one[1].separator],
        Column("example", "A value as it could be.", required=False): lambda one: one[1].example,
    }
    pairs = [(table, column) for table in tables for column in table.columns]
    key = ("table_name", "column_name")
    return table_of(NAME, "Codebook", "a column of a table", cells, pairs, key=key)
