"""Every page that exists once per datum, as a stream."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casebank.download import NO_DOWNLOADS
from casebank.publication import UNPUBLISHED
from casebank.term import BROWSED
from casebank.views.case import case_page
from casebank.views.moved import pages_at_old_addresses
from casebank.views.term import term_page
from casebank.views.tool import tool_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casebank.book import Book
    from casebank.download import Downloads
    from casebank.page import Page
    from casebank.publication import Publication


def generated_pages(
    book: Book,
    downloads: Downloads = NO_DOWNLOADS,
    publication: Publication = UNPUBLISHED,
) -> Iterator[Page]:
    """Yield the pages of cases, tools and terms, then those at old addresses.

    `downloads` are the files that they offer.
    """
    for case in book.cases:
        yield case_page(book, case, downloads, publication)
    for tool in book.tools:
        yield tool_page(book, tool, downloads, publication)
    for name in BROWSED:
        vocabulary = book.vocabularies[name]
        for term in vocabulary.terms:
            yield term_page(book, vocabulary, term, publication)
    yield from pages_at_old_addresses(book)
