"""Areas, countries and themes in the API, and all other vocabularies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from casebank.addresses import feed_address
from casebank.api.case_summary import ThemeCount, theme_counts
from casebank.api.item import AskRef, CaseRef, Item, Links, OrganisationRef, Uri, Ways
from casebank.fields import Record
from casebank.term import BROWSED, Term, VocabularyFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casebank.api.addresses import Addresses


class TermSummaryLinks(Links):
    """Ways from a term."""

    atom: Uri
    """Feed of its cases, as Atom."""

    json_feed: Uri
    """The same, as JSON Feed."""


class TermLinks(TermSummaryLinks):
    """All ways from a term."""

    cases: Ways
    """Its cases, by id."""

    themes: Ways
    """Themes of its asks, by id."""

    asks: Uri
    """Where asks stand."""

    organisations: Uri
    """Where organisations stand."""


class TermCounts(Record):
    """How much there is under a term."""

    cases: int
    """Cases."""

    asks: int
    """Asks of all kinds."""


class TermSummary(Term, Item):
    """An innovation area, a country or a theme in short."""

    links: TermSummaryLinks
    """Where it stands."""

    counts: TermCounts
    """How much there is under it."""


class TermRecord(TermSummary):
    """An innovation area, a country or a theme, with everything under it."""

    links: TermLinks
    """Where it stands, and where what it names stands."""

    cases: tuple[CaseRef, ...]
    """Ids of its cases: for a theme, of those with an ask under it."""

    asks: tuple[AskRef, ...]
    """Ids of its asks: for an area or a country, of all asks of its cases."""

    themes: tuple[ThemeCount, ...]
    """Themes of these asks, in the order of the vocabulary."""

    organisations: tuple[OrganisationRef, ...]
    """Ids of the organisations that come from a country; none for areas and themes."""


class VocabularyItem(VocabularyFile, Item):
    """A vocabulary with all of its terms. Areas, countries and themes are collections instead."""


_GLOSSARY = "glossary"
"""The one vocabulary with a page of its own beside the codebook."""


def term_summaries(vocabulary: str, addresses: Addresses) -> Iterator[TermSummary]:
    """Yield the terms of a vocabulary with pages in short, in the order of its file."""
    for term in addresses.book.terms(vocabulary):
        yield TermSummary.of(
            **_fields(term),
            links=TermSummaryLinks(**_ways(vocabulary, term, addresses)),
            counts=_counts(vocabulary, term, addresses),
        )


def term_record(vocabulary: str, term: Term, addresses: Addresses) -> TermRecord:
    """Return a term that has a page, with everything under it."""
    book = addresses.book
    cases = tuple(case.id for case in book.cases_with(vocabulary, term))
    asks = book.asks_with(vocabulary, term)
    themes = theme_counts(book.terms("themes"), asks)
    natives = book.organisations_from(term.code) if term.code else ()
    return TermRecord.of(
        **_fields(term),
        links=TermLinks(
            **_ways(vocabulary, term, addresses),
            cases=addresses.records("cases", cases),
            themes=addresses.records("themes", (one.id for one in themes)),
            asks=addresses.collection("asks"),
            organisations=addresses.collection("organisations"),
        ),
        counts=_counts(vocabulary, term, addresses),
        cases=cases,
        asks=tuple(ask.id for ask in asks),
        themes=themes,
        organisations=tuple(known.id for known in natives),
    )


def vocabulary_items(addresses: Addresses) -> Iterator[VocabularyItem]:
    """Yield all vocabularies that are no collections of their own, by id."""
    for name, vocabulary in sorted(addresses.book.vocabularies.items()):
        if name not in BROWSED:
            yield VocabularyItem.of(
                id=name,
                links=Links(
                    self=addresses.collection("vocabularies"),
                    page=addresses.of(
                        "/glossary/" if name == _GLOSSARY else f"/data/codebook/#{name}"
                    ),
                ),
                **{field: getattr(vocabulary, field) for field in VocabularyFile.model_fields},
            )


def _fields(term: Term) -> dict[str, Any]:
    return {name: getattr(term, name) for name in Term.model_fields}


def _ways(vocabulary: str, term: Term, addresses: Addresses) -> dict[str, str]:
    return {
        "self": addresses.record(vocabulary, term.id),
        "page": addresses.of(f"/{vocabulary}/{term.id}/"),
        "atom": addresses.of(feed_address("atom", vocabulary, term.id)),
        "json_feed": addresses.of(feed_address("json", vocabulary, term.id)),
    }


def _counts(vocabulary: str, term: Term, addresses: Addresses) -> TermCounts:
    book = addresses.book
    return TermCounts(
        cases=len(book.cases_with(vocabulary, term)), asks=len(book.asks_with(vocabulary, term))
    )
