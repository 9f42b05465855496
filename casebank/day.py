"""The day that a printed, packed or listed file bears. There is no clock in a build."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from casebank.tool import Tool

NO_DAY = "1980-01-01"
"""For what has no date of its own: the earliest that a ZIP can hold."""


def printed_day(when: str | None) -> str:
    """Return the first day of a year, month, day or range, as YYYY-MM-DD."""
    if not when:
        return NO_DAY
    first = when.partition("/")[0]
    return first + NO_DAY[len(first) :]


def moment(when: str | None) -> datetime:
    """Return the beginning of that day, without a time zone, as office files want it."""
    return datetime.fromisoformat(printed_day(when))


def midnight(when: str | None) -> str:
    """Return the beginning of that day in UTC, as RFC 3339 writes it."""
    return f"{printed_day(when)}T00:00:00Z"


def last_review(tools: Iterable[Tool]) -> str:
    """Return the day on which one of the tools was last reviewed, as YYYY-MM-DD."""
    return max((printed_day(tool.review.reviewed_on) for tool in tools), default=NO_DAY)
