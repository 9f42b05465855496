"""JSON Schemas of all that the API says, from the models that it is written with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pydantic.json_schema import GenerateJsonSchema, models_json_schema

from casebank.api.collections import COLLECTIONS
from casebank.api.entry import Entry
from casebank.api.item import collection_of, single_of
from casebank.api.permanence import RemovedFile
from casebank.json_schema import with_named_rules

if TYPE_CHECKING:
    from pydantic import BaseModel

PLACE = "#/components/schemas/"
"""Where they stand in the contract."""


class _Generator(GenerateJsonSchema):
    """Says what is written, not what somebody may leave out of a file."""

    def field_is_required(self, field: object, total: bool) -> bool:  # noqa: ARG002 (pydantic's own signature)
        """Every field is always written."""
        return True

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002 (the same)
        """A title would only repeat the name of its field."""
        return False


def schemas() -> dict[str, Any]:
    """Return the schema of each file and of what is in it, by name."""
    _, found = models_json_schema(
        [(model, "serialization") for model in _files()],
        ref_template=PLACE + "{model}",
        schema_generator=_Generator,
    )
    named, rules = with_named_rules(_open(found["$defs"]), PLACE)
    return {**dict(sorted(named.items())), **rules}


def _files() -> Iterator[type[BaseModel]]:
    for collection in COLLECTIONS:
        yield collection_of(collection.model)
        if collection.record_model:
            yield single_of(collection.record_model)
    yield RemovedFile
    yield Entry


def _open(part: Any) -> Any:
    """Return a schema that does not forbid other fields, so that some can be added."""
    if isinstance(part, list):
        return [_open(one) for one in part]
    if not isinstance(part, dict):
        return part
    return {
        key: _open(value)
        for key, value in part.items()
        if not (key == "additionalProperties" and value is False)
    }
