"""The page of a tool: run sheets with clock times, and who used it."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from casebank.views.tool import tool_page

ONE_DAY = {
    "id": "one-day",
    "title": "One day",
    "sessions": [
        {
            "start": "09:30",
            "minutes": 90,
            "blocks": [
                {"title": "Begin", "minutes": 45, "result": "A list"},
                {"pause": "Coffee", "minutes": 15},
                {"title": "End", "minutes": 30, "result": "A plan"},
            ],
        }
    ],
}


def page(book, tool):
    return BeautifulSoup(tool_page(book, tool).body, "html.parser")


def test_a_page_has_the_address_and_source_of_its_tool(make_book, make_tool):
    tool = make_tool("canvas", title="Canvas", summary="A sheet.")

    result = tool_page(make_book(tools=(tool,)), tool)

    assert (result.path, result.source) == (
        "tools-and-methods/canvas.md",
        "tools-and-methods/canvas.md",
    )
    assert (result.title, result.description) == ("Canvas", "A sheet.")


def test_a_run_sheet_ends_at_its_last_minute(make_book, make_tool):
    tool = make_tool("canvas", formats=[ONE_DAY])

    sheet = page(make_book(tools=(tool,)), tool).select_one("#format-one-day table")

    _, *rows_below_the_head = sheet.find_all("tr")
    assert [row.find(["td", "th"]).get_text() for row in rows_below_the_head] == [
        "09:30",
        "10:15",
        "10:30",
        "11:00",
    ]


def test_a_case_that_used_the_tool_is_on_its_page(make_book, make_case, make_tool):
    tool = make_tool("canvas")
    case = make_case("lund", title="Lund: AI", tools=["canvas"])

    link = page(make_book(case, tools=(tool,)), tool).find("a", string="Lund: AI")

    assert link["href"] == "/cases/lund/"


def test_a_tool_that_nobody_used_invites_to_tell_of_it(make_book, make_tool):
    tool = make_tool("canvas")

    assert "No case in this book says that it used this." in (
        page(make_book(tools=(tool,)), tool).get_text()
    )


def test_texts_of_a_tool_are_escaped(make_book, make_tool):
    tool = make_tool("canvas").model_copy(
        update={"title": "<script>alert(1)</script>", "purpose": "<img src=x onerror=alert(1)>"}
    )

    html = page(make_book(tools=(tool,)), tool)

    assert html.find_all(["script", "img"]) == []
    assert html.h1.get_text() == "<script>alert(1)</script>"


@pytest.mark.parametrize(
    ("field", "value", "label"),
    [
        ("part_of", ["whole"], "Part of"),
        ("precedes", ["whole"], "Then"),
        ("follows", ["whole"], "Do this first"),
    ],
)
def test_a_tool_links_to_the_tools_around_it(make_book, make_tool, field, value, label):
    tool = make_tool("canvas", **{field: value})
    book = make_book(tools=(tool, make_tool("whole", title="The whole")))

    name = page(book, tool).find("dt", string=label)

    assert name.find_next("dd").a["href"] == "/tools-and-methods/whole/"
