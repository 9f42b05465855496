"""The sections of a body: its second-level headings, which are fixed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from casebank.problem import Problem, Severity, echo, suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

    from casebank.document import Document

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

    for_draft: bool = False
    """Whether a missing or an empty section is only worth a warning."""

    @property
    def severity(self) -> Severity:
        """How much a missing or an empty section weighs."""
        return Severity.WARNING if self.for_draft else Severity.ERROR


@lru_cache(maxsize=4)
def tokens(text: str) -> tuple[Token, ...]:
    """Parse a body once for all that look at it."""
    return tuple(_PARSER.parse(text))


def _headings(document: Document) -> Iterator[tuple[int, int, str]]:
    """Yield first line, line after and text of each section heading; lines count from 0."""
    for token, inline in pairwise(tokens(document.body)):
        if token.type == "heading_open" and token.tag == "h2" and token.level == 0 and token.map:
            yield token.map[0], token.map[1], inline.content.strip()


def split_sections(document: Document) -> dict[str, str]:
    """Return the text of each second-level section by its heading, in the order of the file."""
    lines = document.lines
    headings = list(_headings(document))
    ends = [*(start for start, _, _ in headings[1:]), len(lines)]
    sections: dict[str, str] = {}
    for (_, start, heading), end in zip(headings, ends, strict=False):
        sections.setdefault(heading, "\n".join(lines[start:end]).strip())
    return sections


def check_sections(document: Document, rules: BodyRules) -> Iterator[Problem]:
    """Yield every fault of the headings: unknown, repeated, empty, missing, text before them."""
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
            yield Problem(path, seen[heading], 4, "", message, remedy, rules.severity)
    for heading in rules.required:
        if heading not in seen:
            message = f"section '## {heading}' is missing."
            remedy = "Add it to the body."
            yield Problem(path, document.body_line, 1, "", message, remedy, rules.severity)
    yield from _check_beginning(document, rules, min(seen.values(), default=None))


def _check_beginning(
    document: Document, rules: BodyRules, first_heading: int | None
) -> Iterator[Problem]:
    """Find text above the first section, which no page would show."""
    for number, line in enumerate(document.lines, start=document.body_line):
        if number == first_heading:
            return
        if line.strip() and not line.startswith("# "):  # such a heading is told of elsewhere
            remedy = f"Put it below a heading such as '## {rules.sections[0]}'."
            message = "text before the first section is never shown."
            yield Problem(document.path, number, 1, "", message, remedy)
            return
