"""Tools lead to each other by what their files say and by what they hand over; all are drawn."""

from __future__ import annotations

from itertools import combinations

import pytest

from casebank.method_drawing import Flow, drawing
from casebank.method_map import MethodMap, cycles

NAMES = {
    "brief": "Brief",
    "map": "Map of the place",
    "list": "List",
    "plan": "Plan",
    "vote": "Vote",
}


@pytest.fixture
def make_map(make_tool):
    """Make a map of tools, each named with its fields: `make_map(a={"precedes": ["b"]}, b={})`."""
    return lambda **tools: MethodMap(make_tool(id_, **fields) for id_, fields in tools.items())


def pairs(links):
    return [(link.before, link.after) for link in links]


@pytest.mark.parametrize(
    "tools",
    [
        {"a": {"precedes": ["b"]}, "b": {}},
        {"a": {}, "b": {"follows": ["a"]}},
        {"a": {"precedes": ["b"]}, "b": {"follows": ["a"]}},
    ],
)
def test_either_file_can_say_what_comes_first(make_map, tools):
    (link,) = make_map(**tools).links

    assert (link.before, link.after, link.artefacts, link.stated) == ("a", "b", (), True)


def test_what_one_produces_and_another_needs_leads_from_it_to_the_other(make_map):
    (link,) = make_map(
        a={"produces": ["list", "map", "plan"]}, b={"needs": ["map", "list", "brief"]}
    ).links

    assert (link.before, link.after, link.artefacts) == ("a", "b", ("list", "map"))
    assert not link.stated


def test_a_whole_and_its_part_do_not_lead_to_each_other(make_map):
    tools = make_map(
        whole={"produces": ["map"]},
        part={"part_of": ["whole"], "needs": ["map"]},
        piece={"part_of": ["part"], "needs": ["map"]},
    )

    assert tools.links == ()


def test_what_holds_for_a_whole_is_not_drawn_again_for_its_parts(make_map):
    tools = make_map(
        whole={"precedes": ["next"]},
        part={"part_of": ["whole"], "precedes": ["next", "other"]},
        next={},
        other={},
    )

    assert pairs(tools.links) == [("whole", "next"), ("part", "next"), ("part", "other")]
    assert pairs(tools.main_links) == [("whole", "next"), ("part", "other")]


def test_what_is_handed_against_the_order_is_not_drawn(make_map):
    tools = make_map(
        a={"precedes": ["b"], "needs": ["plan"]}, b={"precedes": ["c"]}, c={"produces": ["plan"]}
    )

    assert pairs(tools.links) == [("a", "b"), ("b", "c"), ("c", "a")]
    assert pairs(tools.main_links) == [("a", "b"), ("b", "c")]


def test_reading_order_follows_the_order_of_use_with_parts_inside_and_lone_tools_last(make_map):
    tools = make_map(
        alone={},
        last={"follows": ["whole"]},
        second={"part_of": ["whole"], "follows": ["third"]},
        third={"part_of": ["whole"]},
        whole={"follows": ["zero"]},
        zero={},
    )

    assert [tool.id for tool in tools.in_reading_order] == [
        *("zero", "whole", "third", "second", "last", "alone")
    ]


def test_artefacts_in_a_circle_still_give_an_order(make_map):
    tools = make_map(
        a={"produces": ["map"], "needs": ["plan"]}, b={"produces": ["plan"], "needs": ["map"]}
    )

    assert tools.ranks() == (("a",), ("b",))


def test_a_tool_between_two_parts_of_one_whole_still_gives_an_order(make_map):
    tools = make_map(
        early={"part_of": ["whole"], "precedes": ["between"]},
        between={"precedes": ["late"]},
        late={"part_of": ["whole"]},
        whole={},
    )

    assert sorted(id_ for rank in tools.ranks() for id_ in rank) == ["between", "whole"]


def test_an_order_without_cycle_has_no_fault():
    assert not list(cycles({"a": {"precedes": ["b", "c"]}, "b": {"precedes": ["c"]}, "c": {}}))


def test_two_tools_that_come_before_each_other_are_a_fault():
    (fault,) = cycles({"a": {"precedes": ["c", "b"]}, "b": {"precedes": ["a"]}})

    assert fault == (
        "a",
        ("precedes", 1),
        "'a' comes before 'b', which comes before 'a' again.",
        "Remove one of them from 'precedes' or 'follows'.",
    )


def test_a_longer_cycle_is_told_once_and_where_a_file_says_it():
    (fault,) = cycles(
        {"a": {}, "b": {"follows": ["a"]}, "c": {"follows": ["b"], "precedes": ["a"]}}
    )

    tool, path, message, _ = fault
    assert (tool, path) == ("b", ("follows", 0))
    assert message == (
        "'a' comes before 'b', which comes before 'c', which comes before 'a' again."
    )


def test_each_cycle_is_told():
    tools = {name: {"precedes": [other]} for name, other in ["ab", "ba", "cd", "dc"]}

    assert [fault[0] for fault in cycles(tools)] == ["a", "c"]


def test_a_tool_that_is_a_part_of_its_own_part_is_a_fault():
    (fault,) = cycles({"a": {"part_of": ["b"]}, "b": {"part_of": ["a"]}})

    assert fault[1:] == (
        ("part_of", 0),
        "'a' is a part of 'b', which is a part of 'a' again.",
        "Remove one of them from 'part_of'.",
    )


def test_what_was_reported_before_is_passed_over():
    assert not list(cycles({"a": {"precedes": ["a"], "follows": "b", "part_of": [1, None, ["a"]]}}))


# The drawing.


@pytest.mark.parametrize("flow", Flow)
def test_every_tool_of_the_book_is_drawn_once(book, flow):
    boxes = list(draw(MethodMap(book.tools), flow, book).all())

    assert sorted(box.tool.id for box in boxes) == sorted(tool.id for tool in book.tools)


@pytest.mark.parametrize("flow", Flow)
@pytest.mark.parametrize("number", [0, 1, 5, 40])
def test_every_tool_of_any_number_is_drawn_inside_and_beside_the_others(make_tool, flow, number):
    tools = MethodMap(
        make_tool(
            f"t{index}",
            title="A tool with quite a long name that needs several lines",
            precedes=[f"t{index + 3}"] if index % 3 else [],
            part_of=[f"t{index // 4}"] if index % 4 == 3 else [],
            produces=["brief", "map", "list", "plan", "vote"][: index % 6],
        )
        for index in range(number)
    )

    result = drawing(tools, flow, NAMES)

    assert len(list(result.all())) == number
    for box in result.all():
        assert box.x >= 0
        assert box.x + box.width <= result.width + 0.1
        assert box.y + box.height <= result.height + 0.1
        for part in box.parts:
            assert box.x < part.x
            assert part.x + part.width < box.x + box.width
            assert part.y + part.height < box.y + box.height
        assert not any(overlap(one, other) for one, other in combinations(box.parts, 2))
    outer = (*result.boxes, *result.alone)
    assert not any(overlap(one, other) for one, other in combinations(outer, 2))


@pytest.mark.parametrize("flow", Flow)
def test_no_arrow_of_the_book_runs_under_a_tool(book, flow):
    result = draw(MethodMap(book.tools), flow, book)

    for arrow in result.arrows:
        (x1, y1), (x2, y2) = arrow.start, arrow.end
        for step in range(1, 20):
            x, y = x1 + (x2 - x1) * step / 20, y1 + (y2 - y1) * step / 20
            assert not any(
                box.x < x < box.x + box.width and box.y < y < box.y + box.height
                for box in result.all()
                if not box.parts
            )


@pytest.mark.parametrize("flow", Flow)
def test_an_arrow_goes_from_edge_to_edge_in_the_direction_of_the_drawing(make_map, flow):
    result = drawing(make_map(a={"precedes": ["b"]}, b={}), flow, NAMES)

    (arrow,), (one, other) = result.arrows, result.boxes
    if flow is Flow.RIGHT:
        assert (arrow.start[0], arrow.end[0]) == (one.x + one.width, other.x)
        assert arrow.start[0] < arrow.end[0]
    else:
        assert (arrow.start[1], arrow.end[1]) == (one.y + one.height, other.y)
        assert arrow.start[1] < arrow.end[1]


def test_an_arrow_names_three_artefacts_at_most(make_map):
    all_five = list(NAMES)
    tools = make_map(a={"produces": all_five, "precedes": ["b"]}, b={"needs": all_five})

    (arrow,) = drawing(tools, Flow.DOWN, NAMES).arrows

    assert arrow.labels == ("Brief", "Map of the place", "and 3 more")


def overlap(one, other):
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def draw(tools, flow, book):
    return drawing(tools, flow, {term.id: term.name for term in book.terms("artefacts")})
