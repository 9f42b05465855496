"""A case in short, as the collection of cases has it, and what is computed of every case."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from casebank.api.item import Item, Links, Ways, documented
from casebank.case import CaseFields, CaseKind, RecordKind
from casebank.fields import AreaId, CountryCode, Record, ThemeId, ToolId, When
from casebank.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casebank.api.addresses import Addresses
    from casebank.ask import Ask
    from casebank.case import Case
    from casebank.term import Term


class CaseSummaryLinks(Links):
    """Ways from a case to what it stands under."""

    areas: Ways
    """Its innovation areas, by id."""

    countries: Ways
    """Its countries, by code; in a record also those from which guests came."""

    themes: Ways
    """Themes of its asks, by id."""

    tools: Ways
    """Tools that it used, by id."""


class ThemeCount(Record):
    """How many asks a theme has here."""

    id: ThemeId
    """Id of the theme."""

    asks: int
    """How many asks; one with two themes counts under both."""


class CaseCounts(Record):
    """How much a case tells."""

    asks: int
    """Asks of all kinds; none in a card, since they have not been read yet."""

    portfolios: int
    """Portfolios."""

    organisations: int
    """Organisations that took part."""


class CaseSummary(Item):
    """A case in short."""

    links: CaseSummaryLinks
    """Where it stands, and where what it names stands."""

    title: str = documented(CaseFields, "title")
    summary: str = documented(CaseFields, "summary")
    kind: CaseKind = documented(CaseFields, "kind")
    record: RecordKind = documented(CaseFields, "record")
    places: tuple[Place, ...] = documented(CaseFields, "places")
    areas: tuple[AreaId, ...] = documented(CaseFields, "areas")
    tools: tuple[ToolId, ...] = documented(CaseFields, "tools")
    held: When | None = documented(CaseFields, "held")
    published: When | None = documented(CaseFields, "published")
    publisher: str = documented(CaseFields, "publisher")

    countries: tuple[CountryCode, ...]
    """Countries of its places, each once."""

    year: str | None
    """Year of the event, or else of publication; null when neither is known."""

    themes: tuple[ThemeCount, ...]
    """Themes of its asks, the most frequent first."""

    counts: CaseCounts
    """How much it tells."""


_OF_THE_FILE = tuple(name for name in CaseSummary.model_fields if name in CaseFields.model_fields)


def case_summaries(addresses: Addresses) -> Iterator[CaseSummary]:
    """Yield all cases in short, by id."""
    for case in addresses.book.cases:
        yield CaseSummary.of(
            id=case.id,
            links=CaseSummaryLinks(**case_ways(case, addresses)),
            **{name: getattr(case, name) for name in _OF_THE_FILE},
            **computed(case, addresses),
        )


def computed(case: Case, addresses: Addresses) -> dict[str, Any]:
    """Return what a summary and a record say of a case that stands in no file."""
    book = addresses.book
    return {
        "countries": case.countries,
        "year": case.year or None,
        "themes": theme_counts(book.themes_of(case), book.asks_of(case)),
        "counts": CaseCounts(
            asks=len(book.asks_of(case)),
            portfolios=len(case.portfolios),
            organisations=len(book.organisations_in(case)),
        ),
    }


def case_ways(case: Case, addresses: Addresses) -> dict[str, Any]:
    """Return the links that a summary and a record share."""
    themes = (term.id for term in addresses.book.themes_of(case))
    return {
        "self": addresses.record("cases", case.id),
        "page": addresses.of(case.address),
        "areas": addresses.records("areas", case.areas),
        "countries": addresses.countries(case.countries),
        "themes": addresses.records("themes", themes),
        "tools": addresses.records("tools", case.tools),
    }


def theme_counts(themes: Iterable[Term], asks: Iterable[Ask]) -> tuple[ThemeCount, ...]:
    """Count the asks of each theme that has any, in the order of the themes."""
    counts = Counter(theme for ask in asks for theme in ask.themes)
    return tuple(ThemeCount(id=one.id, asks=counts[one.id]) for one in themes if counts[one.id])
