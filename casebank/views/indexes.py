"""Index fragments that pages in docs/ call by name: lists, tables, counts, the evidence matrix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from casebank.evidence import matrix
from casebank.featured import featured_ask
from casebank.views.comparison import comparison_form
from casebank.views.europe import europe_map
from casebank.views.explorer import ask_explorer, case_explorer
from casebank.views.templates import macros

if TYPE_CHECKING:
    from collections.abc import Callable

    from casebank.book import Book


def index_macros(
    book: Callable[[], Book], repository: str = ""
) -> dict[str, Callable[..., Markup]]:
    """Return the macros for docs/ by name; `book` is called at each use, so a preview is fresh.

    `repository` is the address of the repository, for links to it.
    """

    def parts() -> dict[str, Callable[..., Markup]]:
        used = {place.country for case in book().cases for place in case.places}
        return macros("indexes.html", countries=len(used))

    def case_cards(newest: int = 0, level: int = 2) -> Markup:
        """Cards of all cases, newest first, or of the newest few, with headings of this level."""
        return parts()["case_cards"](book(), book().newest[: newest or None], level)

    def case_table() -> Markup:
        """A table of all cases."""
        return parts()["case_table"](book(), book().newest)

    def term_list(vocabulary: str) -> Markup:
        """The terms of areas, countries or themes with their counts."""
        known = book()
        terms = [
            (
                term,
                len(known.cases_with(vocabulary, term)),
                len(known.asks_with(vocabulary, term)),
            )
            for term in known.terms(vocabulary)
        ]
        return parts()["term_list"](known, known.vocabularies[vocabulary], terms)

    def evidence_matrix(columns: str = "areas") -> Markup:
        """Asks by theme and area, or by theme and country."""
        return parts()["matrix"](matrix(book(), columns), columns)

    def vocabulary_table(name: str) -> Markup:
        """All terms of a vocabulary with their definitions."""
        return parts()["vocabulary_table"](book(), name)

    def city_map() -> Markup:
        """The map of Europe with the cities that have a case."""
        return europe_map(book())

    def explorer(name: str) -> Markup:
        """The explorer of all `cases` or all `asks`."""
        return {"cases": case_explorer, "asks": ask_explorer}[name](book())

    def featured() -> Markup:
        """One ask, as an example of what is in the book."""
        return parts()["featured"](book(), featured_ask(book()))

    def gap_list(level: int = 3) -> Markup:
        """What no case tells yet, with headings of this level."""
        return parts()["gap_list"](book(), level)

    def repository_link(text: str, path: str = "") -> Markup:
        """A link to a place in the repository; only its text where the repository is not known."""
        link = Markup('<a href="{}/{}">{}</a>')
        return link.format(repository.rstrip("/"), path, text) if repository else escape(text)

    plain = (
        "tool_cards",
        "tool_table",
        "figures",
        "glossary_list",
        "organisation_list",
    )
    return {
        "city_map": city_map,
        "explorer": explorer,
        "gap_list": gap_list,
        "comparison_form": lambda: comparison_form(book()),
        "featured": featured,
        "repository_link": repository_link,
        "case_cards": case_cards,
        "case_table": case_table,
        "term_list": term_list,
        "evidence_matrix": evidence_matrix,
        "vocabulary_table": vocabulary_table,
        **{name: lambda name=name: parts()[name](book()) for name in plain},
    }
