"""Read the folder canvases/, and check what one value of a drawing cannot tell."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from casebank.canvas import Canvas, CanvasFields
from casebank.document import read_yaml
from casebank.drawing import Area
from casebank.fields import LONGEST_ID, is_id
from casebank.folders import CANVASES
from casebank.problem import Problem, echo, suggestion
from casebank.strict_yaml import Parsed, Path, dotted
from casebank.validation import validated

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path as FilePath

    from casebank.canvas import Repeat
    from casebank.term import Vocabulary


def canvas_ids(root: FilePath) -> frozenset[str]:
    """Return the ids of all canvases, also of those with faults; a book may have none."""
    stems = (file.stem for file in (root / CANVASES).glob("[!.]*.yml"))
    return frozenset(stem for stem in stems if is_id(stem))


def read_canvases(
    root: FilePath, vocabularies: Mapping[str, Vocabulary]
) -> tuple[tuple[Canvas, ...], list[Problem]]:
    """Read every canvas, sorted by id; their terms are looked up in `vocabularies`."""
    canvases: list[Canvas] = []
    problems: list[Problem] = []
    for file in sorted((root / CANVASES).glob("[!.]*")):
        path = f"{CANVASES}/{file.name}"
        if file.suffix != ".yml" or file.is_dir():
            remedy = "Give it the ending .yml, or put it elsewhere."
            problems.append(Problem(path, 1, 1, "", "is not a drawing.", remedy))
            continue
        if not is_id(file.stem):
            message = "has a name that cannot be an address."
            remedy = f"Use at most {LONGEST_ID} small letters, digits and hyphens."
            problems.append(Problem(path, 1, 1, "", message, remedy))
            continue
        parsed = read_yaml(file, path)
        fields, faults = (
            (None, parsed.problems) if parsed.problems else validated(CanvasFields, parsed, path)
        )
        problems += faults
        if fields:
            found = [_at(parsed, path, *fault) for fault in _faults(fields, vocabularies)]
            problems += found
            if not found:
                canvases.append(Canvas(**dict(fields), id=file.stem, path=path))
    return tuple(canvases), problems


def unlisted(ids: Iterable[str], listed: Iterable[str]) -> Iterator[Problem]:
    """Find canvases that no tool lists, so that no page would lead to them."""
    for id_ in sorted(set(ids) - set(listed)):
        remedy = f"Add '{id_}' to the field 'canvases' of the tool that it belongs to."
        yield Problem(f"{CANVASES}/{id_}.yml", 1, 1, "", "is listed by no tool.", remedy)


def _at(parsed: Parsed, path: str, place: Path, message: str, remedy: str) -> Problem:
    return Problem(path, *parsed.position(place), dotted(place), message, remedy)


def _faults(
    fields: CanvasFields, vocabularies: Mapping[str, Vocabulary]
) -> Iterator[tuple[Path, str, str]]:
    yield from _places(fields)
    yield from _names(fields)
    yield from _terms(fields, vocabularies)


def _places(fields: CanvasFields) -> Iterator[tuple[Path, str, str]]:
    """Find what lies outside of the sheet or on top of something else."""
    card = fields.card
    room = Area(x=0, y=0, w=card.w, h=card.h) if fields.repeat else card
    for index, box in enumerate(fields.boxes):
        if not room.holds(box):
            message = f"{echo(box.id)} lies outside of the sheet."
            yield ("boxes", index), message, f"Keep it between {_ends(room)}."
    for (_, first), (index, second) in combinations(enumerate(fields.boxes), 2):
        if first.meets(second):
            message = f"{echo(second.id)} overlaps {echo(first.id)}."
            yield ("boxes", index), message, "Move one of the two, or make it smaller."
    drawn = [  # once on the whole sheet, also where the boxes are those of a card
        *((("shapes", n), shape.points) for n, shape in enumerate(fields.shapes)),
        *((("captions", n), ((one.x, one.y),)) for n, one in enumerate(fields.captions)),
    ]
    for place, points in drawn:
        if not all(map(fields.room.reaches, points)):
            yield place, "lies outside of the sheet.", f"Keep it between {_ends(fields.room)}."


def _ends(room: Area) -> str:
    return f"{room.x:g} to {room.x + room.w:g} and {room.y:g} to {room.y + room.h:g} mm"


def _names(fields: CanvasFields) -> Iterator[tuple[Path, str, str]]:
    """Find ids and blanks that are used twice, and boxes that say nothing."""
    for index, id_ in enumerate(fields.blank_ids):
        if id_ in fields.blank_ids[:index]:
            message = f"{echo(fields.blanks[index])} is used twice."
            yield ("blanks", index), message, "Give each blank a name of its own."
    seen: set[str] = set()
    for index, box in enumerate(fields.boxes):
        if box.id in seen:
            message = f"{echo(box.id)} is used twice."
            yield ("boxes", index, "id"), message, "Give each box an id of its own."
        seen.add(box.id)
        if not box.title and not box.term and not fields.repeat:
            message = "has neither 'title' nor 'term'."
            yield ("boxes", index), message, "Say in a title what goes in."


def _terms(
    fields: CanvasFields, vocabularies: Mapping[str, Vocabulary]
) -> Iterator[tuple[Path, str, str]]:
    repeat = fields.repeat
    if repeat and repeat.over not in vocabularies:
        remedy = suggestion(repeat.over, vocabularies, otherwise="See the files in vocabularies/.")
        yield ("repeat", "over"), f"{echo(repeat.over)} is no vocabulary.", remedy
    elif repeat:
        yield from _left_out(repeat, vocabularies[repeat.over])
    for index, box in enumerate(fields.boxes):
        name, _, id_ = (box.term or "").partition(".")
        known = vocabularies[name].by_id if name in vocabularies else {}
        if box.term and id_ not in known:
            names = [f"{name}.{known_id}" for known_id in known] or list(vocabularies)
            remedy = suggestion(box.term, names, otherwise="Name a vocabulary and a term of it.")
            yield ("boxes", index, "term"), f"{echo(box.term)} is not a term.", remedy


def _left_out(repeat: Repeat, vocabulary: Vocabulary) -> Iterator[tuple[Path, str, str]]:
    """Find terms without a card that are unknown or named twice, and sheets without any card."""
    for index, id_ in enumerate(repeat.without):
        place = ("repeat", "without", index)
        if id_ not in vocabulary.by_id:
            otherwise = f"See vocabularies/{repeat.over}.yml."
            remedy = suggestion(id_, vocabulary.by_id, otherwise=otherwise)
            yield place, f"{echo(id_)} is not a term of {echo(repeat.over)}.", remedy
        elif id_ in repeat.without[:index]:
            yield place, f"{echo(id_)} is named twice.", "Name it once."
    if not repeat.blank and not set(vocabulary.by_id) - set(repeat.without):
        yield ("repeat", "without"), "leaves no card.", "Leave out fewer terms."
