"""Which cases are related to one, and why: the reasons are shown, not only the links."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from casebank.book import Book
    from casebank.case import Case

_WEIGHTS = {"area": 3, "organisation": 3, "country": 2, "theme": 1, "tool": 1}
"""How much each shared thing counts; only the order of the list depends on it."""

_COMMON = (20, 0.05)
"""A thing that more cases share than these, in number and as part of the book, brings none together
by itself; otherwise the time for all cases would grow with the square of their number."""


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


def related_cases(book: Book, case: Case, limit: int) -> tuple[Relation, ...]:
    """Return the `limit` cases that share most with `case`, the closest first."""
    own = reasons_of(book, case)
    weights: Counter[str] = Counter()
    common = max(_COMMON[0], _COMMON[1] * len(book.cases))
    for reason in own:
        sharing = book.cases_by_reason[reason]
        if len(sharing) <= common:
            weights.update(dict.fromkeys(sharing, _WEIGHTS[reason.kind]))
    del weights[case.id]
    closest = sorted(weights, key=lambda other: (-weights[other], other))[:limit]
    return tuple(
        Relation(
            book.case(other),
            tuple(reason for reason in own if other in book.cases_by_reason[reason]),
        )
        for other in closest
    )


def reasons_of(book: Book, case: Case) -> tuple[Reason, ...]:
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
