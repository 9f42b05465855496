"""Files to take along, as pages show them: beside what they belong to, and all in one table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from casebank.download import CARDS, KIT, REPORT, Download, Downloads
from casebank.guide import TOOL
from casebank.views.templates import macros

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from casebank.book import Book
    from casebank.tool import Tool


def canvas(book: Book, downloads: Downloads, id_: str) -> Markup:
    """One drawing with its files; nothing where no files are made."""
    files = downloads.about(id_)
    return _parts()["canvas"](book.canvas(id_), files) if files else Markup("")


def download_tables(book: Book, downloads: Downloads) -> Markup:
    """Every file with format, size, pages, language and checksum."""
    return _parts()["tables"](list(_groups(book, downloads)))


def files_of(_book: Book, downloads: Downloads, *keys: str) -> Markup:
    """Files by what they belong to: an address, the id of a canvas, `cards` and the like."""
    return _parts()["buttons"]([file for key in keys for file in downloads.about(key)])


def tool_downloads(book: Book, tool: Tool, downloads: Downloads) -> Markup:
    """What belongs to a tool: its drawings, then other files."""
    canvases = [(book.canvas(id_), downloads.about(id_)) for id_ in tool.canvases]
    made = [(found, files) for found, files in canvases if files]
    return _parts()["of_tool"](made, downloads.about(tool.address))


def _groups(book: Book, downloads: Downloads) -> Iterator[tuple[str, str, list[Download]]]:
    """Yield heading, anchor and files of each table that has any."""
    others = [tool for tool in book.tools if tool.id != TOOL]
    kinds = [
        ("Everything at once", "all", downloads.about(KIT)),
        ("Facilitator’s Guide", "guide", _about_guide(book, downloads)),
        (
            "Run sheets, cards and tables",
            "methods",
            [
                *(file for tool in others for file in downloads.about(tool.address)),
                *downloads.about(CARDS),
            ],
        ),
        ("Case report", "case-report", downloads.about(REPORT)),
        *((one.title, one.id, downloads.about(one.id)) for one in book.canvases),
        ("Cases", "cases", [file for one in book.newest for file in downloads.about(one.address)]),
    ]
    for heading, anchor, files in kinds:
        if files:
            yield heading, anchor, list(files)


def _about_guide(book: Book, downloads: Downloads) -> list[Download]:
    """Return the guide; a book without one has none."""
    return [
        file for tool in book.tools if tool.id == TOOL for file in downloads.about(tool.address)
    ]


def _parts() -> dict[str, Callable[..., Markup]]:
    return macros("downloads.html")
