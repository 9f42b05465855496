"""The boxes of a canvas with their own words, those of cards once a term."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from casebank.downloads import canvas_style as style
from casebank.typography import typographic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casebank.book import Book
    from casebank.canvas import Box, Canvas
    from casebank.term import Term

SLACK = 0.94
"""Share of a line that is filled where we break lines ourselves: with another typeface on the
reader's machine, such as Arial, the text still fits."""


@dataclass(frozen=True)
class Panel:
    """A box with its words; all measures are millimetres of an A4 sheet."""

    id: str
    x: float
    y: float
    w: float
    h: float
    number: str
    title: str
    prompt: str
    ground: str
    """Colour as in CSS; empty for a box without ground and frame."""

    size: float
    """Of the letters of its title."""

    align: str
    head: bool
    becomes: str

    @property
    def hang(self) -> float:
        """How far the title stands to the right of its number."""
        if not self.number:
            return 0
        return style.width(self.number, style.NUMBER, style.SERIF) + 1.5

    @property
    def label(self) -> str:
        """Number and title."""
        return f"{self.number} {self.title}".strip()

    def lines(self) -> tuple[list[str], list[str]]:
        """Break title and prompt into lines."""
        room = SLACK * (self.w - 2 * style.INSET)
        title = style.wrapped(self.title, self.size, room - self.hang, style.STRONG)
        return title, style.wrapped(self.prompt, style.PROMPT, room)


def panels_of(canvas: Canvas, book: Book) -> Iterator[tuple[Panel, ...]]:
    """Yield the boxes of each sheet: one sheet, unless they are cards."""
    if not (repeat := canvas.repeat):
        yield tuple(_panel(canvas, box, _term(box, book)) for box in canvas.boxes)
        return
    card, each = canvas.card, repeat.columns * repeat.rows
    shown = [term for term in book.terms(repeat.over) if term.id not in repeat.without]
    subjects = [*shown, *[None] * repeat.blank]
    for first in range(0, len(subjects), each):
        panels: list[Panel] = []
        for place, term in enumerate(subjects[first : first + each]):
            row, column = divmod(place, repeat.columns)
            corner = (card.x + column * card.w, card.y + row * card.h)
            name = term.id if term else f"blank_{first + place - len(shown) + 1}"
            panels += (_panel(canvas, box, term, corner, name) for box in canvas.boxes)
        yield tuple(panels)


def _term(box: Box, book: Book) -> Term | None:
    if not box.term:
        return None
    vocabulary, _, id_ = box.term.partition(".")
    return book.term(vocabulary, id_)


def _panel(
    canvas: Canvas,
    box: Box,
    term: Term | None,
    corner: tuple[float, float] = (0, 0),
    card: str = "",
) -> Panel:
    blank = canvas.repeat.blank_title if canvas.repeat else ""
    return Panel(
        id=f"{card}.{box.id}" if card else box.id,
        x=round(box.x + corner[0], 3),
        y=round(box.y + corner[1], 3),
        w=box.w,
        h=box.h,
        number=str(box.number or ""),
        title=typographic(box.title or (term.label.en if term else blank)),
        prompt=typographic(box.prompt or (_sentence(term) if term and not box.title else "")),
        ground=style.COLOURS.get(box.tint, ""),
        size=style.TITLES[box.type],
        align=box.align,
        head=box.head and not (canvas.repeat and term is None),
        becomes=f"→ {box.becomes}" if box.becomes else "",
    )


def _sentence(term: Term) -> str:
    """Return what a term means, without the sentences on what belongs elsewhere."""
    return re.split(r"(?<=[.!?])\s", term.definition)[0]
