"""Find every id in a record that names something else, by the `Refers` marks of its fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin

from casebank.fields import Record, Refers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.fields import FieldInfo

    from casebank.strict_yaml import Path


@dataclass(frozen=True)
class Reference:
    """One id in one field."""

    path: Path
    """Where it stands in the record."""

    to: str
    """What it names: a vocabulary, or `tools`."""

    value: str
    """The id."""


def references(record: Record, path: Path = ()) -> Iterator[Reference]:
    """Yield every reference in `record` and in the records within it, by order of fields."""
    for name, field in type(record).model_fields.items():
        target = _target(field)
        for where, value in _values(getattr(record, name), (*path, name)):
            if isinstance(value, Record):
                yield from references(value, where)
            elif target and isinstance(value, str):
                yield Reference(where, target, value)


def texts(record: Record, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield every text in `record` and in the records within it, with its place."""
    for name in type(record).model_fields:
        for where, value in _values(getattr(record, name), (*path, name)):
            if isinstance(value, Record):
                yield from texts(value, where)
            elif isinstance(value, str):
                yield where, value


def _values(value: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield (*path, index), item
    elif value is not None:
        yield path, value


def _target(field: FieldInfo) -> str | None:
    return next(
        (
            mark.to
            for mark in (*field.metadata, *_marks(field.annotation))
            if isinstance(mark, Refers)
        ),
        None,
    )


def _marks(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) is Annotated:
        yield from annotation.__metadata__
    for argument in get_args(annotation):
        yield from _marks(argument)
