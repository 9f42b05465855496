"""The canvases that tests of downloads look at: those of the book, made once, and a small one."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import casebank
from casebank.canvas import Canvas
from casebank.downloads.canvas_sheets import Drawing, drawing_of
from casebank.downloads.canvases import canvas_files
from casebank.press import Press
from casebank.publication import Publication

if TYPE_CHECKING:
    from casebank.download import Download

REPOSITORY = Path(__file__).parents[2]
PUBLICATION = Publication("Test book", "https://book.example/")
IDS = (
    "liept-sheet",
    "opsi-diamond",
    "policy-canvas",
    "portfolio-sheet",
    "stakeholder-map",
    "support-need-cards",
)
LANDSCAPE = ("liept-sheet", "opsi-diamond", "policy-canvas", "stakeholder-map")
SHEETS = (*LANDSCAPE, "portfolio-sheet")
"""All that are not cards."""

PROMPT = "Who takes part, who must be won over, who is affected?"


@cache
def real_files() -> dict[str, Download]:
    """Return the files of all canvases of the book by the end of their path."""
    files = canvas_files(casebank.load(REPOSITORY), PUBLICATION, Press())
    return {file.path.removeprefix("downloads/canvases/"): file for file in files}


@cache
def real_drawing(id_: str) -> Drawing:
    """Return a canvas of the book, ready to be drawn."""
    book = casebank.load(REPOSITORY)
    return drawing_of(book.canvas(id_), book, PUBLICATION)


def small_canvas(of_sheet: dict[str, Any] | None = None, **fields: Any) -> Canvas:
    """Return a canvas with one box; named values replace or add fields of the box."""
    box = {"id": "actors", "title": "Actors", "x": 10, "y": 40, "w": 60, "h": 40, "prompt": PROMPT}
    sheet = {
        "id": "small",
        "path": "canvases/small.yml",
        "title": "Small sheet",
        "purpose": "Write into the box.",
        "description": "One box.",
        "boxes": [{**box, **fields}],
        **(of_sheet or {}),
    }
    return Canvas.model_validate_json(json.dumps(sheet))


def small_drawing(
    of_sheet: dict[str, Any] | None = None,
    of_tool: dict[str, Any] | None = None,
    **fields: Any,
) -> Drawing:
    """Return the canvas with one box, ready to be drawn; it takes its tool from the book."""
    book = casebank.load(REPOSITORY)
    tool = book.tool("opsi-model").model_copy(update={"canvases": ("small",), **(of_tool or {})})
    canvas = small_canvas(of_sheet, **fields)
    return drawing_of(canvas, casebank.Book((), (tool,), {}, (canvas,)), PUBLICATION)
