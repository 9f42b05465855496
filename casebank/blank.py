"""One field to be filled in, with everything that the models say of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from casebank.case import CaseFields
from casebank.rule import (
    ASK_ID,
    CLOCK,
    COUNTRY,
    DATE,
    FILE_NAME,
    LANGUAGE,
    ONE_LINE,
    SLUG,
    WEB_ADDRESS,
    Rule,
)
from casebank.schema import is_list, label, limits_of, nested_model, rules_of, target_of

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic.fields import FieldInfo

_SHAPES = {
    ONE_LINE: "one line",
    DATE: "date",
    SLUG: "small letters, digits and hyphens",
    WEB_ADDRESS: "address that begins with https://",
    ASK_ID: "id, such as XX-P1",
    LANGUAGE: "code of a language",
    COUNTRY: "code of a country",
    FILE_NAME: "name of a file",
    CLOCK: "clock time",
}
"""What people write into a field whose values keep this rule."""

_TYPES = {"number": "number", "integer": "whole number"}
"""The same for values that are no texts, by their type in JSON Schema."""

_USUAL_LENGTH = 2000
"""Characters of a text; where fewer fit, people are told."""

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

    example: str
    """A value as somebody might write it; empty where there are `parts`."""

    rules: tuple[Rule, ...]
    """What a value must be like, the weightiest first."""

    longest: int | None
    """Characters that fit."""

    least: float | None
    """The smallest number."""

    most: float | None
    """The largest number."""

    default: str
    """What stands there if it is left out; empty where nothing does."""

    @property
    def pattern(self) -> str:
        """The regular expression of the first rule, for browsers too; empty without one."""
        return self.rules[0].pattern if self.rules else ""

    @property
    def fault(self) -> str:
        """What is wrong with a value that does not match it: "is not a date"."""
        return self.rules[0].fault if self.rules else ""

    @property
    def remedy(self) -> str:
        """How to write such a value, as one sentence."""
        return self.rules[0].remedy if self.rules else ""

    @property
    def name(self) -> str:
        """The field itself, without those that it is in."""
        return self.path.rpartition(".")[2]

    @property
    def label(self) -> str:
        """The name in words."""
        return label(self.name)

    def all(self) -> tuple[Blank, ...]:
        """Return the field and everything in it."""
        return (self, *(one for part in self.parts for one in part.all()))


@cache
def blanks(model: type[BaseModel] = CaseFields, within: str = "") -> tuple[Blank, ...]:
    """Return the fields of a model in its order; `within` is the path of the field it is in."""
    found = tuple(_blank(model, name, f"{within}{name}") for name in model.model_fields)
    if not within:
        return found
    places = {name: place for place, name in enumerate(_FIRST)}
    return tuple(sorted(found, key=lambda one: places.get(one.name, len(places))))


def blank(path: str) -> Blank:
    """Return the field of a case with this path."""
    return next(one for field in blanks() for one in field.all() if one.path == path)


def _blank(model: type[BaseModel], name: str, path: str) -> Blank:
    field = model.model_fields[name]
    nested, terms = nested_model(field.annotation), target_of(field) or ""
    rules, limits = rules_of(field), limits_of(model, name)
    return Blank(
        path,
        (field.description or "").replace("\n", " "),
        field.is_required(),
        "" if nested or terms else _shape(rules, limits),
        is_list(model, name),
        tuple(limits.get("enum", ())),
        terms,
        blanks(nested, f"{path}.") if nested else (),
        _example(field),
        rules,
        limits.get("maxLength"),
        limits.get("minimum"),
        limits.get("maximum"),
        _default(field),
    )


def _shape(rules: tuple[Rule, ...], limits: dict[str, Any]) -> str:
    if found := [_SHAPES[rule] for rule in rules if rule in _SHAPES]:
        return found[0]
    if "enum" in limits or limits["type"] in _TYPES:
        return _TYPES.get(limits["type"], "")
    if limits["type"] == "object":
        return "Markdown by heading"
    longest = limits["maxLength"]
    return "text" if longest == _USUAL_LENGTH else f"text of at most {longest} characters"


def _default(field: FieldInfo) -> str:
    default = field.get_default()
    return str(default) if isinstance(default, str | int) else ""


def _example(field: FieldInfo) -> str:
    first = next(iter(field.examples or ()), "")
    return str(first[0] if isinstance(first, list) else first)
