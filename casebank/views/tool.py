"""The page of a tool, in the order in which somebody decides on it and then uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casebank.addresses import api_address, card_path
from casebank.case import newest_first
from casebank.citation import tool_citation
from casebank.completeness import completeness
from casebank.download import NO_DOWNLOADS
from casebank.page import Page
from casebank.prose import Prose
from casebank.publication import UNPUBLISHED
from casebank.run_sheet import rows
from casebank.schema_org import on_page, tool_thing
from casebank.views.citation import SCRIPTS, citation_block, citation_tags
from casebank.views.downloads import tool_downloads
from casebank.views.finding import tool_filters, tool_words
from casebank.views.for_programs import record_alternates
from casebank.views.templates import fragment

if TYPE_CHECKING:
    from casebank.book import Book
    from casebank.download import Downloads
    from casebank.publication import Publication
    from casebank.tool import Tool


def tool_page(
    book: Book,
    tool: Tool,
    downloads: Downloads = NO_DOWNLOADS,
    publication: Publication = UNPUBLISHED,
) -> Page:
    """Return the page of `tool`, with its drawings and files."""
    citation = tool_citation(book, tool, publication)
    body = fragment(
        "tool.md",
        tool=tool,
        book=book,
        completeness=completeness(tool),
        prose=Prose(book.glossary, tool.sources, "tools-and-methods"),
        wholes=tuple(book.tool(id_) for id_ in tool.part_of),
        cases=newest_first(book.cases_using(tool.id)),
        downloads=tool_downloads(book, tool, downloads),
        cited=citation_block(citation, tool.address, api_address("tools", tool.id)),
        rows=rows,
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
        alternates=record_alternates(tool),
        linked_data=on_page(tool_thing(book, tool, publication)),
        citation_tags=citation_tags(citation),
        scripts=SCRIPTS,
    )
