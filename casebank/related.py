"""Which cases are related to one, and why: the reasons are shown, not only the links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from casebank.book import Book
    from casebank.case import Case

_WEIGHTS = {"area": 3, "organisation": 3, "country": 2, "theme": 1, "tool": 1}
"""How much each shared thing counts; only the order of the list depends on it."""


@dataclass(frozen=True)
class Reason:
    """One thing that two cases share."""

    kind: str
    """`area`, `country`, `theme`, `tool` or `organisation`."""

    label: str
    address: str


@dataclass(frozen=True)
class Relation:
    """A related case with everything that it shares."""

    case: Case
    reasons: tuple[Reason, ...]

    @property
    def weight(self) -> int:
        """Sum of the reasons' weights."""
        return sum(_WEIGHTS[reason.kind] for reason in self.reasons)

    def by_kind(self) -> dict[str, tuple[Reason, ...]]:
        """Return the reasons grouped by kind, in the order of `_WEIGHTS`."""
        kinds = {
            kind: tuple(reason for reason in self.reasons if reason.kind == kind)
            for kind in _WEIGHTS
        }
        return {kind: reasons for kind, reasons in kinds.items() if reasons}


def related_cases(book: Book, case: Case) -> tuple[Relation, ...]:
    """Return every other case that shares something with `case`, the closest first."""
    own = _traits(book, case)
    relations = []
    for other in book.cases:
        if other.id == case.id:
            continue
        shared = _traits(book, other).keys() & own.keys()
        reasons = tuple(reason for reason in own.values() if _key(reason) in shared)
        if reasons:
            relations.append(Relation(other, reasons))
    return tuple(sorted(relations, key=lambda relation: (-relation.weight, relation.case.id)))


def _key(reason: Reason) -> tuple[str, str]:
    return reason.kind, reason.address


def _traits(book: Book, case: Case) -> dict[tuple[str, str], Reason]:
    """Everything by which a case can be related, in the order in which it is told."""
    areas = [Reason("area", book.area(id_).name, f"/areas/{id_}/") for id_ in case.areas]
    organisations = [
        Reason("organisation", known.name, known.address) for known in book.organisations_in(case)
    ]
    countries = [
        Reason("country", term.name, f"/countries/{term.id}/") for term in book.countries_of(case)
    ]
    themes = [Reason("theme", term.name, f"/themes/{term.id}/") for term in book.themes_of(case)]
    tools = [Reason("tool", book.tool(id_).title, book.tool(id_).address) for id_ in case.tools]
    return {
        _key(reason): reason for reason in (*areas, *organisations, *countries, *themes, *tools)
    }
