"""All files to take along, made from the book once and then remembered."""

from __future__ import annotations

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
from casebank.downloads.tracking_sheet import TOOL as TRACKED
from casebank.downloads.tracking_sheet import tracking_sheet
from casebank.guide import TOOL
from casebank.loading import load, state_of
from casebank.press import Press
from casebank.printed import all_at_once
from casebank.publication import Publication

CACHE = Path(".cache/press")
"""Below the repository: PDFs by the digest of what they are made from. It can be deleted."""


def load_downloads(root: Path | str, publication: Publication) -> Downloads:
    """Return the files of the book in `root`, made again only if its content changed since.

    Raises `ProblemsError` if the content is faulty and `PrintError` if a text does not fit.
    """
    folder = Path(root).resolve()
    return _made(folder, publication, state_of(folder))


@lru_cache(maxsize=1)
def _made(root: Path, publication: Publication, _state: object) -> Downloads:
    press = Press(root / CACHE)
    made = downloads_of(root, load(root), publication, press)
    press.forget_others()
    return made


def downloads_of(root: Path, book: Book, publication: Publication, press: Press) -> Downloads:
    """Make every file, in the order in which pages list them.

    A `PrintError` names every text that does not fit, whichever document it stands in.
    """
    files = _files(root, book, publication, press)
    kit = workshop_kit(root, files, publication)
    return Downloads([kit, *files] if book.guide else files)


def _files(root: Path, book: Book, publication: Publication, press: Press) -> list[Download]:
    tools = {tool.id for tool in book.tools}
    with all_at_once() as each:
        with each():  # the guide shows the canvases
            canvases = canvas_files(book, publication, press)
            pictures = [file for file in canvases if file.format == "SVG"]
            has_guide = book.guide and TOOL in tools
            guide = [guide_pdf(root, book, publication, press, pictures)] if has_guide else []
        with each():
            sheets = list(run_sheets(book, publication, press))
        with each():
            cards = [method_cards(book, publication, press)] if tools else []
        with each():
            cases = list(briefings(book, publication, press))
    report = case_report(book, publication)
    tracking = [tracking_sheet(book, publication)] if TRACKED in tools else []
    return [*guide, *sheets, *cards, *canvases, *report, *tracking, *cases]
