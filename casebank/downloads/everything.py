"""All files to take along, made from the book once and then remembered."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from casebank.book import Book
from casebank.download import Download, Downloads
from casebank.downloads.briefing import briefings
from casebank.downloads.canvases import canvas_files
from casebank.downloads.case_report import case_report
from casebank.downloads.guide_pdf import guide_pdf
from casebank.downloads.kit import workshop_kit
from casebank.downloads.method_cards import method_cards
from casebank.downloads.run_sheets import run_sheets
from casebank.downloads.tracking_sheet import tracking_sheet
from casebank.guide import TOOL
from casebank.loading import fingerprint, load
from casebank.press import Press
from casebank.publication import Publication

CACHE = Path(".cache/press")
"""Below the repository: PDFs by the digest of what they are made from. It can be deleted."""


def load_downloads(root: Path | str, publication: Publication) -> Downloads:
    """Return the files of the book in `root`, made again only if its content changed since.

    Raises `ProblemsError` if the content is faulty and `PrintError` if a text does not fit.
    """
    folder = Path(root).resolve()
    return _made(folder, publication, fingerprint(folder))


@lru_cache(maxsize=1)
def _made(root: Path, publication: Publication, _state: object) -> Downloads:
    press = Press(root / CACHE)
    made = downloads_of(root, load(root), publication, press)
    press.forget_others()
    return made


def downloads_of(root: Path, book: Book, publication: Publication, press: Press) -> Downloads:
    """Make every file, in the order in which pages list them."""
    files = list(_files(root, book, publication, press))
    kit = workshop_kit(root, files, publication)
    return Downloads([kit, *files] if book.guide else files)


def _files(root: Path, book: Book, publication: Publication, press: Press) -> Iterator[Download]:
    canvases = list(canvas_files(book, publication, press))
    if book.guide and any(tool.id == TOOL for tool in book.tools):
        pictures = [file for file in canvases if file.format == "SVG"]
        yield guide_pdf(root, book, publication, press, pictures)
    yield from run_sheets(book, publication, press)
    if book.tools:
        yield method_cards(book, publication, press)
    yield from canvases
    yield from case_report(book, publication)
    if any(tool.id == "liept-model" for tool in book.tools):
        yield tracking_sheet(book, publication)
    yield from briefings(book, publication, press)
