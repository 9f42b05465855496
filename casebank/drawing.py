"""What a canvas is drawn with: colours, rectangles, figures and captions."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from annotated_types import Ge, Le, MinLen
from pydantic import model_validator

from casebank.fields import Line, Record
from casebank.problem import FieldError


class Tint(StrEnum):
    """A colour of the book, by its name."""

    NONE = "none"
    WHITE = "white"
    WASH = "wash"
    GOLD_WASH = "gold-wash"
    SIGNAL_WASH = "signal-wash"
    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    LINE = "line"
    SOFT = "soft"
    INK = "ink"
    TEAL = "teal"
    GOLD = "gold"
    SIGNAL = "signal"


class Area(Record):
    """A rectangle, in millimetres."""

    x: float
    """From the left edge of the sheet."""

    y: float
    """From its upper edge."""

    w: Annotated[float, Ge(1)]
    """Width."""

    h: Annotated[float, Ge(1)]
    """Height."""

    def holds(self, other: Area) -> bool:
        """Tell whether another rectangle lies within this one."""
        return self.reaches((other.x, other.y)) and self.reaches(
            (other.x + other.w, other.y + other.h)
        )

    def reaches(self, point: tuple[float, float]) -> bool:
        """Tell whether a point lies within this rectangle or on its edge."""
        x, y = point[0] - self.x, point[1] - self.y
        return -HAIR <= x <= self.w + HAIR and -HAIR <= y <= self.h + HAIR

    def meets(self, other: Area) -> bool:
        """Tell whether the two have more than an edge in common."""
        across = min(self.x + self.w, other.x + other.w) - max(self.x, other.x)
        down = min(self.y + self.h, other.y + other.h) - max(self.y, other.y)
        return across > HAIR and down > HAIR


HAIR = 0.01
"""Millimetres that nobody sees: sums of decimal fractions differ by less."""


Point = tuple[float, float]
"""From the left and from the upper edge of the sheet, in millimetres."""


class Shape(Record):
    """A drawing below the boxes, for the eye alone; what it means the description says."""

    line: Annotated[tuple[Point, ...], MinLen(2)] | None = None
    """A line from point to point."""

    polygon: Annotated[tuple[Point, ...], MinLen(3)] | None = None
    """A closed figure with these corners."""

    ellipse: Area | None = None
    """The rectangle around an ellipse; that of a circle is a square."""

    tint: Tint = Tint.NONE
    """Colour of the ground."""

    stroke: Tint = Tint.NONE
    """Colour of the line around it."""

    width: Annotated[float, Ge(0.05), Le(5)] = 0.35
    """Of the line."""

    dashed: bool = False
    """Whether the line is broken."""

    @model_validator(mode="after")
    def _one_figure(self) -> Shape:
        if sum(figure is not None for figure in (self.line, self.polygon, self.ellipse)) != 1:
            raise FieldError("is not one figure.", "Give a line, a polygon or an ellipse.")
        return self

    @property
    def points(self) -> tuple[Point, ...]:
        """The corners; of an ellipse, those of the rectangle around it."""
        if self.ellipse:
            area = self.ellipse
            return ((area.x, area.y), (area.x + area.w, area.y + area.h))
        return self.line or self.polygon or ()


class Anchor(StrEnum):
    """Which end of a caption stands at its place."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


class Caption(Record):
    """A short text on one line, such as the end of an axis."""

    x: float
    """Place of its anchor, from the left edge of the sheet."""

    y: float
    """Place of its baseline, from the upper edge."""

    text: Line
    """The words."""

    size: Annotated[float, Ge(2), Le(12)] = 3.2
    """Of the letters, in millimetres."""

    anchor: Anchor = Anchor.START
    """`start`, `middle` or `end`."""

    turn: Annotated[float, Ge(-90), Le(90)] = 0
    """Degrees by which it is turned clockwise around its anchor."""

    tint: Tint = Tint.SOFT
    """Colour of the letters."""

    strong: bool = False
    """Whether it is set in the semibold face."""
