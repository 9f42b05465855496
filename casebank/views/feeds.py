"""Feeds: what they say of a case, and the list of them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casebank.term import BROWSED
from casebank.views.for_programs import feed_alternates
from casebank.views.templates import macros

if TYPE_CHECKING:
    from collections.abc import Callable

    from markupsafe import Markup

    from casebank.book import Book
    from casebank.case import Case
    from casebank.publication import Publication

_NAMED = 10
"""Asks that an entry names; their case has them all."""


def entry_content(book: Book, case: Case, publication: Publication) -> Markup:
    """Return what an entry shows besides its title, as HTML that stands alone."""
    asks = book.asks_of(case)
    return _parts()["entry"](case, book, publication.url, asks[:_NAMED], len(asks))


def feed_list(book: Book) -> Markup:
    """Every feed, under a heading for each vocabulary."""
    groups = [("All cases", "all", [("Every case", *feed_alternates("", "cases"))])]
    for name in BROWSED:
        feeds = [
            (term.label.en, *feed_alternates(term.label.en, name, term.id))
            for term in book.terms(name)
        ]
        groups.append((book.vocabularies[name].title.en, name, feeds))
    return _parts()["feed_list"](groups)


def _parts() -> dict[str, Callable[..., Markup]]:
    return macros("feeds.html")
