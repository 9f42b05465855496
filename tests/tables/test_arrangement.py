"""A table shows rows with some words, in an order, with some columns."""

from __future__ import annotations

import pytest

from casebank.register import UnknownIdError
from casebank.tables.arrangement import in_order, only, with_words
from casebank.tables.table import Column, Table, Type

COLUMNS = (
    Column("id", ""),
    Column("title", "", required=False),
    Column("year", "", Type.INTEGER, required=False),
    Column("page", "", Type.ADDRESS),
)


@pytest.fixture
def table():
    """Three cases, of which one has no year and one no title."""
    rows = (
        ("a", "Théâtre d’été", 2024, "https://t.example/a"),
        ("b", None, None, "https://t.example/b"),
        ("c", "car-free ΠΌΛΗ", 999, "https://t.example/c"),
    )
    return Table("cases", "Cases", "a case", COLUMNS, ("id",), rows)


def ids(table):
    return [row[0] for row in table.rows]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("theatre", ["a"]),
        ("THEAT ete", ["a"]),
        ("ete theatre", ["a"]),
        ("eatre", []),
        ("theatre free", []),
        ("car-free", ["c"]),
        ("πολη", ["c"]),
        ("2024", ["a"]),
        ("https", []),
        ("", ["a", "b", "c"]),
        ("…", ["a", "b", "c"]),
        (".*", ["a", "b", "c"]),
        ("none", []),
    ],
)
def test_rows_are_found_by_the_beginnings_of_words(table, words, found):
    assert ids(with_words(table, words)) == found


@pytest.mark.parametrize(
    ("columns", "order"),
    [
        (["year"], ["c", "a", "b"]),
        (["-year"], ["a", "c", "b"]),
        (["title"], ["c", "a", "b"]),
        (["-id"], ["c", "b", "a"]),
        ([], ["a", "b", "c"]),
    ],
)
def test_rows_are_sorted_and_those_without_a_value_come_last(table, columns, order):
    assert ids(in_order(table, columns)) == order


def test_the_first_column_decides_and_the_next_where_it_is_equal():
    rows = (("a", "x", 1, ""), ("b", "X", 3, ""), ("c", "w", 2, ""))
    table = Table("cases", "Cases", "a case", COLUMNS, ("id",), rows)

    assert ids(in_order(table, ["title", "-year"])) == ["c", "b", "a"]


def test_columns_stand_as_they_are_named(table):
    found = only(table, ["year", "id"])

    assert [column.name for column in found.columns] == ["year", "id"]
    assert found.rows == ((2024, "a"), (None, "b"), (999, "c"))


@pytest.mark.parametrize("arrange", [only, in_order])
def test_a_column_that_is_not_there_is_told(table, arrange):
    with pytest.raises(UnknownIdError, match=r"'tilte' is not a column of cases\. Did you mean 't"):
        arrange(table, ["id", "tilte"])
