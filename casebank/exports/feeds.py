"""Feeds of new and changed cases: Atom and JSON Feed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casebank.book import Book
    from casebank.page import Output
    from casebank.publication import Publication


def feed_files(book: Book, publication: Publication) -> Iterator[Output]:
    """Yield them."""
    yield from ()
