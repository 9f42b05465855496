"""Keys, usual numbers, and what the blocks of a run sheet take."""

from __future__ import annotations

from dataclasses import replace

import pytest

from casebank.canvas import Canvas
from casebank.plan import (
    Numbers,
    block_keys,
    canvases_of,
    planned,
    sheets,
    steps_of,
    supplies,
    things,
    usual,
)
from casebank.step import Per

PADS = {"item": "Pads", "count": 1, "per": "person"}


def one_day(*blocks):
    session = {"start": "09:00", "minutes": sum(one["minutes"] for one in blocks)}
    return {"id": "one-day", "title": "One day", "sessions": [{**session, "blocks": list(blocks)}]}


def step(id_, **fields):
    return {"id": id_, "title": id_.capitalize(), "minutes": 30, "how": "Do it.", **fields}


@pytest.fixture
def with_canvases(make_book):
    """Make a book with this tool and with canvases of these titles by id."""

    def make(tool, **titles):
        box = {"id": "one", "title": "One", "x": 20, "y": 40, "w": 50, "h": 50}
        fields = {"purpose": "To test.", "description": "A sheet.", "boxes": [box]}
        canvases = tuple(
            Canvas.model_validate(
                {"id": id_, "path": f"canvases/{id_}.yml", "title": title, **fields}, strict=False
            )
            for id_, title in titles.items()
        )
        return replace(make_book(tools=(tool,)), canvases=canvases)

    return make


def test_blocks_are_named_by_their_step_or_pause_and_repeated_ones_are_counted(make_tool):
    sheet = one_day(
        {"step": "opsi", "minutes": 30},
        {"pause": "Coffee break", "minutes": 15},
        {"title": "A word by the mayor", "minutes": 5},
        {"step": "opsi", "minutes": 10},
        {"pause": "Coffee break", "minutes": 15},
    )
    tool = make_tool("x", steps=[step("opsi")], formats=[sheet])

    assert list(block_keys(tool.formats[0])) == [
        *("opsi", "coffee-break", "a-word-by-the-mayor", "opsi.2", "coffee-break.2"),
    ]


def test_a_tool_is_planned_by_its_steps_and_not_by_titles_alone(make_tool):
    titles = one_day({"title": "Talk", "minutes": 30})

    assert not planned(make_tool("x"))
    assert not planned(make_tool("x", formats=[titles]))
    assert planned(
        make_tool("x", steps=[step("talk")], formats=[one_day({"step": "talk", "minutes": 30})])
    )


@pytest.mark.parametrize(
    ("span", "numbers"),
    [
        ({"at_least": 20, "at_most": 30}, Numbers(24, 4)),
        ({"at_least": 1, "at_most": 3}, Numbers(6, 1)),
        (None, Numbers(24, 4)),
    ],
)
def test_usual_teams_are_full(make_tool, span, numbers):
    assert usual(make_tool("x", group_size=span)) == numbers


def test_things_that_several_blocks_use_are_laid_out_once(make_tool):
    more = {**PADS, "count": 2}
    tool = make_tool("x", steps=[step("write", supplies=[PADS]), step("sort", supplies=[more])])

    (thing,) = things(tool.steps)

    assert (thing.supply.count, thing.blocks) == (2, ("Write", "Sort"))


def test_a_canvas_is_a_thing_only_if_asked_for(make_tool):
    board = {"item": "Board", "per": "room", "canvas": "opsi-diamond"}
    tool = make_tool("x", steps=[step("place", supplies=[PADS, board])])

    assert [thing.supply.item for thing in things(tool.steps)] == ["Pads"]
    assert [thing.supply.item for thing in things(tool.steps, canvases=True)] == ["Pads", "Board"]


@pytest.mark.parametrize(
    ("per", "words"), [(Per.TEAM, "2 for each team"), (Per.ROOM, "2 for the room")]
)
def test_a_number_says_by_what_it_is_counted(per, words):
    assert per.counted(2) == words


def test_a_supply_that_is_a_canvas_counts_as_one_and_says_its_paper(with_canvases, make_tool):
    boards = {"item": "Boards", "per": "room", "count": 2, "canvas": "opsi-diamond"}
    boards["paper"] = "A1 or A2"
    tool = make_tool(
        "x",
        steps=[
            step("opsi", supplies=[boards, PADS], canvases=["opsi-diamond"]),
            step("talk", supplies=[boards]),
        ],
    )
    opsi, talk = tool.steps

    (sheet,) = sheets(with_canvases(tool, **{"opsi-diamond": "OPSI diamond"}), tool.steps)

    assert (sheet.per, sheet.count, sheet.size) == (Per.ROOM, 2, "A1 or A2")
    assert [one.item for one in supplies(opsi)] == ["Pads"]
    assert [thing.supply.item for thing in things(tool.steps)] == ["Pads"]
    assert canvases_of(talk) == ["opsi-diamond"]


@pytest.mark.parametrize(
    ("item", "canvas"),
    [
        ("Policy briefs on canvas, A4", "policy-canvas"),
        ("Stakeholder name tags and maps", "stakeholder-map"),
    ],
)
def test_words_make_no_canvas_of_a_thing(with_canvases, make_tool, item, canvas):
    tool = make_tool(
        "x", steps=[step("a", supplies=[{"item": item, "per": "room"}], canvases=[canvas])]
    )

    (sheet,) = sheets(with_canvases(tool, **{canvas: "Canvas"}), tool.steps)

    assert [thing.supply.item for thing in things(tool.steps)] == [item]
    assert (sheet.per, sheet.size) == (Per.TEAM, "A2")


def test_a_canvas_that_only_a_supply_names_is_printed(with_canvases, make_tool):
    boards = {"item": "Boards", "per": "team", "canvas": "board"}
    tool = make_tool("x", steps=[step("a", supplies=[boards])])

    (sheet,) = sheets(with_canvases(tool, board="Board"), tool.steps)

    assert (sheet.canvas.id, sheet.size) == ("board", "A2")


def test_a_canvas_that_no_supply_counts_is_one_for_each_team(with_canvases, make_tool):
    tool = make_tool("x", steps=[step("draw", canvases=["sheet"])])

    (sheet,) = sheets(with_canvases(tool, sheet="Portfolio sheet"), tool.steps)

    assert (sheet.per, sheet.count, sheet.size) == (Per.TEAM, 1, "A2")


def test_steps_outside_of_the_day_take_nothing(make_tool):
    day = one_day({"step": "talk", "minutes": 30})
    tool = make_tool("x", steps=[step("talk"), step("other")], formats=[day])

    assert [one.id for one in steps_of(tool.formats, tool)] == ["talk"]
