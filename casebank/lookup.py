"""Look-up tables behind the questions that a book answers, each made at its first use."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from casebank.grouping import grouped
from casebank.organisation import KnownOrganisation, by_case, by_country
from casebank.permanence import Departure, departures
from casebank.register import Register
from casebank.related import RelatedCases
from casebank.similar import SimilarAsks

if TYPE_CHECKING:
    from casebank.ask import Ask
    from casebank.book import Book
    from casebank.canvas import Canvas
    from casebank.case import Case
    from casebank.term import Term, Vocabulary
    from casebank.tool import Tool


class Lookup:
    """The tables of one book."""

    def __init__(self, book: Book) -> None:
        self._book = book

    @cached_property
    def case(self) -> Register[Case]:
        """Cases by id."""
        return Register("a case", {case.id: case for case in self._book.cases})

    @cached_property
    def cases(self) -> dict[str, dict[str, tuple[Case, ...]]]:
        """Cases by what can be asked for with `Book.cases_where`, then by the id or code of one."""
        book, cases = self._book, self._book.cases
        return {
            "areas": grouped((area, case) for case in cases for area in case.areas),
            "countries": grouped((code, case) for case in cases for code in case.countries),
            "themes": grouped((one.id, case) for case in cases for one in book.themes_of(case)),
            "tools": grouped((tool, case) for case in cases for tool in case.tools),
            "case-kinds": grouped((case.kind.value, case) for case in cases),
            "records": grouped((case.record.value, case) for case in cases),
        }

    @cached_property
    def tool(self) -> Register[Tool]:
        """Tools by id."""
        return Register("a tool", {tool.id: tool for tool in self._book.tools})

    @cached_property
    def tools_before(self) -> dict[str, tuple[Tool, ...]]:
        """Tools by the id of one that comes after."""
        return grouped((second, self.tool[first]) for first, second in self._orders)

    @cached_property
    def tools_after(self) -> dict[str, tuple[Tool, ...]]:
        """Tools by the id of one that comes before."""
        return grouped((first, self.tool[second]) for first, second in self._orders)

    @cached_property
    def _orders(self) -> list[tuple[str, str]]:
        """Ids of two tools that follow one another, whichever of the two files says so."""
        tools = self._book.tools
        told_after = {(first, tool.id) for tool in tools for first in tool.follows}
        told_before = {(tool.id, second) for tool in tools for second in tool.precedes}
        return sorted(pair for pair in told_after | told_before if {*pair} <= self.tool.keys())

    @cached_property
    def canvas(self) -> Register[Canvas]:
        """Canvases by id."""
        return Register("a canvas", {canvas.id: canvas for canvas in self._book.canvases})

    @cached_property
    def vocabulary(self) -> Register[Vocabulary]:
        """Vocabularies by id."""
        return Register("a vocabulary", self._book.vocabularies)

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
    def departures(self) -> dict[str, tuple[Departure, ...]]:
        """Asks and portfolios that are no more on a page, by its address."""
        return grouped(departures(self._book.moves, self._book.removals))

    @cached_property
    def former_addresses(self) -> dict[str, tuple[str, ...]]:
        """Earlier addresses by today's."""
        return grouped((move.new, move.old) for move in self._book.moves)
