"""The files of the dataset as readers find them, and addresses for lines of code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import escape

from casebank.exports.dataset import dataset
from casebank.views.templates import macros

if TYPE_CHECKING:
    from markupsafe import Markup

    from casebank.book import Book
    from casebank.publication import Publication


def dataset_files(book: Book, publication: Publication) -> Markup:
    """What holds the whole dataset or describes it: name, content, format and size."""
    files = [file for file in dataset(book, publication) if file.format != "CSV"]
    return macros("data.html")["files"](files, "Files that hold or describe the whole dataset")


def dataset_tables(book: Book, publication: Publication) -> Markup:
    """The tables, one file each: name, what one row is, and size."""
    files = [file for file in dataset(book, publication) if file.format == "CSV"]
    return macros("data.html")["files"](files, "Tables")


def data_address(_book: Book, publication: Publication, address: str) -> Markup:
    """The complete address of a file such as `/data/cases.csv`, as a line of code needs it."""
    return escape(publication.url(address))
