"""The Facilitator's Guide as one PDF, from the very pages of docs/facilitators-guide/."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from casebank.day import printed_day
from casebank.docs_pages import DocsPage, docs_pages
from casebank.download import FOLDER, Download, Downloads
from casebank.folders import GUIDE
from casebank.guide import ADDRESS, TOOL, sources_of
from casebank.html_tree import Node, tree
from casebank.phrases import when_in_words
from casebank.printed import page_count
from casebank.problem import PrintError
from casebank.typography import typographic
from casebank.views.footnotes import in_short
from casebank.views.indexes import index_macros

if TYPE_CHECKING:
    from casebank.book import Book
    from casebank.press import Press
    from casebank.publication import Publication

_HEADING_ID = re.compile(r'<h[1-6][^>]*\sid="([^"]+)"')


def guide_pdf(
    root: Path,
    book: Book,
    publication: Publication,
    press: Press,
    pictures: Iterable[Download],
) -> Download:
    """Return the guide; `pictures` are the drawings that its parts show."""
    shown = Downloads(pictures)
    macros = index_macros(lambda: book, downloads=lambda: shown)
    pages = list(docs_pages(root, macros, "facilitators-guide"))
    numbered = sorted(
        (page for page in pages if "part" in page.fields), key=lambda page: page.fields["part"]
    )
    (front,) = (page for page in pages if page.path.endswith("/index.md"))
    by_address = {picture.address: picture.content for picture in pictures}
    setting = _Setting(book, publication, [front, *numbered], by_address)
    tool = book.tool(TOOL)
    date = printed_day(tool.review.reviewed_on)
    data = {
        "title": typographic(tool.title),
        "summary": typographic(tool.summary),
        "publisher": publication.name,
        "keywords": ["facilitation", "innovation policy", "workshop"],
        "url": publication.url(ADDRESS),
        "licence": "Texts under CC BY 4.0",
        "edition": when_in_words(date),
        "date": date,
        "preface": setting.blocks(front)[1:],  # without its title, which the cover has
        "parts": [setting.blocks(page) for page in numbered],
    }
    content = press.pdf("guide", data, setting.shown)
    path = f"{FOLDER}/facilitators-guide.pdf"
    return Download(path, content, typographic(tool.title), tool.address, pages=page_count(content))


class _Setting:
    """Makes trees of pages that know of each other."""

    def __init__(
        self,
        book: Book,
        publication: Publication,
        pages: list[DocsPage],
        pictures: Mapping[str, bytes],
    ) -> None:
        self._tools = {tool.id: tool for tool in book.tools}
        self._publication = publication
        self._pictures = pictures
        self._labels = {
            f"{_slug(page)}--{id_}" for page in pages for id_ in _HEADING_ID.findall(page.html)
        }
        self._slugs = {_slug(page) for page in pages}
        self.shown: dict[str, bytes] = {}
        """The pictures that the guide shows, by the names that it gives them."""

    def blocks(self, page: DocsPage) -> list[Node]:
        """Return the tree of a page, with labels that are unique in the guide."""
        slug = _slug(page)
        sources = sources_of(page.fields.get("cites", ()), self._tools)
        nodes = tree(
            page.html,
            link=lambda target: self._target(target, slug),
            note=lambda key: in_short(sources[key]),
        )
        noted: set[str] = set()
        for node in _all(nodes):
            if node["t"] == "h":
                self._label(node, slug)
            elif node["t"] == "note":
                node["label"] = f"note-{slug}-{node['key']}"
                node["first"] = node["key"] not in noted
                noted.add(node["key"])
            elif node["t"] == "figure":
                self._show(node)
            if node["t"] != "h":
                node.pop("id", None)
        return nodes

    def _label(self, node: dict[str, Any], slug: str) -> None:
        if node["level"] == 1:
            node["id"] = f"part-{slug}"
        elif "id" in node:
            node["id"] = f"{slug}--{node['id']}"

    def _show(self, node: dict[str, Any]) -> None:
        name = node["src"].rpartition("/")[2]
        if node["src"] not in self._pictures:
            message = f"{node['src']} is no drawing of canvases/. Show one with canvas()."
            raise PrintError(f"{GUIDE}: {message}")
        self.shown[name] = self._pictures[node["src"]]
        node["file"] = name

    def _target(self, target: str, slug: str) -> str:
        """Return where a link of the part `slug` leads to in print; a label begins with `#`."""
        if not target.startswith(("/", "#")):
            return target
        place, _, anchor = target.partition("#")
        there = place.removeprefix(ADDRESS).strip("/") or "index" if place else slug
        if place and not (place.startswith(ADDRESS) and there in self._slugs):
            return self._publication.url(target)
        label = f"{there}--{anchor}"
        return f"#{label}" if anchor and label in self._labels else f"#part-{there}"


def _slug(page: DocsPage) -> str:
    return Path(page.path).stem


def _all(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every node of a tree in the order of reading."""
    if isinstance(value, dict):
        if "t" in value:
            yield value
        for part in value.values():
            yield from _all(part)
    elif isinstance(value, list):
        for part in value:
            yield from _all(part)
