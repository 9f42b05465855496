"""The Facilitator's Guide on the site: the frame of a part, and the macros that parts call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casebank.guide import TOOL
from casebank.plan import steps_of, things
from casebank.run_sheet import rows
from casebank.views.templates import macros

if TYPE_CHECKING:
    from collections.abc import Callable

    from markupsafe import Markup

    from casebank.book import Book

WORKSHOP = "prototyping-workshop"
"""The tool whose day the guide explains."""


def framed(book: Book, number: int, html: str) -> Markup:
    """Return the page of a part with the way to it, and on to its neighbours."""
    parts = {part.number: part for part in book.guide}
    frame = _parts()["frame"]
    return frame(parts[number], parts.get(number - 1), parts.get(number + 1), len(parts), html)


def guide_contents(book: Book) -> Markup:
    """The list of all parts."""
    return _parts()["contents"](book.guide)


def run_sheet(book: Book, format_: str) -> Markup:
    """The run sheet of one format of the workshop as a table."""
    tool = book.tool(WORKSHOP)
    (found,) = (one for one in tool.formats if one.id == format_)
    return _parts()["sheet"](tool, found)


def step_cards(book: Book) -> Markup:
    """The card of each step of the day, in full."""
    tool = book.tool(WORKSHOP)
    return _parts()["cards"](book, [step for step in tool.steps if step.id])


def supplies_table(book: Book, format_: str) -> Markup:
    """Everything that must lie ready in a format, and by what it is counted."""
    tool = book.tool(WORKSHOP)
    formats = [one for one in tool.formats if one.id == format_]
    return _parts()["supplies"](things(steps_of(formats, tool), canvases=True))


def glossary_table(book: Book) -> Markup:
    """The terms of the glossary that the guide uses, in both languages."""
    used: set[str] = set()
    for part in book.guide:
        book.glossary.collect(part.text, used)
    terms = [term for term in book.terms("glossary") if term.id in used]
    return _parts()["glossary"](sorted(terms, key=lambda term: term.label.en.casefold()))


def guide_sources(book: Book) -> Markup:
    """The sources of the guide."""
    return _parts()["source_lines"](book.tool(TOOL).sources)


def _parts() -> dict[str, Callable[..., Markup]]:
    return macros("guide.html", rows=rows)
