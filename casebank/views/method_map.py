"""The map of methods: tools as links on a drawing, and everything on it once more as a list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casebank.case import newest_first
from casebank.grouping import grouped
from casebank.method_drawing import LABEL_LINE, LINE, Flow, drawing
from casebank.method_map import MethodMap
from casebank.views.templates import fragment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from markupsafe import Markup

    from casebank.book import Book
    from casebank.case import Case
    from casebank.term import Term
    from casebank.tool import Tool

LISTED = 5
"""At most so many cases are listed beside a pair of tools; the explorer has all of them."""


@dataclass(frozen=True)
class Handover:
    """An artefact that a tool needs or produces."""

    artefact: Term
    tools: tuple[Tool, ...]
    """Where it comes from, or who needs it."""


@dataclass(frozen=True)
class Company:
    """Other tools that some cases used together with one."""

    tools: tuple[Tool, ...]
    cases: tuple[Case, ...]
    """All those that used it and them, newest first."""


@dataclass(frozen=True)
class Entry:
    """What the list says of one tool."""

    tool: Tool
    before: tuple[Tool, ...]
    after: tuple[Tool, ...]
    wholes: tuple[Tool, ...]
    parts: tuple[Tool, ...]
    needs: tuple[Handover, ...]
    produces: tuple[Handover, ...]
    company: tuple[Company, ...]
    """The most frequent first; each other tool stands in one of them."""


def method_map(book: Book, level: int = 3) -> Markup:
    """Return the map as inline SVG, and a list of the same with headings of this level."""
    tools = MethodMap(book.tools)
    names = {term.id: term.name for term in book.terms("artefacts")}
    return fragment(
        "method_map.html",
        drawings=[drawing(tools, flow, names) for flow in Flow],
        entries=tuple(_entries(book, tools)),
        measures={"line": LINE, "label_line": LABEL_LINE},
        book=book,
        level=level,
        listed=LISTED,
    )


def _entries(book: Book, tools: MethodMap) -> Iterator[Entry]:
    company = _company(book)
    for tool in tools.in_reading_order:
        yield Entry(
            tool,
            book.tools_before(tool),
            book.tools_after(tool),
            tuple(book.tool(whole) for whole in tool.part_of),
            book.parts_of(tool),
            _handovers(tool.needs, book, tools.makers_of),
            _handovers(tool.produces, book, tools.users_of),
            company.get(tool.id, ()),
        )


def _handovers(
    artefacts: tuple[str, ...], book: Book, tools: Callable[[str], tuple[Tool, ...]]
) -> tuple[Handover, ...]:
    """Return artefacts, each with what `tools` says of it."""
    return tuple(Handover(book.term("artefacts", id_), tools(id_)) for id_ in artefacts)


def _company(book: Book) -> dict[str, tuple[Company, ...]]:
    """Return the company of each tool that has any."""
    cases_of = grouped(
        ((tool, other), case)
        for case in newest_first(book.cases)
        for tool in case.tools
        for other in case.tools
        if other != tool
    )
    tools_of = grouped(
        ((tool, tuple(case.id for case in cases)), book.tool(other))
        for (tool, other), cases in sorted(cases_of.items(), key=lambda pair: pair[0])
    )
    by_number = sorted(tools_of.items(), key=lambda pair: -len(pair[0][1]))
    return grouped(
        (tool, Company(others, tuple(map(book.case, cases)))) for (tool, cases), others in by_number
    )
