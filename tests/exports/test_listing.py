"""The book as lines: id, tab, text."""

from __future__ import annotations

import pytest

from casebank.exports.listing import LISTS, listing


@pytest.fixture
def small_book(make_book, make_case, make_tool):
    """A book with two asks, one with a title and one without, and two organisations."""
    case = make_case(
        "a",
        title="Lund: AI",
        areas=["crafts"],
        record="full",
        recommendations=[
            {"id": "A1", "title": "Teach", "text": "T", "themes": ["skills", "spaces"]}
        ],
        conclusions=[{"id": "A2", "text": "Go on.", "themes": ["skills"]}],
        stakeholders=[{"group": "cci", "organisations": [{"name": "Zoo"}, {"name": "Opera"}]}],
    )
    return make_book(case, tools=(make_tool("canvas", title="Canvas", kind="canvas"),))


@pytest.mark.parametrize(
    ("what", "lines"),
    [
        ("cases", ["a\tLund: AI (full, 2 asks)"]),
        ("tools", ["canvas\tCanvas (canvas)"]),
        ("asks", ["A1\tTeach [skills, spaces]", "A2\tGo on. [skills]"]),
        ("organisations", ["opera\tOpera (a)", "zoo\tZoo (a)"]),
        (
            "gaps",
            [
                "games\tarea without a full case: Games",
                "france\tcountry without a case: France",
                "academia\tstakeholder group never present: Research",
                "funding\ttheme without an ask: Funding",
            ],
        ),
    ],
)
def test_a_list_has_one_thing_a_line(small_book, what, lines):
    assert list(listing(small_book, what)) == lines


def test_upkeep_is_named_by_its_list_and_says_what_there_is(make_book, make_case, make_tool):
    case = make_case("a", editor_notes=["No date."], held="2025", published="2025")
    lines = list(listing(make_book(case, tools=(make_tool("canvas"),)), "upkeep"))

    assert "a\tunreviewed: Draft: not yet compared with its sources" in lines
    assert "a\tlinked: methods, intended readers, authors" in lines
    assert "canvas\tunused-tool: Tool canvas" in lines
    assert "a\tdoubt: No date." in lines
    assert not any("without-" in line for line in lines)


def test_the_command_offers_what_can_be_listed():
    from casebank.cli import main

    (what,) = (one for one in main.commands["list"].params if one.name == "what")

    assert tuple(what.type.choices) == LISTS
