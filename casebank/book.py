"""The book: all cases, tools and vocabularies, checked; it answers what pages ask."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from casebank.about import NOTHING_SAID, About
from casebank.ask import Ask, asks_of, themes_of
from casebank.canvas import Canvas
from casebank.case import Case, newest_first
from casebank.country import country
from casebank.gaps import Gaps, gaps_of
from casebank.guide import Part
from casebank.lookup import Lookup
from casebank.organisation import KnownOrganisation, organisations_of
from casebank.permanence import Departure, Move, Removal, moves_of
from casebank.prose import Glossary
from casebank.related import Relation
from casebank.selection import select_asks, select_cases
from casebank.similar import Similar
from casebank.term import Term, Vocabulary
from casebank.tool import Tool
from casebank.upkeep import Upkeep, upkeep_of


@dataclass(frozen=True, eq=False)
class Book:
    """Everything that was read. Build one with `casebank.load`, which refuses faulty content.

    Countries are named by their ISO code. What asks for a single thing by its id, and
    `cases_where` and `asks_where`, raise `UnknownIdError` (a `KeyError`) for one that nothing has.
    """

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

    about: About = NOTHING_SAID
    """What the book says of itself: its title, version and licences."""

    moved: tuple[Move, ...] = ()
    """Addresses that lead elsewhere now, as `addresses/` names them."""

    removals: tuple[Removal, ...] = ()
    """What was published and is no more, by its address."""

    # Single things, by id.

    def case(self, id_: str) -> Case:
        """Return the case with this id."""
        return self._lookup.case[id_]

    def tool(self, id_: str) -> Tool:
        """Return the tool with this id."""
        return self._lookup.tool[id_]

    def canvas(self, id_: str) -> Canvas:
        """Return the canvas with this id."""
        return self._lookup.canvas[id_]

    def term(self, vocabulary: str, id_: str) -> Term:
        """Return a term."""
        if vocabulary == "countries":
            return self.country(id_)
        return self._lookup.vocabulary[vocabulary].by_id[id_]

    def area(self, id_: str) -> Term:
        """Return an innovation area."""
        return self.term("areas", id_)

    def theme(self, id_: str) -> Term:
        """Return a recommendation theme."""
        return self.term("themes", id_)

    def country(self, code: str) -> Term:
        """Return a country by its ISO code; one in which no case is set has no page."""
        return self._lookup.country.get(code) or country(code)

    # Lists of terms, in the order of their files; countries by English name.

    def terms(self, vocabulary: str) -> tuple[Term, ...]:
        """Return all terms of a vocabulary."""
        return self._lookup.vocabulary[vocabulary].terms

    def countries_of(self, case: Case) -> tuple[Term, ...]:
        """Return the countries of a case's places, each once."""
        return tuple(self.country(code) for code in case.countries)

    def themes_of(self, case: Case) -> tuple[Term, ...]:
        """Return the themes of a case's asks, the most frequent first."""
        return themes_of(self.asks_of(case), self.terms("themes"))

    # Cases.

    @cached_property
    def newest(self) -> tuple[Case, ...]:
        """All cases: the year latest first, full cases before cards, then by title."""
        return newest_first(self.cases)

    def cases_in_country(self, code: str) -> tuple[Case, ...]:
        """Return the cases with a place in a country."""
        return self._lookup.cases["countries"].get(code, ())

    def cases_using(self, tool: str) -> tuple[Case, ...]:
        """Return the cases that used a tool."""
        return self._lookup.cases["tools"].get(tool, ())

    def cases_with(self, vocabulary: str, term: Term) -> tuple[Case, ...]:
        """Return the cases under a term of `areas`, `countries` or `themes`."""
        return self._lookup.cases[vocabulary].get(term.code or term.id, ())

    def cases_where(
        self,
        *,
        area: str = "",
        country: str = "",
        theme: str = "",
        tool: str = "",
        kind: str = "",
        record: str = "",
    ) -> tuple[Case, ...]:
        """Return the cases with everything that is given; the theme is one of their asks'."""
        terms = {"areas": area, "countries": country, "themes": theme, "tools": tool}
        kinds = {"case-kinds": kind, "records": record}
        return select_cases(self, terms | kinds, self._lookup.cases)

    def related(self, case: Case, limit: int = 5) -> tuple[Relation, ...]:
        """Return the closest related cases with the reasons, the closest first."""
        return self._lookup.related.to(case, limit)

    # Asks.

    @cached_property
    def asks(self) -> tuple[Ask, ...]:
        """Every ask of every case."""
        return tuple(ask for case in self.cases for ask in asks_of(case))

    def asks_of(self, case: Case) -> tuple[Ask, ...]:
        """Return the asks of one case, in the order of its page."""
        return self._lookup.asks.get(case.id, ())

    def asks_where(
        self,
        *,
        theme: str = "",
        area: str = "",
        country: str = "",
        tool: str = "",
        kind: str = "",
        support: str = "",
    ) -> tuple[Ask, ...]:
        """Return the asks with everything that is given; area, country and tool of their case."""
        cases = self.cases_where(area=area, country=country, theme=theme, tool=tool)
        terms = {"themes": theme, "ask-kinds": kind, "support-kinds": support}
        return select_asks(self, terms, cases)

    def asks_with(self, vocabulary: str, term: Term) -> tuple[Ask, ...]:
        """Return the asks under a term of `areas`, `countries` or `themes`."""
        keyword = {"areas": "area", "countries": "country", "themes": "theme"}[vocabulary]
        return self.asks_where(**{keyword: term.code or term.id})

    @cached_property
    def asks_by_theme(self) -> Counter[str]:
        """How many asks each theme has."""
        return Counter(theme for ask in self.asks for theme in ask.themes)

    def similar_asks(self, ask: Ask) -> Similar:
        """Return asks of other cases with two themes in common, or a theme and a support."""
        return self._lookup.similar.to(ask)

    # Tools.

    def tools_before(self, tool: Tool) -> tuple[Tool, ...]:
        """Return the tools that come before one, whichever of the two files says so."""
        return self._lookup.tools_before.get(tool.id, ())

    def tools_after(self, tool: Tool) -> tuple[Tool, ...]:
        """Return the tools that come after one, whichever of the two files says so."""
        return self._lookup.tools_after.get(tool.id, ())

    def parts_of(self, tool: Tool) -> tuple[Tool, ...]:
        """Return the tools that are parts of one."""
        return tuple(other for other in self.tools if tool.id in other.part_of)

    def tools_with(self, canvas: Canvas) -> tuple[Tool, ...]:
        """Return the tools that list a canvas; there is one at least."""
        return tuple(tool for tool in self.tools if canvas.id in tool.canvases)

    # Addresses, organisations, gaps and texts.

    @cached_property
    def moves(self) -> tuple[Move, ...]:
        """Every address that leads elsewhere now; those that cases name come first."""
        return (*moves_of(self.cases), *self.moved)

    def former_addresses(self, address: str) -> tuple[str, ...]:
        """Return the earlier addresses of a page, or of a place on one, in the order of files."""
        return self._lookup.former_addresses.get(address, ())

    def departures_from(self, address: str) -> tuple[Departure, ...]:
        """Return the asks and portfolios that stood on a page and are elsewhere now, or no more."""
        return self._lookup.departures.get(address, ())

    @cached_property
    def organisations(self) -> tuple[KnownOrganisation, ...]:
        """Every organisation that took part in a case."""
        return organisations_of(self.cases)

    def organisations_in(self, case: Case) -> tuple[KnownOrganisation, ...]:
        """Return the organisations that took part in a case."""
        return self._lookup.organisations_in.get(case.id, ())

    def organisations_from(self, code: str) -> tuple[KnownOrganisation, ...]:
        """Return the organisations that took part in a case and come from a country."""
        return self._lookup.organisations_from.get(code, ())

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

    @cached_property
    def _lookup(self) -> Lookup:
        return Lookup(self)
