"""The book as plain files: Markdown with anchors, and data. The way out of any site generator.

Pages of docs/ are exported too: their macros are run here, so that nothing in the result needs
MkDocs, this engine or any other software than a text editor.
"""

from __future__ import annotations

import errno
import posixpath
import re
import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag
from markdownify import MarkdownConverter

from casebank.addresses import address, relink, split
from casebank.docs_pages import docs_pages, dressed, html_of
from casebank.document import compose
from casebank.download import NO_DOWNLOADS, Downloads
from casebank.outputs import data_files
from casebank.page import Output, Page
from casebank.pages import generated_pages
from casebank.pictures import pictures_of, publishable
from casebank.publication import UNPUBLISHED
from casebank.views.indexes import index_macros

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casebank.book import Book
    from casebank.publication import Publication

ASSETS = ("LICENSES", "canvases", "vocabularies")
"""Folders of the repository that go along as they are."""


def export_to(
    root: Path,
    book: Book,
    folder: Path,
    downloads: Downloads = NO_DOWNLOADS,
    publication: Publication = UNPUBLISHED,
) -> int:
    """Write all files below `folder`, which must be new or empty; return how many.

    Raises `FileExistsError` when it is not empty, and `OSError` when it cannot be written.
    """
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(errno.EEXIST, "The folder is not empty", str(folder))
    # First make everything, then write, so that a fault leaves nothing half written.
    outputs = list(plain_files(root, book, downloads, publication))
    copies = [*publishable(root, pictures_of(book.cases)), *_files_below(root, ASSETS)]

    for output in outputs:
        _place(folder, output.path).write_bytes(output.data)
    for file in downloads:
        _place(folder, file.path).write_bytes(file.content)
    for path in copies:
        shutil.copyfile(root / path, _place(folder, path))
    return len(outputs) + len(list(downloads)) + len(copies)


def _files_below(root: Path, names: tuple[str, ...]) -> list[str]:
    files = (file for name in names for file in sorted((root / name).rglob("*")))
    real = (file for file in files if file.is_file() and not file.is_symlink())
    return [file.relative_to(root).as_posix() for file in real]


def _place(folder: Path, path: str) -> Path:
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    return target


def plain_files(
    root: Path,
    book: Book,
    downloads: Downloads = NO_DOWNLOADS,
    publication: Publication = UNPUBLISHED,
) -> Iterator[Output]:
    """Yield every page as plain Markdown, with links to `downloads`, then the data files."""
    generated = map(_as_html, generated_pages(book, downloads, publication))
    pages = [*_docs_pages(root, book, downloads, publication), *generated]
    paths = {address(page.path): page.path for page in pages}
    for page in pages:
        fields = {"title": page.title, "description": page.description}
        yield Output(page.path, compose(fields, _plain(page.body, page.path, paths)), page.source)
    yield from data_files(book, publication)


def _docs_pages(
    root: Path, book: Book, downloads: Downloads, publication: Publication
) -> Iterator[Page]:
    """Yield the pages that people wrote; those that are nothing without a script are left out."""
    macros = index_macros(lambda: book, downloads=lambda: downloads, publication=publication)
    for page in docs_pages(root, macros):
        if page.fields.get("exported") is False:
            continue
        title, description = (str(page.fields.get(name, "")) for name in ("title", "description"))
        html = dressed(page.html, page.fields, book)
        yield Page(page.path, title, description, html, f"docs/{page.path}")


def _as_html(page: Page) -> Page:
    return replace(page, body=html_of(page.body))


def _plain(html: str, path: str, paths: dict[str, str]) -> str:
    """Turn the HTML of a page into Markdown, with links between files."""

    def file_of(target: str) -> str:
        location, rest = split(target)
        file = paths.get(location, location.lstrip("/"))
        anchor = "".join(rest.partition("#")[1:])  # a query is for scripts, and there are none here
        return posixpath.relpath(file, posixpath.dirname(path) or ".") + anchor

    soup = BeautifulSoup(relink(html, file_of), "html.parser")
    _leave_out_screen_parts(soup)
    _mark_anchors(soup)
    text = _Converter(heading_style="ATX", bullets="-").convert_soup(soup).strip()
    return _ANCHOR_MARK.sub(r'<a id="\1"></a>', text) + "\n"


_SCREEN = (
    "svg, form, .crumbs, .legend, .scripted, .explorer__bar, .explorer__map, .visually-hidden,"
    " [aria-hidden=true]"
)

_ANCHOR_MARK = re.compile(r"\ue000([^\ue001]+)\ue001\s*")
"""Stands for an anchor while Markdown is made, because markdownify drops empty elements."""


def _leave_out_screen_parts(soup: BeautifulSoup) -> None:
    """Remove drawings, breadcrumbs, legends and what else is there for eyes or scripts alone."""
    for element in soup.select(_SCREEN):
        element.decompose()


def _mark_anchors(soup: BeautifulSoup) -> None:
    """Keep the ids that links lead to; an empty `<a id>` is understood by forges and generators."""
    for element in soup.select("[id]"):
        heading = element if element.name == "h2" else element.find(["h2", "h3", "h4", "p", "dt"])
        target = heading if isinstance(heading, Tag) else element
        target.insert(0, NavigableString(f"\ue000{element['id']}\ue001"))


class _Converter(MarkdownConverter):
    """Writes lists of names and values, which Markdown does not have, as bold lines and lists."""

    def escape(self, text: str, parent_tags: object) -> str:
        """Keep text that looks like Markdown or HTML from becoming that."""
        escaped: str = super().escape(text, parent_tags)  # type: ignore[misc]
        escaped = re.sub(r"&(?=#?\w+;)", "&amp;", escaped).replace("<", "&lt;")
        escaped = re.sub(r"([\[\]`])", r"\\\1", escaped)
        return re.sub(r"^(\s*)(#{1,6}\s|[+-]\s)", r"\1\\\2", escaped)

    def convert_dt(self, _element: object, text: str, parent_tags: object = None) -> str:  # noqa: ARG002 (markdownify's own signature)
        """A name is a bold line."""
        mark = _ANCHOR_MARK.match(text.strip())
        name = " ".join(_ANCHOR_MARK.sub("", text).split())
        return f"\n\n{mark.group().strip() if mark else ''}**{name}**\n\n" if name else ""

    def convert_dd(self, _element: object, text: str, parent_tags: object = None) -> str:  # noqa: ARG002 (markdownify's own signature)
        """What is said of a name is a list, because there can be several things."""
        if text.lstrip().startswith("- "):
            return f"{text.strip()}\n"
        first, *others = [line for line in text.strip().splitlines() if line.strip()] or [""]
        return "\n".join([f"- {first}", *(f"  {line}" for line in others)]) + "\n"
