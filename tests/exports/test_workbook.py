"""The workbook: what was written is read, nothing in it runs, and bytes are always the same."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest
from openpyxl.utils.escape import unescape

from casebank.exports.workbook import MOST, fitting, workbook
from casebank.notice import RIGHTS, notice
from casebank.tables.table import Column, Table

from .conftest import PUBLICATION


@pytest.fixture(scope="module")
def content(real_tables, trap, book):
    """The bytes of a workbook of the real tables and of one full of traps."""
    return workbook((*real_tables, trap), notice(book, PUBLICATION))


@pytest.fixture(scope="module")
def sheets(content):
    """The sheets of that workbook by name, as a foreign reader finds them."""
    return {sheet.title: sheet for sheet in openpyxl.load_workbook(BytesIO(content))}


def rows(sheet, columns):
    """Return the rows of a sheet below its head."""
    found = sheet.iter_rows(min_row=2, max_col=columns, values_only=True)
    return [tuple(map(decoded, row)) for row in found if row != (None,) * columns]


def decoded(value):
    """Return a value without the escapes of the format, which this reader leaves as they are."""
    return unescape(value) if isinstance(value, str) else value


def as_written(value):
    """Return a value as a cell can hold it."""
    return fitting(value, "trap.csv") if isinstance(value, str) else value


def test_every_table_has_a_sheet_after_the_codebook(sheets, real_tables):
    names = [table.name for table in real_tables if table.name != "codebook"]

    assert list(sheets) == ["Read me", "Codebook", *names, "trap"]


def test_sheets_hold_what_the_tables_hold(sheets, real_tables, trap):
    for table in (*real_tables, trap):
        sheet = sheets["Codebook" if table.name == "codebook" else table.name]

        assert [cell.value for cell in sheet[1]] == [column.name for column in table.columns]
        assert rows(sheet, len(table.columns)) == [
            tuple(map(as_written, row)) for row in table.rows
        ], table.name


def test_no_cell_is_a_formula_and_no_text_became_a_link(sheets):
    for name, sheet in sheets.items():
        cells = [cell for row in sheet.iter_rows() for cell in row]

        assert all(cell.data_type != "f" for cell in cells), name
        if name != "Read me":
            assert not any(cell.hyperlink for cell in cells), name


def test_the_head_stays_in_sight_and_has_filters(sheets):
    assert sheets["asks"].freeze_panes == "B2"
    assert sheets["asks"].auto_filter.ref.startswith("A1:")


def test_long_texts_are_wrapped_in_columns_that_fit_a_screen(sheets):
    widths = [one.width for one in sheets["cases"].column_dimensions.values()]

    assert max(widths) < 65
    assert sheets["cases"]["C2"].alignment.wrap_text
    assert 30 <= sheets["cases"].row_dimensions[2].height <= 150


def test_the_first_sheet_says_what_it_is_and_leads_to_the_others(sheets, real_tables):
    sheet = sheets["Read me"]
    texts = {row[0].value: row[1].value for row in sheet.iter_rows(max_col=2)}
    links = {cell.value: cell.hyperlink.location for cell in sheet["A"] if cell.hyperlink}

    assert sheet["A1"].value == "Test book"
    assert texts["Licence"] == "CC-BY-4.0 https://creativecommons.org/licenses/by/4.0/"
    assert texts["Rights of others"] == RIGHTS
    assert texts["Site"] == "https://book.example/"
    assert links["cases"] == "'cases'!A1"
    assert len(links) == len(real_tables) + 1


def test_a_text_that_is_too_long_for_a_cell_says_where_the_rest_is():
    long = "🎭" * MOST  # each of them counts twice

    cut = fitting(long, "case_sections.csv")

    assert len(cut.encode("utf-16-le")) == 2 * MOST
    assert cut.endswith(
        " […] Cut here: Excel holds no more in a cell. case_sections.csv has the whole text."
    )
    assert fitting("x" * MOST, "") == "x" * MOST


def test_a_text_is_not_cut_in_the_middle_of_a_character():
    cut = fitting("x" + "🎭" * MOST, "a.csv")

    assert "\ufffd" not in cut
    assert cut.encode("utf-8")


def test_every_build_has_the_same_bytes(content, real_tables, trap, book):
    assert workbook((*real_tables, trap), notice(book, PUBLICATION)) == content


def test_an_empty_table_is_a_sheet_with_a_head(book):
    empty = Table("none", "Nothing", "nothing", (Column("id", "An id."),), ("id",), ())

    read = openpyxl.load_workbook(BytesIO(workbook([empty], notice(book, PUBLICATION))))

    assert [cell.value for cell in read["none"][1]] == ["id"]
