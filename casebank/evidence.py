"""The evidence matrix: how many asks each theme has in each area or country."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from casebank.book import Book
    from casebank.term import Term

_STEPS = (1, 3, 6, 9)
"""Counts at which a cell gets a darker shade."""


@dataclass(frozen=True)
class Cell:
    """The asks of one theme in one column."""

    term: Term
    count: int
    linked: bool
    """Whether the column has linked cases only, whose asks are not told in this book."""

    @property
    def shade(self) -> int:
        """0 for none, up to 4."""
        return sum(self.count >= step for step in _STEPS)


@dataclass(frozen=True)
class Row:
    """One theme over all columns."""

    theme: Term
    cells: tuple[Cell, ...]
    total: int
    """Asks of the theme; less than the sum of the cells when a case stands in two columns."""


@dataclass(frozen=True)
class Matrix:
    """Themes by areas or countries."""

    columns: tuple[Term, ...]
    rows: tuple[Row, ...]
    totals: tuple[int, ...]
    """Asks of each column; less than the sum of its cells: an ask can have several themes."""

    grand_total: int
    """All asks of the book."""

    @property
    def legend(self) -> tuple[tuple[int, str], ...]:
        """Each shade with the counts that it stands for, such as `(1, "1–2")`."""
        ends = [f"{step}–{after - 1}" for step, after in pairwise(_STEPS)]
        return tuple(enumerate([*ends, f"{_STEPS[-1]} and more"], start=1))


def matrix(book: Book, columns: str) -> Matrix:
    """Return the matrix of themes by `areas`, or by the `countries` that have a case."""
    terms = book.terms(columns)
    if columns == "countries":
        terms = tuple(term for term in terms if book.cases_in_country(term.code or ""))

    asks = {term.id: book.asks_with(columns, term) for term in terms}
    counts = {
        column: Counter(theme for ask in found for theme in ask.themes)
        for column, found in asks.items()
    }
    linked = {
        term.id
        for term in terms
        if (cases := book.cases_with(columns, term)) and not any(case.is_full for case in cases)
    }
    rows = tuple(
        Row(
            theme,
            tuple(Cell(term, counts[term.id][theme.id], term.id in linked) for term in terms),
            book.asks_by_theme[theme.id],
        )
        for theme in book.terms("themes")
    )
    return Matrix(terms, rows, tuple(map(len, asks.values())), len(book.asks))
