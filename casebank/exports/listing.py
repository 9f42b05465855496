"""The book as lines for a terminal: id, tab, text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casebank.phrases import plural
from casebank.views.upkeep import all_work

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casebank.book import Book

LISTS = ("cases", "tools", "asks", "organisations", "gaps", "upkeep")
"""What can be listed."""


def listing(book: Book, what: str) -> Iterator[str]:
    """Yield the lines of one of the `LISTS`."""
    if what == "cases":
        yield from (
            f"{case.id}\t{case.title} ({case.record}, {plural(len(book.asks_of(case)), 'ask')})"
            for case in book.cases
        )
    elif what == "tools":
        yield from (f"{tool.id}\t{tool.title} ({tool.kind})" for tool in book.tools)
    elif what == "asks":
        yield from (
            f"{ask.id}\t{ask.title or ask.text} [{', '.join(ask.themes)}]" for ask in book.asks
        )
    elif what == "organisations":
        for known in book.organisations:
            yield f"{known.id}\t{known.name} ({', '.join(case.id for case in known.cases)})"
    elif what == "upkeep":
        for work in all_work(book):
            for item in work.items:
                yield from (f"{item.id}\t{work.id}: {text}" for text in item.texts or (item.name,))
    else:
        yield from (
            f"{term.id}\tarea without a full case: {term.label.en}"
            for term in book.gaps.areas_without_full_case
        )
        yield from (
            f"{term.id}\tcountry without a case: {term.label.en}"
            for term in book.gaps.countries_without_case
        )
        yield from (
            f"{term.id}\tstakeholder group never present: {term.label.en}"
            for term in book.gaps.groups_never_present
        )
        yield from (
            f"{term.id}\ttheme without an ask: {term.label.en}"
            for term in book.gaps.themes_without_ask
        )
