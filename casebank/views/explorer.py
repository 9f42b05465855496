"""The explorers of all cases and all asks: a list whole by itself, and filters beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casebank.collection import ask_collection, case_collection
from casebank.views.europe import europe_map
from casebank.views.templates import macros

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markupsafe import Markup

    from casebank.ask import Ask
    from casebank.book import Book
    from casebank.case import Case

CASES_AT_FIRST = 24
"""Cases that the page itself holds; more are loaded when they are asked for."""

ASKS_AT_FIRST = 100
"""The same for asks."""

OPEN = 3
"""Facets that are unfolded from the beginning."""


def case_explorer(book: Book) -> Markup:
    """Return the explorer of all cases."""
    collection = case_collection(book)
    cards = case_items(book, collection.records[:CASES_AT_FIRST])
    return macros("explorer.html")["explorer"](
        collection, cards, noun="case", table="cases", opened=OPEN, europe=europe_map(book)
    )


def ask_explorer(book: Book) -> Markup:
    """Return the explorer of all asks."""
    collection = ask_collection(book)
    cards = ask_items(book, collection.records[:ASKS_AT_FIRST])
    return macros("explorer.html")["explorer"](
        collection, cards, noun="ask", table="asks", opened=OPEN, europe=None
    )


def case_items(book: Book, cases: Sequence[Case]) -> list[Markup]:
    """Return the card of each case, as its explorer shows it."""
    card = macros("explorer.html")["case_item"]
    return [card(case, book) for case in cases]


def ask_items(book: Book, asks: Sequence[Ask]) -> list[Markup]:
    """Return the entry of each ask, as its explorer shows it."""
    entry = macros("explorer.html")["ask_item"]
    return [entry(ask, book) for ask in asks]
