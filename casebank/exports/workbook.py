"""All tables as one Excel workbook: a sheet each, and before them what it is and the codebook."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from xlsxwriter import Workbook  # type: ignore[import-untyped]  # it has no types

from casebank.day import moment
from casebank.notice import READING, RIGHTS
from casebank.tables.codebook import NAME as CODEBOOK

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casebank.notice import Notice
    from casebank.tables.table import Table

README = "Read me"

MOST = 32_767
"""Characters of the longest text that a cell of Excel can hold, as UTF-16 counts them."""

_TEAL, _WASH = "#0b5d66", "#e2eeee"
_NARROWEST, _WIDEST, _README_WIDTHS = 8, 60, (24, 70, 10)
"""Widths of columns in characters."""

_LONGEST_WRAPPED = 2_000
"""Characters; where texts can be longer, each stays on one line."""

_LINE, _MOST_LINES = 15, 10
"""Points of a line, and lines of the tallest row: a row must not fill the screen. Heights are
written down because not every program finds them itself."""


def workbook(tables: Iterable[Table], about: Notice) -> bytes:
    """Return the workbook as the bytes of a file."""
    content = BytesIO()
    book = Workbook(content, {"constant_memory": True})  # rows wait in files, not in memory
    book.set_properties({"title": about.name, "created": moment(about.released)})
    styles = _styles(book)
    readme = book.add_worksheet(README)
    in_order = sorted(tables, key=lambda table: table.name != CODEBOOK)  # it comes first
    for table in in_order:
        _write_table(book.add_worksheet(_sheet(table)), styles, table)
    _write_readme(readme, styles, about, in_order)
    book.close()
    return content.getvalue()


def _sheet(table: Table) -> str:
    """Return the name of a table's sheet: its own, so that both are found by one word."""
    return table.name.capitalize() if table.name == CODEBOOK else table.name


def _styles(book: Any) -> dict[str, Any]:
    plain = {"valign": "top"}
    looks = {
        "title": {"font_size": 20, "bold": True, "font_color": _TEAL},
        "heading": {"font_size": 14, "bold": True, "font_color": _TEAL},
        "head": {"bold": True, "bg_color": _TEAL, "font_color": "#ffffff", "valign": "top"},
        "label": {**plain, "bold": True, "bg_color": _WASH},
        "link": {**plain, "underline": 1, "font_color": _TEAL},
        "wrapped": {**plain, "text_wrap": True},
        "plain": plain,
    }
    return {name: book.add_format(look) for name, look in looks.items()}


def _write_table(sheet: Any, styles: dict[str, Any], table: Table) -> None:
    """Write a table below a head that stays in sight, with a filter on each column."""
    lengths = [_longest(table, place) for place in range(len(table.columns))]
    for place, (column, length) in enumerate(zip(table.columns, lengths, strict=True)):
        head = len(column.name) + 3  # room for the mark of the filter
        sheet.set_column(place, place, min(max(_NARROWEST, length, head), _WIDEST) + 1)
        sheet.write_string(0, place, column.name, styles["head"])
    plain, wrapped = styles["plain"], styles["wrapped"]
    looks = [wrapped if length <= _LONGEST_WRAPPED else plain for length in lengths]
    for number, row in enumerate(table.rows, start=1):
        lines = 1
        for place, value in enumerate(row):
            if isinstance(value, str):  # never read as a formula or an address
                look = looks[place]
                sheet.write_string(number, place, fitting(value, f"{table.name}.csv"), look)
                if look is wrapped and (len(value) > _WIDEST or "\n" in value):
                    lines = max(lines, _lines(value, _WIDEST))
            elif value is not None:
                sheet.write_number(number, place, value, plain)
        if lines > 1:
            sheet.set_row(number, _LINE * min(lines, _MOST_LINES))
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)  # 0: as many as the rows need
    sheet.repeat_rows(0)
    sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)


def _longest(table: Table, place: int) -> int:
    """Return the number of characters of the longest value of a column."""
    return max((len(str(row[place])) for row in table.rows if row[place] is not None), default=0)


def _lines(text: str, width: int) -> int:
    """Return about how many lines a text takes."""
    return sum(1 + len(line) // width for line in text.split("\n"))


def fitting(text: str, whole: str) -> str:
    """Return a text that a cell can hold; a longer one ends with the file that has it `whole`.

    One that begins like a rich string of XlsxWriter, which would be written as XML, gets a space.
    """
    if text.startswith("<r>"):
        text = f" {text}"
    if 2 * len(text) <= MOST:  # a character takes one unit or two
        return text
    units = text.encode("utf-16-le")
    if len(units) <= 2 * MOST:
        return text
    end = f" […] Cut here: Excel holds no more in a cell. {whole} has the whole text."
    return units[: 2 * (MOST - len(end))].decode("utf-16-le", "ignore") + end


def _write_readme(
    sheet: Any, styles: dict[str, Any], about: Notice, tables: Iterable[Table]
) -> None:
    """Write what the workbook is, whose it is, and what is on each sheet."""
    sheet.hide_gridlines(2)
    for place, width in enumerate(_README_WIDTHS):
        sheet.set_column(place, place, width)
    sheet.write_string(0, 0, about.name, styles["title"])
    version = f"{about.version}, {about.released}" if about.released else about.version
    lines = (
        ("What it is", about.abstract),
        ("Version", version),
        ("By", "; ".join(about.authors)),
        ("Licence", " ".join(filter(None, (about.licence, about.licence_address)))),
        ("Rights of others", RIGHTS),
        ("How to read it", READING),
        ("Site", about.site),
        ("Data", about.page),
    )
    row = 1
    for label, text in lines:
        if text:
            row += 1
            sheet.write_string(row, 0, label, styles["label"])
            sheet.write_string(row, 1, text, styles["wrapped"])
            sheet.set_row(row, _LINE * _lines(text, _README_WIDTHS[1]))
    row += 2
    sheet.write_string(row, 0, "Sheets", styles["heading"])
    for place, name in enumerate(("sheet", "one row is", "rows")):
        sheet.write_string(row + 1, place, name, styles["head"])
    for number, table in enumerate(tables, start=row + 2):
        name = _sheet(table)
        sheet.write_url(number, 0, f"internal:'{name}'!A1", styles["link"], name)
        sheet.write_string(number, 1, f"{table.row} ({table.title})", styles["wrapped"])
        sheet.write_number(number, 2, len(table.rows), styles["plain"])
