"""Tables as CSV: read again by other programs they are what the book holds, and nothing runs."""

from __future__ import annotations

import csv
import io
import re

import pandas as pd
import pytest

from casebank.exports.csv_table import csv_table


def read(table):
    """Return the rows of a table as the standard reader finds them, strictly, in the file."""
    text = csv_table(table).encode().decode("utf-8")
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def as_it_was(cell, column):
    """Return the value of a cell, as the dataset tells its readers to take it."""
    if not cell:
        return None
    if column.type.is_number:
        return (int if column.type == "integer" else float)(cell)
    return re.sub(r"^'(?='*[=+\-@\t\r\n])", "", cell)


def values(table):
    """Return the rows of a table after it was written and read."""
    return tuple(tuple(map(as_it_was, row, table.columns)) for row in read(table)[1:])


def test_the_first_line_names_the_columns_and_lines_end_as_rfc_4180_has_it(trap):
    assert csv_table(trap).startswith("id,text,body,depth,none\r\n0,")
    assert csv_table(trap).endswith("\r\n")


def test_every_row_has_as_many_cells_as_there_are_columns(real_tables):
    for table in real_tables:
        assert {len(row) for row in read(table)} == {len(table.columns)}, table.name


def test_the_real_tables_are_read_as_they_are(real_tables):
    for table in real_tables:
        assert values(table) == table.rows, table.name


def test_hostile_texts_are_read_as_they_are(trap):
    assert values(trap) == trap.rows


def test_no_text_begins_like_a_formula(trap):
    for _, text, body, _, _ in read(trap)[1:]:
        assert not re.match(r"[=+\-@\t\r\n]", text)
        assert not re.match(r"[=+\-@\t\r\n]", body)


@pytest.mark.parametrize("text", ["1 = 1", "R&D", "'quoted'", "–5 degrees", "a@t.example"])
def test_a_cell_that_is_no_formula_stays_as_it_is(trap, text):
    one = type(trap)("t", "T", "a t", (trap.column("text"),), ("text",), ((text,),))

    assert read(one)[1] == [text]


def test_numbers_stay_numbers(trap):
    assert [row[3] for row in read(trap)[1:4]] == ["0.0", "-0.25", "-0.5"]


def test_pandas_reads_the_same(real_tables, trap):
    for table in (*real_tables, trap):
        # Nothing but an empty cell is nothing known: "NA" is Namibia, and a text can be "null".
        frame = pd.read_csv(
            io.BytesIO(csv_table(table).encode()),
            keep_default_na=False,
            na_values=[""],
            dtype={one.name: str for one in table.columns if not one.type.is_number},
        )
        for column in table.columns:
            found = [None if pd.isna(cell) else cell for cell in frame[column.name]]
            if not column.type.is_number:
                found = [as_it_was(cell, column) for cell in found]

            assert found == [cell for (cell,) in table.values(column.name)], table.name


def test_a_table_of_nothing_is_its_head(trap):
    assert csv_table(type(trap)("t", "T", "a t", trap.columns, ("id",), ())) == (
        "id,text,body,depth,none\r\n"
    )
