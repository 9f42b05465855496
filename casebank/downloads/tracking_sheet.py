"""The LIEPT tracking sheet: activities and events to be filled in, with sums and charts of them."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any

from xlsxwriter import Workbook  # type: ignore[import-untyped]  # it has no types

from casebank.day import moment
from casebank.download import FOLDER, Download
from casebank.downloads.tracking_columns import ACTIVITIES, EVENTS, LAYERS, ZONES, Kind
from casebank.downloads.tracking_sums import write_sums
from casebank.prose import without_citations
from casebank.qr import CELL, qr_picture, qr_rows

if TYPE_CHECKING:
    from casebank.book import Book
    from casebank.downloads.tracking_columns import Column, Table
    from casebank.publication import Publication
    from casebank.tool import Tool

TOOL = "liept-model"
TITLE = "LIEPT tracking sheet"

_TEAL, _WASH, _GOLD_WASH, _LINE, _SOFT = "#0b5d66", "#e2eeee", "#f5ecd6", "#8a9694", "#4c5c60"
_TINTS = {"yellow": "#fbf0bf", "green": "#d5e8cf", "blue": "#d3e2f1"}
"""Grounds of the zones; the word stands in the cell as well."""

_FONT = "Calibri"
_DATE, _NUMBER = "yyyy-mm-dd", "#,##0"
_A3 = 8
"""What Excel calls the size of the paper."""

_README_WIDTH = 100

_QR_SIDE = 110
"""Pixels of a side of the QR code, beside the address of the method."""


def tracking_sheet(book: Book, publication: Publication) -> Download:
    """Return the sheet as an Excel file."""
    tool = book.tool(TOOL)
    content = BytesIO()
    workbook = Workbook(content, {"in_memory": True})
    day = moment(tool.review.reviewed_on)
    workbook.set_properties({"title": TITLE, "author": publication.name, "created": day})
    styles = _styles(workbook)
    readme, activities, events, sums = (
        workbook.add_worksheet(name) for name in ("Read me", ACTIVITIES.name, EVENTS.name, "Sums")
    )
    _write_readme(readme, styles, tool, publication)
    _write_table(activities, styles, ACTIVITIES)
    _write_table(events, styles, EVENTS)
    write_sums(workbook, sums, styles)
    for sheet, pages in ((readme, 1), (activities, 0), (events, 0), (sums, 1)):
        sheet.set_paper(_A3)
        sheet.set_landscape()
        sheet.fit_to_pages(1, pages)  # 0: as many as the rows need
        name = publication.name.replace("&", "&&")  # a single one begins a code
        sheet.set_footer(f"&L{TITLE} · {name} · CC BY 4.0&R&A, page &P of &N")
    workbook.close()
    path = f"{FOLDER}/liept-tracking-sheet.xlsx"
    return Download(path, content.getvalue(), TITLE, tool.address, "with sums and charts")


def _styles(workbook: Any) -> dict[str, Any]:
    plain = {"font_name": _FONT, "font_size": 11, "valign": "top", "text_wrap": True}
    line = {**plain, "text_wrap": False, "valign": "bottom"}
    boxed = {**plain, "border": 1, "border_color": _LINE}
    head = {**boxed, "bold": True, "bg_color": _TEAL, "font_color": "#ffffff"}
    looks = {
        "title": {**line, "font_size": 20, "bold": True, "font_color": _TEAL},
        "heading": {**line, "font_size": 14, "bold": True, "font_color": _TEAL},
        "soft": {**line, "font_color": _SOFT},
        "link": {**plain, "underline": 1, "font_color": _TEAL},
        "head": head,
        "cell": boxed,
        "label": {**boxed, "bg_color": _WASH},
        "date": {**boxed, "num_format": _DATE, "align": "left"},
        "layer": {**boxed, "align": "center"},
        "number": {**boxed, "num_format": _NUMBER, "align": "right"},
        "total": {**boxed, "num_format": _NUMBER, "bold": True, "bg_color": _GOLD_WASH},
        "year": {**boxed, "num_format": "0", "align": "left", "bg_color": _WASH},
        **{zone: {"bg_color": tint} for zone, tint in _TINTS.items()},
    }
    return {name: workbook.add_format(look) for name, look in looks.items()}


def _write_table(sheet: Any, styles: dict[str, Any], table: Table) -> None:
    """Write the header and blank rows in which only what fits can be entered."""
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    sheet.set_row(0, 34)
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, column.name, styles["head"])
        for row in range(1, table.rows + 1):
            sheet.write_blank(row, place, None, styles[_style(column)])
        sheet.data_validation(1, place, table.rows, place, _rule(table, column))
        if column.kind is Kind.ZONE:
            for zone in ZONES:
                found = {"type": "cell", "criteria": "==", "value": f'"{zone}"'}
                sheet.conditional_format(
                    1, place, table.rows, place, {**found, "format": styles[zone]}
                )
    sheet.autofilter(0, 0, table.rows, len(table.columns) - 1)


def _style(column: Column) -> str:
    if column.kind in {Kind.DATE, Kind.END}:
        return "date"
    return {Kind.NUMBER: "number", Kind.LAYER: "layer"}.get(column.kind, "cell")


def _rule(table: Table, column: Column) -> dict[str, Any]:
    """Return what can be entered into a column, with the help that Excel shows there."""
    left = chr(ord(table.letter(column.name)) - 1)
    rules: dict[Kind, dict[str, Any]] = {
        Kind.TEXT: {"validate": "any"},
        Kind.ZONE: {"validate": "list", "source": list(ZONES)},
        Kind.LAYER: {"validate": "list", "source": list(LAYERS)},
        Kind.DATE: {"validate": "date", "criteria": ">=", "value": date(1950, 1, 1)},
        Kind.END: {"validate": "date", "criteria": ">=", "value": f"={left}2"},
        Kind.NUMBER: {"validate": "decimal", "criteria": ">=", "value": 0},
    }
    messages = {
        Kind.ZONE: "Choose yellow, green or blue.",
        Kind.LAYER: "Choose 1, 2, 3 or 4.",
        Kind.DATE: "Enter a date, such as 2026-03-01.",
        Kind.END: "Enter a date that is not before the start.",
        Kind.NUMBER: "Enter a number, without currency or unit.",
    }
    help_ = {"input_title": column.name, "input_message": column.help}
    error = {"error_title": column.name, "error_message": messages.get(column.kind, "")}
    return {**rules[column.kind], **help_, **error}


def _write_readme(sheet: Any, styles: dict[str, Any], tool: Tool, publication: Publication) -> None:
    """Write what the sheet is and how to use it, then an example that is invented."""
    address = publication.url(tool.address)
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 1, _README_WIDTH)
    rows: list[tuple[str, str, str, str]] = [
        (TITLE, "", "title", ""),
        (tool.title, tool.summary, "label", "cell"),
        ("The method", address, "label", "link"),
        ("Whose it is", without_citations(tool.reconstruction or tool.origin), "label", "cell"),
        ("Licence", f"CC BY 4.0, {publication.name}. {_MINE}", "label", "cell"),
        ("How to fill it in", "", "heading", ""),
        *((f"{number}.", step, "label", "cell") for number, step in enumerate(_STEPS, 1)),
        ("Columns of Activities", "", "heading", ""),
        *((column.name, column.help, "label", "cell") for column in ACTIVITIES.columns),
        ("Columns of Events", "", "heading", ""),
        *((column.name, column.help, "label", "cell") for column in EVENTS.columns),
        ("Zones", "", "heading", ""),
        *((zone, meaning, "label", "cell") for zone, meaning in ZONES.items()),
        ("Layers", "", "heading", ""),
        *((str(layer), meaning, "label", "cell") for layer, meaning in LAYERS.items()),
        ("An example", "Invented, to show what goes where.", "heading", "soft"),
        *((one.name, f"{one.example}", "label", "cell") for one in ACTIVITIES.columns),
    ]
    for place, (label, text, look, other) in enumerate(rows):
        lines = max(1, -(-len(text) // (_README_WIDTH - 4)))
        sheet.set_row(place, 30 if look in {"title", "heading"} else 16 * lines + 2)
        sheet.write_string(place, 0, label, styles[look])
        if other == "link":
            sheet.write_url(place, 1, text, styles[other], text)
        elif text or look == "label":
            sheet.write_string(place, 1, text, styles[other])
    scale = _QR_SIDE / (CELL * len(qr_rows(address)))
    sheet.insert_image(
        *(0, 2, "qr.png"),
        {
            "image_data": BytesIO(qr_picture(address)),
            "description": f"QR code of {address}",
            "x_scale": scale,
            "y_scale": scale,
        },
    )


_MINE = "What you enter remains yours."
_STEPS = (
    "Decide what is followed and from which date, and write down what you leave out.",
    "Enter every activity and project on the sheet Activities: one a row, with its zone and layer.",
    "Ask partners which events changed the course, and enter them on the sheet Events.",
    "Look at the sheet Sums, which adds up by itself. Read it with the partners, and decide.",
    "Fix the date of the next round, and keep a copy of each round: only two show movement.",
)
