"""Index fragments that pages in docs/ call by name: lists, tables, counts, the evidence matrix."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING

from casebank.download import Downloads
from casebank.evidence import matrix
from casebank.featured import featured_ask
from casebank.forge import Forge
from casebank.publication import UNPUBLISHED, Publication
from casebank.views.api import api_collections, api_version
from casebank.views.case_fields import case_fields
from casebank.views.citation import cite_book
from casebank.views.codebook import (
    codebook_fields,
    codebook_rules,
    codebook_tables,
    codebook_vocabularies,
)
from casebank.views.comparison import comparison_form
from casebank.views.data import data_address, dataset_files, dataset_tables
from casebank.views.downloads import canvas, download_tables, files_of
from casebank.views.europe import europe_map
from casebank.views.explorer import ask_explorer, case_explorer
from casebank.views.feeds import feed_list
from casebank.views.guide import (
    glossary_table,
    guide_contents,
    guide_sources,
    run_sheet,
    step_cards,
    supplies_table,
)
from casebank.views.method_map import method_map
from casebank.views.new_case import new_case_form
from casebank.views.plan import session_planner
from casebank.views.repository import repository_macros
from casebank.views.templates import macros
from casebank.views.upkeep import upkeep_lists

if TYPE_CHECKING:
    from collections.abc import Callable

    from markupsafe import Markup

    from casebank.book import Book


def index_macros(
    book: Callable[[], Book],
    repository: str = "",
    downloads: Callable[[], Downloads] = Downloads,
    publication: Publication = UNPUBLISHED,
) -> dict[str, Callable[..., Markup]]:
    """Return the macros for docs/ by name; `book` is called at each use, so a preview is fresh.

    `repository` is the address of the repository, for links to it; `downloads` gives the files to
    take along, and without it there are none; `publication` says where data are published.
    """

    def of_the_book(function: Callable[..., Markup]) -> Callable[..., Markup]:
        @wraps(function)
        def macro(*values: object, **named: object) -> Markup:
            return function(book(), *values, **named)

        return macro

    def with_downloads(function: Callable[..., Markup]) -> Callable[..., Markup]:
        @wraps(function)
        def macro(*values: object) -> Markup:
            return function(book(), downloads(), *values)

        return macro

    def upkeep(group: str) -> Markup:
        """One group of what maintainers could do next, with links to edit the files."""
        return upkeep_lists(book(), group, forge)

    def case_form() -> Markup:
        """The form of a new case."""
        return new_case_form(book(), forge)

    def with_publication(function: Callable[..., Markup]) -> Callable[..., Markup]:
        @wraps(function)
        def macro(*values: object) -> Markup:
            return function(book(), publication, *values)

        return macro

    forge = Forge(repository) if repository else None
    named = {function.__name__: of_the_book(function) for function in _FUNCTIONS}
    plain = {name: of_the_book(_template(name)) for name in _TEMPLATES}
    filed = {function.__name__: with_downloads(function) for function in _WITH_DOWNLOADS}
    published = {function.__name__: with_publication(function) for function in _WITH_PUBLICATION}
    forged = {macro.__name__: macro for macro in (upkeep, case_form)}
    return {**named, **plain, **filed, **published, **repository_macros(forge), **forged}


def case_cards(book: Book, newest: int = 0, level: int = 2) -> Markup:
    """Cards of all cases, newest first, or of the newest few, with headings of this level."""
    return _parts()["case_cards"](book, book.newest[: newest or None], level)


def case_table(book: Book) -> Markup:
    """A table of all cases."""
    return _parts()["case_table"](book, book.newest)


def explorer(book: Book, name: str) -> Markup:
    """The explorer of all `cases` or all `asks`."""
    return {"cases": case_explorer, "asks": ask_explorer}[name](book)


def term_list(book: Book, vocabulary: str) -> Markup:
    """The terms of areas, countries or themes with their counts."""
    terms = [
        (term, len(book.cases_with(vocabulary, term)), len(book.asks_with(vocabulary, term)))
        for term in book.terms(vocabulary)
    ]
    return _parts()["term_list"](book, book.vocabularies[vocabulary], terms)


def evidence_matrix(book: Book, columns: str = "areas") -> Markup:
    """Asks by theme and area, or by theme and country."""
    return _parts()["matrix"](matrix(book, columns), columns)


def gap_list(book: Book, level: int = 3) -> Markup:
    """What no case tells yet, with headings of this level."""
    return _parts()["gap_list"](book, level)


def featured(book: Book) -> Markup:
    """One ask, as an example of what is in the book."""
    return _parts()["featured"](book, featured_ask(book))


def figures(book: Book) -> Markup:
    """How much is in the book."""
    countries = {code for case in book.cases for code in case.countries}
    return _parts()["figures"](book, len(countries))


def city_map(book: Book) -> Markup:
    """The map of Europe with the cities that have a case."""
    return europe_map(book)


_FUNCTIONS: tuple[Callable[..., Markup], ...] = (
    *(case_cards, case_table, explorer, comparison_form, term_list, evidence_matrix, gap_list),
    *(featured, figures, city_map, session_planner),
    *(guide_contents, run_sheet, step_cards, supplies_table, glossary_table, guide_sources),
    *(method_map, case_fields, feed_list),
    *(codebook_fields, codebook_rules, codebook_vocabularies),
    *(api_collections, api_version),
)

_WITH_DOWNLOADS = (canvas, download_tables, files_of)

_WITH_PUBLICATION: tuple[Callable[..., Markup], ...] = (
    cite_book,
    codebook_tables,
    dataset_files,
    dataset_tables,
    data_address,
)

_TEMPLATES = ("tool_cards", "tool_table", "glossary_list", "organisation_list")
"""Macros of templates/indexes.html that need nothing but the book."""


def _parts() -> dict[str, Callable[..., Markup]]:
    return macros("indexes.html")


def _template(name: str) -> Callable[..., Markup]:
    def fill_in(book: Book) -> Markup:
        return _parts()[name](book)

    return fill_in
