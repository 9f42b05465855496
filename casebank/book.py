"""The book: all cases, tools and vocabularies, checked; it answers what pages ask."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from casebank.ask import Ask, asks_of
from casebank.canvas import Canvas
from casebank.case import Case, newest_first
from casebank.country import country
from casebank.gaps import Gaps, gaps_of
from casebank.grouping import grouped
from casebank.guide import Part
from casebank.organisation import KnownOrganisation, by_case, by_country, organisations_of
from casebank.prose import Glossary
from casebank.related import RelatedCases, Relation
from casebank.similar import Similar, SimilarAsks
from casebank.term import Term, Vocabulary
from casebank.tool import Tool
from casebank.upkeep import Upkeep, upkeep_of


@dataclass(frozen=True)
class Book:
    """Everything that was read. Build one with `casebank.load`, which refuses faulty content."""

    cases: tuple[Case, ...]
    """Sorted by id."""

    tools: tuple[Tool, ...]
    """Sorted by id."""

    vocabularies: Mapping[str, Vocabulary]
    """By the name of their file. Countries have their ISO code as `code`."""

    canvases: tuple[Canvas, ...] = ()
    """Drawings of tools, sorted by id."""

    guide: tuple[Part, ...] = ()
    """The parts of the Facilitator's Guide, by number."""

    # Single things, by id. An id that does not exist is a programming error: KeyError.

    def case(self, id_: str) -> Case:
        """Return the case with this id."""
        return self._cases_by_id[id_]

    def tool(self, id_: str) -> Tool:
        """Return the tool with this id."""
        return self._tools_by_id[id_]

    def canvas(self, id_: str) -> Canvas:
        """Return the canvas with this id."""
        return {canvas.id: canvas for canvas in self.canvases}[id_]

    def term(self, vocabulary: str, id_: str) -> Term:
        """Return a term; countries are named by their ISO code."""
        return (
            self._countries_by_code[id_]
            if vocabulary == "countries"
            else self.vocabularies[vocabulary].by_id[id_]
        )

    def area(self, id_: str) -> Term:
        """Return an innovation area."""
        return self.term("areas", id_)

    def theme(self, id_: str) -> Term:
        """Return a recommendation theme."""
        return self.term("themes", id_)

    def country(self, code: str) -> Term:
        """Return a country by its ISO code; one in which no case is set has no page."""
        return self._countries_by_code.get(code) or country(code)

    # Lists of terms, in the order of their files; countries by English name.

    def terms(self, vocabulary: str) -> tuple[Term, ...]:
        """Return all terms of a vocabulary."""
        return self.vocabularies[vocabulary].terms

    def countries_of(self, case: Case) -> tuple[Term, ...]:
        """Return the countries of a case's places, each once."""
        return tuple(self.country(code) for code in case.countries)

    def themes_of(self, case: Case) -> tuple[Term, ...]:
        """Return the themes of a case's asks, the most frequent first."""
        counts = Counter(theme for ask in self.asks_of(case) for theme in ask.themes)
        found = [term for term in self.terms("themes") if counts[term.id]]
        return tuple(sorted(found, key=lambda term: -counts[term.id]))

    # Cases.

    @cached_property
    def newest(self) -> tuple[Case, ...]:
        """All cases: the year latest first, full cases before cards, then by title."""
        return newest_first(self.cases)

    def cases_in_area(self, area: str) -> tuple[Case, ...]:
        """Return the cases of an innovation area."""
        return self._cases_by["areas"].get(area, ())

    def cases_in_country(self, code: str) -> tuple[Case, ...]:
        """Return the cases with a place in a country."""
        return self._cases_by["countries"].get(code, ())

    def cases_using(self, tool: str) -> tuple[Case, ...]:
        """Return the cases that used a tool."""
        return self._cases_by["tools"].get(tool, ())

    def cases_with(self, vocabulary: str, term: Term) -> tuple[Case, ...]:
        """Return the cases under a term of `areas`, `countries` or `themes`."""
        return self._cases_by[vocabulary].get(term.code or term.id, ())

    def related(self, case: Case, limit: int = 5) -> tuple[Relation, ...]:
        """Return the closest related cases with the reasons, the closest first."""
        return self._related_cases.to(case, limit)

    @property
    def pictures(self) -> tuple[str, ...]:
        """Paths of the pictures of all cases, relative to the repository."""
        return tuple(image.path_in(case.id) for case in self.cases for image in case.images)

    # Asks.

    @cached_property
    def asks(self) -> tuple[Ask, ...]:
        """Every ask of every case."""
        return tuple(ask for case in self.cases for ask in asks_of(case))

    def asks_of(self, case: Case) -> tuple[Ask, ...]:
        """Return the asks of one case, in the order of its page."""
        return self._asks_by_case.get(case.id, ())

    def asks_where(self, *, theme: str = "", area: str = "", country: str = "") -> tuple[Ask, ...]:
        """Return the asks with all of the given terms; a country is named by its ISO code."""
        cases = self.cases_in_country(country) if country else self.cases
        if area:
            cases = tuple(case for case in cases if area in case.areas)
        asks = (ask for case in cases for ask in self.asks_of(case))
        return tuple(ask for ask in asks if not theme or theme in ask.themes)

    def asks_with(self, vocabulary: str, term: Term) -> tuple[Ask, ...]:
        """Return the asks under a term of `areas`, `countries` or `themes`."""
        if vocabulary == "areas":
            return self.asks_where(area=term.id)
        if vocabulary == "countries":
            return self.asks_where(country=term.code or "")
        return self.asks_where(theme=term.id)

    @cached_property
    def asks_by_theme(self) -> Counter[str]:
        """How many asks each theme has."""
        return Counter(theme for ask in self.asks for theme in ask.themes)

    def similar_asks(self, ask: Ask) -> Similar:
        """Return asks of other cases with two themes in common, or a theme and a support."""
        return self._similar_asks.to(ask)

    # Tools.

    def tools_before(self, tool: Tool) -> tuple[Tool, ...]:
        """Return the tools that come before one, whichever of the two files says so."""
        return tuple(
            other for other in self.tools if other.id in tool.follows or tool.id in other.precedes
        )

    def tools_after(self, tool: Tool) -> tuple[Tool, ...]:
        """Return the tools that come after one, whichever of the two files says so."""
        return tuple(
            other for other in self.tools if other.id in tool.precedes or tool.id in other.follows
        )

    def parts_of(self, tool: Tool) -> tuple[Tool, ...]:
        """Return the tools that are parts of one."""
        return tuple(other for other in self.tools if tool.id in other.part_of)

    def tools_with(self, canvas: Canvas) -> tuple[Tool, ...]:
        """Return the tools that list a canvas; there is one at least."""
        return tuple(tool for tool in self.tools if canvas.id in tool.canvases)

    # Organisations, gaps and texts.

    @cached_property
    def organisations(self) -> tuple[KnownOrganisation, ...]:
        """Every organisation that took part in a case."""
        return organisations_of(self.cases)

    def organisations_in(self, case: Case) -> tuple[KnownOrganisation, ...]:
        """Return the organisations that took part in a case."""
        return self._organisations_by_case.get(case.id, ())

    def organisations_from(self, code: str) -> tuple[KnownOrganisation, ...]:
        """Return the organisations that took part in a case and come from a country."""
        return self._organisations_by_country.get(code, ())

    @cached_property
    def gaps(self) -> Gaps:
        """What no case tells yet."""
        return gaps_of(self)

    @cached_property
    def upkeep(self) -> Upkeep:
        """What maintainers could do next."""
        return upkeep_of(self)

    @cached_property
    def glossary(self) -> Glossary:
        """The finder of glossary terms in texts."""
        return Glossary(self.terms("glossary"))

    # Look-up tables behind the questions above.

    @cached_property
    def _cases_by_id(self) -> dict[str, Case]:
        return {case.id: case for case in self.cases}

    @cached_property
    def _cases_by(self) -> dict[str, dict[str, tuple[Case, ...]]]:
        cases = self.cases
        return {
            "areas": grouped((area, case) for case in cases for area in case.areas),
            "countries": grouped((code, case) for case in cases for code in case.countries),
            "themes": grouped((one.id, case) for case in cases for one in self.themes_of(case)),
            "tools": grouped((tool, case) for case in cases for tool in case.tools),
        }

    @cached_property
    def _tools_by_id(self) -> dict[str, Tool]:
        return {tool.id: tool for tool in self.tools}

    @cached_property
    def _countries_by_code(self) -> dict[str, Term]:
        return {term.code or "": term for term in self.terms("countries")}

    @cached_property
    def _asks_by_case(self) -> dict[str, tuple[Ask, ...]]:
        return grouped((ask.case.id, ask) for ask in self.asks)

    @cached_property
    def _similar_asks(self) -> SimilarAsks:
        return SimilarAsks(self.asks)

    @cached_property
    def _related_cases(self) -> RelatedCases:
        return RelatedCases(self)

    @cached_property
    def _organisations_by_case(self) -> dict[str, tuple[KnownOrganisation, ...]]:
        return by_case(self.organisations)

    @cached_property
    def _organisations_by_country(self) -> dict[str, tuple[KnownOrganisation, ...]]:
        return by_country(self.organisations)
