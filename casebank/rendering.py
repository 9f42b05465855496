"""Render contributed Markdown to HTML that is harmless by construction and sanitised once more."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, tostring

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Callable

_TEXT_TAGS = "a blockquote br code div em h3 h4 hr li ol p pre strong sub sup ul"
_TABLE_TAGS = "table tbody td th thead tr"

_CLEANER = nh3.Cleaner(
    tags={*_TEXT_TAGS.split(), *_TABLE_TAGS.split()},
    attributes={
        "a": {"href", "title"},
        "div": {"role", "tabindex", "aria-label"},
        "ol": {"start"},
    },
    allowed_classes={"a": {"term", "cite"}, "div": {"scroll"}, "sup": {"cite"}, "table": {"table"}},
    url_schemes={"http", "https", "mailto"},
    link_rel=None,
)
"""The tags and attributes that our Markdown can produce; everything else is dropped."""


class _NoHtml(Extension):
    """Switches off raw HTML, so that a `<` in a text is shown as one."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's own name)
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")


class _Citations(Extension):
    """Turns `[^key]` into the element that `cite` returns for the key."""

    def __init__(self, cite: Callable[[str], Element | None]) -> None:
        super().__init__()
        self._cite = cite

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's own name)
        cite = self._cite

        class Processor(InlineProcessor):
            def handleMatch(  # type: ignore[override]  # noqa: N802 (Python-Markdown's own name)
                self,
                m: re.Match[str],
                data: str,  # noqa: ARG002 (Python-Markdown's own signature)
            ) -> tuple[Element | None, int | None, int | None]:
                element = cite(m[1])
                return (None, None, None) if element is None else (element, m.start(), m.end())

        md.inlinePatterns.register(Processor(r"\[\^([a-z0-9-]+)\]", md), "citation", 175)


class _Tree(Extension):
    """Hands the finished tree to `visit`, after links and emphasis were made."""

    def __init__(self, visit: Callable[[Element], None]) -> None:
        super().__init__()
        self._visit = visit

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's own name)
        visit = self._visit

        class Processor(Treeprocessor):
            def run(self, root: Element) -> None:
                visit(root)
                _wrap_tables(root)

        md.treeprocessors.register(Processor(md), "visit", 5)


def _wrap_tables(root: Element) -> None:
    """Put each table into a box that scrolls on narrow screens, also with the keyboard."""
    for parent in list(root.iter()):
        for position, table in enumerate(list(parent)):
            if table.tag == "table":
                table.set("class", "table")
                attributes = {
                    "class": "scroll",
                    "role": "region",
                    "tabindex": "0",
                    "aria-label": "Table",
                }
                box = Element("div", attributes)
                box.append(table)
                parent.remove(table)
                parent.insert(position, box)


def render(
    text: str,
    *,
    cite: Callable[[str], Element | None] = lambda _: None,
    visit: Callable[[Element], None] = lambda _: None,
) -> Markup:
    """Render Markdown without raw HTML; `cite` makes citation marks, `visit` changes the tree."""
    extensions: list[str | Extension] = [
        "tables",
        "sane_lists",
        _NoHtml(),
        _Citations(cite),
        _Tree(visit),
    ]
    html = Markdown(extensions=extensions).convert(text)
    return Markup(_CLEANER.clean(html))  # noqa: S704 (sanitised in this very line)


@dataclass(frozen=True)
class Link:
    """One link or picture in a Markdown text."""

    target: str
    """As written."""

    is_picture: bool


def links_in(text: str) -> tuple[Link, ...]:
    """Return each link and picture of a Markdown text, in its order."""
    links: list[Link] = []

    def collect(root: Element) -> None:
        for element in root.iter():
            target = element.get("href") or element.get("src")
            if target:
                links.append(Link(target, is_picture=element.tag == "img"))

    render(text, visit=collect)
    return tuple(links)


def address_of(target: str, folder: str) -> str:
    """Return the site address of a link in a record of `folder`; full addresses stay."""
    if re.match(r"^(https?://|mailto:|#)", target):
        return target
    file, mark, anchor = target.partition("#")
    path = posixpath.normpath(posixpath.join(folder, file)).removesuffix(".md")
    return f"/{path}/{mark}{anchor}"


def element_html(element: Element) -> str:
    """Write one element as HTML."""
    return tostring(element, encoding="unicode", method="html")
