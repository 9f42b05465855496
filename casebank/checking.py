"""Check what one field alone cannot tell: references, unique ids, links, citations, pictures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from casebank.body import BodyRules, check_body, check_citations
from casebank.canvases import unlisted
from casebank.case import BODY_SECTIONS, CaseFields, CaseKind, RecordKind
from casebank.country import country_codes
from casebank.flow import faults_of
from casebank.method_map import cycles
from casebank.pictures import check_pictures
from casebank.place import MEDIA
from casebank.problem import Problem, echo, suggestion
from casebank.records import RESERVED
from casebank.references import references, texts
from casebank.strict_yaml import Path, dotted
from casebank.tool import BODY_SECTIONS as TOOL_SECTIONS
from casebank.tool import ToolFields

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
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
    "artefacts": "an artefact",
    "canvases": "a canvas",
    "tools": "a tool",
}

_FOLDERS = {"tools": "tools-and-methods", "canvases": "canvases"}
"""Where the files lie of what is no vocabulary."""


def check_records(
    root: FilePath,
    cases: list[Entry[Case]],
    tools: list[Entry[Tool]],
    vocabularies: Mapping[str, Vocabulary],
    known_paths: frozenset[str],
    *,
    canvases: frozenset[str] = frozenset(),
) -> list[Problem]:
    """Return every problem between records.

    `known_paths` are the files that links may lead to, `canvases` the ids that tools may list.
    """
    known = {name: frozenset(vocabulary.by_id) for name, vocabulary in vocabularies.items()}
    known["tools"] = frozenset(_id(path) for path in known_paths if path.startswith("tools"))
    known["countries"] = country_codes()
    known["canvases"] = canvases
    problems: list[Problem] = []
    entries: list[Entry[Case] | Entry[Tool]] = [*cases, *tools]
    for entry in entries:
        sources = frozenset(str(source.get("id")) for source in _records(entry.data, "sources"))
        problems += _references(entry, known)
        problems += _own_ids(entry)
        problems += _sources(entry)
        problems += _citations(entry, sources)
        if entry.fields is ToolFields:
            problems += (_at(entry, *fault) for fault in faults_of(entry.data))
        if rules := _body_rules(entry):
            problems += check_body(entry.document, rules, known_paths, sources)
    by_id = {entry.id: entry for entry in tools}
    circles = cycles({entry.id: entry.data for entry in tools})
    problems += (_at(by_id[id_], path, *told) for id_, path, *told in circles)
    problems += _anchors(cases)
    problems += _aliases(cases, known_paths)
    for case in cases:
        problems += _images(root, case)
    problems += check_pictures(root, {entry.id: _image_names(entry) for entry in cases})
    problems += _repeated_terms(vocabularies.values())
    listed = (reference for tool in tools for reference in references(tool.fields, tool.data))
    problems += unlisted(canvases, (one.value for one in listed if one.path[0] == "canvases"))
    return problems


def _id(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".md")


def _records(data: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """Return the groups of fields in the list `name`; what is none was reported before."""
    items = data.get(name)
    return [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []


def _at(entry: Entry[Any], path: Path, message: str, remedy: str) -> Problem:
    line, column = entry.document.front_matter.position(path)
    return Problem(entry.document.path, line, column, dotted(path), message, remedy)


def _references(
    entry: Entry[Case] | Entry[Tool], known: Mapping[str, frozenset[str]]
) -> Iterator[Problem]:
    seen: set[tuple[Path, str]] = set()
    for reference in references(entry.fields, entry.data):
        names = known.get(reference.to)
        if names is not None and reference.value not in names:
            where = f"Use a term of vocabularies/{reference.to}.yml."
            if reference.to in _FOLDERS:
                where = f"Name a file in {_FOLDERS[reference.to]}/."
            message = f"{echo(reference.value)} is not {_NOUNS[reference.to]}."
            yield _at(
                entry, reference.path, message, suggestion(reference.value, names, otherwise=where)
            )
        if (reference.to, reference.value) == ("tools", entry.id) and entry.fields is ToolFields:
            remedy = "Name another tool, or remove it."
            yield _at(
                entry, reference.path, f"{echo(reference.value)} is this tool itself.", remedy
            )
        place = (reference.path[:-1], reference.value)
        if isinstance(reference.path[-1], int) and place in seen:
            message = f"{echo(reference.value)} is listed twice."
            yield _at(entry, reference.path, message, "Keep one of the two.")
        seen.add(place)


def _own_ids(entry: Entry[Case] | Entry[Tool]) -> Iterator[Problem]:
    """Find keys of sources and of run sheets that are used twice within one file."""
    for name in ("sources", "formats"):
        seen: set[str] = set()
        for index, item in enumerate(_records(entry.data, name)):
            id_ = str(item.get("id"))
            if id_ in seen:
                message = f"{echo(id_)} is used twice."
                yield _at(entry, (name, index, "id"), message, "Give each one a key of its own.")
            seen.add(id_)


def _sources(entry: Entry[Case] | Entry[Tool]) -> Iterator[Problem]:
    for index, source in enumerate(_records(entry.data, "sources")):
        if not source.get("url") and not source.get("file"):
            remedy = "Say where the source can be found."
            yield _at(entry, ("sources", index), "has neither 'url' nor 'file'.", remedy)


def _citations(entry: Entry[Case] | Entry[Tool], sources: frozenset[str]) -> Iterator[Problem]:
    for path, text in texts(entry.data):
        for _, message, remedy in check_citations(text, sources):
            yield _at(entry, path, message, remedy)


def _body_rules(entry: Entry[Case] | Entry[Tool]) -> BodyRules | None:
    """Return the rules of the body, or None as long as the kind of the case is not known."""
    if entry.fields is not CaseFields:
        return BodyRules(TOOL_SECTIONS, TOOL_SECTIONS[:1])
    kind = entry.data.get("kind")
    if not isinstance(kind, str) or kind not in {known.value for known in CaseKind}:
        return None
    sections = BODY_SECTIONS[CaseKind(kind)]
    return BodyRules(sections, sections if entry.data.get("record") == RecordKind.FULL else ())


def _anchors(cases: list[Entry[Case]]) -> Iterator[Problem]:
    """Find ids that two asks or portfolios share; letters that differ by case only are one."""
    first_uses: dict[str, tuple[Entry[Case], Path]] = {}
    for entry in cases:
        for path, id_ in _anchor_ids(entry.data):
            first = first_uses.setdefault(id_.casefold(), (entry, path))
            if first != (entry, path):
                line, _ = first[0].document.front_matter.position(first[1])
                message = f"{echo(id_)} is used already, at {first[0].document.path}:{line}."
                remedy = "Give it an id that no other ask or portfolio of the book has."
                yield _at(entry, path, message, remedy)


def _anchor_ids(data: dict[str, Any]) -> Iterator[tuple[Path, str]]:
    for name in ("portfolios", "recommendations", "examples", "conclusions", "actions"):
        for index, item in enumerate(_records(data, name)):
            if isinstance(item.get("id"), str):
                yield (name, index, "id"), item["id"]
            for position, ask in enumerate(_records(item, "asks")):
                if isinstance(ask.get("id"), str):
                    yield (name, index, "asks", position, "id"), ask["id"]


def _aliases(cases: list[Entry[Case]], known_paths: frozenset[str]) -> Iterator[Problem]:
    """Find earlier ids that are the address of another case."""
    owners = {_id(path): path for path in known_paths if path.startswith("cases/")}
    for entry in cases:
        aliases = entry.record.aliases if entry.record else ()
        for index, alias in enumerate(aliases):
            owner = "a page of the site" if alias in RESERVED else owners.get(alias)
            owners.setdefault(alias, entry.document.path)
            if owner:
                message = f"{echo(alias)} is the address of {owner} already."
                remedy = "List only earlier ids of this very case, each once."
                yield _at(entry, ("aliases", index), message, remedy)


def _image_names(entry: Entry[Case]) -> frozenset[str]:
    return frozenset(str(image.get("file")) for image in _records(entry.data, "images"))


def _images(root: FilePath, entry: Entry[Case]) -> Iterator[Problem]:
    folder = f"{MEDIA}/{entry.id}"
    seen: set[str] = set()
    for index, image in enumerate(_records(entry.data, "images")):
        path, name = ("images", index, "file"), image.get("file")
        if not isinstance(name, str):
            continue  # reported as a wrong or missing field
        if not re.fullmatch(r"[A-Za-z0-9._-]+", name):
            message = f"{echo(name)} is not a picture's file name."
            remedy = "Use letters, digits, hyphens and dots, and name no folder."
            yield _at(entry, path, message, remedy)
        elif not (root / folder / name).is_file():
            message = f"{echo(name)} does not exist."
            yield _at(entry, path, message, f"Put the picture into {folder}/.")
        elif name in seen:
            yield _at(entry, path, f"{echo(name)} is listed twice.", "Keep one of the two.")
        seen.add(name)


def _repeated_terms(vocabularies: Iterable[Vocabulary]) -> Iterator[Problem]:
    for vocabulary in vocabularies:
        seen: set[str] = set()
        for term in vocabulary.terms:
            if term.id in seen:
                remedy = "Give each term an id of its own."
                message = f"{echo(term.id)} is used twice."
                yield Problem(vocabulary.path, 1, 1, "terms", message, remedy)
            seen.add(term.id)
