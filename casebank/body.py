"""The body of a record: Markdown in fixed sections, checked before anything renders it."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from casebank.problem import Problem, echo, suggestion
from casebank.rendering import Link, links_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casebank.document import Document

_FENCE = re.compile(r"^ {0,3}(```|~~~)")
_CODE = re.compile(r"`[^`]*`")
_HTML = re.compile(r"<[a-z/!?](?!ttps?://)", re.IGNORECASE)
_TEMPLATE = re.compile(r"\{[{%#]|^\s*-+8<-+", re.MULTILINE)
_CITATION = re.compile(r"\[\^([^\]\s]+)\]")
_SAFE_LINK = re.compile(r"^(https?://|mailto:)", re.IGNORECASE)


@dataclass(frozen=True)
class BodyRules:
    """What a body may and must hold."""

    sections: tuple[str, ...]
    """Second-level headings that are allowed, in their order."""

    required: tuple[str, ...]
    """Those that must be there."""


def split_sections(document: Document) -> dict[str, str]:
    """Return the text of each second-level section by its heading, in the order of the file."""
    sections: dict[str, list[str]] = {}
    current: list[str] | None = None
    for _, line, in_code in _lines(document):
        if not in_code and line.startswith("## "):
            current = sections.setdefault(line[3:].strip(), [])
        elif current is not None:
            current.append(line)
    return {heading: "\n".join(lines).strip() for heading, lines in sections.items()}


def check_body(
    document: Document, rules: BodyRules, known_paths: frozenset[str], sources: frozenset[str]
) -> Iterator[Problem]:
    """Yield every fault of a body: headings, hostile or unknown constructs, links, citations."""
    yield from _check_headings(document, rules)
    yield from _check_outside(document, rules)
    for number, line, in_code in _lines(document):
        if in_code:
            continue
        text = _CODE.sub(lambda match: " " * len(match.group()), line)
        yield from _check_line(document, number, text, sources)
    yield from _check_links(document, known_paths)


def check_citations(text: str, sources: frozenset[str]) -> Iterator[tuple[int, str, str]]:
    """Yield offset, message and remedy for each `[^key]` in `text` that is no source."""
    for match in _CITATION.finditer(text):
        if match[1] not in sources:
            remedy = suggestion(
                match[1], sources, otherwise=f"Use one of: {', '.join(sorted(sources))}."
            )
            yield match.start(), f"{echo(match[0])} cites no source of this file.", remedy


def _lines(document: Document) -> Iterator[tuple[int, str, bool]]:
    """Yield line number in the file, line, and whether it belongs to a block of code."""
    fence = ""
    for number, line in enumerate(document.body.split("\n"), start=document.body_line):
        match = _FENCE.match(line)
        if match and not fence:
            fence = match[1]
            yield number, line, True
        elif match and match[1] == fence:
            fence = ""
            yield number, line, True
        else:
            yield number, line, bool(fence)


def _check_headings(document: Document, rules: BodyRules) -> Iterator[Problem]:
    path, allowed = document.path, rules.sections
    seen: dict[str, int] = {}
    for number, heading in _headings(document):
        if heading not in allowed:
            remedy = suggestion(heading, allowed, otherwise=f"Use one of: {', '.join(allowed)}.")
            message = f"{echo(heading)} is not a section of this kind of record."
            yield Problem(path, number, 4, "", message, remedy)
        elif heading in seen:
            message = f"section {echo(heading)} appears twice, first on line {seen[heading]}."
            yield Problem(path, number, 4, "", message, "Join the two.")
        seen.setdefault(heading, number)
    for heading, text in split_sections(document).items():
        if not text:
            message = f"section {echo(heading)} is empty."
            remedy = "Write it, or remove the heading."
            yield Problem(path, seen[heading], 1, "", message, remedy)
    for heading in rules.required:
        if heading not in seen:
            message = f"section '## {heading}' is missing."
            yield Problem(path, document.body_line, 1, "", message, "Add it to the body.")


def _headings(document: Document) -> Iterator[tuple[int, str]]:
    """Yield line and text of each second-level heading."""
    for number, line, in_code in _lines(document):
        if not in_code and line.startswith("## "):
            yield number, line[3:].strip()


def _check_outside(document: Document, rules: BodyRules) -> Iterator[Problem]:
    """Find text that belongs to no section, and headings of the page itself."""
    first = next((number for number, _ in _headings(document)), None)
    stray = False
    for number, line, in_code in _lines(document):
        if not in_code and line.startswith("# "):
            remedy = "Remove it: the title is the field 'title', and sections begin with '## '."
            yield Problem(document.path, number, 1, "", "a first-level heading.", remedy)
        elif line.strip() and (first is None or number < first) and not stray:
            stray = True
            remedy = f"Put it below a heading such as '## {rules.sections[0]}'."
            message = "text before the first section is never shown."
            yield Problem(document.path, number, 1, "", message, remedy)


def _check_line(
    document: Document, number: int, text: str, sources: frozenset[str]
) -> Iterator[Problem]:
    path = document.path
    if match := _HTML.search(text):
        yield Problem(
            path,
            number,
            match.start() + 1,
            "",
            "HTML is not accepted.",
            "Use Markdown, and write a lone < as &lt;.",
        )
    if match := _TEMPLATE.search(text):
        yield Problem(
            path,
            number,
            match.start() + 1,
            "",
            f"{echo(match.group().strip())} begins a template expression.",
            "Remove it, or put it between `backticks`.",
        )
    for offset, message, remedy in check_citations(text, sources):
        yield Problem(path, number, offset + 1, "", message, remedy)


def _check_links(document: Document, known_paths: frozenset[str]) -> Iterator[Problem]:
    folder = posixpath.dirname(document.path)
    for link in links_in(document.body):
        fault = _link_fault(link, folder, known_paths)
        if fault:
            line, column = _find(document, link.target)
            yield Problem(document.path, line, column, "", *fault)


def _link_fault(link: Link, folder: str, known_paths: frozenset[str]) -> tuple[str, str] | None:
    """Return message and remedy for a link that may not stand in a body."""
    target = link.target
    if link.is_picture:
        message = f"the picture {echo(target)} stands in the text."
        return message, "List it in the field 'images', with its rights."
    if _SAFE_LINK.match(target) or target.startswith("#"):
        return None
    if re.match(r"^[\w+.-]*:", target) or target.startswith("//"):
        message = f"the link {echo(target)} is not accepted."
        return message, "Link with https:// or to a file of this repository."
    file = posixpath.normpath(posixpath.join(folder, target.partition("#")[0]))
    if file in known_paths:
        return None
    otherwise = "Link to a file in cases/ or tools-and-methods/, or to a full address."
    remedy = suggestion(file, known_paths, otherwise=otherwise)
    return f"the link {echo(target)} leads nowhere.", remedy


def _find(document: Document, target: str) -> tuple[int, int]:
    for number, line, _ in _lines(document):
        if (column := line.find(target)) >= 0:
            return number, column + 1
    return document.body_line, 1
