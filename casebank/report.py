"""A case as people report it: headings, the fields under each, and what the models say of these."""

from __future__ import annotations

import types
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from casebank.case import CaseFields
from casebank.fields import AskId, Line, Slug, Summary, Text, Url, When, Words
from casebank.schema import nested_model, target_of

if TYPE_CHECKING:
    from pydantic import BaseModel

_SHAPES = (
    (Line, "one line"),
    (Text, "text"),
    (Words, "text"),
    (Summary, "text of at most 300 characters"),
    (When, "date"),
    (Slug, "small letters, digits and hyphens"),
    (Url, "address that begins with https://"),
    (AskId, "id, such as XX-P1"),
    (float, "number"),
    (int, "whole number"),
)
"""What people write into a field of this type."""

_WORDS = {
    "alt": "Alternative text",
    "id": "Id",
    "lat": "Latitude",
    "lon": "Longitude",
    "opsi": "OPSI",
    "url": "Web address",
}
"""Names of fields that are not words."""

_FIRST = ("id", "group", "title")
"""Asks inherit most of their fields; a form begins with these."""


@dataclass(frozen=True)
class Blank:
    """One field of a case, to be filled in."""

    path: str
    """Dotted: `portfolios.asks.text`."""

    meaning: str
    """What belongs into it: the documentation of the model."""

    needed: bool
    """Whether the check refuses a case without it, or an entry of its list."""

    shape: str
    """What one writes there; empty where `parts`, `values` or `terms` say it."""

    many: bool
    """Whether it is a list."""

    values: tuple[str, ...]
    """The only values that it can have; empty for most fields."""

    terms: str
    """The vocabulary whose terms it names, `tools`, or nothing."""

    parts: tuple[Blank, ...]
    """The fields of one entry."""

    @property
    def name(self) -> str:
        """The field itself, without those that it is in."""
        return self.path.rpartition(".")[2]

    @property
    def label(self) -> str:
        """The name in words."""
        return _WORDS.get(self.name, self.name.replace("_", " ").capitalize())

    def all(self) -> tuple[Blank, ...]:
        """Return the field and everything in it."""
        return (self, *(one for part in self.parts for one in part.all()))


@dataclass(frozen=True)
class Heading:
    """A heading of the report."""

    title: str
    help: str
    """What to write under it, or how."""

    fields: tuple[str, ...] = ()
    """Fields of a case, in the order of the report."""

    times: int = 1
    """How many blank entries a list has under it; one more is a copy."""

    sections: bool = False
    """Whether the sections of the body stand under it."""


REPORT = (
    Heading(
        "Title, place and date",
        "As exactly as the source says, and no more.",
        ("title", "places", "held", "published"),
        2,
    ),
    Heading("Summary", "For cards and search: no citations here.", ("summary",)),
    Heading(
        "Subject",
        "Choose from the lists at the end.",
        ("areas", "scope", "audiences", "tools", "resource_type", "opsi"),
    ),
    Heading(
        "Who took part",
        "Organisations and roles, never names of people. Copy a row for each organisation.",
        ("stakeholders",),
        8,
    ),
    Heading("Story", "In plain language and your own words.", sections=True),
    Heading("Portfolios", "One form for each team; copy one if you need more.", ("portfolios",), 3),
    Heading("Recommendations", "What should be done. One form for each.", ("recommendations",), 3),
    Heading("Conclusions", "What follows from all of it.", ("conclusions",), 4),
    Heading("Key figures", "Only numbers that a source gives.", ("key_figures",), 4),
    Heading("Quotes", "Short, word for word, and each with its speaker.", ("quotes",), 3),
    Heading(
        "Sources",
        "The first source is the main one. Each has an address or a file.",
        ("sources", "authors", "publisher", "language", "rights", "funding", "disclaimer"),
        3,
    ),
    Heading("Pictures", "Send the files along, with the right to publish them.", ("images",), 3),
    Heading("Doubts", "What is not known is worth a line too.", ("editor_notes",)),
)
"""Headings of the report on a city case, in order."""

NOT_REPORTED = {
    "kind": "the report is always on a city case",
    "record": "the report is always a full record",
    "challenges": "only peer reviews have them",
    "examples": "only peer reviews have them",
    "actions": "only peer reviews have them",
    "review": "editors fill it in",
    "aliases": "only for a case that was renamed",
}
"""Fields that stand under no heading, with the reason."""

SECTION_HELP = {
    "Context": "The place, and what was there before.",
    "Opportunity": "What the case is about, and why then and there.",
    "Sensemaking": "How the workshop went, and with which tools.",
    "Analysis": "What the local system of support does well, and what it lacks.",
    "What happened next": "What has followed, as far as a source tells. What failed is as welcome.",
}
"""What to write in each section of the body of a city case."""


@cache
def blanks(model: type[BaseModel] = CaseFields, within: str = "") -> tuple[Blank, ...]:
    """Return the fields of a model in its order; `within` is the path of the field it is in."""
    hints = get_type_hints(model, include_extras=True)
    found = tuple(
        _blank(model, name, hints[name], f"{within}{name}") for name in model.model_fields
    )
    if not within:
        return found
    places = {name: place for place, name in enumerate(_FIRST)}
    return tuple(sorted(found, key=lambda one: places.get(one.name, len(places))))


def blank(path: str) -> Blank:
    """Return the field of a case with this path."""
    return next(one for field in blanks() for one in field.all() if one.path == path)


def _blank(model: type[BaseModel], name: str, hint: Any, path: str) -> Blank:
    field = model.model_fields[name]
    kind, many = _one_of(hint)
    nested = nested_model(field.annotation)
    return Blank(
        path,
        field.description or "",
        field.is_required(),
        next((words for type_, words in _SHAPES if type_ == kind), ""),
        many,
        _values(kind),
        target_of(field) or "",
        blanks(nested, f"{path}.") if nested else (),
    )


def _one_of(hint: Any) -> tuple[Any, bool]:
    """Return the type of one value, and whether the field is a list of them."""
    if get_origin(hint) is Annotated and get_origin(get_args(hint)[0]) is tuple:
        return _one_of(get_args(hint)[0])
    if get_origin(hint) in {Union, types.UnionType}:
        return _one_of(next(one for one in get_args(hint) if one is not type(None)))
    if get_origin(hint) is tuple:
        return _one_of(get_args(hint)[0])[0], True
    if get_origin(hint) is Annotated and get_args(hint)[0] in {float, int}:
        return get_args(hint)[0], False
    return hint, False


def _values(kind: Any) -> tuple[str, ...]:
    if get_origin(kind) is Literal:
        return tuple(map(str, get_args(kind)))
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return tuple(member.value for member in kind)
    return ()
