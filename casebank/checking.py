"""Check what one field alone cannot tell: references, ids, links, citations, pictures."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from casebank import folders
from casebank.body import check_body, check_citations
from casebank.canvases import unlisted
from casebank.case import BODY_SECTIONS, CaseFields, CaseKind, RecordKind
from casebank.contacts import contacts
from casebank.country import country_codes
from casebank.drafts import TO_PLACE, left_to_confirm
from casebank.flow import faults_of
from casebank.ids import repeated_keys, shared_anchors, taken_aliases
from casebank.method_map import cycles
from casebank.pictures import check_pictures
from casebank.place import MEDIA
from casebank.problem import Problem, echo, suggestion
from casebank.references import references, texts
from casebank.register import noun_of
from casebank.rule import FILE_NAME
from casebank.sections import BodyRules
from casebank.strict_yaml import Path
from casebank.tool import BODY_SECTIONS as TOOL_SECTIONS
from casebank.tool import ToolFields

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path as FilePath

    from casebank.case import Case
    from casebank.records import Entry
    from casebank.term import Vocabulary
    from casebank.tool import Tool

_FOLDERS = {"tools": folders.TOOLS, "canvases": folders.CANVASES}
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
    known = known_names(vocabularies, known_paths, canvases)
    problems: list[Problem] = []
    entries: list[Entry[Case] | Entry[Tool]] = [*cases, *tools]
    for entry in entries:
        sources = frozenset(str(source.get("id")) for source in entry.groups("sources"))
        problems += _references(entry, known)
        problems += repeated_keys(entry)
        problems += _contacts(entry)
        problems += _citations(entry, sources)
        if entry.fields is ToolFields:
            problems += (entry.problem(*fault) for fault in faults_of(entry.data))
        if not entry.document.home:
            problems += left_to_confirm(entry.document)
        if rules := _body_rules(entry):
            problems += check_body(entry.document, rules, known_paths, sources)
    by_id = {entry.id: entry for entry in tools}
    circles = cycles({entry.id: entry.data for entry in tools})
    problems += (
        by_id[id_].problem(path, message, remedy) for id_, path, message, remedy in circles
    )
    problems += shared_anchors(cases)
    problems += taken_aliases(cases, known_paths)
    for case in cases:
        problems += _images(root, case)
    problems += check_pictures(root, {entry.id: _image_names(entry) for entry in cases})
    listed = (reference for tool in tools for reference in references(tool.fields, tool.data))
    problems += unlisted(canvases, (one.value for one in listed if one.path[0] == "canvases"))
    return problems


def known_names(
    vocabularies: Mapping[str, Vocabulary], paths: frozenset[str], canvases: frozenset[str]
) -> dict[str, frozenset[str]]:
    """Return every id that a field can name, by what it is the id of."""
    known = {name: frozenset(vocabulary.by_id) for name, vocabulary in vocabularies.items()}
    known["tools"] = frozenset(PurePath(path).stem for path in paths if path.startswith("tools"))
    known["countries"] = country_codes()
    known["canvases"] = canvases
    return known


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
            message = f"{echo(reference.value)} is not {noun_of(reference.to)}."
            remedy = suggestion(reference.value, names, otherwise=where)
            yield entry.problem(reference.path, message, remedy)
        if (reference.to, reference.value) == ("tools", entry.id) and entry.fields is ToolFields:
            remedy = "Name another tool, or remove it."
            message = f"{echo(reference.value)} is this tool itself."
            yield entry.problem(reference.path, message, remedy)
        place = (reference.path[:-1], reference.value)
        if isinstance(reference.path[-1], int) and place in seen:
            message = f"{echo(reference.value)} is listed twice."
            yield entry.problem(reference.path, message, "Keep one of the two.")
        seen.add(place)


def _citations(entry: Entry[Case] | Entry[Tool], sources: frozenset[str]) -> Iterator[Problem]:
    for path, text in texts(entry.data):
        for mark, message, remedy in check_citations(text, sources):
            yield entry.problem(path, message, remedy, mark)


def _contacts(entry: Entry[Case] | Entry[Tool]) -> Iterator[Problem]:
    """Find what leads to a person, in fields and body alike."""
    for path, text in texts(entry.data):
        for snippet, message, remedy in contacts(text):
            yield entry.problem(path, message, remedy, snippet)
    for number, line in enumerate(entry.document.body.split("\n"), entry.document.body_line):
        for snippet, message, remedy in contacts(line):
            column = line.find(snippet) + 1
            yield Problem(entry.document.path, number, column, "", message, remedy)


def _body_rules(entry: Entry[Case] | Entry[Tool]) -> BodyRules | None:
    """Return the rules of the body, or None as long as the kind of the case is not known."""
    draft = bool(entry.document.home)
    open_end = (TO_PLACE,) if draft else ()
    if entry.fields is not CaseFields:
        return BodyRules((*TOOL_SECTIONS, *open_end), TOOL_SECTIONS[:1], draft)
    kind = entry.data.get("kind")
    if not isinstance(kind, str) or kind not in {known.value for known in CaseKind}:
        return None
    sections = BODY_SECTIONS[CaseKind(kind)]
    required = sections if entry.data.get("record") == RecordKind.FULL else ()
    return BodyRules((*sections, *open_end), required, draft)


def _image_names(entry: Entry[Case]) -> frozenset[str]:
    return frozenset(str(image.get("file")) for image in entry.groups("images"))


def _images(root: FilePath, entry: Entry[Case]) -> Iterator[Problem]:
    folder = f"{MEDIA}/{entry.id}"
    seen: set[str] = set()
    for index, image in enumerate(entry.groups("images")):
        path, name = ("images", index, "file"), image.get("file")
        if not (isinstance(name, str) and FILE_NAME.fits(name)):
            continue  # reported as a wrong or missing field
        if not (root / folder / name).is_file():
            message = f"{echo(name)} does not exist."
            yield entry.problem(path, message, f"Put the picture into {folder}/.")
        elif name in seen:
            yield entry.problem(path, f"{echo(name)} is listed twice.", "Keep one of the two.")
        seen.add(name)
