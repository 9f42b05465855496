"""Tables of vocabularies and of their terms: one of each, so that every id can be looked up."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING

from casebank.iris import Iris
from casebank.tables.columns import joined, own, table_name
from casebank.tables.table import Cells, Column, Table, Type, table_of
from casebank.term import Term, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casebank.book import Book
    from casebank.publication import Publication


def term_tables(book: Book, publication: Publication) -> Iterator[Table]:
    """Yield the table of vocabularies, then the terms of each."""
    cells = {
        **own(Vocabulary, "id"),
        **_in_both_languages("title"),
        **own(Vocabulary, "definition"),
    }
    vocabularies, iris = book.vocabularies.values(), Iris(publication)
    yield table_of("vocabularies", "Vocabularies", "a vocabulary", cells, vocabularies)
    for vocabulary in vocabularies:
        if vocabulary.id == "countries":
            yield _countries(book, iris)
        else:
            yield _terms(vocabulary, iris)


def _terms(vocabulary: Vocabulary, iris: Iris) -> Table:
    cells: Cells = {
        **own(Term, "id"),
        **_in_both_languages("label"),
        **own(Term, "short", "definition"),
        **joined(Term, "aliases"),
        **own(Term, "origin"),
        Column("page", "Address at which it is explained.", Type.ADDRESS): (
            lambda term: iris.term(vocabulary.id, term.id)
        ),
    }
    name, title = table_name(vocabulary.id), vocabulary.title.en
    return table_of(name, title, "a term", cells, vocabulary.terms)


def _countries(book: Book, iris: Iris) -> Table:
    """Return all countries that some table names: those with a page, and those of organisations."""
    paged = {term.code: term for term in book.terms("countries")}
    codes = {
        one.country for known in book.organisations for one in known.participations if one.country
    }
    others = [book.country(code) for code in sorted(codes - set(paged))]
    page = Column("page", "Address of its page, if it has one.", Type.ADDRESS, required=False)
    why = Column("definition", "Why the country is listed.", required=False)
    (code,) = own(Term, "code")
    cells: Cells = {
        replace(code, required=True, meaning="ISO 3166-1 alpha-2 code."): lambda term: term.code,
        **own(Term, "id"),
        **_in_both_languages("label"),
        why: lambda term: term.definition if term.code in paged else None,
        **joined(Term, "aliases"),
        page: lambda term: iris.term("countries", term.id) if term.code in paged else None,
    }
    title, found = book.vocabularies["countries"].title.en, (*paged.values(), *others)
    return table_of("countries", title, "a country", cells, found, key=("code",))


def _in_both_languages(field: str) -> Cells:
    return {
        Column(f"{field}_{language}", f"{field.capitalize()} in {name}."): attrgetter(
            f"{field}.{language}"
        )
        for language, name in (("en", "English"), ("fr", "French"))
    }
