"""Everything the engine publishes, as one stream of files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casebank.download import NO_DOWNLOADS
from casebank.exports.api import api_files
from casebank.exports.explorer import explorer_files
from casebank.exports.new_case import new_case_files
from casebank.exports.plan import plan_files
from casebank.exports.schemas import schema_files
from casebank.exports.tables import tables
from casebank.pages import generated_pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casebank.book import Book
    from casebank.download import Downloads
    from casebank.page import Output


def outputs(book: Book, downloads: Downloads = NO_DOWNLOADS) -> Iterator[Output]:
    """Yield the generated pages, what they load, then the data files."""
    for page in generated_pages(book, downloads):
        yield page.output()
    yield from explorer_files(book)
    yield from plan_files(book)
    yield from new_case_files(book)
    yield from data_files(book)


def data_files(book: Book) -> Iterator[Output]:
    """Yield JSON and CSV, and the schemas of what people write."""
    yield from api_files(book)
    yield from tables(book)
    yield from schema_files()
