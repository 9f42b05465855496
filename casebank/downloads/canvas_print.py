"""Canvases as PDFs: on one sheet of any size, and large on sheets that an office printer takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from casebank.downloads.canvas_sheets import Drawing
    from casebank.press import Press

PAPERS = {
    "A4": (297, 210),
    "A3": (420, 297),
    "A2": (594, 420),
    "A1": (841, 594),
    "A0": (1189, 841),
}
"""Long and short side in millimetres, as in ISO 216."""

TILES = (4, 4)
"""A4 sheets beside and below each other that make an A0 sheet without its margin."""

TEMPLATE = "canvas"


def printed(drawing: Drawing, paper: str, press: Press) -> bytes:
    """Return a canvas on paper of a size; cards come on several sheets."""
    return press.pdf(TEMPLATE, _data(drawing, paper=paper))


def tiled(drawing: Drawing, press: Press) -> bytes:
    """Return a canvas four times as large as A4, on A4 sheets, with a page on how to join them."""
    return press.pdf(TEMPLATE, _data(drawing, tiles=TILES))


def form_base(drawing: Drawing, press: Press) -> tuple[bytes, list[Any]]:
    """Return a canvas as A4, and where on it the fields of a form go."""
    data = _data(drawing, form=True)
    return press.pdf(TEMPLATE, data), press.marks(TEMPLATE, data, "field")


def _data(
    drawing: Drawing,
    *,
    paper: str = "A4",
    form: bool = False,
    tiles: tuple[int, int] | None = None,
) -> dict[str, Any]:
    # Sizes of paper are rounded to millimetres, so their sides are not quite in one ratio.
    long, short = PAPERS[paper]
    upright = drawing.canvas.size()[0] < drawing.canvas.size()[1]
    page = (short, long) if upright else (long, short)
    scale = min(side / a4 for side, a4 in zip(page, drawing.canvas.size(), strict=True))
    return {**drawing.data(), "page": page, "scale": scale, "form": form, "tiles": tiles}
