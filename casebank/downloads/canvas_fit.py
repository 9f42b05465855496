"""Whether the texts of a canvas fit: words in boxes, captions, blanks, the line at the foot.

How high the text of a box becomes is measured where it is set.
"""

from __future__ import annotations

from math import cos, radians, sin
from typing import TYPE_CHECKING

from casebank.canvas import EDGE
from casebank.downloads import canvas_style as style
from casebank.problem import PrintError, echo
from casebank.typography import typographic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casebank.downloads.canvas_sheets import Drawing
    from casebank.drawing import Caption

ROOM_TO_WRITE = 20.0
"""Millimetres of line that are left beside the name of a blank at least."""

_BACK = {"start": 0.0, "middle": 0.5, "end": 1.0}
"""Share of a caption that stands before its anchor."""

_RISE, _FALL = 0.75, 0.25
"""How far letters reach above and below their baseline, as shares of their size."""


def check_fit(drawing: Drawing) -> None:
    """Raise a `PrintError` with the file for every text that does not fit."""
    if faults := [f"{drawing.canvas.path}: {fault}" for fault in _faults(drawing)]:
        raise PrintError("\n".join(faults))


def _faults(drawing: Drawing) -> Iterator[str]:
    for panel in (one for sheet in drawing.sheets for one in sheet):
        try:
            panel.lines()
        except PrintError as error:
            yield f"box '{panel.id}': {error}"
    room = drawing.canvas.room
    for one in drawing.canvas.captions:
        if not all(map(room.reaches, _corners(one))):
            yield f"caption {echo(one.text)} leaves the sheet. Move it, or shorten it."
    for blank in drawing.blanks:
        if style.width(blank.label, style.BLANK) > blank.w - ROOM_TO_WRITE:
            yield f"blank {echo(blank.label)} leaves no line to write on. Shorten it."
    room_of_foot = drawing.canvas.size()[0] - 2 * EDGE
    if style.width(drawing.foot, style.FOOT) > room_of_foot:
        yield f"note: the line at the foot is wider than {room_of_foot:g} mm. Shorten the note."


def _corners(one: Caption) -> Iterator[tuple[float, float]]:
    """Yield where the corners of a caption come to lie once it is turned around its anchor."""
    width = style.width(
        typographic(one.text), one.size, style.STRONG if one.strong else style.REGULAR
    )
    left = -_BACK[one.anchor] * width
    turn = radians(one.turn)
    for x in (left, left + width):
        for y in (-_RISE * one.size, _FALL * one.size):
            yield one.x + x * cos(turn) - y * sin(turn), one.y + x * sin(turn) + y * cos(turn)
