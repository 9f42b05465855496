"""The ask that the front door shows: one that other cases also speak of, chosen without a clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casebank.ask import Ask, AskKind

if TYPE_CHECKING:
    from casebank.book import Book


def featured_ask(book: Book) -> Ask | None:
    """Return the recommendation of the newest full case that most asks of other cases are like.

    It changes when a newer case comes in. None if no full case has a recommendation.
    """
    for case in book.newest:
        asks = [ask for ask in book.asks_of(case) if ask.kind is AskKind.RECOMMENDATION]
        if case.is_full and asks:
            return max(asks, key=lambda ask: book.similar_asks(ask).total)
    return None
