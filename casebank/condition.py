"""What one field asks of another, in JSON Schema: said beside the validator of the same."""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]


def given(name: str) -> Schema:
    """The field is there, with a value."""
    return {"required": [name], "properties": {name: {"not": {"type": "null"}}}}


def one_of(*names: str) -> Schema:
    """At least one of the fields is given."""
    return {"anyOf": [given(name) for name in names]}


def needs(name: str, other: str) -> Schema:
    """Whoever gives the one field gives the other too."""
    return {"if": given(name), "then": given(other)}


def both_or_none(name: str, other: str) -> Schema:
    """Neither of the two fields is given alone."""
    return {**needs(name, other), "else": {"not": given(other)}}
