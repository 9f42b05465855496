"""How canvases look in every format: colours, sizes of type, and how a text breaks into lines."""

from __future__ import annotations

import re
from functools import cache

from PIL import ImageFont

from casebank.canvas import Type
from casebank.drawing import Tint
from casebank.press import FONTS
from casebank.problem import PrintError

COLOURS = {
    Tint.WHITE: "#ffffff",
    Tint.WASH: "#e9f2f1",
    Tint.GOLD_WASH: "#f8f1de",
    Tint.SIGNAL_WASH: "#faece4",
    Tint.YELLOW: "#fbf0bf",
    Tint.GREEN: "#d5e8cf",
    Tint.BLUE: "#c6daee",
    Tint.LINE: "#c6c2b4",
    Tint.SOFT: "#4c5c60",
    Tint.INK: "#17262b",
    Tint.TEAL: "#0b5d66",
    Tint.GOLD: "#8a6100",
    Tint.SIGNAL: "#b4441f",
}
"""Grounds are lighter than on screen: people write on them, and a large sheet takes much ink."""

FRAME = "#a9b3b0"
"""Colour of the line around a box."""

NAME, PURPOSE, PROMPT, SMALL, NUMBER = 6.8, 3.3, 3.0, 2.1, 5.2
"""Sizes of letters in millimetres on A4: of the sheet's name and purpose, of a prompt, of the
field that a box becomes, and of its number. On A1 a prompt is 24 points high, which is read from
two metres."""

BLANK, FOOT = 2.7, 2.4
"""The same of the name of a blank, and of the line at the foot."""

TITLES = {Type.SMALL: 2.7, Type.NORMAL: 3.9, Type.LARGE: 5.2}
"""The same of the titles of boxes."""

INSET, TOP, GAP, RADIUS = 2.6, 2.9, 2.1, 1.6
"""Room between the edge of a box and its text, sideways and above, between title and prompt, and
its round corners."""

CAP, TITLE_LEADING, PROMPT_LEADING = 0.66, 0.42, 1.38
"""Height of capitals as a share of the size of letters; from a baseline to the capitals of the
next line, in a title as such a share and in a prompt in millimetres."""

SERIF, REGULAR, STRONG = "CasebookSerif", "SourceSans3-Regular", "SourceSans3-Semibold"
"""The typefaces, by the names of their files."""


def width(text: str, size: float, face: str = REGULAR) -> float:
    """Return how wide a line is, in the unit of `size`."""
    return float(_font(face).getlength(text)) / 1000 * size


def wrapped(text: str, size: float, room: float, face: str = REGULAR) -> list[str]:
    """Break a text into lines that are not wider than `room`.

    It may break after a hyphen within a word. A word that is still wider is a `PrintError`.
    """
    lines: list[str] = []
    for piece in re.findall(r"\s*(?:\S+?\w-(?=\w)|\S+)", text.strip()):
        if width(piece.strip(), size, face) > room:
            message = f"the word “{piece.strip()[:40]}” is wider than its place. Shorten it."
            raise PrintError(message)
        if lines and width(lines[-1] + piece, size, face) <= room:
            lines[-1] += piece
        else:
            lines.append(piece.strip())
    return lines


@cache
def _font(face: str) -> ImageFont.FreeTypeFont:
    # The other layout depends on what is installed, so lines would differ from machine to machine.
    return ImageFont.truetype(FONTS / f"{face}.ttf", 1000, layout_engine=ImageFont.Layout.BASIC)
