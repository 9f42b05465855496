"""The page of a tool, in the order in which somebody decides on it and then uses it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casebank.addresses import card_path
from casebank.case import newest_first
from casebank.page import Page
from casebank.prose import Prose
from casebank.views.finding import tool_filters, tool_words
from casebank.views.templates import fragment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casebank.book import Book
    from casebank.tool import Block, Format, Tool


@dataclass(frozen=True)
class Row:
    """One block of a run sheet with its clock time."""

    start: str
    """As `09:20`."""

    block: Block


def rows(format_: Format) -> Iterator[Row]:
    """Yield the blocks of a run sheet with the times at which they begin."""
    passed = 0
    for block in format_.blocks:
        yield Row(clock(format_.start, passed), block)
        passed += block.minutes


def clock(start: str, minutes: int) -> str:
    """Return the clock time `minutes` after `start`, past midnight if need be."""
    hour, minute = start.split(":")
    total = int(hour) * 60 + int(minute) + minutes
    return f"{total // 60 % 24:02d}:{total % 60:02d}"


def tool_page(book: Book, tool: Tool) -> Page:
    """Return the page of `tool`."""
    body = fragment(
        "tool.md",
        tool=tool,
        book=book,
        prose=Prose(book.glossary, tool.sources, "tools-and-methods"),
        wholes=tuple(book.tool(id_) for id_ in tool.part_of),
        cases=newest_first(book.cases_using(tool.id)),
        rows=rows,
        ends=lambda format_: clock(format_.start, format_.minutes),
    )
    return Page(
        f"tools-and-methods/{tool.id}.md",
        tool.title,
        tool.summary,
        body,
        tool.path,
        layout="record",
        filters=tool_filters(tool),
        search_words=tool_words(tool),
        picture=card_path(tool.address),
    )
