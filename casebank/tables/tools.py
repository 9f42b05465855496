"""Tables of tools and methods, and of what stands in their lists."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from casebank.addresses import api_address
from casebank.canvas import Canvas
from casebank.provenance import Review, Source
from casebank.step import Step
from casebank.tables.columns import column_of, joined, own, position, year_of
from casebank.tables.entries import OF_TOOL, entries
from casebank.tables.table import Cells, Column, Table, Type, table_of
from casebank.tool import BODY_SECTIONS, Material, Role, Span, Tool, ToolFields

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casebank.book import Book
    from casebank.publication import Publication

_TEXTS = ("use_when", "avoid_when", "inputs", "outputs")
"""Fields of a tool that are lists of texts."""


def tool_tables(book: Book, publication: Publication) -> Iterator[Table]:
    """Yield the tables of tools: themselves, what they are joined with, what they consist of."""
    yield _tools(book, publication)
    yield _relations(book)
    yield from _joins(book)
    yield from _parts(book)
    cells = own(Canvas, "id", "title", "purpose", "description", "note", "orientation")
    yield table_of("canvases", "Canvases", "a drawing", cells, book.canvases)


def _tools(book: Book, publication: Publication) -> Table:
    cells: Cells = {
        **own(Tool, "id", "title", "acronym"),
        **joined(ToolFields, "aliases"),
        **own(Tool, "kind", "summary", "purpose"),
        **joined(ToolFields, "audiences", "tool_audiences"),
        **_span("duration", "minutes"),
        **own(Tool, "duration_text"),
        **_span("group_size", "people"),
        Column("cases", "How many cases used it.", Type.INTEGER, least=0): (
            lambda tool: len(book.cases_using(tool.id))
        ),
        **own(Tool, "origin", "reconstruction", "link", "rights"),
        **own(Review, at="review", names={"status": "review_status"}),
        Column("page", "Address of its page.", Type.ADDRESS): (
            lambda tool: publication.url(tool.address)
        ),
        Column("json", "Address of its complete record.", Type.ADDRESS): (
            lambda tool: publication.url(api_address("tools", tool.id))
        ),
    }
    return table_of("tools", "Tools and methods", "a tool or method", cells, book.tools)


def _span(field: str, unit: str) -> Cells:
    names = {name: f"{field}_{name}" for name in Span.model_fields}
    spans = own(Span, at=field, optional=True, names=names)
    return {
        replace(column, meaning=f"In {unit}: {column.meaning}")
        if column.type.is_number
        else column: read
        for column, read in spans.items()
    }


def _relations(book: Book) -> Table:
    """Return which tool comes before which, whichever file says so, and which is part of which."""
    relation = Column(
        "relation",
        "`precedes`: the first comes before the other. `part-of`: it is a part of the other.",
        values=("precedes", "part-of"),
    )
    found = (
        (tool.id, name, other)
        for tool in book.tools
        for name, others in (
            ("precedes", [one.id for one in book.tools_after(tool)]),
            ("part-of", tool.part_of),
        )
        for other in others
    )
    cells: Cells = {
        OF_TOOL.column: lambda row: row[0],
        relation: lambda row: row[1],
        Column("other_id", "The other tool or method.", refers_to="tools.id"): lambda row: row[2],
    }
    key = ("tool_id", "relation", "other_id")
    return table_of(
        "tool_relations", "How tools belong together", "a relation", cells, found, key=key
    )


def _joins(book: Book) -> Iterator[Table]:
    for name, title, row, field, column in (
        ("tool_audiences", "Audiences of tools", "an audience", "audiences", "audience_id"),
        ("tool_needs", "What tools need", "what a tool needs", "needs", "artefact_id"),
        ("tool_produces", "What tools leave", "what a tool leaves", "produces", "artefact_id"),
        ("tool_canvases", "Canvases of tools", "a drawing of a tool", "canvases", "canvas_id"),
    ):
        linked = column_of(ToolFields, field, column)
        yield OF_TOOL.links(name, title, row, entries(book.tools, field), linked)


def _parts(book: Book) -> Iterator[Table]:
    tools = book.tools
    yield OF_TOOL.sections(
        "tool_sections", "Texts of tools", "a section of a tool", tools, BODY_SECTIONS
    )
    yield _texts(book)
    lists = (joined(Step, name, at="item") for name in ("prompts", "needs", "produces", "canvases"))
    yield OF_TOOL.groups(
        *("steps", "Steps of tools", "a step of a tool", entries(tools, "steps")),
        Step,
        names={"id": "step"},
        more={column: read for cells in lists for column, read in cells.items()},
    )
    yield OF_TOOL.groups(
        *("tool_roles", "Roles in tools", "a role", entries(tools, "roles")),
        Role,
        names={"count": "how_many"},
    )
    yield OF_TOOL.groups(
        *("tool_materials", "Materials of tools", "a thing", entries(tools, "materials")), Material
    )
    yield OF_TOOL.groups(
        *("tool_sources", "Sources of tools", "a source of a tool", entries(tools, "sources")),
        Source,
        names={"year": "published"},
        more=year_of("item.year"),
    )


def _texts(book: Book) -> Table:
    meanings = (f"`{name}`: {column_of(ToolFields, name, name).meaning}" for name in _TEXTS)
    field = Column("field", " ".join(meanings), values=_TEXTS)
    found = ((name, entry) for name in _TEXTS for entry in entries(book.tools, name))
    cells = {
        OF_TOOL.column: lambda row: row[1].owner.id,
        field: lambda row: row[0],
        position(): lambda row: row[1].position,
        Column("text", "One entry of that field."): lambda row: row[1].item,
    }
    key = ("tool_id", "field", "position")
    return table_of(
        "tool_texts", "When tools help, and what goes in and out", "a text", cells, found, key=key
    )
