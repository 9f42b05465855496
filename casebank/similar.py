"""Which asks of other cases are like one: they share two themes, or a theme and a support."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import chain, combinations, islice, product
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casebank.ask import Ask

_Pair: TypeAlias = frozenset[str] | tuple[str, str]
"""Two themes, or a theme and a support: asks with a pair in common are alike."""


@dataclass(frozen=True)
class Similar:
    """The asks of other cases that are like one."""

    first: tuple[Ask, ...]
    """The first few."""

    total: int
    """How many there are altogether."""


class SimilarAsks:
    """Finds similar asks with one large number a pair, in which each ask has a binary place.

    Most asks are like thousands of others, so any list of them would be slow to make; a union of
    numbers is quick, and so is a count of their places.
    """

    def __init__(self, asks: Iterable[Ask]) -> None:
        by_profile: dict[object, list[Ask]] = defaultdict(list)
        for ask in asks:
            by_profile[frozenset(ask.themes), frozenset(ask.support)].append(ask)
        self._asks = tuple(chain.from_iterable(by_profile.values()))
        """Those with equal themes and support together, else in the order of the book."""
        with_pair: dict[_Pair, list[int]] = defaultdict(list)
        self._of_case: dict[str, list[int]] = defaultdict(list)
        for place, ask in enumerate(self._asks):
            self._of_case[ask.case.id].append(place)
            for pair in _pairs(ask.themes, ask.support):
                with_pair[pair].append(place)
        self._with_pair = {pair: _number(places) for pair, places in with_pair.items()}
        self._alike = cache(self._find)  # pages, explorer and data ask for the same

    def to(self, ask: Ask, limit: int = 3) -> Similar:
        """Return what is similar to `ask`, with at most `limit` of the asks themselves."""
        return self._alike(ask.case.id, ask.themes, ask.support, limit)

    def _find(
        self, case: str, themes: tuple[str, ...], support: tuple[str, ...], limit: int
    ) -> Similar:
        found = 0
        for pair in _pairs(themes, support):
            found |= self._with_pair.get(pair, 0)
        found &= ~_number(self._of_case.get(case, ()))
        first = islice(_places(found), limit)
        return Similar(tuple(self._asks[place] for place in first), found.bit_count())


def _pairs(themes: Iterable[str], support: Iterable[str]) -> Iterator[_Pair]:
    yield from map(frozenset, combinations(themes, 2))
    yield from product(themes, support)


def _number(places: Iterable[int]) -> int:
    """Return the number that has a one at each of these binary places."""
    octets = bytearray(max(places, default=0) // 8 + 1)
    for place in places:
        octets[place // 8] |= 1 << place % 8
    return int.from_bytes(octets, "little")


def _places(number: int) -> Iterator[int]:
    """Yield the binary places at which a number has a one, the lowest first."""
    while number:
        lowest = number & -number
        yield lowest.bit_length() - 1
        number ^= lowest
