"""The paragraphs of a body as readers see them: words without markup, and links."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from casebank.sections import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

    from casebank.document import Document

_BARE = re.compile(r"https?://[^\s<>)\]]+")
_BETWEEN_WORDS = r"[\s*_>\[\]()|\\`]+"
"""What can stand between two words in the file, and readers see as a space."""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, entry of a list, cell or heading."""

    text: str
    """Its words, on one line."""

    links: tuple[tuple[str, str], ...]
    """Text and target of each link, addresses that are written out among them."""

    line: int
    """The line of the file on which it begins."""

    markdown: str
    """Its lines in the file."""

    def find(self, snippet: str) -> tuple[int, int]:
        """Return line and column of some words; those of the paragraph if they are not found."""
        words = _BETWEEN_WORDS.join(map(re.escape, snippet.split()))
        match = re.search(words, self.markdown) or re.search(r"\S", self.markdown)
        before = self.markdown[: match.start() if match else 0]
        return self.line + before.count("\n"), len(before) - before.rfind("\n")


def paragraphs(document: Document) -> Iterator[Paragraph]:
    """Yield the paragraphs of a body from top to bottom."""
    lines = document.body.split("\n")
    for token in tokens(document.body):
        if token.type == "inline" and token.map:
            first, end = token.map
            markdown = "\n".join(lines[first:end])
            text = "".join(map(_words, token.children or ())).strip()
            links = tuple(_links(token.children or ()))
            yield Paragraph(text, links, document.body_line + first, markdown)


def _words(token: Token) -> str:
    return " " if token.type in {"softbreak", "hardbreak"} else token.content


def _links(children: list[Token] | tuple[()]) -> Iterator[tuple[str, str]]:
    target, text = "", ""
    for token in children:
        if token.type == "link_open":
            target, text = str(token.attrs["href"]), ""
        elif token.type == "link_close":
            yield text.strip(), target
            target = ""
        elif target:
            text += _words(token)
        elif token.type == "text":
            yield from ((bare, bare) for bare in _BARE.findall(token.content))
