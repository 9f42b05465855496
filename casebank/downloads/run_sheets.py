"""The run sheets of a workshop to print, one format a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from casebank.day import printed_day
from casebank.download import FOLDER, Download
from casebank.phrases import duration_in_words, plural
from casebank.printed import page_count
from casebank.prose import without_citations
from casebank.qr import qr_rows
from casebank.run_sheet import rows
from casebank.typography import typographic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casebank.book import Book
    from casebank.press import Press
    from casebank.publication import Publication
    from casebank.run_sheet import Format, Session
    from casebank.tool import Tool

PLANNER = "/plan/"
"""Where a run sheet is fitted to one's own day."""


def run_sheets(book: Book, publication: Publication, press: Press) -> Iterator[Download]:
    """Yield the sheets of each tool whose blocks are steps of its own."""
    for tool in book.tools:
        if tool.formats and tool.steps_by_id:
            url = publication.url(PLANNER)
            data = {
                "title": typographic(f"{tool.title}: run sheets"),
                "publisher": publication.name,
                "date": printed_day(tool.review.reviewed_on),
                "url": url,
                "qr": qr_rows(url),
                "formats": [_format(tool, format_) for format_ in tool.formats],
            }
            content = press.pdf("run_sheets", data)
            path = f"{FOLDER}/{tool.id}-run-sheets.pdf"
            detail = plural(len(tool.formats), "format")
            yield Download(path, content, "Run sheets", tool.address, detail, page_count(content))


def _format(tool: Tool, format_: Format) -> dict[str, Any]:
    return {
        "title": typographic(format_.title),
        "length": duration_in_words(format_.minutes),
        "sessions": [_session(tool, session) for session in format_.sessions],
        "note": typographic(without_citations(format_.note or "")),
    }


def _session(tool: Tool, session: Session) -> dict[str, Any]:
    days = session.days_later
    later = f", about {plural(days, 'day')} later" if days else ""
    return {
        "title": typographic((session.title or "") + later),
        "rows": [
            {
                "start": row.start,
                "minutes": row.block.minutes,
                "title": typographic(row.title),
                "lead": row.step.led_by if row.step and row.step.led_by else "",
                "result": typographic(row.result),
                "pause": row.block.pause is not None,
            }
            for row in rows(session, tool.steps_by_id)
        ],
        "end": session.end,
        "length": duration_in_words(session.minutes),
    }
