"""The Facilitator's Guide: its parts, as they lie in docs/facilitators-guide/, and their faults."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from annotated_types import Ge

from casebank.body import check_citations
from casebank.document import Document, read_document
from casebank.fields import Line, Record, ToolId
from casebank.folders import GUIDE
from casebank.problem import Problem
from casebank.provenance import Source
from casebank.tool import Tool
from casebank.validation import validated

"""One Markdown file a part, and the front page."""

FRONT = "index.md"
"""The front page of the guide; in print, the words before its first part."""

ADDRESS = "/facilitators-guide/"
"""Where the front page is published."""

TOOL = "facilitators-guide"
"""The record of the guide among the tools: its summary, sources and date."""

_CODE = re.compile(r"(`+)[^`].*?\1", re.DOTALL)
"""Code within a line or in a block, where a mark is no citation."""


class PartFields(Record):
    """The front matter of a part. What else a page can say, MkDocs and the theme read."""

    title: Line
    """Title, without its number."""

    description: Line
    """One sentence on what it is for."""

    part: Annotated[int, Ge(1)]
    """Its place in the guide."""

    layout: Literal["guide"]
    """How the theme arranges it: `guide`."""

    cites: tuple[ToolId, ...] = ()
    """Tools to whose sources `[^key]` leads; of two with one key, that of the first tool."""

    search_words: tuple[Line, ...] = ()
    """Other names of what the part is about."""

    filters: dict[str, tuple[Line, ...]]
    """By what the search can be narrowed down to it."""


@dataclass(frozen=True)
class Part:
    """One part of the guide, published as a page of its own."""

    number: int
    """Its place, from 1."""

    slug: str
    """Name of the file without its ending."""

    title: str
    description: str
    """One sentence on what it is for."""

    text: str
    """Its Markdown, with calls of macros and citations."""

    @property
    def address(self) -> str:
        """Where it is published, from the root of the site."""
        return f"{ADDRESS}{self.slug}/"


def read_guide(root: Path, tools: Iterable[Tool]) -> tuple[tuple[Part, ...], list[Problem]]:
    """Return the parts by number, and every problem; a book without a guide has neither."""
    by_id = {tool.id: tool for tool in tools}
    parts: list[Part] = []
    problems: list[Problem] = []
    for file in sorted((root / GUIDE).rglob("*.md")):
        path = file.relative_to(root).as_posix()
        if file.parent != root / GUIDE:
            remedy = f"Put it into {GUIDE}/."
            problems.append(Problem(path, 1, 1, "", "lies in a folder below the guide.", remedy))
            continue
        document, faults = read_document(file, path)
        problems += faults
        if document is None or faults:
            continue
        if file.name == FRONT:
            cites = document.front_matter.data.get("cites", ())
            problems += _unknown_sources(document, sources_of(cites, by_id))
            continue
        fields, faults = validated(PartFields, document.front_matter, path)
        problems += faults
        if fields:
            problems += _unknown_sources(document, sources_of(fields.cites, by_id))
            told = fields.title, fields.description, document.body
            parts.append(Part(fields.part, file.stem, *told))
    if parts and not (root / GUIDE / FRONT).is_file():
        remedy = "Write the front page of the guide."
        problems.append(Problem(f"{GUIDE}/{FRONT}", 1, 1, "", "is missing.", remedy))
    parts.sort(key=lambda part: (part.number, part.slug))
    problems += _out_of_order(parts)
    return tuple(parts), problems


def sources_of(cites: Iterable[str], tools: dict[str, Tool]) -> dict[str, Source]:
    """Return the sources of these tools by their keys; the first tool that has a key gives it."""
    found: dict[str, Source] = {}
    for id_ in cites:
        for source in tools[id_].sources if id_ in tools else ():
            found.setdefault(source.id, source)
    return found


def _unknown_sources(document: Document, sources: Iterable[str]) -> Iterator[Problem]:
    known = frozenset(sources)
    text = _CODE.sub(lambda code: re.sub(r"\S", " ", code[0]), document.body)
    for number, line in enumerate(text.split("\n"), document.body_line):
        for mark, message, remedy in check_citations(line, known, "of the tools in 'cites'"):
            yield Problem(document.path, number, line.find(mark) + 1, "", message, remedy)


def _out_of_order(parts: list[Part]) -> Iterator[Problem]:
    for expected, part in enumerate(parts, 1):
        if part.number != expected:
            path = f"{GUIDE}/{part.slug}.md"
            message = f"{part.number} is not the next number, {expected}."
            yield Problem(path, 1, 1, "part", message, "Number the parts from 1, without gaps.")
            return
