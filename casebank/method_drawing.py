"""Where each tool of the map of methods lies on a drawing, and the arrows between them.

The drawing goes to the right where there is room, or down on a small screen. Both come from here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from textwrap import wrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from casebank.method_map import Link, MethodMap
    from casebank.tool import Tool

CARD = 190
"""Width of a tool that has no parts; two share the width of a drawing downwards."""

NARROW = 340
"""Width of a drawing downwards."""

LINE, LABEL_LINE = 19, 16
"""Height of a line of a title, and of a label on an arrow."""

HEAD = 46
"""Height of a card without its title."""

CAPTION = 56
"""Room for the caption above the tools that stand alone."""

_LETTER, _LABEL_LETTER = 8.1, 6.9
"""Width of a letter of a title and of a label; rather too much, so that no text is cut off."""

_PADDING, _BESIDE = 14, 14
"""Around texts and parts, and between tools side by side."""

_GAP, _GAP_DOWN, _LABELS = 50, 36, 164
"""Between a group of tools and the next: without labels to the right and down, and with labels."""

_MOST_LABELS = 3
"""Artefacts that an arrow names; the list has all of them."""

_Block = tuple[list["Box"], float, float]
"""Boxes from an origin of their own, with the width and height of all."""


class Flow(StrEnum):
    """The direction of a drawing."""

    RIGHT = "right"
    DOWN = "down"


@dataclass(frozen=True)
class Box:
    """The place of one tool on a drawing."""

    tool: Tool
    lines: tuple[str, ...]
    """Its title, broken into lines."""

    width: float
    height: float
    parts: tuple[Box, ...] = ()
    """What lies within it."""

    x: float = 0
    y: float = 0
    """Its upper left corner."""

    def moved(self, x: float, y: float) -> Box:
        """Return the box and what is in it, moved by so much."""
        parts = tuple(part.moved(x, y) for part in self.parts)
        return replace(self, x=self.x + x, y=self.y + y, parts=parts)

    def all(self) -> Iterator[Box]:
        """Yield the box and everything within it, each whole before its parts."""
        yield self
        for part in self.parts:
            yield from part.all()


@dataclass(frozen=True)
class Arrow:
    """One link on a drawing."""

    link: Link
    start: tuple[float, float]
    end: tuple[float, float]
    """Its tip."""

    labels: tuple[str, ...]
    """What is handed over, broken into lines."""

    x: float
    y: float
    """Where the first line of its labels stands: its middle to the right, its beginning down."""


@dataclass(frozen=True)
class Drawing:
    """The map of methods as it is drawn."""

    flow: Flow
    boxes: tuple[Box, ...]
    """Those that are in no other; in the order of reading."""

    alone: tuple[Box, ...]
    """Tools without any link, below the others."""

    arrows: tuple[Arrow, ...]
    top: float
    """Upper edge; above 0 where a label stands out."""

    width: float
    height: float
    """From 0."""

    def all(self) -> Iterator[Box]:
        """Yield every box, each whole before its parts."""
        for box in (*self.boxes, *self.alone):
            yield from box.all()


def drawing(tools: MethodMap, flow: Flow, names: Mapping[str, str]) -> Drawing:
    """Return the drawing of all tools in one direction; `names` are those of artefacts by id."""
    return _Draughtsman(tools, flow, names).drawing()


class _Draughtsman:
    """Places tools from the inside to the outside, then draws the arrows between them."""

    def __init__(self, tools: MethodMap, flow: Flow, names: Mapping[str, str]) -> None:
        self._tools, self._names = tools, names
        self._right = flow is Flow.RIGHT

    def drawing(self) -> Drawing:
        boxes, width, height = self._placed(None, NARROW)
        width = max(width, NARROW)
        arrows = tuple(self._arrows({one.tool.id: one for box in boxes for one in box.all()}))
        alone, _, rest = self._block(self._tools.alone, width, centred=False)
        below = height + CAPTION if boxes else CAPTION
        return Drawing(
            Flow.RIGHT if self._right else Flow.DOWN,
            tuple(boxes),
            tuple(box.moved(0, below) for box in alone),
            arrows,
            min([0, *(arrow.y - LABEL_LINE for arrow in arrows if arrow.labels)]),
            width,
            below + rest if alone else height,
        )

    def _placed(self, whole: str | None, room: float) -> _Block:
        """Place the parts of a whole, group after group; `room` is the width to fill downwards."""
        blocks = [
            self._block(rank, 0 if self._right else room) for rank in self._tools.ranks(whole)
        ]
        across = max((high if self._right else wide for _, wide, high in blocks), default=0)
        placed: list[Box] = []
        along = 0.0
        for boxes, wide, high in blocks:
            along += self._gap(boxes) if placed else 0
            x, y = (along, (across - high) / 2) if self._right else ((across - wide) / 2, along)
            placed += (box.moved(x, y) for box in boxes)
            along += wide if self._right else high
        return (placed, along, across) if self._right else (placed, across, along)

    def _block(self, ids: tuple[str, ...], room: float, *, centred: bool = True) -> _Block:
        """Place tools of one group in rows that fill the room, or below each other for 0."""
        share = CARD if self._right or len(ids) < 2 else (room - _BESIDE) / 2
        rows: list[list[Box]] = []
        for box in (self._box(id_, share, room) for id_ in ids):
            if rows and sum(one.width + _BESIDE for one in rows[-1]) + box.width <= room:
                rows[-1].append(box)
            else:
                rows.append([box])
        widths = [sum(box.width + _BESIDE for box in row) - _BESIDE for row in rows]
        wide = max([room, *widths])
        placed: list[Box] = []
        y = 0.0
        for row, width in zip(rows, widths, strict=True):
            x = (wide - width) / 2 if centred else 0
            for box in row:
                placed.append(box.moved(x, y))
                x += box.width + _BESIDE
            y += max(box.height for box in row) + _BESIDE
        return placed, wide, max(0, y - _BESIDE)

    def _box(self, id_: str, share: float, room: float) -> Box:
        """Return the box of a tool; one with parts is as wide as they are, or fills the room."""
        parts, wide, high = self._placed(id_, room - 2 * _PADDING)
        tool = self._tools.tools[id_]
        width = max(share, wide + 2 * _PADDING) if parts else share
        lines = tuple(wrap(tool.title, int((width - 2 * _PADDING) / _LETTER)))
        top = HEAD + len(lines) * LINE
        inside = tuple(part.moved(_PADDING, top) for part in parts)
        return Box(tool, lines, width, top + high + _PADDING if parts else top, inside)

    def _gap(self, boxes: list[Box]) -> float:
        """Return the room before a group of boxes, which has to hold the labels of its arrows."""
        inside = {one.tool.id for box in boxes for one in box.all()}
        labels = [self._labels(link) for link in self._tools.main_links if link.after in inside]
        if self._right:
            return _LABELS if any(labels) else _GAP
        return max(_GAP_DOWN, *map(_height, labels)) if labels else _GAP_DOWN

    def _arrows(self, boxes: Mapping[str, Box]) -> Iterator[Arrow]:
        for link in self._tools.main_links:
            one, other, labels = boxes[link.before], boxes[link.after], self._labels(link)
            if self._right:
                start = one.x + one.width, one.y + one.height / 2
                end = other.x, other.y + other.height / 2
                near = start[0] >= end[0] - _LABELS  # a long way ends level with its tip
                level = (start[1] + end[1]) / 2 if near else end[1]
                x, y = end[0] - _LABELS / 2, level - 9 - (len(labels) - 1) * LABEL_LINE
            else:
                start = one.x + one.width / 2, one.y + one.height
                end = other.x + other.width / 2, other.y
                x, y = end[0] + 12, end[1] - _height(labels) + LABEL_LINE + 6
            yield Arrow(link, start, end, labels, x, y)

    def _labels(self, link: Link) -> tuple[str, ...]:
        """Return what an arrow says: the first artefacts by name, and how many more there are."""
        names = [self._names[artefact] for artefact in link.artefacts]
        if len(names) > _MOST_LABELS:
            names[_MOST_LABELS - 1 :] = [f"and {len(names) - _MOST_LABELS + 1} more"]
        room = int((_LABELS - 20) / _LABEL_LETTER)
        return tuple(line for name in names for line in wrap(name, room))


def _height(labels: tuple[str, ...]) -> float:
    return len(labels) * LABEL_LINE + 24
