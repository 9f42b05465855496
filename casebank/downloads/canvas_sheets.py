"""A canvas as its sheets, with all that stands on them, ready for any format."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import cached_property
from itertools import count
from typing import TYPE_CHECKING, Any

from casebank.canvas import EDGE, FOOT
from casebank.day import printed_day
from casebank.downloads import canvas_style as style
from casebank.downloads.canvas_panels import panels_of
from casebank.drawing import Tint
from casebank.qr import qr_rows
from casebank.typography import typographic

if TYPE_CHECKING:
    from casebank.book import Book
    from casebank.canvas import Canvas
    from casebank.downloads.canvas_panels import Panel
    from casebank.publication import Publication

LICENCE = "CC BY 4.0"

QR_SIDE, BLANKS = 17.0, 60.0
"""Width of the square code, and of the lines beside it on which city, team and date go."""


@dataclass(frozen=True)
class Blank:
    """A line beside the title to write on."""

    id: str
    label: str
    x: float
    y: float
    w: float


@dataclass(frozen=True)
class Drawing:
    """A canvas with everything that a page of any format shows."""

    canvas: Canvas
    sheets: tuple[tuple[Panel, ...], ...]
    """Boxes by sheet; one sheet, unless they are cards."""

    name: str
    """Of the book."""

    url: str
    """Address of the tool that it belongs to."""

    date: str
    """Day on which the tool was last reviewed."""

    @property
    def blanks(self) -> tuple[Blank, ...]:
        """The lines beside the title, from top to bottom."""
        x = self.canvas.size()[0] - EDGE - QR_SIDE - 5 - BLANKS
        return tuple(
            Blank(id_, label, x, EDGE + 4.2 + 6.3 * row, BLANKS)
            for row, (id_, label) in enumerate(
                zip(self.canvas.blank_ids, self.canvas.blanks, strict=True)
            )
        )

    @property
    def cuts(self) -> tuple[tuple[float, float, float, float], ...]:
        """Lines along which cards are cut: two points each."""
        if not (repeat := self.canvas.repeat):
            return ()
        card, room = self.canvas.card, self.canvas.room
        right, bottom = room.x + room.w, room.y + room.h
        down = (room.x + card.w * n for n in range(repeat.columns + 1))
        across = (room.y + card.h * n for n in range(repeat.rows + 1))
        return (
            *((x, room.y, x, bottom) for x in down),
            *((room.x, y, right, y) for y in across),
        )

    @property
    def head_width(self) -> float:
        """How far title and purpose may run."""
        taken = QR_SIDE + 5 + (BLANKS + 5 if self.canvas.blanks else 0)
        return self.canvas.size()[0] - 2 * EDGE - taken

    @property
    def foot(self) -> str:
        """Whose the drawing is, and what one may do with it."""
        parts = (self.name, typographic(self.canvas.note or ""), LICENCE)
        return " · ".join(filter(None, parts))

    @property
    def foot_rows(self) -> tuple[float, float]:
        """Baselines of the line at the foot and of the address: one, if there is room for both."""
        width, height = self.canvas.size()
        both = style.width(f"{self.foot}{self.url}", 2.5) + 8
        upper, lower = height - EDGE - FOOT + 4, height - EDGE
        return (lower, lower) if both <= width - 2 * EDGE else (upper, lower)

    @cached_property
    def dark(self) -> tuple[tuple[int, int, int], ...]:
        """Runs of dark cells in the QR code of the address: column, row and number."""
        return tuple((x, y, run) for y, row in enumerate(qr_rows(self.url)) for x, run in row)

    @property
    def code(self) -> tuple[int, str]:
        """The same code: cells of a side, and the dark ones as data of an SVG path."""
        path = "".join(f"M{x} {y}h{run}v1h-{run}z" for x, y, run in self.dark)
        return len(qr_rows(self.url)), path

    def data(self) -> dict[str, Any]:
        """Return what the template of the printed sheet is filled with."""
        canvas = self.canvas
        order = count()
        cells, dark = self.code
        view = f'viewBox="0 0 {cells} {cells}"'
        code = f'<svg xmlns="http://www.w3.org/2000/svg" {view}><path d="{dark}"/></svg>'
        shown = canvas.model_dump(mode="json", include={"shapes", "captions"})
        for one in (*shown["shapes"], *shown["captions"]):
            for key in {"tint", "stroke"} & one.keys():
                one[key] = style.COLOURS.get(Tint(one[key]))
        return {
            "id": canvas.id,
            "path": canvas.path,
            "title": typographic(canvas.title),
            "purpose": typographic(canvas.purpose),
            "description": typographic(canvas.description),
            "size": canvas.size(),
            "name": self.name,
            "sheets": [
                [asdict(one) | {"hang": one.hang, "order": next(order)} for one in sheet]
                for sheet in self.sheets
            ],
            "blanks": [asdict(blank) for blank in self.blanks],
            "cuts": self.cuts,
            "head_width": self.head_width,
            "foot": self.foot,
            "foot_rows": self.foot_rows,
            "url": self.url,
            "qr": code,
            "date": self.date,
            **shown,
        }


def drawing_of(canvas: Canvas, book: Book, publication: Publication) -> Drawing:
    """Return a canvas with its words from the vocabularies and the address of its tool."""
    tool = book.tools_with(canvas)[0]
    return Drawing(
        canvas=canvas,
        sheets=tuple(panels_of(canvas, book)),
        name=publication.name,
        url=publication.url(tool.address),
        date=printed_day(tool.review.reviewed_on),
    )
