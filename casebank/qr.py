"""QR codes of addresses: rows of dark runs that any drawing can use, and pictures."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING

import segno
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

QUIET = 2
"""Light cells around a code. Four are the standard's advice; our codes stand on white ground."""

CELL = 8
"""Pixels of a side of a cell in a picture."""


@cache
def qr_rows(text: str) -> tuple[tuple[tuple[int, int], ...], ...]:
    """Return the code of `text`, row by row: each run of dark cells as its start and its length.

    The error correction is M, which bears a fold or a stain. ISO/IEC 18004.
    """
    code = segno.make_qr(text, error="m", boost_error=False)
    return tuple(tuple(_runs(row)) for row in code.matrix_iter(border=QUIET))


def qr_picture(text: str) -> bytes:
    """Return the code of `text` as a small PNG picture of sharp cells."""
    rows = qr_rows(text)
    cells = len(rows)
    picture = Image.new("1", (cells, cells), 1)
    for y, row in enumerate(rows):
        for x, run in row:
            picture.paste(0, (x, y, x + run, y + 1))
    file = BytesIO()
    picture.resize((cells * CELL, cells * CELL), Image.Resampling.NEAREST).save(file, "PNG")
    return file.getvalue()


def _runs(row: Iterable[int]) -> Iterator[tuple[int, int]]:
    place = 0
    for dark, cells in groupby(row):
        length = len(list(cells))
        if dark:
            yield place, length
        place += length
