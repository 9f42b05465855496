"""Which column of a table holds what, by the words above it."""

from __future__ import annotations

from casebank.importing.part_words import folded, words
from casebank.importing.passages import Passage


def columns_of(rows: list[Passage]) -> tuple[Passage | None, dict[str, int]]:
    """Return the first row that names columns, and where each column stands; None if none does."""
    for row in rows:
        columns: dict[str, int] = {}
        for place, cell in enumerate(row.cells):
            if name := _column(cell):
                columns.setdefault(name, place)
        if len(columns) > 1:
            return row, columns
    return None, {}


def _column(cell: str) -> str:
    plain = folded(cell).strip(" .:")
    known: dict[str, list[str]] = words()["columns"]
    return next(
        (name for name, heads in known.items() if plain in {folded(head) for head in heads}), ""
    )
