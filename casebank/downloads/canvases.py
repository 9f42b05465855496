"""Every canvas in every format: to print in five sizes, to fill in, to change, to show.

Cards come as A4, as a form and as slides; on larger paper they would only be larger cards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from casebank.download import FOLDER, Download
from casebank.downloads.canvas_fit import check_fit
from casebank.downloads.canvas_form import filled_in_on_screen
from casebank.downloads.canvas_print import PAPERS, TILES, form_base, printed, tiled
from casebank.downloads.canvas_sheets import drawing_of
from casebank.downloads.canvas_slides import slides
from casebank.downloads.canvas_svg import svg
from casebank.printed import all_at_once
from casebank.typography import typographic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casebank.book import Book
    from casebank.downloads.canvas_sheets import Drawing
    from casebank.press import Press
    from casebank.publication import Publication


def canvas_files(book: Book, publication: Publication, press: Press) -> list[Download]:
    """Return the files of all canvases.

    Raises a `PrintError` with file and place of every text that does not fit.
    """
    files: list[Download] = []
    with all_at_once() as each:
        for canvas in book.canvases:
            with each():
                files += _files(drawing_of(canvas, book, publication), press)
    return files


def _files(drawing: Drawing, press: Press) -> Iterator[Download]:
    canvas, sheets = drawing.canvas, len(drawing.sheets)
    with all_at_once() as each:
        with each():
            check_fit(drawing)
        with each():  # the form asks for most room
            base, fields = form_base(drawing, press)

    def file(ending: str, content: bytes, detail: str, pages: int = sheets) -> Download:
        path = f"{FOLDER}/canvases/{canvas.id}{ending}"
        return Download(path, content, typographic(canvas.title), canvas.id, detail, pages)

    for paper in ("A4",) if canvas.repeat else PAPERS:
        yield file(f"-{paper.lower()}.pdf", printed(drawing, paper, press), paper)
    if not canvas.repeat:
        pages = 1 + TILES[0] * TILES[1]
        yield file("-a0-on-a4.pdf", tiled(drawing, press), "A0 on A4 sheets", pages)
    yield file("-form.pdf", filled_in_on_screen(base, fields), "to fill in on screen")
    yield file(".svg", svg(drawing), "editable drawing", 0)
    yield file(".pptx", slides(drawing), "slide" if sheets == 1 else "slides")
