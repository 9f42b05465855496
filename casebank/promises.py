"""Read the folder addresses/: what was published, and what has become of it since."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from casebank.document import read_text, read_yaml
from casebank.fields import Record
from casebank.folders import ADDRESSES
from casebank.permanence import ADDRESS, Move, Removal
from casebank.problem import Problem, echo
from casebank.strict_yaml import Parsed, dotted
from casebank.validation import validated

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path as FilePath

    from casebank.strict_yaml import Path

PUBLISHED = f"{ADDRESSES}/published.txt"
"""One address a line, sorted, made by `casebank addresses --write`. It only grows."""

MOVED = f"{ADDRESSES}/moved.yml"
REMOVED = f"{ADDRESSES}/removed.yml"

MOST_BYTES = 50_000_000
"""Of published.txt: ten thousand cases with thirty asks each need half of it."""

NOTHING_READ = Parsed()

Model = TypeVar("Model", bound=Record)


class MovedFile(Record):
    """addresses/moved.yml: a list."""

    moved: tuple[Move, ...] = ()
    """Tools, terms and asks with a new address; cases name their earlier ids themselves."""


class RemovedFile(Record):
    """addresses/removed.yml: a list."""

    removed: tuple[Removal, ...] = ()
    """Everything that was published and is no more."""


@dataclass(frozen=True)
class Promises:
    """What the folder says. Each of its files can be absent, and so can the folder."""

    published: tuple[str, ...] = ()
    """Every address that was promised, in the order of lines."""

    moved: tuple[Move, ...] = ()
    removals: tuple[Removal, ...] = ()
    moved_file: Parsed = NOTHING_READ
    removed_file: Parsed = NOTHING_READ
    """Where in the two files each value stands."""

    def problem_of_move(self, index: int, field: str, message: str, remedy: str) -> Problem:
        """Return a problem with a field of one of the moves."""
        return _at(self.moved_file, MOVED, ("moved", index, field), message, remedy)

    def problem_of_removal(self, index: int, field: str, message: str, remedy: str) -> Problem:
        """Return a problem with a field of one of the removals."""
        return _at(self.removed_file, REMOVED, ("removed", index, field), message, remedy)


NO_PROMISES = Promises()


def read_promises(root: FilePath) -> tuple[Promises, tuple[Problem, ...]]:
    """Return what the folder says, and what forbids to use it."""
    problems = list(_strangers(root))
    published, faults = _read_published(root)
    problems += faults
    moved, moved_file, faults = _read_list(root, MOVED, "moved", MovedFile)
    problems += faults
    removed, removed_file, faults = _read_list(root, REMOVED, "removed", RemovedFile)
    problems += faults
    moves = moved.moved if moved else ()
    removals = removed.removed if removed else ()
    return Promises(published, moves, removals, moved_file, removed_file), tuple(problems)


def _strangers(root: FilePath) -> Iterator[Problem]:
    known = {PUBLISHED, MOVED, REMOVED}
    for file in sorted((root / ADDRESSES).glob("[!.]*")):
        path = f"{ADDRESSES}/{file.name}"
        if path not in known or file.is_dir():
            remedy = f"Only these files belong here: {', '.join(sorted(known))}."
            yield Problem(path, 1, 1, "", "is no file of this folder.", remedy)


def _read_published(root: FilePath) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    if not (root / PUBLISHED).is_file():
        return (), ()
    text, faults = read_text(root / PUBLISHED, PUBLISHED, MOST_BYTES)
    lines = tuple(text.removesuffix("\n").split("\n")) if text else ()
    return lines, (*faults, *_faulty_lines(lines))


def _faulty_lines(lines: tuple[str, ...]) -> Iterator[Problem]:
    """Find lines that the command would not have written."""
    before = ""
    for number, line in enumerate(lines, start=1):
        if not ADDRESS.fits(line):
            message = f"{echo(line)} {ADDRESS.fault}."
            yield Problem(PUBLISHED, number, 1, "", message, ADDRESS.remedy)
        elif line <= before:
            message = "stands twice." if line == before else "is not in its order."
            remedy = "Let `casebank addresses --write` write this file."
            yield Problem(PUBLISHED, number, 1, "", f"{echo(line)} {message}", remedy)
        before = max(line, before)


def _read_list(
    root: FilePath, path: str, name: str, model: type[Model]
) -> tuple[Model | None, Parsed, tuple[Problem, ...]]:
    """Return a file that is a list, as the one field `name` of a model."""
    if not (root / path).is_file():
        return None, NOTHING_READ, ()
    parsed = read_yaml(root / path, path)
    if parsed.problems or parsed.data is None:
        return None, parsed, parsed.problems
    places = {(name, *place): position for place, position in parsed.positions.items()}
    parsed = replace(parsed, data={name: parsed.data}, positions=places)
    file, faults = validated(model, parsed, path)
    return file, parsed, faults


def _at(parsed: Parsed, file: str, path: Path, message: str, remedy: str) -> Problem:
    return Problem(file, *parsed.position(path), dotted(path), message, remedy)
