"""Columns that are fields of models, with all that the models say of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from casebank.rule import ASK_ID, COUNTRY, DATE, FILE_NAME, LANGUAGE, SLUG, WEB_ADDRESS, Rule
from casebank.schema import is_list, limits_of, nested_model, rules_of, target_of
from casebank.tables.table import Cells, Column, Type

if TYPE_CHECKING:
    from pydantic import BaseModel

LIST, LINES = "; ", "\n"
"""What stands between several values of a cell: ids have no semicolon, and lines no line break."""

_AS_THEY_ARE: Mapping[str, str] = MappingProxyType({})

_SHAPED = (SLUG, ASK_ID, DATE, COUNTRY, LANGUAGE, FILE_NAME, WEB_ADDRESS)
"""Rules that say what a value looks like; the others are about what a text must not hold."""

_TYPES = {"integer": Type.INTEGER, "number": Type.NUMBER}
"""By the name of a type in JSON Schema."""


def table_name(target: str) -> str:
    """Return the table of what an id names: a vocabulary, `tools` or `canvases`."""
    return target.replace("-", "_")


def reference_to(target: str) -> str:
    """Return the column in which the ids of a vocabulary, of `tools` or of `canvases` stand."""
    return f"{table_name(target)}.{'code' if target == 'countries' else 'id'}"


def position(meaning: str = "Place in its list, from 1.") -> Column:
    """Return the column that keeps the order of a list."""
    return Column("position", meaning, Type.INTEGER, least=1)


def own(
    model: type[BaseModel],
    *fields: str,
    at: str = "",
    optional: bool = False,
    names: Mapping[str, str] = _AS_THEY_ARE,
) -> Cells:
    """Return columns for fields of `model` with one value: all of them, if none is named.

    `at` names the attribute of a row's record in which the model is, with dots; it can be None if
    the columns are `optional`. `names` has those of columns that are not called as their fields.
    """
    chosen = fields or tuple(name for name in model.model_fields if _has_one_value(model, name))
    columns = (column_of(model, field, names.get(field, field)) for field in chosen)
    return {
        replace(column, required=column.required and not optional): _reader(at, field)
        for column, field in zip(columns, chosen, strict=True)
    }


def joined(model: type[BaseModel], field: str, table: str = "", at: str = "") -> Cells:
    """Return a column with all values of a list: ids with semicolons between them, lines as lines.

    `table` has the same, one in each row.
    """
    one = column_of(model, field, field)
    several = "Ids with semicolons between them." if one.refers_to else "One a line."
    column = Column(
        field,
        f"{one.meaning} {f'The table {table} has one in each row.' if table else several}",
        required=model.model_fields[field].is_required(),
        vocabulary=one.vocabulary,
        separator=LIST if one.refers_to else LINES,
        example=one.example,
    )
    return {column: _reader(at, field)}


def year_of(field: str) -> Cells:
    """Return the column `year` of a date that can be more or less than a year."""
    column = Column(
        "year", "Year of that date; the first of a range.", Type.INTEGER, required=False
    )
    return {column: lambda record: first_year(attrgetter(field)(record))}


def first_year(when: str | None) -> int | None:
    """Return the first year of a date, as far as one is known."""
    return int(when[:4]) if when else None


def _reader(*path: str) -> Callable[[Any], object]:
    """Return what reads an attribute; of something that is not there, nothing."""
    *way, field = ".".join(filter(None, path)).split(".")

    def read(record: Any) -> object:
        for step in way:
            record = getattr(record, step)
        return getattr(record, field, None)

    return read


def _has_one_value(model: type[BaseModel], name: str) -> bool:
    return not (is_list(model, name) or nested_model(model.model_fields[name].annotation))


@cache
def column_of(model: type[BaseModel], field: str, name: str) -> Column:
    """Return the column `name` for a field of a model, or for one entry of its list."""
    info, limits = model.model_fields[field], limits_of(model, field)
    target = target_of(info)
    shapes = [rule for rule in rules_of(info) if rule in _SHAPED]
    example = next(iter(info.examples or ()), "")
    return Column(
        name,
        _for_readers(info.description or ""),
        _type(limits.get("type", ""), shapes),
        is_list(model, field) or info.is_required() or info.default is not None,
        refers_to=reference_to(target) if target else "",
        vocabulary=target if target and target not in {"tools", "canvases"} else "",
        values=tuple(limits.get("enum", ())),
        pattern=shapes[0].pattern if shapes else "",
        least=limits.get("minimum"),
        most=limits.get("maximum"),
        example=str(example[0] if isinstance(example, list) else example),
    )


def _for_readers(meaning: str) -> str:
    """Return the documentation of a field, which speaks to who fills it in, for who reads it."""
    return meaning.replace("\n", " ").replace("your own words", "the book's own words")


def _type(name: str, shapes: list[Rule]) -> Type:
    if DATE in shapes:
        return Type.DATE
    return Type.ADDRESS if WEB_ADDRESS in shapes else _TYPES.get(name, Type.TEXT)
