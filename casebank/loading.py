"""Load a folder of content into a `Book`, or report every problem in it at once."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from casebank.book import Book
from casebank.canvases import canvas_ids, read_canvases
from casebank.case import Case
from casebank.checking import check_records
from casebank.country import CountriesFile, country, unknown_countries
from casebank.document import read_text
from casebank.guide import FOLDER as GUIDE
from casebank.guide import read_guide
from casebank.problem import Problem, ProblemsError
from casebank.records import CASES, TOOLS, markdown_files, read_records
from casebank.strict_yaml import parse
from casebank.term import Vocabulary, VocabularyFile
from casebank.validation import validated

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
    """Return every problem of the content in `root`, by file and line; none means it is fit."""
    try:
        load(root)
    except ProblemsError as error:
        return error.problems
    return ()


def fingerprint(root: Path) -> tuple[tuple[str, int, int], ...]:
    """Name, size and time of every content file: equal as long as nothing was touched."""
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
    vocabularies, problems = _read_vocabularies(root)
    cases, case_problems = read_records(root, CASES)
    tools, tool_problems = read_records(root, TOOLS)
    canvases, canvas_problems = read_canvases(root, vocabularies)
    problems += case_problems + tool_problems + canvas_problems
    paths = frozenset(markdown_files(root, CASES) + markdown_files(root, TOOLS))
    problems += check_records(root, cases, tools, vocabularies, paths, canvases=canvas_ids(root))
    case_records = tuple(entry.record for entry in cases if entry.record)
    tool_records = tuple(entry.record for entry in tools if entry.record)
    guide, guide_problems = read_guide(root, tool_records)
    problems += guide_problems
    if problems:
        raise ProblemsError(problems)
    terms = _with_countries_of(case_records, vocabularies)
    return Book(case_records, tool_records, terms, canvases, guide)


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
        return validated(VocabularyFile, parsed, path)
    countries, faults = validated(CountriesFile, parsed, path)
    faults += tuple(unknown_countries(parsed, path))
    if faults or countries is None:
        return None, faults
    terms = tuple(country(entry.code, entry) for entry in countries.terms)
    definition = countries.definition
    return VocabularyFile(title=countries.title, definition=definition, terms=terms), ()


def _with_countries_of(
    cases: tuple[Case, ...], vocabularies: dict[str, Vocabulary]
) -> dict[str, Vocabulary]:
    """Add the countries in which a case is set, so that a new case needs no change elsewhere."""
    listed = vocabularies["countries"]
    codes = {term.code for term in listed.terms}
    used = {code for case in cases for code in case.countries} - codes
    terms = sorted((*listed.terms, *(country(code) for code in used)), key=lambda term: term.id)
    return {**vocabularies, "countries": listed.model_copy(update={"terms": tuple(terms)})}
