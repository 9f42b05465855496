"""Which asks of other cases are like one: they share two themes, or a theme and a support."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casebank.ask import Ask

_Profile: TypeAlias = tuple[frozenset[str], frozenset[str]]
"""Themes and kinds of support: what asks are compared by."""


@dataclass(frozen=True)
class Similar:
    """The asks of other cases that are like one."""

    first: tuple[Ask, ...]
    """The first few."""

    total: int
    """How many there are altogether."""


class SimilarAsks:
    """Finds similar asks by their profiles, of which there are few however many asks."""

    def __init__(self, asks: Iterable[Ask]) -> None:
        self._by_profile: dict[_Profile, list[Ask]] = defaultdict(list)
        for ask in asks:
            self._by_profile[_profile(ask)].append(ask)
        self._matching = cache(self._find)

    def to(self, ask: Ask, limit: int = 3) -> Similar:
        """Return what is similar to `ask`, with at most `limit` of the asks themselves."""
        matching, by_case = self._matching(_profile(ask))
        others = (other for other in matching if other.case.id != ask.case.id)
        return Similar(tuple(islice(others, limit)), len(matching) - by_case[ask.case.id])

    def _find(self, profile: _Profile) -> tuple[tuple[Ask, ...], Counter[str]]:
        """Return the asks that match a profile, and how many of them each case has."""
        found = (other for other in self._by_profile if _alike(profile, other))
        matching = tuple(ask for other in found for ask in self._by_profile[other])
        return matching, Counter(ask.case.id for ask in matching)


def _profile(ask: Ask) -> _Profile:
    return frozenset(ask.themes), frozenset(ask.support)


def _alike(one: _Profile, other: _Profile) -> bool:
    themes, support = one[0] & other[0], one[1] & other[1]
    return len(themes) > 1 or bool(themes and support)
