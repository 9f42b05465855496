"""A table as CSV: UTF-8, RFC 4180, and no cell that a spreadsheet would run.

Lines end with CR and LF, and only what needs quotes has them. An empty cell says that nothing is
known. In columns of text, and in no others, an apostrophe stands before what a spreadsheet would
take for a formula; whoever reads the file with a program takes it away again.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from casebank.tables.table import Type

if TYPE_CHECKING:
    from casebank.tables.table import Table, Value

_FORMULA = re.compile(r"'*[=+\-@\t\r\n]")
"""How a cell begins that a spreadsheet would run. What begins with apostrophes and then so gets one
more, so that one can be taken away from every such cell.

Source: OWASP, "CSV Injection".
"""

_TEXTS = {Type.TEXT, Type.MARKDOWN}
"""Dates and addresses begin otherwise, and numbers stay numbers."""


def csv_table(table: Table) -> str:
    """Return a table with the names of its columns in the first line."""
    text = io.StringIO()
    writer = csv.writer(text)  # its lines end with CR and LF
    writer.writerow(column.name for column in table.columns)
    are_texts = [column.type in _TEXTS for column in table.columns]
    writer.writerows(
        [
            _guarded(value) if is_text else value
            for is_text, value in zip(are_texts, row, strict=True)
        ]
        for row in table.rows
    )
    return text.getvalue()


def _guarded(value: Value) -> Value:
    """Return a text with an apostrophe before what would be run as a formula."""
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value
