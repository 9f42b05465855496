"""The book as plain files: Markdown without HTML, and data. The way out of any site generator.

Pages of docs/ are exported too: their macros are run here, so that nothing in the result needs
MkDocs, this engine or any other software than a text editor.
"""

from __future__ import annotations

import posixpath
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import click
import frontmatter
import markdown
from jinja2 import Environment, StrictUndefined
from markdownify import MarkdownConverter

from casebank.addresses import address, relink
from casebank.document import compose
from casebank.outputs import data_files
from casebank.page import Output
from casebank.pages import generated_pages
from casebank.views.indexes import index_macros

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casebank.book import Book

ASSETS = ("cases/media", "LICENSES", "vocabularies")
"""Folders of the repository that go along as they are."""


def export_to(root: Path, book: Book, folder: Path) -> int:
    """Write all files below `folder`, which must be new or empty; return how many."""
    if folder.exists() and any(folder.iterdir()):
        raise click.ClickException(f"{folder} is not empty. Name a new folder, or empty it first.")
    count = 0
    for output in plain_files(root, book):
        target = folder / output.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(output.content, encoding="utf-8", newline="\n")
        count += 1
    for name in ASSETS:
        if (root / name).is_dir():
            shutil.copytree(root / name, folder / name, dirs_exist_ok=True)
            count += sum(1 for file in (root / name).rglob("*") if file.is_file())
    return count


def plain_files(root: Path, book: Book) -> Iterator[Output]:
    """Yield every page as plain Markdown, then the data files."""
    written = list(_docs_pages(root, book))
    pages = [
        (page.path, page.title, page.description, page.body, page.source)
        for page in generated_pages(book)
    ]
    paths = {address(path): path for path, *_ in (*written, *pages)}
    for path, title, description, body, source in (*written, *pages):
        fields = {"title": title, "description": description}
        yield Output(path, compose(fields, _plain(body, path, paths)), source)
    yield from data_files(book)


def _docs_pages(root: Path, book: Book) -> Iterator[tuple[str, str, str, str, str]]:
    environment = Environment(undefined=StrictUndefined, autoescape=False)  # noqa: S701 (docs/ is ours, and its macros return HTML)
    environment.globals.update(index_macros(lambda: book))
    for file in sorted((root / "docs").rglob("*.md")):
        path = file.relative_to(root / "docs").as_posix()
        post = frontmatter.loads(file.read_text(encoding="utf-8"))
        text = environment.from_string(post.content).render()
        yield (
            path,
            str(post.get("title", "")),
            str(post.get("description", "")),
            text,
            f"docs/{path}",
        )


def _plain(body: str, path: str, paths: dict[str, str]) -> str:
    """Turn Markdown with HTML blocks into Markdown alone, with links between files."""
    html = markdown.markdown(body, extensions=["attr_list", "md_in_html", "tables", "sane_lists"])

    def file_of(target: str) -> str:
        location, mark, anchor = target.partition("#")
        file = paths.get(location, location.lstrip("/"))
        return posixpath.relpath(file, posixpath.dirname(path) or ".") + mark + anchor

    return (
        _Converter(heading_style="ATX", bullets="-").convert(relink(html, file_of)).strip() + "\n"
    )


class _Converter(MarkdownConverter):
    """Leaves out what only a screen needs, and keeps what is told by layout there."""

    def convert_nav(self, _element: object, _text: str, parent_tags: object = None) -> str:  # noqa: ARG002 (markdownify's own signature)
        """Breadcrumbs and neighbours are of no use in a file."""
        return ""

    def convert_dt(self, _element: object, text: str, parent_tags: object = None) -> str:  # noqa: ARG002 (markdownify's own signature)
        """A name and what it says are a bold line and a line."""
        return f"\n\n**{' '.join(text.split())}**\n" if text.strip() else ""

    def convert_dd(self, _element: object, text: str, parent_tags: object = None) -> str:  # noqa: ARG002 (markdownify's own signature)
        """Several values of one name stand below each other."""
        return f"\n{text.strip()}\n" if text.strip() else ""
