"""Drafts: files outside the book, checked as if they were in it, with doubts that are marked.

In a draft a comment `# TO CONFIRM: reason` turns the faults of its line into warnings, sections may
be missing or empty, and a last section keeps what found no place. In the book all three are errors.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from casebank.document import split_document
from casebank.problem import Problem, Severity, echo
from casebank.records import CASES, TOOLS, Entry, Folder, R_co, name_fault, read_entry
from casebank.strict_yaml import dotted
from casebank.tool import ToolKind
from casebank.yaml_comments import Comment, comments

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casebank.case import Case
    from casebank.document import Document
    from casebank.tool import Tool

MARK = "TO CONFIRM"
"""How a comment begins that marks a doubt."""

TO_PLACE = "To place"
"""The section of a draft that keeps passages which found no place elsewhere."""

_MARKED = re.compile(rf"\s*{MARK}\b:?\s*(.*)")
_REMEDY = "Compare it with the source, then remove the comment."


@dataclass(frozen=True)
class Draft:
    """The text of a file that is not in the book."""

    path: str
    """Its name in problems. It is read as if it lay in cases/ or, if its `kind` is that of a tool,
    in tools-and-methods/."""

    text: str


@dataclass(frozen=True)
class Drafted:
    """What drafts hold."""

    cases: tuple[Entry[Case], ...]
    tools: tuple[Entry[Tool], ...]

    @property
    def documents(self) -> tuple[Document, ...]:
        """The files themselves."""
        entries: tuple[Entry[Any], ...] = (*self.cases, *self.tools)
        return tuple(entry.document for entry in entries)

    @property
    def paths(self) -> frozenset[str]:
        """Where the drafts would lie in the book."""
        return frozenset(map(_place, self.documents))


def read_drafts(
    drafts: Iterable[Draft], published: frozenset[str]
) -> tuple[Drafted, list[Problem]]:
    """Read drafts, and tell which of them have a name that is taken."""
    cases: list[Entry[Case]] = []
    tools: list[Entry[Tool]] = []
    problems: list[Problem] = []
    owners: dict[str, str] = {}
    for draft in drafts:
        if fault := name_fault(draft.path):
            problems.append(fault)
            continue
        document, faults = split_document(draft.text, draft.path)
        problems += faults
        if document is None or faults:
            continue
        is_tool = document.front_matter.data.get("kind") in list(ToolKind)
        folder: Folder[Any] = TOOLS if is_tool else CASES
        document = replace(document, home=folder.name)
        place = _place(document)
        owner = owners.setdefault(place, draft.path)
        if owner != draft.path:
            remedy = "Rename one of the two."
            message = f"has the name of {echo(owner)}."
            problems.append(Problem(draft.path, 1, 1, "", message, remedy))
            continue
        if place in published:
            problems.append(_replaces(draft.path, place))
        entry, faults = read_entry(document, folder)
        problems += faults
        (tools if is_tool else cases).append(entry)
    return Drafted(tuple(cases), tuple(tools)), problems


def _place(document: Document) -> str:
    return f"{document.home}/{PurePath(document.path).name}"


def _replaces(path: str, place: str) -> Problem:
    message = f"has the name of {place} and is checked in its place."
    remedy = "Rename it if it is another record."
    return Problem(path, 1, 1, "", message, remedy, Severity.WARNING)


def with_drafts(
    entries: list[Entry[R_co]], drafts: tuple[Entry[R_co], ...], last: frozenset[str]
) -> list[Entry[R_co]]:
    """Return entries, drafts in the place of those that they replace, `last` ones at the end."""
    ids = {entry.id for entry in drafts}
    merged: list[Entry[R_co]] = [entry for entry in entries if entry.id not in ids]
    merged += drafts
    return sorted(merged, key=lambda entry: entry.document.path in last)


def soften(problems: Iterable[Problem], drafted: Drafted) -> Iterator[Problem]:
    """Yield problems, those on lines of drafts that are marked as warnings, and open marks."""
    by_path: dict[str, list[Problem]] = {document.path: [] for document in drafted.documents}
    for problem in problems:
        if problem.path in by_path:
            by_path[problem.path].append(problem)
        else:
            yield problem
    for document in drafted.documents:
        yield from _softened(document, by_path[document.path])


def is_unsettled(document: Document) -> bool:
    """Tell whether doubts are marked in a file, or passages still have to find their place.

    The words of such a file are its source's own; how they read is looked at once they are ours.
    """
    return any(_marks(document)) or any(_to_place(document))


def left_to_confirm(document: Document) -> Iterator[Problem]:
    """Yield an error for each mark of a doubt in a file that is to be published."""
    for comment, reason in _marks(document):
        message = f"is still to be confirmed{reason}."
        yield _problem(document, comment, message, Severity.ERROR)


def _softened(document: Document, problems: Iterable[Problem]) -> Iterator[Problem]:
    marks = list(_marks(document))
    on_line: dict[int, tuple[Comment, str]] = {}
    for mark in marks:
        for line in range(mark[0].first_line, max(mark[0].line, mark[0].last_line) + 1):
            on_line.setdefault(line, mark)
    told: set[Comment] = set()
    for problem in problems:
        if not problem.is_error or problem.line not in on_line:
            yield problem
            continue
        comment, reason = on_line[problem.line]
        told.add(comment)
        message = f"to be confirmed{reason}; {problem.message}"
        yield replace(problem, message=message, severity=Severity.WARNING)
    for comment, reason in marks:
        if comment not in told:
            yield _problem(document, comment, f"to be confirmed{reason}.", Severity.WARNING)
    yield from _to_place(document)


def _marks(document: Document) -> Iterator[tuple[Comment, str]]:
    """Yield the comments that mark a doubt, each with its reason as it stands in a message."""
    if MARK not in document.front_matter.text:
        return
    for comment in comments(document.front_matter):
        if match := _MARKED.fullmatch(comment.text):
            reason = match[1].strip().rstrip(".")
            yield comment, f": {reason}" if reason else ""


def _problem(document: Document, comment: Comment, message: str, severity: Severity) -> Problem:
    field = dotted(comment.path)
    place = comment.line, comment.column
    return Problem(document.path, *place, field, message, _REMEDY, severity)


def _to_place(document: Document) -> Iterator[Problem]:
    """Remind of what still has to find its place."""
    for number, line in enumerate(document.body.split("\n"), document.body_line):
        if line.strip() == f"## {TO_PLACE}":
            message = "passages of the source still have to find their place."
            remedy = "Move each into a field or section, or delete it; then remove the heading."
            yield Problem(document.path, number, 4, "", message, remedy, Severity.WARNING)
