"""Files to take along, as pages show them: beside what they belong to, and all in one table."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from markupsafe import Markup

from casebank.download import Download, Downloads
from casebank.guide import TOOL
from casebank.views.templates import macros

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from casebank.book import Book
    from casebank.tool import Tool

_GROUPS = (
    ("Everything at once", "all", ("workshop-kit",)),
    ("Facilitator’s Guide", "guide", (TOOL,)),
    ("Run sheets and cards", "run-sheets", ("prototyping-workshop", "cards")),
    ("Case report and tracking", "reports", ("case-report", "liept-model")),
)
"""Heading, anchor and keys of the first tables; canvases and cases follow."""


def canvas(book: Book, downloads: Downloads, id_: str) -> Markup:
    """One drawing with its files; nothing where no files are made."""
    files = downloads.about(id_)
    return _parts()["canvas"](book.canvas(id_), files) if files else Markup("")


def download_tables(book: Book, downloads: Downloads) -> Markup:
    """Every file with format, size, pages, language and checksum."""
    return _parts()["tables"](list(_groups(book, downloads)))


def guide_downloads(_book: Book, downloads: Downloads) -> Markup:
    """The guide and the kit to take along."""
    return _parts()["buttons"]([*downloads.about(TOOL), *downloads.about("workshop-kit")])


def report_downloads(_book: Book, downloads: Downloads) -> Markup:
    """The template of a case report."""
    return _parts()["buttons"](downloads.about("case-report"))


def tool_downloads(book: Book, tool: Tool, downloads: Downloads) -> Markup:
    """What belongs to a tool: its drawings, then other files."""
    canvases = [(book.canvas(id_), downloads.about(id_)) for id_ in tool.canvases]
    made = [(found, files) for found, files in canvases if files]
    return _parts()["of_tool"](made, downloads.about(tool.id))


def _groups(book: Book, downloads: Downloads) -> Iterator[tuple[str, str, list[Download]]]:
    for heading, anchor, keys in _GROUPS:
        files = [file for key in keys for file in downloads.about(key)]
        if files:
            yield heading, anchor, files
    for one in book.canvases:
        if files := list(downloads.about(one.id)):
            yield one.title, one.id, files
    briefings = [file for case in book.newest for file in downloads.about(case.id)]
    if briefings:
        yield "Cases", "cases", briefings


def _parts() -> dict[str, Callable[..., Markup]]:
    return macros("downloads.html", name_of=lambda file: PurePosixPath(file.path).name)
