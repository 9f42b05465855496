"""Names of countries in texts, in every official language of the European Union."""

from __future__ import annotations

import re
from functools import cache

from casebank.country import country_codes, names

_NOT_SURE = frozenset({"Réunion", "Reunion", "Man", "Jersey"})
"""Names of territories that are common words too."""


@cache
def countries_by_name() -> dict[str, str]:
    """Return the code of each country by each of its names."""
    return {
        name: code
        for code in sorted(country_codes(), reverse=True)
        for name in names(code)
        if name not in _NOT_SURE
    }


@cache
def _any_country() -> re.Pattern[str]:
    longest_first = sorted(countries_by_name(), key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


def country_named(text: str) -> str:
    """Return the code of the country that a text names and nothing else; empty if none."""
    return countries_by_name().get(text.strip(), "")


def countries_in(text: str) -> list[str]:
    """Return the codes of all countries that a text names, as often as it does."""
    return [countries_by_name()[match[0]] for match in _any_country().finditer(text)]
