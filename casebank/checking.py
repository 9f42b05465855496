"""Check what one file alone cannot tell: references, unique ids, links and citations."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from casebank import case as case_module
from casebank import tool as tool_module
from casebank.body import BodyRules, check_body, check_citations
from casebank.country import country_codes
from casebank.problem import Problem, echo, suggestion
from casebank.references import references, texts
from casebank.strict_yaml import Path, dotted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path as FilePath

    from casebank.case import Case
    from casebank.records import Entry
    from casebank.term import Vocabulary
    from casebank.tool import Tool

_NOUNS = {
    "areas": "an innovation area",
    "themes": "a theme",
    "countries": "a country",
    "stakeholder-groups": "a stakeholder group",
    "support-kinds": "a kind of support",
    "audiences": "an audience",
    "scopes": "a geographical scope",
    "resource-types": "a resource type",
    "opsi-facets": "an OPSI facet",
    "tools": "a tool",
}


def check_records(
    root: FilePath,
    cases: list[Entry[Case]],
    tools: list[Entry[Tool]],
    vocabularies: Mapping[str, Vocabulary],
    known_paths: frozenset[str],
) -> list[Problem]:
    """Return every problem between records; `known_paths` are the files that links may lead to."""
    known = {name: frozenset(vocabulary.by_id) for name, vocabulary in vocabularies.items()}
    known["tools"] = frozenset(
        path.split("/")[1].removesuffix(".md") for path in known_paths if path.startswith("tools")
    )
    known["countries"] = country_codes()
    problems: list[Problem] = []
    entries: list[Entry[Case] | Entry[Tool]] = [*cases, *tools]
    for entry in entries:
        problems += _references(entry, known)
        problems += _citations(entry)
        rules = _body_rules(entry)
        sources = frozenset(source.id for source in entry.record.sources)
        problems += check_body(entry.document, rules, known_paths, sources)
    problems += _duplicates(cases, known_paths)
    problems += chain.from_iterable(_pictures(root, entry) for entry in cases)
    problems += _repeated_terms(vocabularies)
    return problems


def _at(entry: Entry[Case] | Entry[Tool], path: Path, message: str, remedy: str) -> Problem:
    line, column = entry.document.front_matter.position(path)
    return Problem(entry.document.path, line, column, dotted(path), message, remedy)


def _references(
    entry: Entry[Case] | Entry[Tool], known: Mapping[str, frozenset[str]]
) -> Iterator[Problem]:
    seen: set[tuple[Path, str]] = set()
    for reference in references(entry.record):
        if reference.value not in known[reference.to]:
            names = known[reference.to]
            otherwise = (
                f"Use a term of vocabularies/{reference.to}.yml."
                if reference.to != "tools"
                else "Name a file in tools-and-methods/."
            )
            remedy = suggestion(reference.value, names, otherwise=otherwise)
            yield _at(
                entry,
                reference.path,
                f"{echo(reference.value)} is not {_NOUNS[reference.to]}.",
                remedy,
            )
        place = (reference.path[:-1], reference.value)
        if isinstance(reference.path[-1], int) and place in seen:
            yield _at(
                entry,
                reference.path,
                f"{echo(reference.value)} is listed twice.",
                "Keep one of the two.",
            )
        seen.add(place)


def _citations(entry: Entry[Case] | Entry[Tool]) -> Iterator[Problem]:
    sources: set[str] = set()
    for index, source in enumerate(entry.record.sources):
        if source.id in sources:
            yield _at(
                entry,
                ("sources", index, "id"),
                f"{echo(source.id)} is used twice.",
                "Give each source a key of its own.",
            )
        sources.add(source.id)
        if not source.url and not source.file:
            yield _at(
                entry,
                ("sources", index),
                "has neither 'url' nor 'file'.",
                "Say where the source can be found.",
            )
    for path, text in texts(entry.record):
        for message, remedy in check_citations(text, frozenset(sources)):
            yield _at(entry, path, message, remedy)


def _body_rules(entry: Entry[Case] | Entry[Tool]) -> BodyRules:
    record = entry.record
    if isinstance(record, case_module.Case):
        sections = case_module.BODY_SECTIONS[record.kind]
        return BodyRules(sections, sections if record.is_full else ())
    return BodyRules(tool_module.BODY_SECTIONS, tool_module.BODY_SECTIONS[:1])


def _duplicates(cases: list[Entry[Case]], known_paths: frozenset[str]) -> Iterator[Problem]:
    """Find anchors and earlier ids that two records claim; letters differ by case only are one."""
    anchors: dict[str, tuple[str, int]] = {}
    ids = {
        path.split("/")[1].removesuffix(".md"): path
        for path in known_paths
        if path.startswith("cases/")
    }
    for entry in cases:
        for path, id_ in _anchor_ids(entry.record):
            line, _ = entry.document.front_matter.position(path)
            first = anchors.setdefault(id_.casefold(), (entry.document.path, line))
            if first != (entry.document.path, line):
                message = f"{echo(id_)} is used already, at {first[0]}:{first[1]}."
                yield _at(
                    entry,
                    path,
                    message,
                    "Give it an id that no other ask or portfolio of the book has.",
                )
        for index, alias in enumerate(entry.record.aliases):
            claimed = ids.setdefault(alias, entry.document.path)
            if claimed != entry.document.path or alias == entry.record.id:
                message = f"{echo(alias)} is the address of {claimed}."
                yield _at(
                    entry, ("aliases", index), message, "List only earlier ids of this very case."
                )


def _anchor_ids(case: Case) -> Iterator[tuple[Path, str]]:
    for name in ("portfolios", "recommendations", "examples", "conclusions", "actions"):
        for index, item in enumerate(getattr(case, name)):
            yield (name, index, "id"), item.id
            for position, ask in enumerate(getattr(item, "asks", ())):
                yield (name, index, "asks", position, "id"), ask.id


def _pictures(root: FilePath, entry: Entry[Case]) -> Iterator[Problem]:
    for index, image in enumerate(entry.record.images):
        path = ("images", index, "file")
        folder = f"cases/media/{entry.record.id}"
        if (
            "/" in image.file
            or "\\" in image.file
            or not image.file.endswith((".png", ".jpg", ".jpeg", ".webp"))
        ):
            yield _at(
                entry,
                path,
                f"{echo(image.file)} is not a picture's file name.",
                "Name a .png, .jpg or .webp file, without a folder.",
            )
        elif not (root / folder / image.file).is_file():
            yield _at(
                entry,
                path,
                f"{echo(image.file)} does not exist.",
                f"Put the picture into {folder}/.",
            )


def _repeated_terms(vocabularies: Mapping[str, Vocabulary]) -> Iterator[Problem]:
    for vocabulary in vocabularies.values():
        seen: set[str] = set()
        for term in vocabulary.terms:
            if term.id in seen:
                remedy = "Give each term an id of its own."
                yield Problem(
                    vocabulary.path, 1, 1, "terms", f"{echo(term.id)} is used twice.", remedy
                )
            seen.add(term.id)
