"""The models as JSON Schemas: what a file in cases/ or tools-and-methods/ can hold."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from casebank.case import CaseFields
from casebank.fields import Record
from casebank.rule import RULES
from casebank.schema import label
from casebank.tool import ToolFields

DIALECT = "https://json-schema.org/draft/2020-12/schema"

BEYOND = {
    "is not in the calendar": "a pattern does not know how long a month is",
    "ends before it begins": "two ends of a range are not compared",
    "at_most is smaller": "two fields are not compared",
    "is longer than its own": "two fields are not compared",
    "add up to": "nothing is added up",
    "after midnight": "nothing is added up",
    "expected a whole number": "JSON Schema takes 1.0 for a whole number",
}
"""What the models refuse and a schema lets pass, by words of the message, each with the reason.

The other way round there is one thing: the models strip spaces at the ends of texts, the schema
counts them.
"""

_COMMENT = (
    "Made from the models of casebank. 'casebank check' asks for more: ids that exist and are"
    " unique, citations with a source, dates of the calendar, numbers that add up."
    " x-vocabulary names the vocabulary or folder whose ids a field takes."
)

_ORDER = ("description", "type", "required", "properties", "additionalProperties")
"""What pydantic says of a model, as people read it."""

_BY_PATTERN = {rule.pattern: rule for rule in RULES}


def case_schema() -> dict[str, Any]:
    """Return the schema of the fields of a case."""
    return _schema(CaseFields, "case")


def tool_schema() -> dict[str, Any]:
    """Return the schema of the fields of a tool."""
    return _schema(ToolFields, "tool")


class _Generator(GenerateJsonSchema):
    """Gives fields the titles that forms show."""

    def get_title_from_name(self, name: str) -> str:
        """Return the title of a field without one of its own."""
        return label(name)


def _schema(model: type[Record], name: str) -> dict[str, Any]:
    fields = model.model_json_schema(schema_generator=_Generator)
    schema, rules = with_named_rules(fields, "#/$defs/")
    return {
        "$schema": DIALECT,
        "$id": f"urn:casebank:schema:{name}",
        "$comment": _COMMENT,
        "title": label(name),
        **{key: schema[key] for key in _ORDER},
        "$defs": {**schema["$defs"], **rules},
    }


def with_named_rules(schema: dict[str, Any], place: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return a schema in which each pattern of a rule is a reference, and what is referred to.

    Most texts keep the same three rules, and their patterns are hard to read. `place` is where the
    rules will stand: `#/$defs/`.
    """
    used: set[str] = set()
    found = _with_references(schema, place, used)
    return found, {
        rule.name: {"description": rule.remedy, "pattern": rule.pattern}
        for rule in RULES
        if rule.name in used
    }


def _with_references(part: Any, place: str, used: set[str]) -> Any:
    """Return a part of a schema with references to rules; `used` collects their names."""
    if isinstance(part, list):
        return [_with_references(one, place, used) for one in part]
    if not isinstance(part, dict):
        return part
    if part.keys() == {"pattern"} and (rule := _BY_PATTERN.get(part["pattern"])):
        used.add(rule.name)
        return {"$ref": f"{place}{rule.name}"}
    return {
        key: value.replace("\n", " ")
        if key == "description" and isinstance(value, str)
        else _with_references(value, place, used)
        for key, value in part.items()
    }
