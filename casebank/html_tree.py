"""HTML of our own pages as a tree of plain data, for the templates that print it.

The tree is what `templates/print/tree.typ` draws. A text is a string; everything else is a mapping
with its tag `t`, its children `c`, and what else the tag needs. Children are blocks or running
text, never both: loose text between blocks becomes a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, Tag

from casebank.prose import CITATION

Node = str | dict[str, Any]

_CONTAINERS = {"div", "section", "article", "header", "aside", "body", "[document]"}
_BLOCKS = {
    *_CONTAINERS,
    *("p", "ul", "ol", "dl", "table", "blockquote", "figure", "pre", "hr"),
    *("h1", "h2", "h3", "h4", "h5", "h6"),
}
_INLINE = {"strong": "strong", "b": "strong", "em": "em", "i": "em"}
_SPACE = re.compile(r"[ \t\r\n\f]+")
"""White space that HTML collapses; a no-break space is none."""

SHORT = 12
"""Characters up to which a cell is never broken."""

_SCREEN = "script, style, form, nav, svg, .screen, .permalink, .headerlink, .visually-hidden"
"""What only a screen needs."""

_KINDS = ("callout", "copy", "summary", "ours", "ours-box", "checklist", "stepcard", "runsheet")
"""Classes that print knows; a run sheet looks as it is, but what introduces it stays with it."""


def tree(
    html: str, link: Callable[[str], str] = str, note: Callable[[str], str] = str
) -> list[Node]:
    """Return the blocks of a page.

    `link` makes the target of a link; an empty one leaves only its text. `note` returns the text of
    the footnote for the key of a citation, `[^key]` in the page.
    """
    soup = BeautifulSoup(html, "html.parser")
    for element in soup.select(_SCREEN):
        element.decompose()
    return _Reader(link, note).blocks(soup)


class _Reader:
    def __init__(self, link: Callable[[str], str], note: Callable[[str], str]) -> None:
        self._link = link
        self._note = note

    def blocks(self, element: Tag) -> list[Node]:
        """Return the children of a container as blocks."""
        found: list[Node] = []
        run: list[PageElement] = []

        def close() -> None:
            if text := self.running(run):
                found.append({"t": "p", "c": text})
            run.clear()

        for child in element.children:
            if isinstance(child, Tag) and child.name in _BLOCKS:
                close()
                found += self._block(child)
            else:
                run.append(child)
        close()
        return found

    def _block(self, element: Tag) -> list[Node]:
        kind = _kind(element)
        extra: dict[str, Any] = {"kind": kind} if kind else {}
        if id_ := element.get("id"):
            extra["id"] = str(id_)
        if element.name in _CONTAINERS:
            inner = self.blocks(element)
            return [{"t": "box", "c": inner, **extra}] if kind and inner else inner
        if element.name == "figure":
            return self._figure(element)
        node = self._simple_block(element)
        return [{**node, **extra}] if node.get("c") or node.get("rows") else []

    def _simple_block(self, element: Tag) -> dict[str, Any]:
        """Return a block that is one node; without content it is dropped."""
        name = element.name
        if name in {"ul", "ol"}:
            items = [self.blocks(item) for item in element.find_all("li", recursive=False)]
            return {"t": name, "c": items, "start": int(str(element.get("start") or 1))}
        if name == "table":
            return self._table(element)
        if name in {"dl", "blockquote"}:
            content = self._terms(element) if name == "dl" else self.blocks(element)
            return {"t": name, "c": content}
        if name[0] == "h" and name[1:].isdigit():
            return {"t": "h", "level": int(name[1:]), "c": self.running(element)}
        return {"t": "p", "c": self.running(element)}

    def _terms(self, element: Tag) -> list[dict[str, Any]]:
        terms: list[dict[str, Any]] = []
        for child in element.find_all(["dt", "dd"]):
            if child.name == "dt":
                terms.append({"name": self.running(child), "c": []})
            elif terms:
                terms[-1]["c"] += self.blocks(child)
        return terms

    def _table(self, element: Tag) -> dict[str, Any]:
        if element.select("[rowspan], [colspan]"):
            raise ValueError("A table with joined cells cannot be printed.")
        rows = [row.find_all(["th", "td"]) for row in element.find_all("tr")]
        head = element.find("thead")
        heads = len(head.find_all("tr")) if isinstance(head, Tag) else 0
        kinds: list[list[str]] = [list(row.get("class") or ()) for row in element.find_all("tr")]
        return {
            "t": "table",
            "head": [self.blocks(cell) for row in rows[:heads] for cell in row],
            "rows": [
                {"kind": " ".join(kind), "c": [self.blocks(cell) for cell in row]}
                for row, kind in zip(rows[heads:], kinds[heads:], strict=True)
            ],
            "widths": _widths(rows),
        }

    def _figure(self, element: Tag) -> list[Node]:
        picture, caption = element.find("img"), element.find("figcaption")
        if not isinstance(picture, Tag):
            return self.blocks(element)
        return [
            {
                "t": "figure",
                "src": str(picture.get("src", "")),
                "alt": str(picture.get("alt", "")),
                "caption": self.running(caption) if isinstance(caption, Tag) else [],
            }
        ]

    def running(self, element: Tag | list[PageElement]) -> list[Node]:
        """Return running text without white space at its ends."""
        children = element if isinstance(element, list) else list(element.children)
        return _trimmed([node for child in children for node in self._inline(child)])

    def _inline(self, child: PageElement) -> list[Node]:
        if isinstance(child, Tag):
            return self._inline_tag(child)
        if type(child) is not NavigableString:  # a comment and the like
            return []
        return self._with_notes(_SPACE.sub(" ", str(child)))

    def _inline_tag(self, child: Tag) -> list[Node]:
        if child.name == "br":
            return [{"t": "br"}]
        if child.name == "code":
            return [{"t": "code", "c": [child.get_text()]}]
        inner = [node for one in child.children for node in self._inline(one)]
        if child.name in _INLINE:
            return [{"t": _INLINE[child.name], "c": inner}] if inner else []
        if child.name == "a" and (to := self._link(str(child.get("href", "")))):
            return [{"t": "a", "to": to, "c": inner}]
        if child.get("lang"):
            return [{"t": "lang", "lang": str(child["lang"])[:2], "c": inner}]
        return inner

    def _with_notes(self, text: str) -> list[Node]:
        nodes: list[Node] = []
        for place, part in enumerate(re.split(rf" ?{CITATION.pattern}", text)):
            if place % 2:
                nodes.append({"t": "note", "key": part, "text": self._note(part)})
            elif part:
                nodes.append(part)
        return nodes


def _kind(element: Tag) -> str:
    """Return the class of an element that print knows.

    Markdown can put the class of a list only on its last item.
    """
    items = element.find_all("li", recursive=False)
    classes = [one for tag in (element, *items[-1:]) for one in tag.get("class") or ()]
    return next((kind for kind in _KINDS if kind in classes), "")


def _trimmed(nodes: list[Node]) -> list[Node]:
    while nodes and isinstance(nodes[0], str) and not nodes[0].strip(" "):
        nodes.pop(0)
    while nodes and isinstance(nodes[-1], str) and not nodes[-1].strip(" "):
        nodes.pop()
    if nodes and isinstance(nodes[0], str):
        nodes[0] = nodes[0].lstrip(" ")
    if nodes and isinstance(nodes[-1], str):
        nodes[-1] = nodes[-1].rstrip(" ")
    return nodes


def _widths(rows: list[Any]) -> list[int]:
    """Return how much room each column asks for: its mean cell in characters, up to 60.

    It is 0 for a column whose every cell is short: it gets what it needs, so that no line breaks.
    """
    columns = max(map(len, rows), default=0)
    lengths: list[list[int]] = [[] for _ in range(columns)]
    for row in rows:
        for place, cell in enumerate(row):
            lengths[place].append(len(cell.get_text(" ", strip=True)))
    return [_width(column) for column in lengths]


def _width(lengths: list[int]) -> int:
    mean = round(sum(lengths) / len(lengths))
    return 0 if max(lengths) <= SHORT else min(60, max(SHORT + 1, mean))
