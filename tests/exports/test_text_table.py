"""A table for a terminal is as wide as that, and each row is one line."""

from __future__ import annotations

import unicodedata

import pytest

from casebank.exports.text_table import legible, text_table
from casebank.tables.table import Column, Table, Type


def table(*rows, names=("id", "title", "year")):
    columns = tuple(
        Column(name, "", Type.INTEGER if name == "year" else Type.TEXT) for name in names
    )
    return Table("cases", "Cases", "a case", columns, ("id",), rows)


def places(line):
    """Return how many places a line takes in a terminal."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in line
    )


def test_columns_stand_below_their_names_and_numbers_to_the_right():
    assert text_table(table(("a", "Crafts", 2024), ("long-id", None, 999)), 80) == (
        "id       title   year\na        Crafts  2024\nlong-id           999\n"
    )


def test_the_widest_column_gives_way_first():
    made = text_table(table(("a", "x" * 100, 2024)), 30)

    assert made.splitlines()[1] == f"a   {'x' * 19}…  2024"
    assert max(map(len, made.splitlines())) <= 30


def test_a_narrow_terminal_gets_four_signs_of_each_column_at_least():
    assert text_table(table(("abcdef", "x" * 9, 2024)), 5).splitlines()[1] == "abc…  xxx…  2024"


@pytest.mark.parametrize(
    "text",
    [
        "漢字" * 40,
        "e\u0301" * 80,
        "🎭" * 40,
        "שלום " * 20,
        "Łódź",
        "a" * 100_000,
        "漢" * 21 + "a",
    ],
)
def test_no_line_is_wider_than_the_terminal(text):
    for line in text_table(table(("a", text, 1), ("b", "c", 2)), 40).splitlines():
        assert places(line) <= 40


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("one\ntwo\r\n\tthree", "one two three"),
        ("\x1b[2Jgone", r"\x1b[2Jgone"),
        ("a\u202eb", r"a\u202eb"),
        ("a\u2028b", "a b"),
        ("a\x00b", r"a\x00b"),
    ],
)
def test_no_text_moves_the_cursor_or_begins_a_line(text, shown):
    assert text_table(table((text,), names=("id",)), 80) == f"id\n{shown}\n"


def test_the_name_of_a_column_is_shown_as_harmlessly():
    assert text_table(table((1,), names=("a\nb\x1b",)), 80) == "a b\\x1b\n1\n"


@pytest.mark.parametrize(
    ("width", "names"),
    [
        (200, ["id", "title", "year"]),
        (48, ["id", "title", "year"]),
        (47, ["id", "title"]),
        (1, ["id"]),
    ],
)
def test_as_many_columns_are_legible_as_have_twenty_signs_or_all_of_theirs(width, names):
    made = table(("i" * 30, "t" * 300, 2024))

    assert [column.name for column in legible(made, width).columns] == names
