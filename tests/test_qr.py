"""QR codes as runs of dark cells."""

from __future__ import annotations

from io import BytesIO

import segno
from PIL import Image

from casebank.qr import CELL, QUIET, qr_picture, qr_rows

ADDRESS = "https://casebook.example/plan/"


def test_the_runs_are_the_dark_cells_of_the_code():
    rows = qr_rows(ADDRESS)

    dark = {
        (x, y)
        for y, row in enumerate(rows)
        for start, length in row
        for x in range(start, start + length)
    }
    code = segno.make_qr(ADDRESS, error="m", boost_error=False)
    expected = {
        (x, y)
        for y, row in enumerate(code.matrix_iter(border=QUIET))
        for x, cell in enumerate(row)
        if cell
    }
    assert dark == expected


def test_a_picture_has_a_square_for_each_cell():
    rows = qr_rows(ADDRESS)

    picture = Image.open(BytesIO(qr_picture(ADDRESS)))

    assert picture.size == (len(rows) * CELL, len(rows) * CELL)
    for y, row in enumerate(rows):
        dark = {x for start, run in row for x in range(start, start + run)}
        middle = y * CELL + CELL // 2
        seen = {x for x in range(len(rows)) if not picture.getpixel((x * CELL, middle))}
        assert seen == dark


def test_a_code_has_a_quiet_zone_on_every_side():
    rows = qr_rows(ADDRESS)

    assert rows[:QUIET] == rows[-QUIET:] == ((), ())
    assert min(start for row in rows for start, _ in row) == QUIET
