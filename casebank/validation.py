"""Turn what pydantic finds wrong into problems in plain words, at the value's line and column."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from casebank.fields import Record
from casebank.problem import FieldError, Problem, echo, suggestion
from casebank.schema import model_at
from casebank.strict_yaml import KEY, Parsed, Path, dotted

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic_core import ErrorDetails

Model = TypeVar("Model", bound=Record)


def validated(
    model: type[Model], parsed: Parsed, path: str
) -> tuple[Model | None, tuple[Problem, ...]]:
    """Return `parsed.data` as a `model`, or every problem that forbids it.

    Goes through JSON because pydantic's strict mode then takes lists for tuples and nothing else
    for anything else: `"5"` is no number and `5` no text.
    """
    try:
        return model.model_validate_json(json.dumps(parsed.data)), ()
    except ValidationError as error:
        details = (one for one in error.errors(include_url=False) if not _follows_from_another(one))
        return None, tuple(_problem(model, detail, parsed, path) for detail in details)


def _follows_from_another(detail: ErrorDetails) -> bool:
    """Tell whether a list is called too short only because its entries are faulty themselves."""
    return detail["type"] == "too_short" and bool(detail["input"])


def _problem(model: type[Record], detail: ErrorDetails, parsed: Parsed, path: str) -> Problem:
    loc: Path = tuple(detail["loc"])
    unknown = detail["type"] == "extra_forbidden"
    line, column = parsed.position((*loc, KEY) if unknown else loc)
    message, remedy = _explain(detail, model_at(model, loc[:-1]))
    return Problem(path, line, column, dotted(loc), message, remedy)


def _explain(detail: ErrorDetails, around: type[BaseModel] | None) -> tuple[str, str]:
    """Return message and remedy for one error; `around` is the model whose field is wrong."""
    kind, value, context = detail["type"], detail["input"], detail.get("ctx", {})
    if kind == "value_error" and isinstance(fault := context.get("error"), FieldError):
        return fault.message, fault.remedy
    if kind == "missing":
        return f"is missing; expected: {_meaning(around, detail['loc'][-1])}", "Add the field."
    if kind == "extra_forbidden":
        known = list(around.model_fields) if around else []
        otherwise = f"Use one of: {', '.join(known)}."
        return "is not a field.", suggestion(str(detail["loc"][-1]), known, otherwise=otherwise)
    unforeseen = (f"{echo(value)}: {detail['msg']}.", "Compare with the field reference.")
    explain = _EXPLANATIONS.get(kind)
    return explain(value, context) if explain else unforeseen


def _choice(value: object, context: dict[str, Any]) -> tuple[str, str]:
    allowed = [part.strip("' ") for part in context["expected"].replace(" or ", ", ").split(", ")]
    remedy = suggestion(str(value), allowed, otherwise=f"Write one of: {', '.join(allowed)}.")
    return f"{echo(value)} is not one of {', '.join(allowed)}.", remedy


_EXPLANATIONS: dict[str, Callable[[Any, dict[str, Any]], tuple[str, str]]] = {
    "enum": _choice,
    "literal_error": _choice,
    "string_type": lambda value, _: (
        f"expected text, found {_kind(value)}.",
        "Put the text in quotes.",
    ),
    "string_too_long": lambda value, ctx: (
        f"has {len(value)} characters; at most {ctx['max_length']} fit.",
        f"Shorten it by {len(value) - ctx['max_length']}.",
    ),
    "string_too_short": lambda _value, _ctx: (
        "is empty.",
        "Write something, or leave the field out.",
    ),
    "too_short": lambda _value, _ctx: ("is empty.", "Add at least one entry."),
    "tuple_type": lambda value, _: (
        f"expected a list, found {_kind(value)}.",
        "Begin each entry with '- ' on a line of its own.",
    ),
    "model_type": lambda value, _: (
        f"expected fields, found {_kind(value)}.",
        "Write 'name: value' lines, indented under it.",
    ),
    "int_type": lambda value, _: (
        f"expected a whole number, found {_kind(value)}.",
        "Write digits only, without quotes.",
    ),
    "float_type": lambda value, _: (
        f"expected a number, found {_kind(value)}.",
        "Write it with a point, such as 45.44.",
    ),
    "greater_than_equal": lambda value, ctx: (
        f"{echo(value)} is too small.",
        f"Write {ctx['ge']:g} or more.",
    ),
    "less_than_equal": lambda value, ctx: (
        f"{echo(value)} is too large.",
        f"Write {ctx['le']:g} or less.",
    ),
}


def _kind(value: object) -> str:
    """Name a value as an author would."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return f"the yes/no value {echo(str(value).lower())}"
    if isinstance(value, int | float):
        return f"the number {echo(value)}"
    if isinstance(value, list):
        return "a list"
    return "a group of fields" if isinstance(value, dict) else f"the text {echo(value)}"


def _meaning(model: type[BaseModel] | None, name: str | int) -> str:
    field = model.model_fields.get(str(name)) if model else None
    return (field.description if field and field.description else "a value").replace("\n", " ")
