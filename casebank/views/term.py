"""The page of one term: what it means, everything under it, and an invitation where nothing is."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from casebank.case import newest_first
from casebank.page import Page
from casebank.publication import UNPUBLISHED
from casebank.schema_org import on_page, term_thing
from casebank.views.finding import TERM_KINDS, country_words, other_names, term_filters
from casebank.views.for_programs import term_alternates
from casebank.views.templates import MOST_LISTED, fragment

if TYPE_CHECKING:
    from casebank.ask import Ask
    from casebank.book import Book
    from casebank.case import Case
    from casebank.place import Place
    from casebank.publication import Publication
    from casebank.term import Term, Vocabulary

_MISSING = {
    "areas": "No case in this innovation area has been told in this book. "
    "If your city has tried something here, or knows of a case, add it.",
    "countries": "No case from this country is in the book yet. "
    "A linked case is a good beginning; a full case is better.",
    "themes": "No case asks for anything under this theme yet. If your city did, add its case.",
}


def term_page(
    book: Book, vocabulary: Vocabulary, term: Term, publication: Publication = UNPUBLISHED
) -> Page:
    """Return the page of `term`, one of the `BROWSED` vocabularies."""
    cases = book.cases_with(vocabulary.id, term)
    listed = newest_first(cases)[:MOST_LISTED]
    if vocabulary.id == "countries":
        listed = tuple(sorted(listed, key=lambda case: _city_in(case, term).key))
    asks = book.asks_with(vocabulary.id, term)
    counts = Counter(theme for ask in asks for theme in ask.themes)
    position = vocabulary.terms.index(term)
    alternates = term_alternates(vocabulary.id, term)
    body = fragment(
        "term.md",
        book=book,
        vocabulary=vocabulary,
        term=term,
        cases=cases,
        listed=listed,
        anchors=_city_anchors(listed, term) if vocabulary.id == "countries" else {},
        asks=asks,
        asks_by_country=_by_country(book, _newest(asks)) if vocabulary.id == "themes" else (),
        themes=[(theme, counts[theme.id]) for theme in book.terms("themes") if counts[theme.id]],
        organisations=book.organisations_from(term.code) if term.code else (),
        missing=_MISSING[vocabulary.id],
        kind=TERM_KINDS[vocabulary.id],
        alternates=alternates,
        before=vocabulary.terms[position - 1] if position else None,
        after=vocabulary.terms[position + 1] if position + 1 < len(vocabulary.terms) else None,
    )
    return Page(
        f"{vocabulary.id}/{term.id}.md",
        term.label.en,
        term.definition,
        body,
        vocabulary.path,
        layout="wide",
        filters=term_filters(vocabulary.id),
        search_words=country_words(term) if term.code else other_names(term),
        related_words=() if term.code else (term.label.fr,),
        alternates=alternates,
        linked_data=on_page(term_thing(vocabulary, term, publication)),
    )


def _newest(asks: tuple[Ask, ...]) -> tuple[Ask, ...]:
    """Return the asks of the newest cases, no more than a page lists; of few, all as they are."""
    if len(asks) <= MOST_LISTED:
        return asks
    return tuple(sorted(asks, key=lambda ask: -int(ask.case.year or 0))[:MOST_LISTED])


def _by_country(
    book: Book, asks: tuple[Ask, ...]
) -> list[tuple[Term, list[tuple[Case, list[Ask]]]]]:
    """Gather asks by the country of their case's main place, and by case."""
    cases = [(case, list(group)) for case, group in groupby(asks, key=lambda ask: ask.case)]
    by_code: dict[str, list[tuple[Case, list[Ask]]]] = {}
    for case, group in cases:
        by_code.setdefault(case.place.country, []).append((case, group))
    countries = ((book.country(code), group) for code, group in by_code.items())
    return sorted(countries, key=lambda pair: pair[0].id)


def _city_in(case: Case, country: Term) -> Place:
    """Return the first place of `case` in a country."""
    return next(place for place in case.places if place.country == country.code)


def _city_anchors(cases: tuple[Case, ...], country: Term) -> dict[str, str]:
    """Return the anchor of the first case of each city, by the id of the case.

    The map leads there if a city has several cases; they follow each other.
    """
    first = {_city_in(case, country).key: case.id for case in reversed(cases)}
    return {id_: f"city-{key}" for key, id_ in first.items()}
