"""QR codes of addresses, as rows of dark runs that any drawing can use."""

from __future__ import annotations

from itertools import groupby

import segno

QUIET = 2
"""Light cells around a code. Four are the standard's advice; our codes stand on white ground."""


def qr_rows(text: str) -> list[list[list[int]]]:
    """Return the code of `text`, row by row: each run of dark cells as its start and its length.

    The error correction is M, which bears a fold or a stain. ISO/IEC 18004.
    """
    code = segno.make_qr(text, error="m", boost_error=False)
    return [_runs(list(row)) for row in code.matrix_iter(border=QUIET)]


def _runs(row: list[int]) -> list[list[int]]:
    runs, place = [], 0
    for dark, cells in groupby(row):
        length = len(list(cells))
        if dark:
            runs.append([place, length])
        place += length
    return runs
