"""Printed run sheets."""

from __future__ import annotations

from io import BytesIO

import pypdf
import pytest

from casebank.downloads.run_sheets import run_sheets
from casebank.press import Press
from casebank.publication import Publication
from tests.pdf_checks import assert_accessible, assert_valid

HERE = Publication("Test book", "https://t.example/")


@pytest.fixture(scope="module")
def sheets(book):
    (file,) = run_sheets(book, HERE, Press())
    return file


def test_the_sheets_are_accessible_and_in_a4(sheets):
    assert_accessible(
        sheets.content,
        title="Prototyping Workshop Methodology: run sheets",
        pages=sheets.pages,
        size_mm=(210, 297),
        language="en-GB",
    )


def test_the_sheets_are_valid_pdf_ua_and_pdf_a(sheets, tmp_path):
    assert_valid([sheets], tmp_path)


def test_each_format_has_a_page_that_says_when_it_ends(book, sheets):
    pages = [page.extract_text() for page in pypdf.PdfReader(BytesIO(sheets.content)).pages]
    formats = book.tool("prototyping-workshop").formats

    assert len(pages) == len(formats)
    for page, format_ in zip(pages, formats, strict=True):
        assert format_.title in page
        assert page.count("End: the blocks add up to") == len(format_.sessions)


def test_a_tool_whose_blocks_are_not_its_own_steps_has_no_sheet(make_book, make_tool):
    blocks = [{"title": "Talk", "minutes": 60}]
    session = {"start": "09:00", "minutes": 60, "blocks": blocks}
    tool = make_tool("x", formats=[{"id": "a", "title": "A", "sessions": [session]}])

    assert list(run_sheets(make_book(tools=(tool,)), HERE, Press())) == []
