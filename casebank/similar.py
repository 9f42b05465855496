"""Which asks of other cases are like one: those that share all themes of the one with fewer."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casebank.ask import Ask


@dataclass(frozen=True)
class Similar:
    """The asks of other cases that are like one."""

    first: tuple[Ask, ...]
    """The first few."""

    total: int
    """How many there are altogether."""


class SimilarAsks:
    """Finds similar asks by their sets of themes, of which there are few however many asks."""

    def __init__(self, asks: Iterable[Ask]) -> None:
        self._by_themes: dict[frozenset[str], list[Ask]] = defaultdict(list)
        for ask in asks:
            self._by_themes[frozenset(ask.themes)].append(ask)
        self._matching = cache(self._find)

    def to(self, ask: Ask, limit: int = 8) -> Similar:
        """Return what is similar to `ask`, with at most `limit` of the asks themselves."""
        matching, by_case = self._matching(frozenset(ask.themes))
        others = (other for other in matching if other.case.id != ask.case.id)
        return Similar(tuple(islice(others, limit)), len(matching) - by_case[ask.case.id])

    def _find(self, themes: frozenset[str]) -> tuple[tuple[Ask, ...], Counter[str]]:
        """Return the asks that match a set of themes, and how many of them each case has."""
        sets = (found for found in self._by_themes if found <= themes or themes <= found)
        matching = tuple(ask for found in sets for ask in self._by_themes[found])
        return matching, Counter(ask.case.id for ask in matching)
