"""The map of methods has every tool as a link, and says everything once more as a list."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from casebank.views.method_map import LISTED, method_map


@pytest.fixture
def make_methods(make_book, book):
    """Make the map of some cases and tools, with the real vocabulary of artefacts."""

    def make(*cases, tools):
        small = make_book(*cases, tools=tools)
        vocabularies = {**small.vocabularies, "artefacts": book.vocabularies["artefacts"]}
        return parsed(replace(small, vocabularies=vocabularies))

    return make


def parsed(book):
    return BeautifulSoup(str(method_map(book)), "html.parser")


def told(methods, id_):
    """Return what the list says of a tool, by its label."""
    entry = methods.select_one(f"#method-{id_}")
    return {
        row.dt.get_text(): " ".join(row.dd.get_text(" ", strip=True).split())
        for row in entry.select("dl > div")
    }


def test_every_tool_of_the_book_is_a_link_on_each_drawing_and_on_the_list(book):
    methods = parsed(book)

    addresses = sorted(tool.address for tool in book.tools)
    drawings = methods.select("svg")
    assert len(drawings) == 2
    for drawing in drawings:
        assert sorted(link["href"] for link in drawing.select("a")) == addresses
    assert sorted(link["href"] for link in methods.select(".methods__list h3 a")) == addresses


def test_the_drawings_are_small_and_have_no_script_and_no_colour_of_their_own(book):
    html = str(method_map(book))

    assert len(html) < 40_000
    for word in ("<script", "style=", "#0b5d66", " onclick", "fill="):
        assert word not in html


def test_a_link_on_the_drawing_says_what_it_leads_to(make_methods, make_tool):
    methods = make_methods(
        tools=(
            make_tool("day", title="Day"),
            make_tool("sheet", title="Sheet", kind="canvas", part_of=["day"]),
        )
    )

    labels = [link["aria-label"] for link in methods.select_one("svg").select("a")]

    assert labels == ["Day: method", "Sheet: canvas, part of Day"]
    assert methods.svg["role"] == "group"
    assert "Map of methods" in methods.svg["aria-label"]


def test_the_list_tells_order_parts_and_artefacts_from_both_sides(make_methods, make_tool):
    methods = make_methods(
        tools=(
            make_tool("before", title="Before", produces=["guest-list"], precedes=["day"]),
            make_tool("day", title="Day", needs=["guest-list", "policy-brief"]),
            make_tool("sheet", title="Sheet", part_of=["day"]),
        )
    )

    assert told(methods, "before") == {"Then": "Day", "Produces": "Guest list for Day"}
    assert told(methods, "day") == {
        "Comes after": "Before",
        "Its parts": "Sheet",
        "Needs": "Guest list from Before Policy brief from elsewhere",
    }
    assert told(methods, "sheet") == {"Part of": "Day"}


def test_an_arrow_that_only_artefacts_tell_of_is_dashed_and_explained(make_methods, make_tool):
    stated = make_methods(tools=(make_tool("a", precedes=["b"]), make_tool("b")))
    handed = make_methods(
        tools=(make_tool("a", produces=["guest-list"]), make_tool("b", needs=["guest-list"]))
    )

    assert not stated.select(".methods__arrow--handed")
    assert "dashed" not in stated.get_text()
    assert len(handed.select(".methods__arrow--handed")) == 2
    assert "dashed" in handed.get_text()


def test_tools_that_the_same_cases_name_are_used_together(make_methods, make_case, make_tool):
    tools = tuple(make_tool(id_, title=id_.capitalize()) for id_ in ("day", "sheet", "wheel"))
    methods = make_methods(
        make_case("lund", title="Lund", tools=["day", "sheet"]),
        make_case("oslo", title="Oslo", tools=["day", "sheet", "wheel"]),
        make_case("bergen", title="Bergen", tools=["wheel"]),
        tools=tools,
    )

    assert told(methods, "day")["Used together with"] == "Sheet in Lund , Oslo Wheel in Oslo"
    assert told(methods, "wheel")["Used together with"] == "Day , Sheet in Oslo"


def test_a_tool_that_cases_used_alone_says_so(make_methods, make_case, make_tool):
    methods = make_methods(
        make_case("lund", title="Lund", tools=["day"]), tools=(make_tool("day"), make_tool("idle"))
    )

    assert told(methods, "day") == {"Used in": "Lund"}
    assert told(methods, "idle") == {}


def test_of_many_cases_the_first_are_listed(make_methods, make_case, make_tool):
    cases = [make_case(f"c{index}", tools=["day", "sheet"]) for index in range(LISTED + 2)]
    methods = make_methods(*cases, tools=(make_tool("day"), make_tool("sheet")))

    (row,) = methods.select("#method-day dl dl, #method-day dl li")

    assert len(row.select("a[href^='/cases/']")) == LISTED
    assert row.find("a", string="2 more cases")["href"] == "/tools-and-methods/day/#used-in"


def test_titles_are_escaped(make_methods, make_tool):
    hostile = make_tool("bad").model_copy(update={"title": "<script>x</script>"})

    methods = make_methods(tools=(hostile,))

    assert methods.select("script") == []
    assert methods.h3.get_text() == "<script>x</script>"


def test_a_book_without_tools_has_an_empty_map(make_methods):
    assert make_methods(tools=()).select("a") == []


def test_headings_have_the_level_of_their_page(make_book, make_tool, book):
    small = make_book(tools=(make_tool("day"),))
    vocabularies = {**small.vocabularies, "artefacts": book.vocabularies["artefacts"]}

    html = str(method_map(replace(small, vocabularies=vocabularies), level=2))

    assert "<h2>" in html
    assert "<h3>" not in html
