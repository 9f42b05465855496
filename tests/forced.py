"""Records as they would be if nothing had been checked: hostile files, hostile text in each field.

Only for tests. The engine has no switch that leaves the check out.
"""

from __future__ import annotations

import json
import re
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeVar

import yaml

from casebank.case import BODY_SECTIONS, Case, CaseFields, CaseKind
from casebank.document import Document
from casebank.fields import Record
from casebank.rule import ASK_ID, PLAIN, SLUG, WEB_ADDRESS
from casebank.schema import is_list, nested_model, rules_of, target_of
from casebank.sections import split_sections
from casebank.strict_yaml import Parsed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from casebank.rule import Rule

R = TypeVar("R", bound=Record)


def full_case(id_: str, prefix: str) -> Case:
    """Return a case with something in every field; its asks have ids that begin with `prefix`."""
    fields = json.dumps(_examples(CaseFields) | {"aliases": [f"old-{id_}"], "images": []})
    values = json.loads(fields.replace('"XX-', f'"{prefix}-'))
    sections = dict.fromkeys(BODY_SECTIONS[CaseKind.CITY_CASE], "Text.")
    identity = {"id": id_, "path": f"cases/{id_}.md", "sections": sections}
    return Case.model_validate_json(json.dumps(values | identity))


def _examples(model: type[Record]) -> dict[str, Any]:
    """Return the examples that the fields of a model give of themselves."""
    values: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        if nested := nested_model(field.annotation):
            inner = _examples(nested)
            values[name] = [inner] if is_list(model, name) else inner
        elif field.examples:
            values[name] = field.examples[0]
    return values


def spoilt(record: R, texts: Mapping[Rule, str]) -> R:
    """Return a record with these texts in the place of all that keep the rule."""
    changes: dict[str, Any] = {}
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        text = next((texts[rule] for rule in rules_of(field) if rule in texts), None)
        if isinstance(value, Record):
            changes[name] = spoilt(value, texts)
        elif isinstance(value, tuple) and value and isinstance(value[0], Record):
            changes[name] = tuple(spoilt(item, texts) for item in value)
        elif text is None or isinstance(value, Enum) or target_of(field):
            continue
        elif isinstance(value, tuple):
            changes[name] = tuple(text for _ in value)
        elif isinstance(value, str) and name not in {"id", "path"}:
            changes[name] = text
    return record.model_copy(update=changes)


_TAKEN = (PLAIN, WEB_ADDRESS, ASK_ID, SLUG)
"""Rules of the fields whose values are taken from a hostile file as they are."""


def forced_case(file: Path, prefix: str) -> Case:
    """Return the case that a hostile file would be, with whatever can be read of it."""
    text = file.read_bytes().decode("utf-8", errors="replace")
    _, fields, body = [*text.split("---\n", 2), "", ""][:3]
    case = _overlaid(full_case(file.stem, prefix), _lenient(fields))
    document = Document(case.path, Parsed(), body, 1)
    sections = {**split_sections(document), "Context": body}
    return case.model_copy(update={"sections": {**case.sections, **sections}})


def _lenient(fields: str) -> dict[str, Any]:
    """Return the fields as any YAML reader would, or line by line if none can."""
    try:
        data = yaml.load(fields, yaml.BaseLoader)  # noqa: S506 (text and nothing else is built)
    except (yaml.YAMLError, RecursionError, ValueError, OverflowError):
        data = dict(re.findall(r"(?m)^(\w+):[ ]*(.*)$", fields))
    return data if isinstance(data, dict) else {}


def _overlaid(record: R, data: Mapping[str, Any]) -> R:
    """Return a record with the texts of `data`, where it has a text of that name."""
    changes: dict[str, Any] = {}
    for name, field in type(record).model_fields.items():
        present, given = getattr(record, name), data.get(name)
        taken = any(rule in _TAKEN for rule in rules_of(field)) and not target_of(field)
        if isinstance(present, Record) and isinstance(given, dict):
            changes[name] = _overlaid(present, given)
        elif isinstance(present, tuple) and isinstance(given, list) and present:
            if isinstance(present[0], Record):
                one = present[0]
                groups = [item for item in given if isinstance(item, dict)]
                changes[name] = tuple(_overlaid(one, item) for item in groups)
            elif taken:
                changes[name] = tuple(str(item) for item in given)
        elif isinstance(present, str) and isinstance(given, str) and given and taken:
            changes[name] = given
    return record.model_copy(update=changes)
