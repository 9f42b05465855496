"""The page of one term: what it means, everything under it, and an invitation where nothing is."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from casebank.page import Page
from casebank.views.templates import fragment

if TYPE_CHECKING:
    from casebank.ask import Ask
    from casebank.book import Book
    from casebank.case import Case
    from casebank.term import Term, Vocabulary

BROWSED = ("areas", "countries", "themes")
"""The vocabularies whose terms have pages."""

_MISSING = {
    "areas": "No case in this innovation area has been told in this book. "
    "If your city has tried something here, or knows of a case, add it.",
    "countries": "No case from this country is in the book yet. "
    "A linked case is a good beginning; a full case is better.",
    "themes": "No case asks for anything under this theme yet. If your city did, add its case.",
}


def term_page(book: Book, vocabulary: Vocabulary, term: Term) -> Page:
    """Return the page of `term`, one of the `BROWSED` vocabularies."""
    asks = book.asks_with(vocabulary.id, term)
    counts = Counter(theme for ask in asks for theme in ask.themes)
    position = vocabulary.terms.index(term)
    body = fragment(
        "term.md",
        book=book,
        vocabulary=vocabulary,
        term=term,
        cases=book.cases_with(vocabulary.id, term),
        asks=asks,
        asks_by_country=_by_country(book, asks) if vocabulary.id == "themes" else (),
        themes=[(theme, counts[theme.id]) for theme in book.terms("themes") if counts[theme.id]],
        organisations=_organisations(book, term) if vocabulary.id == "countries" else (),
        missing=_MISSING[vocabulary.id],
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
    )


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


def _organisations(book: Book, term: Term) -> tuple[object, ...]:
    return tuple(
        known
        for known in book.organisations
        if any(one.country == term.code for one in known.participations)
    )
