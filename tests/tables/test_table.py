"""A table as a value: made from records, asked by the names of its columns."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import pytest

from casebank.tables.table import Column, Type, table_of


class Colour(StrEnum):
    """An enumeration, as models have them."""

    RED = "red"


@dataclass(frozen=True)
class Thing:
    """What a row is made of."""

    id: str
    number: int = 0
    words: tuple[str, ...] = ()


CELLS = {
    Column("id", "An id."): lambda thing: thing.id,
    Column("number", "A number.", Type.INTEGER): lambda thing: thing.number,
    Column("words", "Words.", required=False, separator="; "): lambda thing: thing.words,
}


def table(*things):
    return table_of("things", "Things", "a thing", CELLS, things)


def test_each_record_is_a_row():
    assert table(Thing("a", 1, ("x", "y")), Thing("b")).rows == (("a", 1, "x; y"), ("b", 0, None))


def test_an_entry_of_an_enumeration_is_its_plain_text():
    cells = {Column("colour", "A colour."): lambda colour: colour}
    ((value,),) = table_of("c", "C", "a c", cells, [Colour.RED]).rows

    assert type(value) is str
    assert value == "red"


@pytest.mark.parametrize("nothing", [None, "", ()])
def test_nothing_is_never_an_empty_text(nothing):
    cells = {Column("note", "A note.", separator="; "): lambda note: note}

    assert table_of("n", "N", "a n", cells, [nothing]).rows == ((None,),)


def test_rows_are_read_by_the_names_of_columns():
    found = table(Thing("a", 1), Thing("b", 2))

    assert found.values("number", "id") == ((1, "a"), (2, "b"))
    assert found.column("number").type is Type.INTEGER


def test_an_unknown_column_is_an_error():
    with pytest.raises(KeyError, match="nothing"):
        table().column("nothing")
