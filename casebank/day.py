"""The day that a printed or packed file bears. There is no clock in a build."""

from __future__ import annotations

NO_DAY = "1980-01-01"
"""For what has no date of its own: the earliest that a ZIP can hold."""


def printed_day(when: str | None) -> str:
    """Return the first day of a year, month, day or range, as YYYY-MM-DD."""
    if not when:
        return NO_DAY
    first = when.partition("/")[0]
    return first + NO_DAY[len(first) :]
