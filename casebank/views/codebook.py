"""The codebook as readers see it: fields, kinds of values, vocabularies, and columns of tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import escape

from casebank.codebook import FieldEntry, codebook
from casebank.tables.all import tables
from casebank.term import BROWSED
from casebank.views.templates import documentation, macros

if TYPE_CHECKING:
    from collections.abc import Callable

    from markupsafe import Markup

    from casebank.book import Book
    from casebank.publication import Publication
    from casebank.tables.table import Column

LISTED = 12
"""Records that are named beside a field or term; of more, the page says how many. Each of some
three hundred entries has such a list, so that a longer one would make the page heavy."""

_EXPLORED = {
    "areas": "/cases/?area=",
    "countries": "/cases/?country=",
    "stakeholder-groups": "/cases/?group=",
    "themes": "/cases/?theme=",
}
"""Where readers see the cases of a term, however many; the id is to follow."""

_ASKED = {"themes": "/recommendations/?theme=", "support-kinds": "/recommendations/?support="}
"""The same for its asks."""


def codebook_fields(book: Book, record: str) -> Markup:
    """The fields of a `case`, a `tool` or a `term` of a vocabulary."""
    found: dict[str, tuple[FieldEntry, ...]] = {
        "case": codebook(book).case,
        "tool": codebook(book).tool,
        "term": codebook(book).term,
    }
    total = {"case": len(book.cases), "tool": len(book.tools), "term": 0}
    return _parts(book)["fields"](found[record], record, total[record])


def codebook_rules(book: Book) -> Markup:
    """What texts must be like, by the rules that fields name."""
    return _parts(book)["rules"](codebook(book).rules)


def codebook_vocabularies(book: Book) -> Markup:
    """Every vocabulary with its terms."""
    return _parts(book)["vocabularies"](codebook(book).vocabularies)


def codebook_tables(book: Book, publication: Publication) -> Markup:
    """Every table with its columns; those that vocabularies share are told once."""
    first: dict[tuple[Column, ...], str] = {}
    found = [
        (table, first.setdefault(table.columns, table.name)) for table in tables(book, publication)
    ]
    return _parts(book)["tables"](found)


def _parts(book: Book) -> dict[str, Callable[..., Markup]]:
    titles = {name: one.title.en for name, one in book.vocabularies.items()}
    return macros(
        "codebook.html",
        LISTED=LISTED,
        meant=documentation,
        literal=escape,  # a pattern keeps its straight quotation marks
        titles=titles,
        explored=_EXPLORED,
        asked=_ASKED,
        with_pages=BROWSED,
    )
