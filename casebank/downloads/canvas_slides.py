"""Canvases as slides in A3: a shape for each box with its real text, for any office program."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from pptx import Presentation
from pptx.enum.text import PP_ALIGN
from pptx.util import Mm

from casebank.canvas import EDGE
from casebank.day import moment
from casebank.downloads import canvas_style as style
from casebank.downloads.canvas_sheets import QR_SIDE
from casebank.downloads.office import undated
from casebank.downloads.slide_pen import LANGUAGE, SlidePen, Words, decorate, describe, set_type
from casebank.qr import qr_picture
from casebank.typography import typographic

if TYPE_CHECKING:
    from casebank.downloads.canvas_panels import Panel
    from casebank.downloads.canvas_sheets import Drawing

SCALE = 420 / 297
"""Millimetres of A3 for one of A4."""

_INK, _SOFT, _DEEP, _SIGNAL = "#17262b", "#4c5c60", "#07434a", "#b4441f"
_TITLE_ONLY = 5
"""Place of that layout in the template of python-pptx."""


def slides(drawing: Drawing) -> bytes:
    """Return a presentation with a slide for each sheet."""
    presentation: Any = Presentation()
    width, height = drawing.canvas.size()
    presentation.slide_width, presentation.slide_height = _mm(width), _mm(height)
    for number in range(len(drawing.sheets)):
        slide = presentation.slides.add_slide(presentation.slide_layouts[_TITLE_ONLY])
        _draw(slide, drawing, number)
        texts = [f"{one.label}: {one.prompt}".strip(": ") for one in drawing.sheets[number]]
        slide.notes_slide.notes_text_frame.text = "\n".join(
            [typographic(drawing.canvas.purpose), *texts, drawing.foot, drawing.url]
        )
    properties = presentation.core_properties
    properties.title, properties.author = drawing.canvas.title, drawing.name
    properties.subject, properties.language = drawing.canvas.description, LANGUAGE
    properties.last_modified_by, properties.revision = drawing.name, 1
    properties.comments, properties.keywords = drawing.url, ""
    properties.created = properties.modified = moment(drawing.date)
    file = BytesIO()
    presentation.save(file)
    return undated(file.getvalue())


def _draw(slide: Any, drawing: Drawing, number: int) -> None:
    pen = SlidePen(slide.shapes, SCALE)
    _title(slide, drawing, number)
    _drawing(slide, drawing)
    for caption in drawing.canvas.captions:
        words = Words(
            typographic(caption.text),
            caption.size,
            style.COLOURS.get(caption.tint, _SOFT),
            strong=caption.strong,
        )
        place = (caption.x, caption.y)
        pen.line_of_text(caption.text, place, words, anchor=caption.anchor, turn=caption.turn)
    for x, y, to_x, to_y in drawing.cuts:
        pen.path([(x, y), (to_x, to_y)], _SOFT, 0.2, dashed=True)
    for panel in drawing.sheets[number]:
        _box(pen, panel)
    _edges(slide, pen, drawing)


def _title(slide: Any, drawing: Drawing, number: int) -> None:
    title = slide.shapes.title
    title.left, title.top = _mm(EDGE + 12), _mm(EDGE - 2)
    title.width, title.height = _mm(drawing.head_width - 12), _mm(9)
    frame = title.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    sheet = f" ({number + 1} of {len(drawing.sheets)})" if len(drawing.sheets) > 1 else ""
    frame.text = typographic(drawing.canvas.title) + sheet
    frame.paragraphs[0].alignment = PP_ALIGN.LEFT
    set_type(frame.paragraphs[0].runs[0], Words("", 6.6, _DEEP, serif=True), SCALE)


def _drawing(slide: Any, drawing: Drawing) -> None:
    """Draw the figures as one group, which says what they mean."""
    if not drawing.canvas.shapes:
        return
    group = slide.shapes.add_group_shape()
    group.name = "Drawing"
    describe(group, drawing.canvas.description)
    pen = SlidePen(group.shapes, SCALE)
    for one in drawing.canvas.shapes:
        ground, stroke = style.COLOURS.get(one.tint, ""), style.COLOURS.get(one.stroke, "")
        if one.ellipse:
            area = one.ellipse
            pen.ellipse((area.x, area.y, area.w, area.h), ground, stroke, one.width)
        elif one.polygon:
            pen.polygon(one.polygon, ground, stroke, one.width)
        elif one.line:
            pen.path(one.line, stroke, one.width, dashed=one.dashed)


def _box(pen: SlidePen, panel: Panel) -> None:
    shape = pen.box(panel.id, (panel.x, panel.y, panel.w, panel.h), panel.ground)
    colour = _INK if panel.size > style.PROMPT else _SOFT
    title = [Words(panel.title, panel.size, colour, strong=True)]
    if panel.number:
        title.insert(0, Words(f"{panel.number}  ", style.NUMBER, _SIGNAL, serif=True))
    prompt = [[Words(panel.prompt, style.PROMPT, _SOFT)]] if panel.prompt else []
    pen.write(shape, [title, *prompt], panel.align)
    if panel.becomes:
        place = (panel.x + panel.w - 1.8, panel.y + panel.h - 1.7)
        words = Words(panel.becomes, style.SMALL, _SOFT)
        pen.line_of_text(f"{panel.id} becomes", place, words, anchor="end")


def _edges(slide: Any, pen: SlidePen, drawing: Drawing) -> None:
    """Draw what stands around the boxes: purpose, blanks, code and foot."""
    purpose = pen.box("Purpose", (EDGE + 12 - style.INSET, 14.6, drawing.head_width - 6, 12), "")
    pen.write(purpose, [[Words(typographic(drawing.canvas.purpose), style.PURPOSE, _SOFT)]])
    _mark(pen)
    for blank in drawing.blanks:
        pen.line_of_text(blank.label, (blank.x, blank.y), Words(blank.label, style.BLANK, _SOFT))
        start = blank.x + 3 + style.width(blank.label, style.BLANK)
        pen.path([(start, blank.y + 0.6), (blank.x + blank.w, blank.y + 0.6)], style.FRAME, 0.3)
    width = drawing.canvas.size()[0]
    place = (width - EDGE - QR_SIDE - 0.5, EDGE - 0.5, QR_SIDE + 1, QR_SIDE + 1)
    picture = slide.shapes.add_picture(BytesIO(qr_picture(drawing.url)), *map(_mm, place))
    picture.name = "QR code"
    describe(picture, f"QR code of {drawing.url}")
    upper, lower = drawing.foot_rows
    pen.line_of_text("Foot", (EDGE, upper), Words(drawing.foot, style.FOOT, _SOFT))
    place_of_url = (width - EDGE, lower)
    pen.line_of_text("Address", place_of_url, Words(drawing.url, style.FOOT, _SOFT), anchor="end")


def _mark(pen: SlidePen) -> None:
    """Draw the mark of the book, as on all its printed pages."""
    side, step = 3.87, 5.13
    shapes = (
        (0, 0, "#0b5d66", "", side / 4),
        (step, 0, _SIGNAL, "", side / 2),
        (0, step, "#8a6100", "", side / 2),
        (step, step, "", _INK, side / 4),
    )
    for x, y, ground, stroke, radius in shapes:
        area = (EDGE + x, EDGE + y, side, side)
        decorate(pen.rounded("Mark", area, ground, stroke=stroke, width=0.6, radius=radius))


def _mm(value: float) -> int:
    return int(Mm(value * SCALE))
