"""Cases side by side: what the comparison shows of each case, row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from casebank.organisation import organisation_address
from casebank.views.templates import macros

if TYPE_CHECKING:
    from markupsafe import Markup

    from casebank.book import Book
    from casebank.case import Case

ROWS = {
    "places": "Place",
    "areas": "Innovation area",
    "kind": "Kind",
    "time": "When",
    "scope": "Scope",
    "methods": "Methods used",
    "figures": "Key figures",
    "stakeholders": "Who took part",
    "portfolios": "Portfolios",
    "asks": "What is asked for",
}
"""Macros of templates/comparison.html, with the heads of their rows."""

CHOICES = 300
"""With more cases than this, nobody finds one in a list: the explorer is the way to choose."""


def comparison(book: Book, case: Case) -> dict[str, Any]:
    """Return what is shown of one case, as plain data with HTML in its cells.

    `rows` are pairs of head and cell, in the same order for every case; `themes` are the themes of
    its asks: `{"id", "label", "cell"}`.
    """
    cells = macros("comparison.html", organisation_address=organisation_address)
    return {
        "title": case.title,
        "address": case.address,
        "rows": [[label, _tidy(cells[name](case, book))] for name, label in ROWS.items()],
        "themes": [
            {"id": theme.id, "label": theme.label.en, "cell": cell}
            for theme in book.terms("themes")
            if (asks := [ask for ask in book.asks_of(case) if theme.id in ask.themes])
            for cell in [_tidy(cells["ask_links"](asks))]
        ],
    }


def comparison_form(book: Book) -> Markup:
    """Return the form by which two or three cases are chosen."""
    by_title = sorted(book.cases, key=lambda case: case.title.casefold())
    return macros("comparison.html", organisation_address=organisation_address)["form"](
        by_title if len(by_title) <= CHOICES else ()
    )


def _tidy(html: Markup) -> str:
    return str(html).strip()
