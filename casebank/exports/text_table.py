"""Rows of a table for a terminal: columns below their names, cut to the width that there is."""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import accumulate, takewhile
from typing import TYPE_CHECKING

from casebank.problem import first_hidden, visible
from casebank.tables.arrangement import only

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from casebank.tables.table import Table, Value

_GAP = "  "

_LEGIBLE = 20
"""Signs of a cell that a reader needs at least, if it has so many."""

_NARROWEST = 4


def text_table(table: Table, width: int) -> str:
    """Return all columns of a table side by side, in lines of `width` signs.

    Line breaks become spaces, and what shows nothing becomes an escape: so no text of the book can
    move the cursor of a terminal, or pretend to be a line of its own.
    """
    columns = list(_columns(table, width))
    widths = _narrowed([_longest(column) for column in columns], width)
    to_the_right = [column.type.is_number for column in table.columns]
    lines = (
        _GAP.join(map(_fitted, cells, widths, to_the_right)).rstrip()
        for cells in zip(*columns, strict=True)
    )
    return "".join(f"{line}\n" for line in lines)


def legible(table: Table, width: int) -> Table:
    """Return a table with its first columns, those that can be read side by side."""
    needed = (min(_longest(column), _LEGIBLE) + len(_GAP) for column in _columns(table, width))
    fitting = sum(1 for _ in takewhile(lambda end: end - len(_GAP) <= width, accumulate(needed)))
    return only(table, [column.name for column in table.columns[: max(fitting, 1)]])


def _columns(table: Table, width: int) -> Iterator[list[str]]:
    """Yield the cells of each column as text, its name first."""
    for place, column in enumerate(table.columns):
        yield [_shown(column.name, width), *(_shown(row[place], width) for row in table.rows)]


def _shown(value: Value, width: int) -> str:
    """Return a cell as one line, not much longer than the whole table is wide."""
    text = " ".join(str("" if value is None else value)[: 2 * width].split())
    return text if first_hidden(text) is None else visible(text)


def _longest(column: Sequence[str]) -> int:
    return max(map(_width, column))


def _narrowed(widths: list[int], whole: int) -> list[int]:
    """Return widths of columns that fit side by side; the widest give way first."""
    room = whole - len(_GAP) * (len(widths) - 1)
    most = max(widths)
    while most > _NARROWEST and sum(min(width, most) for width in widths) > room:
        most -= 1
    return [min(width, most) for width in widths]


def _fitted(text: str, width: int, to_the_right: bool) -> str:
    """Return a text with spaces up to a width, or cut to it."""
    missing = width - _width(text)
    if missing < 0:
        ends = accumulate(map(_width, text))
        text = text[: sum(1 for _ in takewhile(lambda end: end < width, ends))] + "…"
        missing = width - _width(text)
    return " " * missing + text if to_the_right else text + " " * missing


def _width(text: str) -> int:
    """Return how many places a text takes in a terminal.

    Source: Unicode Standard Annex #11, East Asian Width, sections 5 and 6.
    """
    return len(text) if text.isascii() else sum(map(_places, text))


@cache
def _places(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
