"""What a book covers: the time and the countries of its cases, and when it was last reviewed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from casebank.book import Book


def period(book: Book) -> tuple[str, str] | None:
    """Return the first and the last moment of all cases, each as exactly as its source says.

    A moment is a year, a month or a day. None if no case has a date.
    """
    dates = [date for case in book.cases if (date := case.held or case.published)]
    if not dates:
        return None
    starts = [date.partition("/")[0] for date in dates]
    ends = [date.rpartition("/")[2] for date in dates]
    return min(starts), max(ends, key=_to_its_end)


def countries(book: Book) -> tuple[str, ...]:
    """Return the ISO codes of all countries in which a case is set, sorted."""
    return tuple(sorted({code for case in book.cases for code in case.countries}))


def last_review(book: Book) -> str:
    """Return when a case or tool was last reviewed, as exactly as is said; empty if none was."""
    reviews = [*(case.review for case in book.cases), *(tool.review for tool in book.tools)]
    ends = [review.reviewed_on.rpartition("/")[2] for review in reviews if review.reviewed_on]
    return max(ends, key=_to_its_end, default="")


def _to_its_end(moment: str) -> str:
    """Return what puts a whole year after each of its months, and a month after its days."""
    return f"{moment}-99-99"[: len("2026-99-99")]
