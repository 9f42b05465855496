"""Rows of a table as JSON: one list of objects, or one object a line.

A cell with several values is a list, and an empty one is null, or an empty list. Lines of objects
are those of https://jsonlines.org.
"""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casebank.tables.table import Table, Value


def json_rows(table: Table) -> str:
    """Return one list, with each row on a line of its own."""
    return "[" + ",\n ".join(_lines(table)) + "]\n"


def json_lines(table: Table) -> str:
    """Return one object a line."""
    return "".join(f"{line}\n" for line in _lines(table))


def _lines(table: Table) -> Iterator[str]:
    for row in table.rows:
        cells = zip(table.columns, row, strict=True)
        found = {column.name: _value(value, column.separator) for column, value in cells}
        yield json.dumps(found, ensure_ascii=False, allow_nan=False)


def _value(value: Value, separator: str) -> Any:
    if separator:
        return str(value).split(separator) if value is not None else []
    # JSON has no infinite numbers; SQL can make them.
    return str(value) if isinstance(value, float) and not math.isfinite(value) else value
