"""Everything the engine publishes, as one stream of files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casebank.download import NO_DOWNLOADS
from casebank.exports.api import api_files
from casebank.exports.citations import citation_files
from casebank.exports.dataset import dataset
from casebank.exports.explorer import explorer_files
from casebank.exports.feeds import feed_files
from casebank.exports.new_case import new_case_files
from casebank.exports.plan import plan_files
from casebank.exports.schemas import schema_files
from casebank.pages import generated_pages
from casebank.publication import UNPUBLISHED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casebank.book import Book
    from casebank.download import Downloads
    from casebank.page import Output
    from casebank.publication import Publication


def outputs(
    book: Book, downloads: Downloads = NO_DOWNLOADS, publication: Publication = UNPUBLISHED
) -> Iterator[Output]:
    """Yield the generated pages, what they load, then the data files."""
    for page in generated_pages(book, downloads, publication):
        yield page.output()
    yield from explorer_files(book)
    yield from plan_files(book)
    yield from new_case_files(book)
    yield from data_files(book, publication)


def data_files(book: Book, publication: Publication = UNPUBLISHED) -> Iterator[Output]:
    """Yield what programs read: API, dataset, feeds, citations, and the schemas of files."""
    yield from api_files(book, publication)
    for file in dataset(book, publication):
        yield file.output()
    yield from feed_files(book, publication)
    yield from citation_files(book, publication)
    yield from schema_files()
