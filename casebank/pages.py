"""Every page that exists once per datum, as a stream."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casebank.download import NO_DOWNLOADS
from casebank.publication import UNPUBLISHED
from casebank.views.case import case_page, moved_pages
from casebank.views.term import BROWSED, term_page
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
    """Yield the pages of cases, tools and terms; `downloads` are the files that they offer."""
    for case in book.cases:
        yield case_page(book, case, downloads, publication)
        yield from moved_pages(case)
    for tool in book.tools:
        yield tool_page(book, tool, downloads, publication)
    for name in BROWSED:
        vocabulary = book.vocabularies[name]
        for term in vocabulary.terms:
            yield term_page(book, vocabulary, term)
