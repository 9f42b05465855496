"""The dataset: tables in every format, linked data, what describes them, and checksums."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from casebank.data_file import DataFile
from casebank.exports.tables import tables

if TYPE_CHECKING:
    from casebank.book import Book
    from casebank.publication import Publication


@lru_cache(maxsize=2)
def dataset(book: Book, publication: Publication) -> tuple[DataFile, ...]:
    """Return every file of the dataset; made once for a book, since pages tell their sizes."""
    return tuple(
        DataFile(one.path, one.data, one.path, "", "CSV", "text/csv") for one in tables(book)
    )
