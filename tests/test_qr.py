"""QR codes as runs of dark cells."""

from __future__ import annotations

import segno

from casebank.qr import QUIET, qr_rows

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


def test_a_code_has_a_quiet_zone_on_every_side():
    rows = qr_rows(ADDRESS)

    assert rows[:QUIET] == rows[-QUIET:] == ((), ())
    assert min(start for row in rows for start, _ in row) == QUIET
