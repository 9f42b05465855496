"""What the models say of themselves: which model a nested value has, and what an id names."""

from __future__ import annotations

import types
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from casebank.fields import Refers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.fields import FieldInfo

    from casebank.strict_yaml import Path


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
    marks = (*field.metadata, *_marks(field.annotation))
    return next((mark.to for mark in marks if isinstance(mark, Refers)), None)


def _marks(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) is Annotated:
        yield from annotation.__metadata__
    for argument in get_args(annotation):
        yield from _marks(argument)
