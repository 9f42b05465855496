"""What no case tells yet: the findings that invite a contribution."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from casebank.book import Book
    from casebank.term import Term


@dataclass(frozen=True)
class Gaps:
    """Terms under which something is missing, in the order of their vocabularies."""

    areas_without_full_case: tuple[Term, ...]
    """No full case, though there may be a card."""

    countries_without_case: tuple[Term, ...]
    """Listed countries in which no case is set."""

    groups_never_present: tuple[Term, ...]
    """Stakeholder groups of which nobody took part in any full case."""

    themes_without_ask: tuple[Term, ...]
    """Themes under which nobody asked for anything."""


def gaps_of(book: Book) -> Gaps:
    """Return the gaps of a book."""
    present = {
        group.group for case in book.cases for group in case.stakeholders if group.organisations
    }
    themes = {theme for ask in book.asks for theme in ask.themes}
    return Gaps(
        areas_without_full_case=tuple(
            area
            for area in book.terms("areas")
            if not any(case.is_full for case in book.cases_where(area=area.id))
        ),
        countries_without_case=tuple(
            term for term in book.terms("countries") if not book.cases_in_country(term.code or "")
        ),
        groups_never_present=tuple(
            term for term in book.terms("stakeholder-groups") if term.id not in present
        ),
        themes_without_ask=tuple(term for term in book.terms("themes") if term.id not in themes),
    )
