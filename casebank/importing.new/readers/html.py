"""HTML as passages; what is no text is left out, and what surrounds the text is furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from bs4 import BeautifulSoup, Tag
from bs4.element import CData, NavigableString

from casebank.passages import Kind, Passage, UnreadableError, clean, row

_NO_TEXT = ("script", "style", "noscript", "template", "head", "svg", "math", "iframe", "object")
_AROUND = frozenset({"nav", "header", "footer", "aside", "form", "button", "dialog"})
_BLOCKS = frozenset(
    [
        *("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "figcaption", "caption", "dt"),
        *("dd", "blockquote", "pre", "div", "section", "article", "main", "td", "th", "body"),
        *("ul", "ol", "table", "figure", "address", "details", "summary"),
        *_AROUND,
    ]
)
_LONGEST_HEADING = 120


def read(raw: bytes) -> tuple[Passage, ...]:
    """Return the passages of an HTML file."""
    soup = BeautifulSoup(raw, "html.parser")
    return read_soup(soup, by_line=True)


def read_soup(soup: BeautifulSoup, *, by_line: bool) -> tuple[Passage, ...]:
    """Return the passages of parsed HTML; without lines, they are counted."""
    for tag in soup.find_all(_NO_TEXT):
        tag.decompose()
    passages = tuple(_passages(soup, by_line=by_line))
    if not passages:
        raise UnreadableError("holds no text. Name the page of the report itself.")
    return passages


def _passages(soup: BeautifulSoup, *, by_line: bool) -> Iterator[Passage]:
    number = 0
    before: Tag | None = None
    grouped = groupby(_texts(soup), key=lambda pair: id(pair[0]))
    blocks = ((one[0][0], [text for _, text in one]) for one in (list(g) for _, g in grouped))
    for block, texts in _joined_rows(blocks):
        cells = [clean(text) for text in texts]
        if not any(cells):
            continue
        number += 1
        where = f"line {block.sourceline}" if by_line and block.sourceline else f"block {number}"
        yield _passage(block, cells, where, before)
        before = block


def _texts(soup: BeautifulSoup) -> Iterator[tuple[Tag, str]]:
    """Yield each text with the block around it; the way up is remembered, not climbed again."""
    blocks: dict[int, Tag] = {id(soup): soup}
    for node in soup.descendants:
        parent = blocks[id(node.parent)]
        if isinstance(node, Tag):
            blocks[id(node)] = node if node.name in _BLOCKS else parent
            if node.name == "br":
                yield parent, " "
        elif type(node) in {NavigableString, CData}:
            yield parent, str(node)


def _joined_rows(blocks: Iterator[tuple[Tag, list[str]]]) -> Iterator[tuple[Tag, list[str]]]:
    """Join the texts of a block, and the cells of a row of a table, which are blocks in it."""
    held: Tag | None = None
    cells: dict[int, str] = {}
    for block, texts in blocks:
        table_row = block.find_parent("tr") if block.name != "tr" else block
        if table_row is None:
            if held is not None:
                yield held, _cells(held, cells)
            held, cells = None, {}
            yield block, ["".join(texts)]
            continue
        if held is not None and held is not table_row:
            yield held, _cells(held, cells)
            cells = {}
        held = table_row
        cell = block if block.name in {"td", "th"} else block.find_parent(["td", "th"])
        key = id(cell) if cell is not None else id(table_row)
        cells[key] = f"{cells.get(key, '')} {''.join(texts)}".strip()
    if held is not None:
        yield held, _cells(held, cells)


def _cells(table_row: Tag, texts: dict[int, str]) -> list[str]:
    own = [cell for cell in table_row.find_all(["td", "th"]) if cell.find_parent("tr") is table_row]
    known = [texts.pop(id(cell), "") for cell in own]
    return [*known, *filter(str.strip, texts.values())]


def _passage(  # noqa: PLR0911 (one for each kind of block)
    block: Tag, cells: list[str], where: str, before: Tag | None
) -> Passage:
    text = " ".join(filter(None, cells))
    if _is_around(block):
        return Passage(text, Kind.FURNITURE, where)
    if block.name == "tr" and len(cells) > 1:
        return row(tuple(cells), where)
    if match := re.fullmatch(r"h([1-6])", block.name):
        return Passage(text, Kind.HEADING, where, level=int(match[1]))
    item = block if block.name == "li" else block.find_parent("li")
    if item is not None:
        opens = before is None or before.find_parent("li") not in {None, item}
        opens = item.find_previous_sibling("li") is None or opens
        return Passage(text, Kind.ITEM, where, opens=opens)
    if block.name in {"figcaption", "caption"}:
        return Passage(text, Kind.CAPTION, where)
    if _is_bold(block, text):
        return Passage(text, Kind.HEADING, where, level=4)
    return Passage(text, Kind.PARAGRAPH, where)


def _is_around(block: Tag) -> bool:
    """Tell whether a block surrounds the text; the head of an article is a part of it."""
    above = [parent.name for parent in (block, *block.parents)]
    inside = {"article", "main"}.intersection(above)
    return any(name in _AROUND and not (name == "header" and inside) for name in above)


def _is_bold(block: Tag, text: str) -> bool:
    """Tell whether a short paragraph is bold as a whole, as headings are that have no style."""
    bold = " ".join(clean(tag.get_text()) for tag in block.find_all(["b", "strong"]))
    ends = re.search(r"[.;,]$", text)
    is_short = len(text) <= _LONGEST_HEADING and not ends
    return block.name in {"p", "div"} and bold == text and is_short
