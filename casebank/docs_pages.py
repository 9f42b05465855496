"""The pages that people write, in docs/: their macros run, their Markdown made HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import frontmatter
import markdown
from jinja2 import Environment, StrictUndefined

from casebank.guide import sources_of
from casebank.views.footnotes import with_sources
from casebank.views.guide import framed

if TYPE_CHECKING:
    from casebank.book import Book

EXTENSIONS = ("attr_list", "md_in_html", "tables", "sane_lists", "fenced_code", "toc")
"""What mkdocs.yml switches on; there, `toc` also puts links beside headings."""


@dataclass(frozen=True)
class DocsPage:
    """One page of docs/."""

    path: str
    """Relative to docs/."""

    fields: Mapping[str, Any]
    """Its front matter."""

    html: str
    """Its text, as Markdown and macros make it."""


def docs_pages(
    root: Path, macros: Mapping[str, Callable[..., Any]], under: str = ""
) -> Iterator[DocsPage]:
    """Yield the pages below `docs/<under>`, by path."""
    # docs/ is ours, and its macros return HTML.
    environment = Environment(undefined=StrictUndefined, autoescape=False)  # noqa: S701
    environment.globals.update(macros)
    for file in sorted((root / "docs" / under).rglob("*.md")):
        post = frontmatter.loads(file.read_text(encoding="utf-8"))
        text = environment.from_string(post.content).render()
        yield DocsPage(
            file.relative_to(root / "docs").as_posix(), dict(post.metadata), html_of(text)
        )


def html_of(text: str) -> str:
    """Return Markdown with blocks of HTML as HTML, as MkDocs makes it."""
    return markdown.markdown(text, extensions=list(EXTENSIONS))


def dressed(html: str, fields: Mapping[str, Any], book: Book) -> str:
    """Return a page with its sources at the end and, if it is a part of the guide, with its frame.

    Raises `KeyError` with the key of a citation that leads to no source.
    """
    if cites := fields.get("cites"):
        html = with_sources(html, sources_of(cites, {tool.id: tool for tool in book.tools}))
    if number := fields.get("part"):
        html = str(framed(book, number, html))
    return html
