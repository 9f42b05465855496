"""Canvases in the API: the drawings with every box, from which all printed forms are made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casebank.api.item import Item, Links, Ways
from casebank.canvas import CanvasFields
from casebank.fields import ToolId

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casebank.api.addresses import Addresses


class CanvasLinks(Links):
    """Ways from a canvas."""

    tools: Ways
    """Tools that list it, by id."""


class CanvasItem(CanvasFields, Item):
    """A printable sheet, in millimetres on A4."""

    links: CanvasLinks
    """Where it stands, and where what it names stands."""

    tools: tuple[ToolId, ...]
    """Ids of the tools that list it."""


def canvas_items(addresses: Addresses) -> Iterator[CanvasItem]:
    """Yield all canvases, by id."""
    book = addresses.book
    for canvas in book.canvases:
        tools = book.tools_with(canvas)
        yield CanvasItem.of(
            id=canvas.id,
            links=CanvasLinks(
                self=addresses.collection("canvases"),
                page=addresses.of(tools[0].address),
                tools=addresses.records("tools", (tool.id for tool in tools)),
            ),
            **{name: getattr(canvas, name) for name in CanvasFields.model_fields},
            tools=tuple(tool.id for tool in tools),
        )
