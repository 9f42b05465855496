"""Dates as reports write them, in English, French and the report's own language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from babel import Locale

from casebank.fields import When
from casebank.importing.draft_file import accepted
from casebank.importing.part_words import folded

_TO = r"\s*(?:-|–|—|to|and|et|au|&)\s*"


def dates_in(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield each date or range of a text as the book writes it, and as the text does."""
    plain = folded(text)
    shown = text if len(plain) == len(text) else plain  # folding can move what stands behind it
    for match in _written(language).finditer(plain):
        parts = match.groupdict()
        when = _numeric(parts) if parts["n_month"] else _named(parts, _months(language))
        if when and accepted(When, when):
            yield when, shown[match.start() : match.end()]


@cache
def _months(language: str) -> dict[str, int]:
    """Return the number of each month by its name."""
    found: dict[str, int] = {}
    for code in (language, "fr", "en"):
        for number, name in Locale(code).months["format"]["wide"].items():
            found[folded(name)] = number
        for number, name in Locale(code).months["stand-alone"]["wide"].items():
            found[folded(name)] = number
    return found


@cache
def _written(language: str) -> re.Pattern[str]:
    months = "|".join(sorted(map(re.escape, _months(language)), key=lambda name: -len(name)))
    return re.compile(
        rf"(?<![\w/.-])(?:"
        rf"(?:(?P<n_first>\d{{1,2}}){_TO})?(?P<n_day>\d{{1,2}})[/.](?P<n_month>\d{{1,2}})[/.]"
        rf"(?P<n_year>\d{{4}})"
        rf"|(?:(?:{_day('first')}{_TO})?{_day('day')}\s+(?:de\s+)?)?(?P<month>{months}),?\s+"
        rf"(?:(?P<us_day>\d{{1,2}}),\s+)?(?P<year>\d{{4}})"
        rf")(?![\w/]|\.\d)"
    )


def _day(name: str) -> str:
    return rf"(?P<{name}>\d{{1,2}})(?:st|nd|rd|th|er)?"


def _numeric(parts: dict[str, str | None]) -> str:
    month = f"{parts['n_year']}-{int(parts['n_month'] or 0):02}"
    return _range(month, parts["n_first"], parts["n_day"])


def _named(parts: dict[str, str | None], months: dict[str, int]) -> str:
    month = f"{parts['year']}-{months[parts['month'] or '']:02}"
    return _range(month, parts["first"], parts["day"] or parts["us_day"])


def _range(month: str, first: str | None, last: str | None) -> str:
    days = [f"{month}-{int(day):02}" for day in (first, last) if day]
    return "/".join(days) or month
