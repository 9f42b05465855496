"""Load a folder of content into a `Book`, or report every problem in it at once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from casebank.book import Book
from casebank.canvases import canvas_ids, read_canvases
from casebank.case import Case
from casebank.checking import check_records
from casebank.country import CountriesFile, country, unknown_countries
from casebank.document import read_text
from casebank.drafts import Draft, read_drafts, soften, with_drafts
from casebank.guide import FOLDER as GUIDE
from casebank.guide import read_guide
from casebank.place import MEDIA
from casebank.problem import Problem, ProblemsError, echo
from casebank.records import CASES, TOOLS, markdown_files, read_records
from casebank.strict_yaml import Parsed, dotted, parse
from casebank.term import Vocabulary, VocabularyFile
from casebank.validation import validated

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casebank.canvas import Canvas
    from casebank.guide import Part
    from casebank.records import Entry
    from casebank.tool import Tool

VOCABULARIES = (
    "areas",
    "themes",
    "countries",
    "stakeholder-groups",
    "support-kinds",
    "audiences",
    "scopes",
    "resource-types",
    "opsi-facets",
    "artefacts",
    "glossary",
)
"""The vocabularies that a book has, by the name of their file in vocabularies/."""


def load(root: Path | str = ".") -> Book:
    """Return the book in the folder `root`, read again only if a file changed since.

    Raises `ProblemsError` with every fault of every file if there is one.
    """
    folder = Path(root).resolve()
    return _load(folder, fingerprint(folder))


def check(root: Path | str = ".") -> tuple[Problem, ...]:
    """Return every error of the content in `root`, by file and line; none means it is fit.

    `casebank.inspect` tells warnings too, and looks at drafts.
    """
    try:
        load(root)
    except ProblemsError as error:
        return error.problems
    return ()


def fingerprint(root: Path) -> tuple[tuple[str, int, int], ...]:
    """Name, size and time of every content file: equal as long as nothing was touched.

    A folder that lies elsewhere is not looked into: it could hold the whole disk.
    """
    if any(_linked_folders(root)):
        return ()
    files = [
        *root.glob("vocabularies/*"),
        *root.glob("canvases/*"),
        *root.glob("tools-and-methods/*"),
        *root.glob("cases/**/*"),
        *root.glob(f"{GUIDE}/*"),
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

    @property
    def book(self) -> Book:
        """The book, of all records without a wrong field."""
        cases = tuple(entry.record for entry in self.cases if entry.record)
        tools = tuple(entry.record for entry in self.tools if entry.record)
        terms = _with_countries_of(cases, self.vocabularies)
        return Book(cases, tools, terms, self.canvases, self.guide)


def read_content(
    root: Path, drafts: Iterable[Draft] = (), last: frozenset[str] = frozenset()
) -> Content:
    """Read everything, and check it together with `drafts`.

    Of two files that clash, the one among the paths `last` is told of, or else the second.
    """
    if links := tuple(_linked_folders(root)):
        return Content((), (), {}, (), (), frozenset(), links)
    vocabularies, problems = _read_vocabularies(root)
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
    problems += guide_problems
    softened = tuple(soften(problems, drafted))
    return Content(tuple(cases), tuple(tools), vocabularies, canvases, guide, paths, softened)


def _linked_folders(root: Path) -> Iterator[Problem]:
    """Find folders of content that lie elsewhere, before anything there is read."""
    for name in ("vocabularies", "canvases", TOOLS.name, CASES.name, MEDIA, "docs", GUIDE):
        if (root / name).is_symlink():
            yield Problem(name, 1, 1, "", "is a symbolic link.", "Put the folder itself here.")


def _read_vocabularies(root: Path) -> tuple[dict[str, Vocabulary], list[Problem]]:
    vocabularies: dict[str, Vocabulary] = {}
    problems: list[Problem] = []
    if not (root / "vocabularies").is_dir():
        remedy = "Run this in the folder of the repository, or name it with --root."
        return {}, [Problem("vocabularies", 1, 1, "", "is not here: this is no casebook.", remedy)]
    known = {f"{name}.yml" for name in VOCABULARIES}
    files = {file.name for file in (root / "vocabularies").glob("[!.]*")}
    for stranger in sorted(files - known):
        remedy = "Remove it, or ask a maintainer to add the vocabulary."
        path = f"vocabularies/{stranger}"
        problems.append(Problem(path, 1, 1, "", "is no vocabulary of the book.", remedy))
    for name in VOCABULARIES:
        path = f"vocabularies/{name}.yml"
        file, faults = _read_vocabulary(root, path)
        problems += faults
        if file:
            vocabularies[name] = Vocabulary(**dict(file), id=name, path=path)
    return vocabularies, problems


def _read_vocabulary(root: Path, path: str) -> tuple[VocabularyFile | None, tuple[Problem, ...]]:
    """Return the vocabulary in a file, or every problem that forbids it."""
    if not (root / path).is_file():
        remedy = "Restore it from the repository's history."
        return None, (Problem(path, 1, 1, "", "is missing.", remedy),)
    text, faults = read_text(root / path, path)
    if faults:
        return None, faults
    parsed = parse(text, path)
    if parsed.problems:
        return None, parsed.problems
    if not path.endswith("/countries.yml"):
        vocabulary, faults = validated(VocabularyFile, parsed, path)
        return vocabulary, (*faults, *_repeated_terms(vocabulary, parsed, path))
    countries, faults = validated(CountriesFile, parsed, path)
    faults += tuple(unknown_countries(parsed, path))
    if faults or countries is None:
        return None, faults
    terms = tuple(country(entry.code, entry) for entry in countries.terms)
    definition = countries.definition
    return VocabularyFile(title=countries.title, definition=definition, terms=terms), ()


def _repeated_terms(
    vocabulary: VocabularyFile | None, parsed: Parsed, path: str
) -> Iterator[Problem]:
    """Find ids that two terms of a vocabulary share."""
    seen: set[str] = set()
    for index, term in enumerate(vocabulary.terms if vocabulary else ()):
        if term.id in seen:
            place = ("terms", index, "id")
            message = f"{echo(term.id)} is used twice."
            remedy = "Give each term an id of its own."
            yield Problem(path, *parsed.position(place), dotted(place), message, remedy)
        seen.add(term.id)


def _with_countries_of(
    cases: tuple[Case, ...], vocabularies: dict[str, Vocabulary]
) -> dict[str, Vocabulary]:
    """Add the countries in which a case is set, so that a new case needs no change elsewhere."""
    listed = vocabularies["countries"]
    codes = {term.code for term in listed.terms}
    used = {code for case in cases for code in case.countries} - codes
    terms = sorted((*listed.terms, *(country(code) for code in used)), key=lambda term: term.id)
    return {**vocabularies, "countries": listed.with_terms(tuple(terms))}
