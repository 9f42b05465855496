"""The levels of headings in a body: none may be left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casebank.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from markdown_it.token import Token

    from casebank.document import Document


def skipped_levels(tokens: Iterable[Token], document: Document) -> Iterator[Problem]:
    """Yield a problem for each heading two levels below the one before.

    Whoever listens to a page takes it for a gap, and PDF/UA-1 forbids it.
    """
    before = 2
    for token in tokens:
        if token.type == "heading_open" and token.tag in {"h2", "h3", "h4"} and token.map:
            level = int(token.tag[1])
            if level > before + 1:
                line = document.body_line + token.map[0]
                message = "the heading leaves out a level."
                yield Problem(document.path, line, 1, "", message, "Begin it with three signs #.")
            before = level
