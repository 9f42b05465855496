"""Read the folders cases/ and tools-and-methods/: one Markdown file, one record."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from casebank.body import split_sections
from casebank.case import Case, CaseFields
from casebank.document import Document, read_document
from casebank.fields import SLUG, Record
from casebank.problem import Problem, echo
from casebank.tool import Tool, ToolFields
from casebank.validation import validated

R_co = TypeVar("R_co", Case, Tool, covariant=True)


@dataclass(frozen=True)
class Folder(Generic[R_co]):
    """A folder of records of one kind."""

    name: str
    fields: type[Record]
    """Model of the front matter."""

    record: Callable[..., R_co]
    """Model of the whole record."""


@dataclass(frozen=True)
class Entry(Generic[R_co]):
    """One file that could be split, whether or not its fields are right."""

    id: str
    """Name of the file without its ending."""

    document: Document
    fields: type[Record]
    """Model of the front matter."""

    record: R_co | None
    """The record; None when a field is wrong."""

    @property
    def data(self) -> dict[str, Any]:
        """The front matter as read."""
        data: dict[str, Any] = self.document.front_matter.data
        return data


RESERVED = frozenset({"index", "all", "compare"})
"""Names that pages of the site itself have, in cases/ or tools-and-methods/."""

CASES: Folder[Case] = Folder("cases", CaseFields, Case)
TOOLS: Folder[Tool] = Folder("tools-and-methods", ToolFields, Tool)


def markdown_files(root: Path, folder: Folder[Any]) -> list[str]:
    """Return the paths of the records in a folder, sorted; the folder's README is not one."""
    files = sorted(file for file in (root / folder.name).glob("*.md") if not file.is_dir())
    return [f"{folder.name}/{file.name}" for file in files if file.name != "README.md"]


def read_records(root: Path, folder: Folder[R_co]) -> tuple[list[Entry[R_co]], list[Problem]]:
    """Read every record of a folder, and find every file in it that is none."""
    entries: list[Entry[R_co]] = []
    problems = _strangers(root, folder)
    for path in markdown_files(root, folder):
        id_ = Path(path).stem
        if not re.fullmatch(SLUG, id_) or id_ in RESERVED:
            remedy = "Use small letters, digits and hyphens, as in saint-etienne.md."
            message = f"{echo(id_)} is no name for a record."
            problems.append(Problem(path, 1, 1, "", message, remedy))
            continue
        document, faults = read_document(root / path, path)
        problems += faults
        if document is None or faults:
            continue
        fields, faults = validated(folder.fields, document.front_matter, path)
        problems += faults
        record = None
        if fields:
            sections = split_sections(document)
            record = folder.record(**dict(fields), id=id_, path=path, sections=sections)
        entries.append(Entry(id_, document, folder.fields, record))
    return entries, problems


def _strangers(root: Path, folder: Folder[Any]) -> list[Problem]:
    """Find files that would silently be left out of the book."""
    problems = []
    for file in sorted((root / folder.name).iterdir() if (root / folder.name).is_dir() else ()):
        path = f"{folder.name}/{file.name}"
        if file.is_symlink():
            remedy = "Put the file itself here."
            problems.append(Problem(path, 1, 1, "", "is a symbolic link.", remedy))
        elif file.is_dir() and (folder.name, file.name) != ("cases", "media"):
            remedy = f"Put the file directly into {folder.name}/."
            problems.append(Problem(path, 1, 1, "", "is a folder.", remedy))
        elif file.is_file() and file.suffix != ".md" and not file.name.startswith("."):
            remedy = "Give it the ending .md, or put pictures into media/<id>/."
            problems.append(Problem(path, 1, 1, "", "is not a Markdown file.", remedy))
    return problems
