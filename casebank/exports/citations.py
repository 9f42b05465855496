"""Citations as files: BibTeX, RIS and CSL-JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casebank.book import Book
    from casebank.page import Output
    from casebank.publication import Publication


def citation_files(book: Book, publication: Publication) -> Iterator[Output]:
    """Yield them."""
    yield from ()
