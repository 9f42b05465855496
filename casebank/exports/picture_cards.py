"""Picture cards: what other sites show beside a link to a case, to a tool or to the whole book."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import permutations
from typing import TYPE_CHECKING
from zlib import crc32

from casebank.addresses import card_path
from casebank.pen import Pen, Style
from casebank.phrases import duration_in_words, plural

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from casebank.book import Book
    from casebank.case import Case
    from casebank.tool import Tool

WIDTH, HEIGHT = 1200, 630
"""In pixels: the shape that readers of Open Graph expect."""

_LEFT, _MEASURE, _TOP, _ROOM = 72, 820, 52, 460
"""Where texts begin and how far they may run, to the right and down to the foot."""

_CELL = 126
"""Side of a cell of the panel, which is two cells wide and five high."""

_PAPER, _INK, _SOFT, _LINE = "#fbf9f4", "#17262b", "#4c5c60", "#d9d5c9"
_TEAL, _DEEP, _WASH = "#0b5d66", "#07434a", "#e2eeee"
_BRAND = (_TEAL, "#b4441f", "#8a6100", _INK)
_BRIGHT = (_WASH, "#f0916b", "#e3bd63", _WASH)
"""The colours of the four shapes on light ground, and on teal."""

_FADES = (
    *((_PAPER, colour) for colour in (*_BRAND, _SOFT, _LINE)),
    *((_WASH, colour) for colour in (*_BRAND, _DEEP)),
    *((_TEAL, colour) for colour in (*_BRIGHT, _PAPER)),
)
"""Every two colours that meet."""

_EYEBROW, _CHIP = Style("sans", 600, 25, 26, tracking=1.5), Style("sans", 500, 26)
_LEAD, _FACTS = Style("sans", 400, 29, 40), Style("sans", 400, 27)
_NAME = Style("serif", 650, 30, 31)
_TITLES = tuple(Style("serif", 560, size, size * 1.13) for size in range(76, 39, -6))


@dataclass(frozen=True)
class PictureCard:
    """One picture of the published book."""

    path: str
    """Relative to the root of the site, with forward slashes."""

    content: bytes
    """A PNG."""

    source: str
    """The file of the repository that it is made from; empty for the whole book."""


@dataclass(frozen=True)
class _Texts:
    """All that a card shows."""

    id: str
    eyebrow: str
    title: str
    chips: tuple[str, ...]
    lead: str
    """Stands below the title where there are no chips."""

    facts: str
    name: str
    shapes: tuple[str, ...] = _BRIGHT
    ground: str = _TEAL


def picture_cards(book: Book, fonts: Path, name: str, about: str) -> Iterator[PictureCard]:
    """Yield the cards of all cases and tools, and one for the book; `about` is its sentence."""
    for case in book.cases:
        yield PictureCard(
            card_path(case.address), _drawn(_of_case(book, case, name), fonts), case.path
        )
    for tool in book.tools:
        yield PictureCard(
            card_path(tool.address), _drawn(_of_tool(book, tool, name), fonts), tool.path
        )
    facts = f"{plural(len(book.cases), 'case')} · {plural(len(book.tools), 'tool')}"
    whole = _Texts("site", "", about.rstrip("."), (), "", facts, name)
    yield PictureCard(card_path("/"), _drawn(whole, fonts), "")


def _of_case(book: Book, case: Case, name: str) -> _Texts:
    countries = (country.label.en for country in book.countries_of(case))
    counts = [plural(len(case.portfolios), "portfolio")] if case.portfolios else []
    counts.append(plural(len(book.asks_of(case)), "ask"))
    return _Texts(
        id=case.id,
        eyebrow=" · ".join(filter(None, (*countries, case.kind.label, case.year))),
        title=case.title,
        chips=tuple(theme.name for theme in book.themes_of(case)),
        lead=_first_sentence(case.summary),
        facts=" · ".join(counts) if case.is_full else "Linked case",
        name=name,
    )


def _of_tool(book: Book, tool: Tool, name: str) -> _Texts:
    short = f" ({tool.acronym})" if tool.acronym and tool.acronym not in tool.title else ""
    span = tool.duration
    ends = dict.fromkeys((span.at_least, span.at_most)) if span else ()
    users = len(book.cases_using(tool.id))
    return _Texts(
        id=tool.id,
        eyebrow=" · ".join(filter(None, (tool.kind, " to ".join(map(duration_in_words, ends))))),
        title=tool.title + short,
        chips=(),
        lead=_first_sentence(tool.summary),
        facts=f"Used in {plural(users, 'case')}" if users else "No case names it yet",
        name=name,
        shapes=_BRAND,
        ground=_WASH,
    )


def _first_sentence(text: str) -> str:
    return re.split(r"(?<=[.!?])\s", text)[0]


@lru_cache(maxsize=1000)
def _drawn(texts: _Texts, fonts: Path) -> bytes:
    """Draw a card. A preview asks for the same ones again and again."""
    pen = Pen((WIDTH, HEIGHT), _PAPER, fonts)
    room = _ROOM - (3 * _LEAD.line + 68 if texts.chips or texts.lead else 46)
    style, title = pen.fitted(texts.title, _TITLES, _MEASURE, room)
    lead = [] if texts.chips else pen.wrapped(texts.lead, _LEAD, _MEASURE, 3 + (len(title) < 3))
    below = 82 if texts.chips else 22 + len(lead) * _LEAD.line
    y = _TOP + 0.4 * (_ROOM - 46 - len(title) * style.line - below)
    eyebrow = pen.wrapped(texts.eyebrow.upper(), _EYEBROW, _MEASURE, 1)
    pen.lines(_LEFT, y, eyebrow, _EYEBROW, _SOFT)
    y = pen.lines(_LEFT, y + 46, title, style, _INK)
    pen.lines(_LEFT, y + 22, lead, _LEAD, _SOFT)
    _chips(pen, y + 34, texts.chips)
    _foot(pen, texts)
    _panel(pen, texts)
    return pen.png(_FADES)


def _chips(pen: Pen, y: float, labels: tuple[str, ...]) -> None:
    x: float = _LEFT
    for label in labels:
        width = pen.width(label, _CHIP) + 38
        if x + width > _LEFT + _MEASURE:
            break
        pen.box(x, y, width, 48, _WASH, radius=24)
        pen.line(x + 19, y + 33, label, _CHIP, _DEEP)
        x += width + 12


def _foot(pen: Pen, texts: _Texts) -> None:
    pen.box(_LEFT, 538, _MEASURE, 2, _LINE)
    for kind, colour in enumerate(_BRAND):
        cell = (_LEFT - 3 + kind % 2 * 22, 554 + kind // 2 * 22, 22)
        _shape(pen, cell, kind, colour, _PAPER)
    x = _LEFT + _MEASURE - pen.width(texts.facts, _FACTS)
    pen.line(x, 585, texts.facts, _FACTS, _SOFT)
    name = pen.wrapped(texts.name, _NAME, int(x) - _LEFT - 84, 1)
    pen.lines(_LEFT + 54, 562, name, _NAME, _INK)


def _panel(pen: Pen, texts: _Texts) -> None:
    """Fill the right side with the mark's shapes, in an order of the record's own."""
    left = WIDTH - 2 * _CELL
    pen.box(left, 0, 2 * _CELL, HEIGHT, texts.ground)
    number = crc32(texts.id.encode())
    above, large, order = number % 4, number // 4 % 4, number // 16 % 24
    rows = [row for row in range(5) if row not in {above, above + 1}]
    cells = [(left + side * _CELL, row * _CELL, _CELL) for row in rows for side in (0, 1)]
    kinds = tuple(permutations(range(4)))[order] * 2
    shapes = [((left, above * _CELL, 2 * _CELL), large), *zip(cells, kinds, strict=False)]
    for cell, kind in shapes:
        _shape(pen, cell, kind, texts.shapes[kind], texts.ground)


def _shape(pen: Pen, cell: tuple[int, int, int], kind: int, colour: str, ground: str) -> None:
    """Draw one of the mark's shapes into a square cell: a square, two circles, a frame."""
    x, y, side = cell
    unit = side / 16
    radius = (3, 6, 6, 3)[kind] * unit
    pen.box(x + 2 * unit, y + 2 * unit, 12 * unit, 12 * unit, colour, radius=radius)
    if kind == 3:
        pen.box(x + 3.5 * unit, y + 3.5 * unit, 9 * unit, 9 * unit, ground, radius=1.5 * unit)
