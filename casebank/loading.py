"""Load a folder of content into a `Book`, or report every problem in it at once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from casebank.about import FILE as ABOUT
from casebank.about import NOTHING_SAID, About, read_about
from casebank.address_index import NO_ADDRESSES, AddressIndex, address_index
from casebank.book import Book
from casebank.canvases import canvas_ids, read_canvases
from casebank.case import Case
from casebank.checking import check_records
from casebank.drafts import Draft, read_drafts, soften, with_drafts
from casebank.folders import CHECKED
from casebank.guide import read_guide
from casebank.place import MEDIA
from casebank.problem import Problem, ProblemsError
from casebank.promise_checks import check_promises
from casebank.promises import NO_PROMISES, Promises, read_promises
from casebank.records import CASES, TOOLS, markdown_files, read_records
from casebank.vocabularies import read_vocabularies, with_countries_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casebank.canvas import Canvas
    from casebank.guide import Part
    from casebank.records import Entry
    from casebank.term import Vocabulary
    from casebank.tool import Tool


def load(root: Path | str = ".") -> Book:
    """Return the book in the folder `root`, read again only if a file changed since.

    Raises `ProblemsError` with every fault of every file if there is one.
    """
    folder = Path(root).resolve()
    return _load(folder, state_of(folder))


def check(root: Path | str = ".") -> tuple[Problem, ...]:
    """Return every error of the content in `root`, by file and line; none means it is fit.

    `casebank.inspect` tells warnings too, and looks at drafts.
    """
    try:
        load(root)
    except ProblemsError as error:
        return error.problems
    return ()


def state_of(root: Path) -> tuple[tuple[str, int, int], ...]:
    """Name, size and time of every content file: equal as long as nothing was touched.

    A folder that lies elsewhere is not looked into: it could hold the whole disk.
    """
    if any(_linked_folders(root)):
        return ()
    files = [
        *(file for folder in CHECKED for file in root.glob(f"{folder}/**/*")),
        *root.glob(ABOUT),
    ]
    stats = ((str(file), file.lstat()) for file in sorted(files))
    return tuple((name, stat.st_size, stat.st_mtime_ns) for name, stat in stats)


@lru_cache(maxsize=4)
def _load(root: Path, _state: object) -> Book:
    content = read_content(root)
    if content.problems:
        raise ProblemsError(content.problems)
    return content.book


@dataclass(frozen=True)
class Content:
    """Everything that was read, whether or not it is fit to be published."""

    cases: tuple[Entry[Case], ...]
    """Those in cases/, and drafts of cases."""

    tools: tuple[Entry[Tool], ...]
    vocabularies: dict[str, Vocabulary]
    canvases: tuple[Canvas, ...]
    guide: tuple[Part, ...]
    paths: frozenset[str]
    """Every file in cases/ and tools-and-methods/, and where drafts would lie."""

    problems: tuple[Problem, ...]
    """Every problem that forbids to publish, and what is open in drafts."""

    about: About = NOTHING_SAID
    promises: Promises = NO_PROMISES
    addresses: AddressIndex = NO_ADDRESSES
    """Those that the content makes today, which are what the promises are compared with."""

    @property
    def book(self) -> Book:
        """The book, of all records without a wrong field."""
        cases = tuple(entry.record for entry in self.cases if entry.record)
        tools = tuple(entry.record for entry in self.tools if entry.record)
        terms = with_countries_of(cases, self.vocabularies)
        moved, removals = self.promises.moved, self.promises.removals
        return Book(cases, tools, terms, self.canvases, self.guide, self.about, moved, removals)


def read_content(
    root: Path, drafts: Iterable[Draft] = (), last: frozenset[str] = frozenset()
) -> Content:
    """Read everything, and check it together with `drafts`.

    Of two files that clash, the one among the paths `last` is told of, or else the second.
    """
    if links := tuple(_linked_folders(root)):
        return Content((), (), {}, (), (), frozenset(), links)
    vocabularies, problems = read_vocabularies(root)
    cases, case_problems = read_records(root, CASES)
    tools, tool_problems = read_records(root, TOOLS)
    canvases, canvas_problems = read_canvases(root, vocabularies)
    problems += case_problems + tool_problems + canvas_problems
    paths = frozenset(markdown_files(root, CASES) + markdown_files(root, TOOLS))
    drafted, draft_problems = read_drafts(drafts, paths)
    problems += draft_problems
    cases = with_drafts(cases, drafted.cases, last)
    tools = with_drafts(tools, drafted.tools, last)
    paths |= drafted.paths
    problems += check_records(root, cases, tools, vocabularies, paths, canvases=canvas_ids(root))
    guide, guide_problems = read_guide(root, [entry.record for entry in tools if entry.record])
    about, about_problems = read_about(root)
    promises, promise_problems = read_promises(root)
    addresses = address_index(cases, vocabularies, paths)
    problems += [*guide_problems, *about_problems, *promise_problems]
    if not promise_problems:
        problems += check_promises(promises, addresses)
    softened = tuple(soften(problems, drafted))
    return Content(
        *(tuple(cases), tuple(tools), vocabularies, canvases, guide),
        *(paths, softened, about, promises, addresses),
    )


def _linked_folders(root: Path) -> Iterator[Problem]:
    """Find folders of content that lie elsewhere, before anything there is read."""
    for name in (*CHECKED, MEDIA, "docs"):
        if (root / name).is_symlink():
            yield Problem(name, 1, 1, "", "is a symbolic link.", "Put the folder itself here.")
