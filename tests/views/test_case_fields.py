"""The table from the report to the case has every field, told as the models tell it."""

from __future__ import annotations

from bs4 import BeautifulSoup

from casebank.blank import blank
from casebank.report import NOT_REPORTED, REPORT
from casebank.views.case_fields import case_fields


def table(book):
    return BeautifulSoup(str(case_fields(book)), "html.parser")


def rows(book):
    """Return the cell that says what a field means, by its path."""
    cells = (row.select("td") for row in table(book).select("tbody tr"))
    return {field.code.get_text(): meaning for field, meaning in cells if field.code}


def test_every_field_stands_in_the_table_once(make_book):
    reported = [
        field.path for heading in REPORT for path in heading.fields for field in blank(path).all()
    ]

    assert list(rows(make_book())) == [*reported, *NOT_REPORTED]


def test_every_heading_of_the_report_spans_its_fields(make_book):
    headings = table(make_book()).select("tbody th")

    assert [heading.get_text() for heading in headings] == [
        *(heading.title for heading in REPORT),
        "Not in the report",
    ]
    for heading in headings:
        assert int(heading["rowspan"]) == len(heading.find_parent("tbody").select("tr"))


def test_a_field_tells_what_it_means_whether_it_is_needed_and_from_which_list_it_is(make_book):
    told = rows(make_book())

    assert told["areas"].get_text(" ", strip=True) == (
        "Innovation areas that it belongs to. Needed. From the list “Areas”."
    )
    assert told["kind"].code.get_text() == "city-case"


def test_sections_of_the_body_stand_under_the_story(make_book):
    assert "section “What happened next”" in table(make_book()).get_text()
