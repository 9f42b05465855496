"""The body of a record: Markdown in fixed sections, checked before anything renders it."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from casebank.outline import skipped_levels
from casebank.problem import Problem, echo, first_hidden, suggestion
from casebank.prose import CITATION
from casebank.rule import TEMPLATE
from casebank.sections import BodyRules, check_sections, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

    from casebank.document import Document

_DEFINITION = re.compile(r"^\[[^\]^][^\]]*\]:\s")
_SAFE_LINK = re.compile(r"^(https?://|mailto:)", re.IGNORECASE)

MAX_NESTING = 12
"""Levels of lists and quotations in each other that are accepted; each list has two."""


_REACH = 100
"""Lines below its place in which a text is looked for: code within a line may span some. To look in
all of a long paragraph would take a time that grows with the square of its length."""


@dataclass(frozen=True)
class _Piece:
    """A token with the lines of the file between which it stands."""

    first: int
    last: int
    token: Token
    in_link_or_heading: bool = False


def check_body(
    document: Document, rules: BodyRules, known_paths: frozenset[str], sources: frozenset[str]
) -> Iterator[Problem]:
    """Yield every fault of a body: headings, hostile or unknown constructs, links, citations."""
    yield from check_sections(document, rules)
    yield from skipped_levels(tokens(document.body), document)
    told: set[tuple[int, str]] = set()
    for piece in _pieces(document):
        for snippet, message, remedy in _faults(piece, document.folder, known_paths, sources):
            line, column = _find(document, piece, snippet)
            if (line, message) not in told:  # the end of a tag needs no problem of its own
                told.add((line, message))
                yield Problem(document.path, line, column, "", message, remedy)


def check_citations(
    text: str, sources: frozenset[str], of: str = "of this file"
) -> Iterator[tuple[str, str, str]]:
    """Yield mark, message and remedy for each `[^key]` in `text` that is no source `of` these."""
    for match in CITATION.finditer(text):
        if match[1] not in sources:
            known = ", ".join(sorted(sources))
            otherwise = f"Use one of: {known}." if sources else "Add the source first."
            remedy = suggestion(match[1], sources, otherwise=otherwise)
            yield match[0], f"{echo(match[0])} cites no source {of}.", remedy


def _pieces(document: Document) -> Iterator[_Piece]:
    """Yield all tokens, those within a line of text included."""
    in_heading = False
    for token in tokens(document.body):
        first, end = token.map or (0, 1)
        line, last = document.body_line + first, document.body_line + end - 1
        yield _Piece(line, last, token)
        in_link = 0
        for child in token.children or ():
            in_link += child.nesting if child.type in {"link_open", "link_close"} else 0
            yield _Piece(line, last, child, in_heading or in_link > 0)
            line += child.type in {"softbreak", "hardbreak"}
        in_heading = token.type == "heading_open"


def _find(document: Document, piece: _Piece, snippet: str) -> tuple[int, int]:
    """Return line and column of a text within a piece; its beginning if it is written otherwise."""
    for line in range(piece.first, min(piece.last, piece.first + _REACH) + 1):
        column = document.lines[line - document.body_line].find(snippet)
        if column >= 0:
            return line, column + 1
    return piece.first, 1


def _faults(
    piece: _Piece, folder: str, known_paths: frozenset[str], sources: frozenset[str]
) -> Iterator[tuple[str, str, str]]:
    """Yield the text at fault, message and remedy for all that is wrong with one token."""
    token = piece.token
    if token.type == "heading_open":
        yield from _heading_faults(token)
    elif token.type in {"html_block", "html_inline"}:
        remedy = "Use Markdown, and write a lone < as &lt;."
        yield token.content.strip()[:20], "HTML is not accepted.", remedy
    elif token.type.endswith("_open") and token.level >= MAX_NESTING:
        message = f"lists or quotations nested {MAX_NESTING} deep."
        yield "", message, "Tell it in fewer levels."
    elif token.type == "text":
        yield from _hidden(token.content)
        if _DEFINITION.match(token.content):
            remedy = "Write the address within the link: [text](https://…)."
            yield token.content[:20], "a definition of a link is not accepted.", remedy
        yield from _templates(token.content)
        yield from check_citations(token.content, sources)
        if piece.in_link_or_heading and (mark := CITATION.search(token.content)):
            message = f"{echo(mark[0])} stands in a heading or in the text of a link."
            yield mark[0], message, "Put it behind the sentence that it belongs to."
    elif token.type == "image":
        target = str(token.attrs["src"])
        message = f"the picture {echo(target)} stands in the text."
        yield target, message, "List it in the field 'images', with its rights."
    elif token.type == "link_open":
        target, title = str(token.attrs["href"]), str(token.attrs.get("title", ""))
        yield from _templates(f"{unquote(target)} {title}")
        yield from _hidden(f"{unquote(target)} {title}")
        yield from _link_faults(target, folder, known_paths)


def _heading_faults(token: Token) -> Iterator[tuple[str, str, str]]:
    if token.tag == "h1":
        remedy = "Remove it: the title is the field 'title', and sections begin with '## '."
        yield "#", "a first-level heading.", remedy
    elif token.tag == "h2" and token.level > 0:
        yield "#", "a section within a list or quotation.", "Begin its line with '## '."
    elif token.tag in {"h5", "h6"}:
        yield "#####", "a heading below the fourth level.", "Use at most four signs #."


def _templates(text: str) -> Iterator[tuple[str, str, str]]:
    if match := TEMPLATE.search(text):
        mark = match.group().strip()
        message = f"{echo(mark)} begins a template expression."
        yield mark, message, "Remove it, or put it between `backticks`."


def _hidden(text: str) -> Iterator[tuple[str, str, str]]:
    """Find an invisible character that is written as an entity, such as &#8238;."""
    if hidden := first_hidden(text):
        message = f"holds the invisible character U+{ord(hidden):04X}."
        yield "&#", message, "Remove its entity, which begins with &#."


def _link_faults(
    target: str, folder: str, known_paths: frozenset[str]
) -> Iterator[tuple[str, str, str]]:
    if _SAFE_LINK.match(target) or target.startswith("#"):
        return
    if re.match(r"^[\w+.-]*:", target) or target.startswith("//"):
        message = f"the link {echo(target)} is not accepted."
        yield target, message, "Link with https:// or to a file of this repository."
        return
    file = posixpath.normpath(posixpath.join(folder, target.partition("#")[0]))
    if file not in known_paths:
        otherwise = "Link to a file in cases/ or tools-and-methods/, or to a full address."
        remedy = suggestion(file, known_paths, otherwise=otherwise)
        yield target, f"the link {echo(target)} leads nowhere.", remedy
