"""Read the folder vocabularies/, and add the countries that cases are set in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casebank.country import CountriesFile, country, unknown_countries
from casebank.document import read_yaml
from casebank.problem import Problem, echo
from casebank.strict_yaml import Parsed, dotted
from casebank.term import Vocabulary, VocabularyFile
from casebank.validation import validated

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from casebank.case import Case

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


def read_vocabularies(root: Path) -> tuple[dict[str, Vocabulary], list[Problem]]:
    """Return the vocabularies that could be read, by name, and every problem of the others."""
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
    parsed = read_yaml(root / path, path)
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


def with_countries_of(
    cases: tuple[Case, ...], vocabularies: dict[str, Vocabulary]
) -> dict[str, Vocabulary]:
    """Add the countries in which a case is set, so that a new case needs no change elsewhere."""
    listed = vocabularies["countries"]
    codes = {term.code for term in listed.terms}
    used = {code for case in cases for code in case.countries} - codes
    terms = sorted((*listed.terms, *(country(code) for code in used)), key=lambda term: term.id)
    return {**vocabularies, "countries": listed.with_terms(tuple(terms))}
