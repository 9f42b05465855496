"""Which cases are related to one, and why: the reasons are shown, not only the links."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from heapq import nsmallest
from math import isqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from casebank.book import Book
    from casebank.case import Case

_WEIGHTS = {"area": 3, "organisation": 3, "country": 2, "theme": 1, "tool": 1}
"""How much each shared thing counts; only the order of the list depends on it."""

_COMMON = 20, 5
"""What more cases share than the first of these, and than the second times the square root of all,
brings none together by itself. A part of all instead of the root would take quadratic time."""


@dataclass(frozen=True)
class Reason:
    """One thing that cases can share."""

    kind: str
    """`area`, `organisation`, `country`, `theme` or `tool`."""

    label: str
    address: str


@dataclass(frozen=True)
class Relation:
    """A related case with everything that it shares."""

    case: Case
    reasons: tuple[Reason, ...]

    def by_kind(self) -> dict[str, tuple[Reason, ...]]:
        """Return the reasons grouped by kind, the weightiest kind first."""
        kinds = {kind: tuple(one for one in self.reasons if one.kind == kind) for kind in _WEIGHTS}
        return {kind: reasons for kind, reasons in kinds.items() if reasons}


class RelatedCases:
    """Finds related cases by what they share."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._reasons = {case.id: _reasons_of(book, case) for case in book.cases}
        self._sharing: dict[Reason, set[str]] = defaultdict(set)
        for id_, reasons in self._reasons.items():
            for reason in reasons:
                self._sharing[reason].add(id_)
        least, times = _COMMON
        self._most = max(least, times * isqrt(len(book.cases)))
        self._closest = cache(self._find)  # the page of a case and its data ask for the same

    def to(self, case: Case, limit: int) -> tuple[Relation, ...]:
        """Return the `limit` cases that share most with `case`, the closest first."""
        return self._closest(case.id, limit)

    def _find(self, id_: str, limit: int) -> tuple[Relation, ...]:
        weights: Counter[str] = Counter()
        for reason in self._reasons[id_]:
            sharing = self._sharing[reason]
            if len(sharing) <= self._most:
                weights.update(dict.fromkeys(sharing, _WEIGHTS[reason.kind]))
        del weights[id_]
        closest = nsmallest(limit, weights, key=lambda other: (-weights[other], other))
        return tuple(
            Relation(self._book.case(other), self._shared(id_, other)) for other in closest
        )

    def _shared(self, one: str, other: str) -> tuple[Reason, ...]:
        return tuple(reason for reason in self._reasons[one] if other in self._sharing[reason])


def _reasons_of(book: Book, case: Case) -> tuple[Reason, ...]:
    """Return everything by which a case can be related, in the order in which it is told."""
    areas = [Reason("area", book.area(id_).name, f"/areas/{id_}/") for id_ in case.areas]
    known = book.organisations_in(case)
    organisations = [Reason("organisation", one.name, one.address) for one in known]
    countries = [
        Reason("country", term.name, f"/countries/{term.id}/") for term in book.countries_of(case)
    ]
    themes = [Reason("theme", term.name, f"/themes/{term.id}/") for term in book.themes_of(case)]
    tools = [Reason("tool", book.tool(id_).title, book.tool(id_).address) for id_ in case.tools]
    return (*areas, *organisations, *countries, *themes, *tools)
