"""The planner's page without its script: every run sheet, and what to lay out."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from casebank.views.plan import session_planner


@pytest.fixture
def tool(make_tool):
    """A workshop in two parts, with things to lay out."""
    pads = {"item": "Pads & pens", "count": 2, "per": "person"}
    sheets = [
        {"step": "talk", "minutes": 30},
        {"pause": "Coffee", "minutes": 15},
        {"step": "talk", "minutes": 15},
    ]
    parts = [
        {"title": "First part", "start": "09:00", "minutes": 60, "blocks": sheets},
        {"title": "Second part", "start": "14:00", "minutes": 60, "blocks": sheets},
    ]
    day = {"start": "09:00", "minutes": 60, "blocks": sheets}
    return make_tool(
        "workshop",
        roles=[{"name": "Host", "duty": "Hosts."}],
        steps=[
            {
                "id": "talk",
                "title": "Talk",
                "minutes": 30,
                "how": "Talk.",
                "led_by": "Host",
                "supplies": [pads],
            }
        ],
        formats=[
            {"id": "day", "title": "Day", "sessions": [day], "note": "Said so [^made-up]."},
            {"id": "parts", "title": "Parts", "sessions": parts},
        ],
    )


@pytest.fixture
def planner(make_book, tool):
    return BeautifulSoup(str(session_planner(make_book(tools=(tool,)), tool.id)), "html.parser")


def test_each_format_can_be_chosen_and_stands_below_as_tables(planner):
    radios = planner.select("form [name=format]")

    assert [radio["value"] for radio in radios] == ["day", "parts"]
    assert "checked" in radios[0].attrs
    assert len(planner.select("[data-plain] #format-day table")) == 1
    assert len(planner.select("[data-plain] #format-parts table")) == 2


def test_a_run_sheet_says_who_leads(planner):
    heads = [cell.get_text() for cell in planner.select("#format-day thead th")]
    first = [cell.get_text() for cell in planner.select_one("#format-day tbody tr").find_all("td")]

    assert heads == ["Start", "Minutes", "Block", "Who leads", "Result"]
    assert first == ["09:00", "30", "Talk", "Host", ""]


def test_there_are_fields_for_the_longest_format_and_those_of_the_first_are_shown(planner):
    fields = planner.select("[data-session]")

    assert [("hidden" in one.attrs) for one in fields] == [False, True]


def test_materials_are_counted_for_the_usual_number_and_escaped(planner):
    (row,) = planner.select("[data-plain] [aria-label=Materials] tbody tr")

    assert [cell.get_text() for cell in row.find_all("td")] == [
        *("48", "Pads & pens", "2 for each person", "Talk"),
    ]


def test_form_and_result_are_hidden_where_no_script_runs(planner):
    assert "scripted" in planner.form["class"]
    assert "scripted" in planner.select_one(".plan__result")["class"]


def test_no_citation_is_left_because_its_source_stands_elsewhere(planner):
    assert "[^" not in planner.get_text()
    assert (
        planner.select_one(".plan__source a")["href"] == "/tools-and-methods/workshop/#run-sheets"
    )


def test_a_tool_without_run_sheets_has_no_planner(make_book, make_tool):
    tool = make_tool("x")

    with pytest.raises(ValueError, match=r"^tools-and-methods/x\.md has no run sheets to plan"):
        session_planner(make_book(tools=(tool,)), "x")


def test_the_real_planner_has_every_format_of_the_workshop(book):
    html = BeautifulSoup(str(session_planner(book, "prototyping-workshop")), "html.parser")
    tool = book.tool("prototyping-workshop")

    tables = html.select("[data-plain] .runsheet table")
    assert len(tables) == sum(len(format_.sessions) for format_ in tool.formats)
