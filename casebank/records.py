"""Read the folders cases/ and tools-and-methods/: one Markdown file, one record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from casebank import folders
from casebank.case import Case, CaseFields
from casebank.document import Document, read_document
from casebank.fields import LONGEST_ID, Record, is_id
from casebank.problem import Problem, Severity, echo
from casebank.rule import SLUG
from casebank.sections import split_sections
from casebank.strict_yaml import Path as FieldPath
from casebank.strict_yaml import dotted
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

    def groups(self, name: str) -> list[dict[str, Any]]:
        """Return the groups of fields in the list `name`; what is none was reported before."""
        return groups(self.data, name)

    def problem(
        self,
        path: FieldPath,
        message: str,
        remedy: str,
        snippet: str = "",
        severity: Severity = Severity.ERROR,
    ) -> Problem:
        """Return a problem with the value at `path`, where `snippet` stands in it."""
        line, column = self.document.front_matter.find(path, snippet)
        return Problem(self.document.path, line, column, dotted(path), message, remedy, severity)


_DEVICES = ("com", "lpt")
TAKEN_BY_WINDOWS = frozenset({"aux", "con", "nul", "prn"}) | {
    f"{device}{number}" for device in _DEVICES for number in range(10)
}
"""Names that no file can have there, whatever its ending."""

RESERVED = frozenset({"index", "all", "compare", "readme"}) | TAKEN_BY_WINDOWS
"""Names that other files of cases/ or tools-and-methods/ have, or pages of the site there."""

CASES: Folder[Case] = Folder(folders.CASES, CaseFields, Case)
TOOLS: Folder[Tool] = Folder(folders.TOOLS, ToolFields, Tool)


def groups(data: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """Return the groups of fields in the list `name` of a record or of a group."""
    items = data.get(name)
    return [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []


def markdown_files(root: Path, folder: Folder[Any]) -> list[str]:
    """Return the paths of the records in a folder, sorted; the folder's README is not one."""
    files = sorted(file for file in (root / folder.name).glob("*.md") if not file.is_dir())
    return [f"{folder.name}/{file.name}" for file in files if file.name != "README.md"]


def read_records(root: Path, folder: Folder[R_co]) -> tuple[list[Entry[R_co]], list[Problem]]:
    """Read every record of a folder, and find every file in it that is none."""
    entries: list[Entry[R_co]] = []
    problems = _strangers(root, folder)
    for path in markdown_files(root, folder):
        if fault := name_fault(path):
            problems.append(fault)
            continue
        document, faults = read_document(root / path, path)
        problems += faults
        if document is None or faults:
            continue
        entry, faults = read_entry(document, folder)
        problems += faults
        entries.append(entry)
    return entries, problems


def name_fault(path: str) -> Problem | None:
    """Return what is wrong with the name of a record's file."""
    id_ = Path(path).stem
    if is_id(id_) and id_ not in RESERVED:
        return None
    remedy = "Use small letters, digits and hyphens, as in saint-etienne.md."
    if SLUG.fits(id_):
        kept = "some are kept for other files, or by Windows"
        remedy = f"Choose another of at most {LONGEST_ID} characters; {kept}."
    return Problem(path, 1, 1, "", f"{echo(id_)} is no name for a record.", remedy)


def read_entry(document: Document, folder: Folder[R_co]) -> tuple[Entry[R_co], tuple[Problem, ...]]:
    """Return what a file of this folder holds, and every problem of its fields."""
    id_ = Path(document.path).stem
    fields, faults = validated(folder.fields, document.front_matter, document.path)
    record = None
    if fields:
        sections = split_sections(document)
        record = folder.record(**dict(fields), id=id_, path=document.path, sections=sections)
    return Entry(id_, document, folder.fields, record), faults


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
