"""Tools in the API: in short for the collection, and complete."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casebank.api.case import Completeness, filled
from casebank.api.item import CaseRef, Item, Links, Uri, Ways, documented
from casebank.fields import Record, ToolId
from casebank.tool import Span, ToolFields, ToolKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casebank.api.addresses import Addresses
    from casebank.tool import Tool


class ToolLinks(Links):
    """All ways from a tool."""

    bibtex: Uri
    """Its citation as BibTeX."""

    ris: Uri
    """Its citation as RIS."""

    csl: Uri
    """Its citation as CSL-JSON."""

    cases: Ways
    """Cases that used it, by id."""

    tools: Ways
    """Tools before and after it, its parts, and what it is a part of, by id."""

    canvases: Uri
    """Where drawings stand."""

    vocabularies: Uri
    """Where the terms of audiences and artefacts stand."""


class ToolCounts(Record):
    """How much there is of a tool."""

    cases: int
    """Cases that used it."""


class ToolSummary(Item):
    """A tool in short."""

    title: str = documented(ToolFields, "title")
    acronym: str | None = documented(ToolFields, "acronym")
    kind: ToolKind = documented(ToolFields, "kind")
    summary: str = documented(ToolFields, "summary")
    duration: Span | None = documented(ToolFields, "duration")
    group_size: Span | None = documented(ToolFields, "group_size")

    counts: ToolCounts
    """How many cases used it."""


class ToolRecord(ToolFields, Item):
    """A tool with every field of its file, and what is computed from the book."""

    links: ToolLinks
    """Where it stands, and where what it names stands."""

    sections: dict[str, str]
    """Body text by section heading, in the order of its file. It is Markdown: `[^key]` cites a
    source, and `../cases/x.md` is what is published at `/cases/x/`."""

    counts: ToolCounts = documented(ToolSummary, "counts")

    used_in: tuple[CaseRef, ...]
    """Ids of the cases that used it."""

    before: tuple[ToolId, ...]
    """Tools to use first, whichever of the two files says so."""

    after: tuple[ToolId, ...]
    """Tools to use next, whichever of the two files says so."""

    parts: tuple[ToolId, ...]
    """Tools that are parts of it."""

    completeness: Completeness
    """What is known, and what is missing."""


_OF_THE_FILE = tuple(name for name in ToolSummary.model_fields if name in ToolFields.model_fields)


def tool_summaries(addresses: Addresses) -> Iterator[ToolSummary]:
    """Yield all tools in short, by id."""
    for tool in addresses.book.tools:
        yield ToolSummary.of(
            id=tool.id,
            links=Links(
                self=addresses.record("tools", tool.id),
                page=addresses.of(tool.address),
            ),
            **{name: getattr(tool, name) for name in _OF_THE_FILE},
            counts=_counts(tool, addresses),
        )


def tool_record(tool: Tool, addresses: Addresses) -> ToolRecord:
    """Return a tool with every field, and what is computed."""
    book = addresses.book
    used_in = tuple(case.id for case in book.cases_using(tool.id))
    before = tuple(other.id for other in book.tools_before(tool))
    after = tuple(other.id for other in book.tools_after(tool))
    parts = tuple(other.id for other in book.parts_of(tool))
    named = (*tool.precedes, *tool.follows, *tool.part_of, *before, *after, *parts)
    return ToolRecord.of(
        id=tool.id,
        links=ToolLinks(
            self=addresses.record("tools", tool.id),
            page=addresses.of(tool.address),
            **addresses.citations(tool.address),
            cases=addresses.records("cases", used_in),
            tools=addresses.records("tools", named),
            canvases=addresses.collection("canvases"),
            vocabularies=addresses.collection("vocabularies"),
        ),
        **{name: getattr(tool, name) for name in ToolFields.model_fields},
        sections=tool.sections,
        counts=_counts(tool, addresses),
        used_in=used_in,
        before=before,
        after=after,
        parts=parts,
        completeness=filled(tool),
    )


def _counts(tool: Tool, addresses: Addresses) -> ToolCounts:
    return ToolCounts(cases=len(addresses.book.cases_using(tool.id)))
