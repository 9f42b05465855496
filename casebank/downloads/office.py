"""What office files need to be the same bytes at every build: fixed dates, inside and outside."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from casebank.book import Book

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a ZIP can hold."""


def moment(when: str | None) -> datetime:
    """Return the beginning of a year, month or day as the book writes them; 1980 for None."""
    if not when:
        return datetime(*_FIRST_DAY[:3])
    first, _, _ = when.partition("/")
    year, month, day = (*map(int, first.split("-")), 1, 1)[:3]
    return datetime(year, month, day)


def last_review(book: Book) -> datetime:
    """Return the day on which a tool of the book was last reviewed."""
    return moment(max((tool.review.reviewed_on or "" for tool in book.tools), default=""))


def undated(content: bytes) -> bytes:
    """Return an office file with one fixed date on all of its parts, which keep their order."""
    written = BytesIO()
    with ZipFile(BytesIO(content)) as read, ZipFile(written, "w", ZIP_DEFLATED) as write:
        for part in read.infolist():
            entry = ZipInfo(part.filename, _FIRST_DAY)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            write.writestr(entry, read.read(part))
    return written.getvalue()
