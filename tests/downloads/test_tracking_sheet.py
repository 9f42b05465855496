"""The tracking sheet takes what fits, adds it up over all rows, and is the same each time."""

from __future__ import annotations

import csv
import html
import re
import shutil
import subprocess
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest

from casebank.downloads.tracking_columns import ACTIVITIES, EVENTS, LAYERS, ZONES
from casebank.downloads.tracking_sheet import tracking_sheet
from casebank.publication import Publication
from casebank.qr import qr_picture

PLACE = Publication("Test book", "https://t.example/")


@pytest.fixture
def file(make_book, make_tool):
    tool = make_tool(
        "liept-model",
        reconstruction="The columns are ours [^made-up].",
        review={"status": "reviewed", "reviewed_on": "2026-11-22"},
    )
    return tracking_sheet(make_book(tools=(tool,)), PLACE)


@pytest.fixture
def workbook(file):
    return openpyxl.load_workbook(BytesIO(file.content))


def formulas(workbook):
    cells = (cell for row in workbook["Sums"].iter_rows() for cell in row)
    return {cell.coordinate: cell.value for cell in cells if str(cell.value).startswith("=")}


def test_the_sheet_is_a_download_of_its_tool(file):
    assert (file.path, file.about, file.title, file.format) == (
        *(
            "downloads/liept-tracking-sheet.xlsx",
            "/tools-and-methods/liept-model/",
            "LIEPT tracking sheet",
            "Excel",
        ),
    )


def test_the_same_book_gives_the_same_bytes_and_the_date_of_the_review(file, make_book, make_tool):
    review = {"status": "reviewed", "reviewed_on": "2026-11-22"}
    tool = make_tool(
        "liept-model", reconstruction="The columns are ours [^made-up].", review=review
    )

    assert tracking_sheet(make_book(tools=(tool,)), PLACE).content == file.content
    made = openpyxl.load_workbook(BytesIO(file.content)).properties
    assert made.created.date() == date(2026, 11, 22)
    assert (made.title, made.creator) == ("LIEPT tracking sheet", "Test book")


def test_a_tool_that_was_never_reviewed_has_a_sheet_too(make_book, make_tool):
    assert tracking_sheet(make_book(tools=(make_tool("liept-model"),)), PLACE).content


def test_a_sign_of_the_name_is_no_code_of_the_footer(make_book, make_tool):
    book = make_book(tools=(make_tool("liept-model"),))

    file = tracking_sheet(book, Publication("R&D &P casebook", "https://t.example/"))

    with ZipFile(BytesIO(file.content)) as parts:
        sheet = html.unescape(parts.read("xl/worksheets/sheet1.xml").decode())
    assert " · R&&D &&P casebook · CC BY 4.0&R&A, page &P of &N" in sheet


def test_the_columns_are_those_of_the_tool_page(book):
    (note,) = [
        one.note for one in book.tool("liept-model").materials if "columns" in (one.note or "")
    ]

    said = re.sub(r"[^a-z]+", " ", note.lower())
    for column in ACTIVITIES.columns:
        for word in re.findall(r"[a-z]{3,}", column.name.lower()):
            assert word in f"{said} days", column.name


def test_the_page_names_the_same_zones_and_layers(book):
    text = book.tool("liept-model").sections["How it works"]

    assert all(f"| {zone} |" in text for zone in ZONES)
    assert all(f"| {layer} |" in text for layer in LAYERS)


def test_what_it_is_and_whose_stands_on_the_first_sheet(workbook):
    said = "\n".join(str(cell.value) for row in workbook["Read me"].iter_rows() for cell in row)

    assert workbook.sheetnames == ["Read me", "Activities", "Events", "Sums"]
    assert "The columns are ours." in said
    assert "CC BY 4.0" in said
    assert "https://t.example/tools-and-methods/liept-model/" in said
    for column in (*ACTIVITIES.columns, *EVENTS.columns):
        assert column.help in said


@pytest.mark.parametrize("table", [ACTIVITIES, EVENTS])
def test_a_table_has_a_header_that_stays_and_blank_rows(workbook, table):
    sheet = workbook[table.name]

    assert [cell.value for cell in sheet[1]] == [column.name for column in table.columns]
    assert sheet.freeze_panes == "B2"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.max_row == table.last_row
    assert {cell.value for row in sheet.iter_rows(min_row=2) for cell in row} == {None}


@pytest.mark.parametrize("name", ["Read me", "Activities", "Events", "Sums"])
def test_a_sheet_is_printed_on_a3_as_wide_as_the_paper(workbook, name):
    page = workbook[name].page_setup

    assert (int(page.paperSize), page.orientation) == (8, "landscape")
    assert workbook[name].sheet_properties.pageSetUpPr.fitToPage


@pytest.mark.parametrize("table", [ACTIVITIES, EVENTS])
def test_only_what_fits_can_be_entered_into_every_row(workbook, table):
    rules = {
        str(rule.sqref)[0]: rule for rule in workbook[table.name].data_validations.dataValidation
    }

    for column in table.columns:
        rule = rules[table.letter(column.name)]
        letter = table.letter(column.name)
        assert str(rule.sqref) == f"{letter}2:{letter}{table.last_row}"
        assert rule.prompt == column.help
        expected = {"zone": "list", "layer": "list", "date": "date", "end": "date"}
        expected |= {"number": "decimal", "text": None}
        assert rule.type == expected[column.kind.value]
    assert rules[table.letter("Zone")].formula1 == '"yellow,green,blue"'
    assert rules[table.letter("Layer")].formula1 == '"1,2,3,4"'


def test_an_end_is_not_before_its_start(workbook):
    rules = {
        str(rule.sqref): rule for rule in workbook["Activities"].data_validations.dataValidation
    }

    end = rules["F2:F61"]
    assert (end.operator, end.formula1) == ("greaterThanOrEqual", "E2")


def test_every_formula_covers_exactly_the_rows_of_the_activities(workbook):
    found = formulas(workbook)

    ranges = {
        one for formula in found.values() for one in re.findall(r"Activities![$A-Z0-9:]+", formula)
    }
    used = ("Name", "Partners", "Zone", "Layer", "Start", "Money", "Time given (days)")
    assert ranges == {ACTIVITIES.range(name) for name in used}
    assert ACTIVITIES.range("Zone") == "Activities!$C$2:$C$61"
    assert len(found) > 100


def test_no_formula_adds_up_itself(workbook):
    for cell, formula in formulas(workbook).items():
        own = re.sub(r"Activities![$A-Z0-9:]+", "", formula)
        assert cell not in re.findall(r"[A-K][0-9]+", own)


def test_the_sums_of_an_empty_sheet_are_nothing(file):
    read = openpyxl.load_workbook(BytesIO(file.content), data_only=True)["Sums"]
    cells = formulas(openpyxl.load_workbook(BytesIO(file.content)))

    values = {name: read[name].value for name in cells}
    assert {value for name, value in values.items() if name[0] != "A"} == {0}
    assert {value for name, value in values.items() if name[0] == "A"} <= {None, ""}


def test_charts_say_what_they_show(file):
    with ZipFile(BytesIO(file.content)) as parts:
        drawing = parts.read("xl/drawings/drawing2.xml").decode()
        charts = [parts.read(f"xl/charts/chart{number}.xml").decode() for number in (1, 2)]
        names = parts.namelist()

    descriptions = re.findall(r'descr="([^"]+)"', drawing)
    assert [text.split(":")[0] for text in descriptions] == ["Stacked columns", "Bars"]
    assert "pattFill" in charts[0]
    assert all("<c:title>" in chart for chart in charts)
    assert not [name for name in names if re.search("vba|external", name)]


def test_the_code_on_the_first_sheet_leads_to_the_method_and_says_so(file):
    address = "https://t.example/tools-and-methods/liept-model/"

    with ZipFile(BytesIO(file.content)) as parts:
        drawing = parts.read("xl/drawings/drawing1.xml").decode()
        picture = parts.read("xl/media/image1.png")

    assert f'descr="QR code of {address}"' in drawing
    assert picture == qr_picture(address)


FILLED = (
    ("A", "X; Y", "yellow", 1, date(2023, 5, 1), None, 100, "Fund", 3),
    ("B", "X", "green", 2, date(2024, 1, 1), date(2024, 5, 5), 200, "", 4),
    ("C", "", "green", 2, date(2024, 12, 31), None, 50, "", 0),
    ("D", "Z;Y; W", "blue", 3, date(2025, 1, 1), None, 1000, "", 1),
    ("Without layer", "Q", None, None, date(2025, 7, 1), None, 7, "", 1),
    ("Without start", "Q", "blue", 4, None, None, 5, "", 1),
)
LAST = ("In the last row", None, "blue", 1, date(2034, 12, 31), None, 9)


def test_a_filled_sheet_adds_up(workbook, tmp_path):
    office = shutil.which("soffice")
    if not office:
        pytest.skip("to calculate the formulas needs LibreOffice (soffice)")
    for row, values in [*enumerate(FILLED, 2), (ACTIVITIES.last_row, LAST)]:
        for column, value in enumerate(values, 1):
            workbook["Activities"].cell(row, column).value = value
    workbook.save(tmp_path / "filled.xlsx")  # without the values that formulas had
    every_sheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    subprocess.run(
        [office, home, "--headless", "--convert-to", every_sheet, "filled.xlsx"],
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )
    with (tmp_path / "filled-Sums.csv").open(encoding="utf-8") as lines:
        rows = {row[0]: row[1:] for row in csv.reader(lines) if any(row)}

    assert rows["1: core money of the platform itself"][:3] == ["2", "109", "3"]
    assert rows["blue: one organisation takes it forward within its own walls"][:3] == [
        *("3", "1014", "2")
    ]
    assert rows["without a layer"][:3] == rows["without a zone"][:3] == ["1", "7", "1"]
    assert rows["all"][:3] == ["7", "1371", "10"]
    assert rows["green"][:4] == ["0", "2", "0", "0"]
    assert rows["Partners named, each time counted"][0] == "8"
    assert rows["2023"] == ["100", "0", "0", "0", "100", "100", "0", "0", "0", "100"]
    assert rows["2024"] == ["0", "250", "0", "0", "250", "100", "250", "0", "0", "350"]
    assert rows["2025"][:5] == ["0", "0", "1000", "0", "1007"]
    assert rows["2034"][5:] == ["109", "250", "1000", "0", "1366"]
    assert rows["without a start, or later than these years"][4] == "5"
