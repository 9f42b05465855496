"""Numbers, durations, dates and reviews as people say them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel import Locale

if TYPE_CHECKING:
    from casebank.provenance import Review

_MONTHS = Locale("en", "GB").months["format"]["wide"]
"""Names of months by their number, from Unicode CLDR."""


def plural(count: int, noun: str, plural_form: str = "") -> str:
    """Return "1 case" or "2 cases"."""
    return f"{count:,} {noun if count == 1 else plural_form or noun + 's'}"


def duration_in_words(minutes: int) -> str:
    """Return minutes in words: "45 minutes", "2 hours", "6 hours 30"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return plural(rest, "minute")
    return plural(hours, "hour") + (f" {rest:02d}" if rest else "")


def when_in_words(when: str) -> str:
    """Write a date or range as people do: `2024-11-20/2024-11-21` is "20–21 November 2024"."""
    first, _, last = when.partition("/")
    if not last:
        return _moment(first)
    if first[:7] == last[:7] and len(first) == len(last) == 10:
        return f"{int(first[8:])}–{_moment(last)}"
    return f"{_moment(first)} – {_moment(last)}"


def review_in_words(review: Review) -> str:
    """Say how far a record can be trusted: "Reviewed on 3 March 2026"."""
    day = review.reviewed_on or ""
    when = f"{'on' if len(day) > len('2026-03') else 'in'} {when_in_words(day)}" if day else ""
    if review.status == "draft":
        return "Draft: not yet compared with its sources"
    if review.status == "to-review":
        return f"Waiting for review; last reviewed {when}" if day else "Waiting for review"
    return f"Reviewed {when}"


def _moment(moment: str) -> str:
    year, *rest = moment.split("-")
    if not rest:
        return year
    month = f"{_MONTHS[int(rest[0])]} {year}"
    return f"{int(rest[1])} {month}" if len(rest) == 2 else month
