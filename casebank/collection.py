"""Collections that a reader explores: all cases and all asks, in order, with their facets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from casebank.ask import Ask, AskKind
from casebank.case import Case, CaseKind, RecordKind
from casebank.facets import Facet, FacetRule, facet

if TYPE_CHECKING:
    from casebank.book import Book

Record = TypeVar("Record", Case, Ask)


@dataclass(frozen=True)
class Order(Generic[Record]):
    """One way to sort a collection."""

    id: str
    """As it stands in an address."""

    label: str
    key: Callable[[Record], Any]


@dataclass(frozen=True)
class Collection(Generic[Record]):
    """Records of one kind, as a page explores them."""

    id: str
    """Name of its folder of data."""

    address: str
    """Of the page that explores it."""

    records: tuple[Record, ...]
    """The newest first."""

    rules: tuple[FacetRule[Record], ...]
    """The facets that a reader sees, in order."""

    orders: tuple[Order[Record], ...]
    """In what other orders a reader can have the records."""

    hidden: tuple[FacetRule[Record], ...] = ()
    """Facets that a page counts without offering them, such as the cities of the map."""

    def positions(self, order: Order[Record]) -> list[int]:
        """Return the places of the records in `records`, in another order."""
        return sorted(range(len(self.records)), key=lambda place: order.key(self.records[place]))

    @cached_property
    def facets(self) -> tuple[Facet, ...]:
        """The facets that a reader sees."""
        return tuple(facet(rule, self.records) for rule in self.rules)

    @cached_property
    def all_facets(self) -> tuple[Facet, ...]:
        """The facets that a reader sees, then the hidden ones."""
        return (*self.facets, *(facet(rule, self.records) for rule in self.hidden))


def case_collection(book: Book) -> Collection[Case]:
    """Return all cases with their facets."""
    cases = book.newest
    years = sorted({case.year for case in cases if case.year}, reverse=True)
    cities = sorted({place.key: place.city for case in cases for place in case.places}.items())
    rules: tuple[FacetRule[Case], ...] = (
        FacetRule(
            "theme",
            "Theme",
            _terms(book, "themes"),
            lambda case: (theme.id for theme in book.themes_of(case)),
        ),
        FacetRule("area", "Innovation area", _terms(book, "areas"), lambda case: case.areas),
        FacetRule(
            "country",
            "Country",
            _terms(book, "countries"),
            lambda case: (term.id for term in book.countries_of(case)),
        ),
        FacetRule(
            "kind",
            "Kind",
            [(kind.value, kind.label) for kind in CaseKind],
            lambda case: (case.kind.value,),
        ),
        FacetRule(
            "record",
            "Length of record",
            [(RecordKind.FULL.value, "Full case"), (RecordKind.CARD.value, "Linked case")],
            lambda case: (case.record.value,),
        ),
        FacetRule(
            "tool",
            "Tool or method",
            [(tool.id, tool.title) for tool in book.tools],
            lambda case: case.tools,
        ),
        FacetRule(
            "group",
            "Who took part",
            _terms(book, "stakeholder-groups"),
            lambda case: (group.group for group in case.stakeholders if group.organisations),
        ),
        FacetRule(
            "year",
            "Year",
            [*((year, year) for year in years), ("unknown", "not known")],
            lambda case: (case.year or "unknown",),
        ),
    )
    city = FacetRule[Case]("city", "City", cities, lambda case: (p.key for p in case.places))
    orders = (
        Order[Case]("title", "Title, A to Z", lambda case: case.title.casefold()),
        Order[Case]("asks", "Most asks first", lambda case: -len(book.asks_of(case))),
    )
    return Collection("cases", "/cases/", cases, rules, orders, (city,))


def ask_collection(book: Book) -> Collection[Ask]:
    """Return all asks with their facets, those of the newest case first."""
    asks = tuple(ask for case in book.newest for ask in book.asks_of(case))
    rules: tuple[FacetRule[Ask], ...] = (
        FacetRule("theme", "Theme", _terms(book, "themes"), lambda ask: ask.themes),
        FacetRule(
            "kind", "Kind", [(kind.value, kind.label) for kind in AskKind], lambda ask: (ask.kind,)
        ),
        FacetRule(
            "support", "Support needed", _terms(book, "support-kinds"), lambda ask: ask.support
        ),
        FacetRule(
            "country",
            "Country",
            _terms(book, "countries"),
            lambda ask: (term.id for term in book.countries_of(ask.case)),
        ),
        FacetRule("area", "Innovation area", _terms(book, "areas"), lambda ask: ask.case.areas),
    )
    orders = (Order[Ask]("city", "City, A to Z", lambda ask: ask.case.place.city.casefold()),)
    return Collection("asks", "/recommendations/", asks, rules, orders)


def _terms(book: Book, vocabulary: str) -> Sequence[tuple[str, str]]:
    return [(term.id, term.name) for term in book.terms(vocabulary)]
