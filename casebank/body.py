"""The body of a record: Markdown in fixed sections, checked before anything renders it."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import unquote

from markdown_it import MarkdownIt

from casebank.fields import TEMPLATE
from casebank.outline import skipped_levels
from casebank.problem import Problem, echo, first_hidden, suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

    from casebank.document import Document

_CITATION = re.compile(r"\[\^([^\]\s\[]{1,80})\]")
_DEFINITION = re.compile(r"^\[[^\]^][^\]]*\]:\s")
_SAFE_LINK = re.compile(r"^(https?://|mailto:)", re.IGNORECASE)

MAX_NESTING = 12
"""Levels of lists and quotations in each other that are accepted; each list has two."""

_PARSER = MarkdownIt("commonmark", {"html": True}).enable("table").disable("reference")
"""Sees everything that a body could hold, HTML and all kinds of links included."""
_PARSER.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005 (we look at links ourselves)


@dataclass(frozen=True)
class BodyRules:
    """What a body may and must hold."""

    sections: tuple[str, ...]
    """Second-level headings that are allowed, in their order."""

    required: tuple[str, ...]
    """Those that must be there."""


@dataclass(frozen=True)
class _Piece:
    """A token with the lines of the file between which it stands."""

    first: int
    last: int
    token: Token
    in_link_or_heading: bool = False


def split_sections(document: Document) -> dict[str, str]:
    """Return the text of each second-level section by its heading, in the order of the file."""
    lines = document.body.split("\n")
    headings = list(_headings(document))
    ends = [*(start for start, _, _ in headings[1:]), len(lines)]
    sections: dict[str, str] = {}
    for (_, start, heading), end in zip(headings, ends, strict=False):
        sections.setdefault(heading, "\n".join(lines[start:end]).strip())
    return sections


def check_body(
    document: Document, rules: BodyRules, known_paths: frozenset[str], sources: frozenset[str]
) -> Iterator[Problem]:
    """Yield every fault of a body: headings, hostile or unknown constructs, links, citations."""
    yield from _check_headings(document, rules)
    yield from skipped_levels(_tokens(document.body), document)
    folder = posixpath.dirname(document.path)
    told: set[tuple[int, str]] = set()
    for piece in _pieces(document):
        for snippet, message, remedy in _faults(piece, folder, known_paths, sources):
            line, column = _find(document, piece, snippet)
            if (line, message) not in told:  # the end of a tag needs no problem of its own
                told.add((line, message))
                yield Problem(document.path, line, column, "", message, remedy)


def check_citations(text: str, sources: frozenset[str]) -> Iterator[tuple[str, str, str]]:
    """Yield mark, message and remedy for each `[^key]` in `text` that is no source."""
    for match in _CITATION.finditer(text):
        if match[1] not in sources:
            otherwise = f"Use one of: {', '.join(sorted(sources))}."
            remedy = suggestion(match[1], sources, otherwise=otherwise)
            yield match[0], f"{echo(match[0])} cites no source of this file.", remedy


@lru_cache(maxsize=4)
def _tokens(text: str) -> tuple[Token, ...]:
    """Parse a body once for all that look at it."""
    return tuple(_PARSER.parse(text))


def _headings(document: Document) -> Iterator[tuple[int, int, str]]:
    """Yield first line, line after and text of each section heading; lines count from 0."""
    for token, inline in pairwise(_tokens(document.body)):
        if token.type == "heading_open" and token.tag == "h2" and token.level == 0 and token.map:
            yield token.map[0], token.map[1], inline.content.strip()


def _pieces(document: Document) -> Iterator[_Piece]:
    """Yield all tokens, those within a line of text included."""
    in_heading = False
    for token in _tokens(document.body):
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
    lines = document.body.split("\n")
    for line in range(piece.first, piece.last + 1):
        column = lines[line - document.body_line].find(snippet)
        if column >= 0:
            return line, column + 1
    return piece.first, 1


def _check_headings(document: Document, rules: BodyRules) -> Iterator[Problem]:
    path, allowed = document.path, rules.sections
    seen: dict[str, int] = {}
    for start, _, heading in _headings(document):
        line = document.body_line + start
        if heading not in allowed:
            remedy = suggestion(heading, allowed, otherwise=f"Use one of: {', '.join(allowed)}.")
            message = f"{echo(heading)} is not a section of this kind of record."
            yield Problem(path, line, 4, "", message, remedy)
        elif heading in seen:
            message = f"section {echo(heading)} appears twice, first on line {seen[heading]}."
            yield Problem(path, line, 4, "", message, "Join the two.")
        seen.setdefault(heading, line)
    for heading, text in split_sections(document).items():
        if not text:
            message = f"section {echo(heading)} is empty."
            remedy = "Write it, or remove the heading."
            yield Problem(path, seen[heading], 1, "", message, remedy)
    for heading in rules.required:
        if heading not in seen:
            message = f"section '## {heading}' is missing."
            yield Problem(path, document.body_line, 1, "", message, "Add it to the body.")
    yield from _check_beginning(document, rules, min(seen.values(), default=None))


def _check_beginning(
    document: Document, rules: BodyRules, first_heading: int | None
) -> Iterator[Problem]:
    """Find text above the first section, which no page would show."""
    for number, line in enumerate(document.body.split("\n"), start=document.body_line):
        if number == first_heading:
            return
        if line.strip() and not line.startswith("# "):  # such a heading is told of elsewhere
            remedy = f"Put it below a heading such as '## {rules.sections[0]}'."
            message = "text before the first section is never shown."
            yield Problem(document.path, number, 1, "", message, remedy)
            return


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
        if piece.in_link_or_heading and (mark := _CITATION.search(token.content)):
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
