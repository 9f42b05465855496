"""What search knows of a page besides its text: by what it is narrowed down, and hidden words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casebank.country import names

if TYPE_CHECKING:
    from casebank.ask import Ask
    from casebank.book import Book
    from casebank.case import Case
    from casebank.term import Term
    from casebank.tool import Tool

FILTERS = {
    "kind": "Kind",
    "area": "Innovation area",
    "country": "Country",
    "theme": "Theme",
    "tool": "Tool or method",
    "year": "Year",
}
"""Names of the filters, in the order in which search offers them, as people read them."""

TERM_KINDS = {"areas": "Innovation area", "countries": "Country", "themes": "Theme"}
"""Kinds of the pages of terms, by vocabulary."""

Filters = dict[str, tuple[str, ...]]


def case_filters(book: Book, case: Case) -> Filters:
    """Return the filters of a case; their values are what its own page prints."""
    return {
        "kind": (case.kind.label,),
        "area": tuple(book.area(id_).name for id_ in case.areas),
        "country": tuple(term.label.en for term in book.countries_of(case)),
        "theme": tuple(term.name for term in book.themes_of(case)),
        "tool": tuple(book.tool(id_).title for id_ in case.tools),
        "year": (case.year,) if case.year else (),
    }


def tool_filters(tool: Tool) -> Filters:
    """Return the filters of a tool."""
    return {"kind": (tool.kind.capitalize(),)}


def term_filters(vocabulary: str) -> Filters:
    """Return the filters of the page of a term."""
    return {"kind": (TERM_KINDS[vocabulary],)}


def case_words(case: Case) -> tuple[str, ...]:
    """Return other names of the places of a case."""
    return _once(*(word for place in case.places for word in place_words(place.city)))


def related_words(book: Book, case: Case) -> tuple[str, ...]:
    """Return other names of the areas, countries and themes of a case."""
    areas = (book.area(id_) for id_ in case.areas)
    terms = (*areas, *book.countries_of(case), *book.themes_of(case))
    return _once(*(word for term in terms for word in term_words(term)))


def tool_words(tool: Tool) -> tuple[str, ...]:
    """Return other names of a tool."""
    return _once(tool.acronym or "", *tool.aliases)


def other_names(term: Term) -> tuple[str, ...]:
    """Return the words by which people search for a term, in any language."""
    return _once(term.short or "", *term.aliases)


def term_words(term: Term) -> tuple[str, ...]:
    """Return its other names and its French label, of which a single word says less."""
    return _once(term.label.fr, *other_names(term))


def ask_words(book: Book, ask: Ask) -> tuple[str, ...]:
    """Return the names of the themes and kinds of support of an ask, in all their forms."""
    kinds = (book.term("support-kinds", id_) for id_ in ask.support)
    terms = (*(book.theme(id_) for id_ in ask.themes), *kinds)
    return _once(*(word for term in terms for word in (term.label.en, *term_words(term))))


def country_words(term: Term) -> tuple[str, ...]:
    """Return the names of a country in other languages, and its other names."""
    return _once(*term_words(term), *names(term.code or ""))


def place_words(city: str) -> tuple[str, ...]:
    """Return how people shorten a city's name: `St Étienne` for Saint-Étienne."""
    for long, short in (("Saint-", "St "), ("Sainte-", "Ste "), ("Sankt ", "St ")):
        if city.startswith(long):
            return (short + city.removeprefix(long),)
    return ()


def _once(*words: str) -> tuple[str, ...]:
    """Return each word once, without empty ones, in order."""
    return tuple(dict.fromkeys(word for word in words if word))
