"""Canvases as SVG: a picture for pages, and an editable drawing with a layer for each box.

Texts are real texts. The letters that they use are in the file, since a picture in a page gets no
fonts from it; a drawing program without our typefaces takes Arial, for which lines leave room.
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from casebank.canvas import EDGE
from casebank.downloads import canvas_style as style
from casebank.downloads.canvas_panels import SLACK, Panel
from casebank.downloads.canvas_sheets import QR_SIDE, Blank, Drawing
from casebank.downloads.font_part import file_of, font_with
from casebank.downloads.svg_parts import caption, figure, layer, short, text
from casebank.typography import typographic

if TYPE_CHECKING:
    from collections.abc import Iterator

_INK, _SOFT, _TEAL = "#17262b", "#4c5c60", "#07434a"
_SANS = "'Casebook Sans', 'Source Sans 3', Arial, sans-serif"
_SERIF = "'Casebook Titles', 'Casebook Serif', Georgia, serif"

_FACES = (
    ("Casebook Sans", 400, style.REGULAR),
    ("Casebook Sans", 600, style.STRONG),
    ("Casebook Titles", 400, style.SERIF),
)
"""Name in the file, weight, and file; parts of a typeface must not bear its own name."""


def svg(drawing: Drawing) -> bytes:
    """Return the first sheet of a canvas."""
    canvas = drawing.canvas
    width, height = canvas.size()
    body = Markup("\n").join(
        [
            *_head(drawing),
            layer("drawing", "Drawing", (figure(shape) for shape in canvas.shapes)),
            layer("captions", "Captions", (caption(one) for one in canvas.captions)),
            *(_box(panel) for panel in drawing.sheets[0]),
            *_foot(drawing),
        ]
    )
    whole = Markup(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<svg xmlns="http://www.w3.org/2000/svg"'
        ' xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"'
        ' width="{w}mm" height="{h}mm" viewBox="0 0 {w} {h}" role="img"'
        ' aria-labelledby="title description" lang="en" xml:lang="en" font-family="{sans}"'
        ' fill="{ink}">\n<title id="title">{title}</title>\n'
        '<desc id="description">{description}</desc>\n<style>{fonts}</style>\n'
        '<rect width="{w}" height="{h}" fill="#fff"/>\n{body}\n</svg>\n'
    ).format(
        w=width,
        h=height,
        sans=_SANS,
        ink=_INK,
        title=typographic(canvas.title),
        description=typographic(canvas.description),
        fonts=Markup(_fonts("".join(sorted(set(body.unescape()))))),  # noqa: S704 (our own)
        body=body,
    )
    return whole.encode()


def _head(drawing: Drawing) -> Iterator[Markup]:
    canvas, room = drawing.canvas, drawing.head_width - 12
    x, y = EDGE + 12, EDGE + 0.7 * style.NAME
    purpose = style.wrapped(typographic(canvas.purpose), style.PURPOSE, SLACK * room)
    name = text(x, y, [typographic(canvas.title)], style.NAME, fill=_TEAL, family=_SERIF, pitch=0)
    below = text(x, y + 5.4, purpose, style.PURPOSE, fill=_SOFT, pitch=3.7)
    yield layer("head", "Head", [_mark(), name, below, _code(drawing)])
    for blank in drawing.blanks:
        yield layer(blank.id, blank.label, [_blank(blank)])


def _foot(drawing: Drawing) -> Iterator[Markup]:
    upper, lower = drawing.foot_rows
    right = drawing.canvas.size()[0] - EDGE
    cuts = (
        Markup(
            '<path d="M{} {}L{} {}" stroke="{}" stroke-width="0.2" stroke-dasharray="1.4 1.2"/>'
        ).format(*(short(end) for end in cut), _SOFT)
        for cut in drawing.cuts
    )
    yield layer("cuts", "Lines to cut", cuts) if drawing.cuts else Markup("")
    note = text(EDGE, upper, [drawing.foot], style.FOOT, fill=_SOFT)
    address = text(right, lower, [drawing.url], style.FOOT, fill=_SOFT, anchor="end")
    yield layer("foot", "Foot", [note, address])


def _box(panel: Panel) -> Markup:
    parts = []
    if panel.ground:
        parts.append(
            Markup(
                '<rect x="{}" y="{}" width="{}" height="{}" rx="{}" fill="{}" stroke="{}"'
                ' stroke-width="0.3"/>'
            ).format(
                *map(short, (panel.x, panel.y, panel.w, panel.h)),
                style.RADIUS,
                panel.ground,
                style.FRAME,
            )
        )
    title, prompt = panel.lines()
    x = panel.x + panel.w * {"start": 0, "middle": 0.5, "end": 1}[panel.align]
    x += {"start": style.INSET, "middle": 0, "end": -style.INSET}[panel.align]
    y = panel.y + style.TOP + style.CAP * panel.size
    pitch = style.CAP * panel.size + style.TITLE_LEADING * panel.size
    if panel.number:
        number = [panel.number]
        parts.append(text(x, y, number, style.NUMBER, fill="#b4441f", family=_SERIF))
    fill = _INK if panel.size > style.PROMPT else _SOFT
    parts.append(
        text(
            x + panel.hang,
            y,
            title,
            panel.size,
            fill=fill,
            pitch=pitch,
            weight=600,
            anchor=panel.align,
        )
    )
    y += pitch * (len(title) - 1) + style.GAP + style.CAP * style.PROMPT
    pitch = style.CAP * style.PROMPT + style.PROMPT_LEADING
    parts.append(text(x, y, prompt, style.PROMPT, fill=_SOFT, pitch=pitch, anchor=panel.align))
    if panel.becomes:
        place = (panel.x + panel.w - 1.8, panel.y + panel.h - 1.7)
        parts.append(text(*place, [panel.becomes], style.SMALL, fill=_SOFT, anchor="end"))
    return layer(f"box-{panel.id}", panel.label, parts)


def _blank(blank: Blank) -> Markup:
    start = blank.x + 2 + style.width(blank.label, style.BLANK)
    label = text(blank.x, blank.y, [blank.label], style.BLANK, fill=_SOFT)
    line = Markup('<path d="M{} {}H{}" stroke="{}" stroke-width="0.3"/>').format(
        short(start), short(blank.y + 0.6), short(blank.x + blank.w), style.FRAME
    )
    return label + line


def _mark() -> Markup:
    """Draw the mark of the book, as on all its printed pages."""
    side, step = 3.87, 5.13
    shapes = (
        (0, 0, side / 4, "#0b5d66"),
        (step, 0, side / 2, "#b4441f"),
        (0, step, side / 2, "#8a6100"),
    )
    rect = Markup('<rect x="{}" y="{}" width="{s}" height="{s}" rx="{}" {}/>')
    parts = [
        rect.format(
            short(EDGE + x), short(EDGE + y), short(radius), Markup('fill="{}"').format(c), s=side
        )
        for x, y, radius, c in shapes
    ]
    frame = Markup('fill="none" stroke="{}" stroke-width="0.6"').format(_INK)
    last = short(EDGE + step)
    return Markup("").join([*parts, rect.format(last, last, short(side / 4), frame, s=side)])


def _code(drawing: Drawing) -> Markup:
    cells, dark = drawing.code
    side = QR_SIDE + 1  # its own margin reaches out by half a millimetre
    place = (drawing.canvas.size()[0] - EDGE - QR_SIDE - 0.5, EDGE - 0.5, side / cells)
    return Markup('<path transform="translate({} {}) scale({})" d="{}"/>').format(
        *map(short, place), dark
    )


@cache
def _fonts(letters: str) -> str:
    """Return rules of CSS that hold the letters of each typeface."""
    codes = [ord(letter) for letter in letters if letter.isprintable()]
    rules = []
    for family, weight, face in _FACES:
        data = b64encode(file_of(font_with(face, codes))).decode("ascii")
        source = f"src:url(data:font/ttf;base64,{data})"
        rules.append(f"@font-face{{font-family:'{family}';font-weight:{weight};{source}}}")
    return "".join(rules)
