"""What the models say of themselves: nested models, what an id names, rules and limits."""

from __future__ import annotations

import types
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from casebank.fields import Refers
from casebank.rule import PLAIN, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.fields import FieldInfo

    from casebank.strict_yaml import Path

_WORDS = {
    "alt": "Alternative text",
    "id": "Id",
    "lat": "Latitude",
    "lon": "Longitude",
    "opsi": "OPSI",
    "url": "Web address",
}
"""Names of fields that are not words."""


def label(name: str) -> str:
    """Return the name of a field in words."""
    return _WORDS.get(name, name.replace("_", " ").capitalize())


def nested_model(annotation: Any) -> type[BaseModel] | None:
    """Return the model in a field's type: `Place` of `tuple[Place, ...]` and of `Place | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in {tuple, Union, types.UnionType}:
        return next(filter(None, map(nested_model, get_args(annotation))), None)
    return None


def model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """Return the model that describes the mapping at `path` in a record of `model`."""
    current: type[BaseModel] | None = model
    for part in path:
        if isinstance(part, int) or current is None:
            continue
        field = current.model_fields.get(part)
        current = nested_model(field.annotation) if field else None
    return current


@cache
def referring_fields(
    model: type[BaseModel],
) -> tuple[tuple[str, str | None, type[BaseModel] | None], ...]:
    """Return the fields in which an id can stand: name, what it names, and the nested model."""
    fields = (
        (name, target_of(field), nested_model(field.annotation))
        for name, field in model.model_fields.items()
    )
    return tuple(field for field in fields if field[1] or field[2])


def target_of(field: FieldInfo) -> str | None:
    """Return the vocabulary whose terms a field names, `tools`, or None for other fields."""
    return next((mark.to for mark in _all_marks(field) if isinstance(mark, Refers)), None)


def rules_of(field: FieldInfo) -> tuple[Rule, ...]:
    """Return the rules that a value of a field keeps."""
    return tuple(mark for mark in _all_marks(field) if isinstance(mark, Rule))


def holds_prose(model: type[BaseModel], path: Path) -> bool:
    """Tell whether the value at `path` in a record of `model` is a text for readers."""
    return _is_prose(model, tuple(part for part in path if isinstance(part, str)))


@lru_cache(maxsize=1024)  # not endless: names can be a contributor's own
def _is_prose(model: type[BaseModel], names: tuple[str, ...]) -> bool:
    around = model_at(model, names[:-1])
    field = around.model_fields.get(names[-1]) if around and names else None
    return field is not None and PLAIN in rules_of(field)


def is_list(model: type[BaseModel], name: str) -> bool:
    """Return whether a field takes a list."""
    return "items" in _json_schema(model)["properties"][name]


def limits_of(model: type[BaseModel], name: str) -> dict[str, Any]:
    """Return the JSON Schema of one value of a field: an entry of a list, and not null."""
    whole = _json_schema(model)
    schema = whole["properties"][name]
    while narrower := schema.get("items") or next(iter(schema.get("anyOf", ())), None):
        schema = narrower
    reference = schema.get("$ref", "").rpartition("/")[2]
    return {**whole["$defs"][reference], **schema} if reference else schema


@cache
def _json_schema(model: type[BaseModel]) -> dict[str, Any]:
    return model.model_json_schema()


def _all_marks(field: FieldInfo) -> tuple[Any, ...]:
    return (*field.metadata, *_marks(field.annotation))


def _marks(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) is Annotated:
        yield from annotation.__metadata__
    for argument in get_args(annotation):
        yield from _marks(argument)
