"""Find every id in a record's data that names something else, and every text.

Works on the data as read, so that a file with one wrong field still has all others looked at.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from casebank.schema import referring_fields

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

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


def references(model: type[BaseModel], data: Any, path: Path = ()) -> Iterator[Reference]:
    """Yield every reference in the data of a `model`, in the order of its fields."""
    if not isinstance(data, dict):
        return
    for name, target, nested in referring_fields(model):
        for where, value in _items(data.get(name), (*path, name)):
            if nested:
                yield from references(nested, value, where)
            elif target and isinstance(value, str):
                yield Reference(where, target, value)


def texts(data: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield every text in `data` with its place."""
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, dict):
        for name, value in data.items():
            yield from texts(value, (*path, name))
    elif isinstance(data, list):
        for where, value in _items(data, path):
            yield from texts(value, where)


def _items(value: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    """Yield the items of a list with their places, or a single value with its own."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield (*path, index), item
    else:
        yield path, value
