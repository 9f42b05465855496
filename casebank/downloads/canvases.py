"""Every canvas in every format: to print in five sizes, to fill in, to change, to show.

Cards come as A4, as a form and as slides; on larger paper they would only be larger cards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from casebank.download import FOLDER, Download
from casebank.downloads.canvas_form import filled_in_on_screen
from casebank.downloads.canvas_print import PAPERS, TILES, form_base, printed, tiled
from casebank.downloads.canvas_sheets import drawing_of
from casebank.downloads.canvas_slides import slides
from casebank.downloads.canvas_svg import svg
from casebank.typography import typographic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casebank.book import Book
    from casebank.downloads.canvas_sheets import Drawing
    from casebank.press import Press
    from casebank.publication import Publication


def canvas_files(book: Book, publication: Publication, press: Press) -> Iterator[Download]:
    """Yield the files of all canvases.

    Raises `PrintError`, which names file and box, if a text does not fit.
    """
    for canvas in book.canvases:
        yield from _files(drawing_of(canvas, book, publication), press)


def _files(drawing: Drawing, press: Press) -> Iterator[Download]:
    canvas, sheets = drawing.canvas, len(drawing.sheets)

    def file(ending: str, content: bytes, detail: str, pages: int = sheets) -> Download:
        path = f"{FOLDER}/canvases/{canvas.id}{ending}"
        return Download(path, content, typographic(canvas.title), canvas.id, detail, pages)

    for paper in ("A4",) if canvas.repeat else PAPERS:
        yield file(f"-{paper.lower()}.pdf", printed(drawing, paper, press), paper)
    if not canvas.repeat:
        pages = 1 + TILES[0] * TILES[1]
        yield file("-a0-on-a4.pdf", tiled(drawing, press), "A0 on A4 sheets", pages)
    form = filled_in_on_screen(*form_base(drawing, press))
    yield file("-form.pdf", form, "to fill in on screen")
    yield file(".svg", svg(drawing), "editable drawing", 0)
    yield file(".pptx", slides(drawing), "slide" if sheets == 1 else "slides")
