"""Files that a command is told to look at: files of the book, and drafts from elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click

from casebank.document import read_text
from casebank.drafts import Draft
from casebank.folders import CHECKED
from casebank.problem import Problem

FILES = click.Path(exists=True, dir_okay=False, path_type=Path)

_BOOK = tuple(f"{folder}/" for folder in CHECKED)


@dataclass(frozen=True)
class Chosen:
    """Files by what they are."""

    files: dict[str, Path]
    """All of them, by their names in problems."""

    drafts: tuple[Draft, ...]
    """Those that are not in the book."""

    problems: tuple[Problem, ...]
    """Why some drafts cannot be read."""

    @property
    def paths(self) -> frozenset[str]:
        """Their names in problems."""
        return frozenset(self.files)


def chosen(root: Path, files: tuple[Path, ...]) -> Chosen:
    """Tell files of the book in `root` from drafts, and read the drafts."""
    paths: dict[str, Path] = {}
    drafts: list[Draft] = []
    problems: list[Problem] = []
    for file in dict.fromkeys(files):
        path = shown(root, file)
        paths[path] = file
        if path.startswith(_BOOK):
            continue
        if file.suffix != ".md":
            message = f"{file} is no Markdown file. To draft a case from a report: casebank import."
            raise click.ClickException(message)
        text, faults = read_text(file, path)
        problems += faults
        if not faults:
            drafts.append(Draft(path, text))
    return Chosen(paths, tuple(drafts), tuple(problems))


def shown(root: Path, file: Path) -> str:
    """Return the name of a file in problems: relative to the book, if it lies there."""
    whole = file.parent.resolve() / file.name
    if whole.is_relative_to(root.resolve()):
        return whole.relative_to(root.resolve()).as_posix()
    path = file.as_posix()
    return f"./{path}" if path.startswith((":", "#")) else path
