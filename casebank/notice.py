"""What the dataset says of itself in every form: what it is, its version, its licence, the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casebank.schema_org_parts import licence

if TYPE_CHECKING:
    from casebank.book import Book
    from casebank.publication import Publication

RIGHTS = (
    "The licence is that of the book's own texts. What the sources of a case or tool say on their"
    " use stands in its column rights: facts were taken from them, not sentences; quotations are"
    " marked as such."
)
"""What the licence does not cover."""

READING = (
    "An empty cell means that nothing is known. Dates are as exact as the sources: a year, a month,"
    " a day or a range (EDTF, ISO 8601-2); the column year beside them is a number. Where a cell"
    " holds several values, the codebook says what stands between them."
)
"""What has to be known to read any of the tables."""


@dataclass(frozen=True)
class Notice:
    """The dataset as one work."""

    name: str
    """The public name of the book."""

    abstract: str
    """What it is; empty if the book does not say."""

    version: str
    """Empty if the book has none."""

    released: str
    """The day of the version, as YYYY-MM-DD; empty before the first release."""

    authors: tuple[str, ...]
    """Organisations or groups."""

    keywords: tuple[str, ...]
    licence: str
    """SPDX identifier of the licence of texts and data; empty if the book names none."""

    licence_address: str
    """Where it can be read; empty without one."""

    site: str
    """Address of the site."""

    page: str
    """Address of the page that offers the data."""


def notice(book: Book, publication: Publication) -> Notice:
    """Return what the dataset of a book says of itself."""
    about = book.about
    return Notice(
        publication.name,
        about.abstract,
        about.version,
        about.released,
        about.authors,
        about.keywords,
        next(iter(about.licences), ""),
        licence(book),
        publication.url("/"),
        publication.url("/data/"),
    )
