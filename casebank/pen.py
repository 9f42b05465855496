"""A pen for pictures: boxes and texts in the site's typefaces, kept as a small PNG."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING
from unicodedata import normalize

from PIL import Image, ImageColor, ImageDraw, ImageFont

from casebank.typography import typographic

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from PIL.ImageFont import FreeTypeFont

_SCALE = 2
"""Pictures are drawn larger and then reduced: Pillow smooths no edges and sets letters by whole
pixels."""

_FAMILIES = {"serif": ("casebook-serif", "fraunces"), "sans": ("casebook-sans", "source-sans-3")}
"""Beginnings of the names of font files, the preferred first."""

_STEP = 28
"""Difference between two colours of a fade, at most; smaller steps make larger files."""

_NO_CHARACTER = "\U0010ffff"
"""No font has it, so it is drawn as the box that stands for missing characters."""


@dataclass(frozen=True)
class Style:
    """How a text is set."""

    family: str
    """`serif` or `sans`."""

    weight: int
    """As in CSS, from 400 to 700."""

    size: int
    """Of the letters."""

    line: float = 0
    """From one baseline to the next."""

    tracking: float = 0
    """Space added after each letter."""


class Pen:
    """Draws on a blank picture; all its measures are pixels of the finished one."""

    def __init__(self, size: tuple[int, int], paper: str, fonts: Path) -> None:
        self._image = Image.new("RGB", (size[0] * _SCALE, size[1] * _SCALE), paper)
        self._draw = ImageDraw.Draw(self._image)
        self._fonts = fonts

    def box(
        self, x: float, y: float, width: float, height: float, colour: str, *, radius: float = 0
    ) -> None:
        """Fill a box with rounded corners; a radius of half its side makes a circle."""
        ends = (x * _SCALE, y * _SCALE, (x + width) * _SCALE - 1, (y + height) * _SCALE - 1)
        self._draw.rounded_rectangle(ends, radius * _SCALE, colour)

    def line(self, x: float, y: float, text: str, style: Style, colour: str) -> None:
        """Write one line, from the left end of its baseline."""
        for face, run in _runs(text, style, self._fonts):
            self._draw.text((x * _SCALE, y * _SCALE), run, colour, face, anchor="ls")
            x += face.getlength(run) / _SCALE + style.tracking

    def lines(self, x: float, y: float, lines: Sequence[str], style: Style, colour: str) -> float:
        """Write several lines below the height `y`, and return where they end."""
        for line in lines:
            self.line(x, y + 0.78 * style.line, line, style, colour)
            y += style.line
        return y

    def width(self, text: str, style: Style) -> float:
        """Return how wide one line is."""
        return _width(text, style, self._fonts)

    def fitted(
        self, text: str, styles: Sequence[Style], width: int, height: float
    ) -> tuple[Style, list[str]]:
        """Choose the style in which a text fits into at most four lines, and break it into them.

        The styles go from large to small; a line less is worth letters that are 10 pixels smaller.
        """
        settings = []
        for style in styles:
            most = min(4, int(height // style.line))
            settings.append((style, self.wrapped(text, style, width, most)))
        whole = [one for one in settings if " ".join(one[1]) == " ".join(text.split())]
        return min(whole or settings[-1:], key=lambda one: 10 * len(one[1]) - one[0].size)

    def wrapped(self, text: str, style: Style, width: int, most: int) -> list[str]:
        """Break a text into lines of like length; an ellipsis stands for what has no place."""
        while (lines := self._broken(text, style, width)) is None or len(lines) > most:
            text = _shorter(text)
        for narrower in range(width, 0, -10):
            trial = self._broken(text, style, narrower)
            if trial is None or len(trial) > len(lines):
                break
            lines = trial
        return lines

    def png(self, fades: Iterable[tuple[str, str]]) -> bytes:
        """Return the picture as a file that has the colours of `fades`, and steps between them."""
        file = BytesIO()
        small = self._image.reduce(_SCALE)
        small = small.quantize(palette=_palette(tuple(fades)), dither=Image.Dither.NONE)
        small.save(file, "PNG", compress_level=8)
        return file.getvalue()

    def _broken(self, text: str, style: Style, width: float) -> list[str] | None:
        """Break a text into lines, or return None if one of its words is too wide."""
        lines: list[str] = []
        for word in text.split():
            if self.width(word, style) > width:
                return None
            if lines and self.width(f"{lines[-1]} {word}", style) <= width:
                lines[-1] += f" {word}"
            else:
                lines.append(word)
        return lines


def _shorter(text: str) -> str:
    """Leave out the last word, or the last letter of a single one."""
    text = text.removesuffix("…")
    return (text.rpartition(" ")[0] or text[:-1]).rstrip(" ,;:·–—") + "…"


@lru_cache(maxsize=10_000)
def _width(text: str, style: Style, fonts: Path) -> float:
    runs = _runs(text, style, fonts)
    return sum(face.getlength(run) / _SCALE + style.tracking for face, run in runs)


def _runs(text: str, style: Style, fonts: Path) -> Iterator[tuple[FreeTypeFont, str]]:
    """Yield pieces of `text`, each with a font that has its characters."""
    faces = _faces(style, fonts)

    def face_of(character: str) -> FreeTypeFont:
        return next((face for face in faces if _has(face, character)), faces[0])

    for face, characters in groupby(normalize("NFC", typographic(text)), face_of):
        for run in characters if style.tracking else ["".join(characters)]:
            yield face, run


@cache
def _has(face: FreeTypeFont, character: str) -> bool:
    return bytes(face.getmask(character)) != bytes(face.getmask(_NO_CHARACTER))


@cache
def _faces(style: Style, fonts: Path) -> tuple[FreeTypeFont, ...]:
    return tuple(_face(style, fonts, subset) for subset in ("latin", "latin-ext"))


def _face(style: Style, fonts: Path, subset: str) -> FreeTypeFont:
    size, basic = style.size * _SCALE, ImageFont.Layout.BASIC
    for family in _FAMILIES[style.family]:
        for name in (f"{family}-{subset}.woff2", f"{family}-{subset}-wght-normal.woff2"):
            if (fonts / name).exists():
                # The other layout depends on what is installed, so bytes would differ by machine.
                face = ImageFont.truetype(fonts / name, size, layout_engine=basic)
                face.set_variation_by_axes([style.weight])
                return face
    raise FileNotFoundError(f"{fonts} has no {style.family} font for {subset} characters.")


@cache
def _palette(fades: tuple[tuple[str, str], ...]) -> Image.Image:
    colours = set()
    for first, last in (map(ImageColor.getrgb, fade) for fade in fades):
        changes = [b - a for a, b in zip(first, last, strict=True)]
        steps = max(map(abs, changes)) // _STEP + 1
        for share in (step / steps for step in range(steps + 1)):
            mixed = zip(first, changes, strict=True)
            colours.add(tuple(round(start + change * share) for start, change in mixed))
    palette = Image.new("P", (1, 1))
    palette.putpalette([value for colour in sorted(colours) for value in colour])
    return palette
