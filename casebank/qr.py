"""QR codes of addresses, as rows of dark runs that any drawing can use."""

from __future__ import annotations

from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

import segno

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

QUIET = 2
"""Light cells around a code. Four are the standard's advice; our codes stand on white ground."""


@cache
def qr_rows(text: str) -> tuple[tuple[tuple[int, int], ...], ...]:
    """Return the code of `text`, row by row: each run of dark cells as its start and its length.

    The error correction is M, which bears a fold or a stain. ISO/IEC 18004.
    """
    code = segno.make_qr(text, error="m", boost_error=False)
    return tuple(tuple(_runs(row)) for row in code.matrix_iter(border=QUIET))


def _runs(row: Iterable[int]) -> Iterator[tuple[int, int]]:
    place = 0
    for dark, cells in groupby(row):
        length = len(list(cells))
        if dark:
            yield place, length
        place += length
