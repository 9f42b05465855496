"""Look at a folder of content and at drafts: what forbids to publish, and what is worth a look."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from casebank.copying import excused_runs
from casebank.drafts import is_unsettled
from casebank.fingerprints import read_fingerprints
from casebank.loading import Content, read_content
from casebank.problem import Problem
from casebank.quality import quality_notes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casebank.drafts import Draft
    from casebank.records import Entry


@dataclass(frozen=True)
class Inspection:
    """What an inspection found."""

    content: Content
    """Everything that was read."""

    problems: tuple[Problem, ...]
    """Errors and warnings, by file and line."""

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What forbids to publish."""
        return tuple(problem for problem in self.problems if problem.is_error)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What is worth a look and can be right."""
        return tuple(problem for problem in self.problems if not problem.is_error)

    def only(self, paths: frozenset[str]) -> Inspection:
        """Return the same without the problems of other files; whole folders concern every file."""
        kept = (one for one in self.problems if one.path in paths or "/" not in one.path)
        return replace(self, problems=tuple(kept))


def inspect(
    root: Path | str = ".", drafts: Iterable[Draft] = (), last: frozenset[str] = frozenset()
) -> Inspection:
    """Return everything that is to be said of the content in `root` and of `drafts`.

    Of two files that clash, the one among the paths `last` is told of, or else the second.
    """
    folder = Path(root).resolve()
    content = read_content(folder, drafts, last)
    entries: list[Entry[Any]] = [*content.cases, *content.tools]
    known = read_fingerprints(folder)
    excused = excused_runs(entry.data for entry in entries) if known else frozenset()
    ours = (entry for entry in entries if not is_unsettled(entry.document))
    notes = (note for entry in ours for note in quality_notes(entry, known, excused))
    return Inspection(content, tuple(sorted({*content.problems, *notes})))
