"""Look-up tables behind the questions that a book answers, each made at its first use."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from casebank.grouping import grouped
from casebank.organisation import KnownOrganisation, by_case, by_country
from casebank.related import RelatedCases
from casebank.similar import SimilarAsks

if TYPE_CHECKING:
    from casebank.ask import Ask
    from casebank.book import Book
    from casebank.case import Case
    from casebank.term import Term
    from casebank.tool import Tool


class Lookup:
    """The tables of one book."""

    def __init__(self, book: Book) -> None:
        self._book = book

    @cached_property
    def case(self) -> dict[str, Case]:
        """Cases by id."""
        return {case.id: case for case in self._book.cases}

    @cached_property
    def cases(self) -> dict[str, dict[str, tuple[Case, ...]]]:
        """Cases by `areas`, `countries`, `themes` and `tools`, then by the id or code of one."""
        book, cases = self._book, self._book.cases
        return {
            "areas": grouped((area, case) for case in cases for area in case.areas),
            "countries": grouped((code, case) for case in cases for code in case.countries),
            "themes": grouped((one.id, case) for case in cases for one in book.themes_of(case)),
            "tools": grouped((tool, case) for case in cases for tool in case.tools),
        }

    @cached_property
    def tool(self) -> dict[str, Tool]:
        """Tools by id."""
        return {tool.id: tool for tool in self._book.tools}

    @cached_property
    def country(self) -> dict[str, Term]:
        """Countries by their ISO code."""
        return {term.code or "": term for term in self._book.terms("countries")}

    @cached_property
    def asks(self) -> dict[str, tuple[Ask, ...]]:
        """Asks by the id of their case."""
        return grouped((ask.case.id, ask) for ask in self._book.asks)

    @cached_property
    def similar(self) -> SimilarAsks:
        """The finder of similar asks."""
        return SimilarAsks(self._book.asks)

    @cached_property
    def related(self) -> RelatedCases:
        """The finder of related cases."""
        return RelatedCases(self._book)

    @cached_property
    def organisations_in(self) -> dict[str, tuple[KnownOrganisation, ...]]:
        """Organisations by the ids of the cases in which they took part."""
        return by_case(self._book.organisations)

    @cached_property
    def organisations_from(self) -> dict[str, tuple[KnownOrganisation, ...]]:
        """Organisations by the ISO codes of the countries they come from."""
        return by_country(self._book.organisations)

    @cached_property
    def former_addresses(self) -> dict[str, tuple[str, ...]]:
        """Earlier addresses by today's."""
        return grouped((move.new, move.old) for move in self._book.moves)
