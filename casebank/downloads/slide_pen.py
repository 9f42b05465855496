"""Draws on a slide: boxes, figures and texts that stay editable, with names for who cannot see."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians, sin
from typing import TYPE_CHECKING, Any

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Mm, Pt

from casebank.downloads import canvas_style as style

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SANS, SERIF, LANGUAGE = "Arial", "Georgia", "en-GB"
"""Typefaces that are on nearly every machine with an office program."""

NARROWER = 0.92
"""Letters are smaller by this than in print, because Arial is wider."""

_MIDDLE = 0.35
"""Middle of a line above its baseline, as a share of the size of letters."""

_ALIGN = {"start": PP_ALIGN.LEFT, "middle": PP_ALIGN.CENTER, "end": PP_ALIGN.RIGHT}
_DECORATIVE = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative val="1"'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"/></a:ext></a:extLst>'
)
"""What Office writes of a shape that is marked as decorative."""


@dataclass(frozen=True)
class Words:
    """A piece of text in one face."""

    text: str
    size: float
    """Of the letters, in millimetres of the A4 sheet."""

    colour: str
    strong: bool = False
    serif: bool = False


class SlidePen:
    """Draws onto shapes of python-pptx; places are millimetres of an A4 sheet times `scale`."""

    def __init__(self, shapes: Any, scale: float) -> None:
        self._shapes = shapes
        self._scale = scale

    def box(self, name: str, area: Sequence[float], ground: str) -> Any:
        """Draw a box to write in, or one that nobody sees if it has no ground."""
        stroke = style.FRAME if ground else ""
        return self.rounded(name, area, ground, stroke=stroke, width=0.3, radius=style.RADIUS)

    def rounded(
        self,
        name: str,
        area: Sequence[float],
        ground: str,
        *,
        stroke: str,
        width: float,
        radius: float,
    ) -> Any:
        """Draw a rectangle with round corners."""
        shape = self._shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, *map(self._mm, area))
        shape.name = name
        shape.adjustments[0] = radius / min(area[2], area[3])
        _plain(shape)
        self._paint(shape, ground, stroke, width)
        return shape

    def write(
        self, shape: Any, paragraphs: Iterable[Sequence[Words]], align: str = "start"
    ) -> None:
        """Write paragraphs into a box, from its upper edge."""
        frame = shape.text_frame
        frame.word_wrap = True
        frame.vertical_anchor = MSO_ANCHOR.TOP
        frame.margin_left = frame.margin_right = self._mm(style.INSET)
        frame.margin_top = frame.margin_bottom = self._mm(style.INSET * 0.8)
        for number, words in enumerate(paragraphs):
            line = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            line.alignment = _ALIGN[align]
            line.space_before = Pt(0 if number == 0 else 3)
            for one in words:
                self._run(line, one)

    def line_of_text(
        self,
        name: str,
        place: tuple[float, float],
        words: Words,
        *,
        anchor: str = "start",
        turn: float = 0,
    ) -> Any:
        """Write one line with its baseline at a place."""
        width = style.width(words.text, words.size, style.STRONG) * 1.15 + 2
        height = words.size * 1.6
        across = width * {"start": 0.5, "middle": 0, "end": -0.5}[anchor]
        up, angle = -_MIDDLE * words.size, radians(turn)
        x = place[0] + across * cos(angle) - up * sin(angle) - width / 2
        y = place[1] + across * sin(angle) + up * cos(angle) - height / 2
        shape = self._shapes.add_textbox(*map(self._mm, (x, y, width, height)))
        shape.name, shape.rotation = name, turn
        frame = shape.text_frame
        frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.MIDDLE
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        frame.paragraphs[0].alignment = _ALIGN[anchor]
        self._run(frame.paragraphs[0], words)
        return shape

    def ellipse(self, area: Sequence[float], ground: str, stroke: str, width: float) -> None:
        """Draw an ellipse into a rectangle."""
        shape = self._shapes.add_shape(MSO_SHAPE.OVAL, *map(self._mm, area))
        _plain(shape)
        self._paint(shape, ground, stroke, width)
        decorate(shape)

    def polygon(
        self, points: Sequence[tuple[float, float]], ground: str, stroke: str, width: float
    ) -> None:
        """Draw a closed figure."""
        first, *others = [(self._mm(x), self._mm(y)) for x, y in points]
        builder = self._shapes.build_freeform(*first)
        builder.add_line_segments(others, close=True)
        shape = builder.convert_to_shape()
        _plain(shape)
        self._paint(shape, ground, stroke, width)
        decorate(shape)

    def path(
        self,
        points: Sequence[tuple[float, float]],
        stroke: str,
        width: float,
        *,
        dashed: bool = False,
    ) -> None:
        """Draw a line from point to point, a piece at a time so that each can be moved."""
        for (x, y), (to_x, to_y) in pairwise(points):
            ends = map(self._mm, (x, y, to_x, to_y))
            line = self._shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *ends)
            _plain(line)
            self._stroke(line.line, stroke, width)
            if dashed:
                line.line.dash_style = MSO_LINE.DASH
            decorate(line)

    def _mm(self, value: float) -> int:
        return int(Mm(value * self._scale))

    def _paint(self, shape: Any, ground: str, stroke: str, width: float) -> None:
        if ground:
            shape.fill.solid()
            shape.fill.fore_color.rgb = _rgb(ground)
        else:
            shape.fill.background()
        if stroke:
            self._stroke(shape.line, stroke, width)
        else:
            shape.line.fill.background()

    def _stroke(self, line: Any, colour: str, width: float) -> None:
        line.color.rgb = _rgb(colour)
        line.width = self._mm(width)

    def _run(self, line: Any, words: Words) -> None:
        run = line.add_run()
        run.text = words.text
        set_type(run, words, self._scale)


def set_type(run: Any, words: Words, scale: float) -> None:
    """Give a run of text its face, size, colour and language."""
    font = run.font
    font.name = SERIF if words.serif else SANS
    font.size = Pt(round(words.size * scale * 72 / 25.4 * NARROWER, 1))
    font.bold = words.strong
    font.color.rgb = _rgb(words.colour)
    run._r.get_or_add_rPr().set("lang", LANGUAGE)


def describe(shape: Any, text: str) -> None:
    """Give a shape its alternative text."""
    shape._element._nvXxPr.cNvPr.set("descr", text)


def decorate(shape: Any) -> None:
    """Say that a shape is for the eye alone, so that a screen reader passes it over."""
    shape._element._nvXxPr.cNvPr.append(parse_xml(_DECORATIVE))


def _plain(shape: Any) -> None:
    """Take off the look of the theme, which has shadows."""
    element = shape._element
    element.remove(element.find(qn("p:style")))


def _rgb(colour: str) -> RGBColor:
    return RGBColor(*bytes.fromhex(colour.removeprefix("#")))  # type: ignore[no-untyped-call]
