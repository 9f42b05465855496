"""Completeness is computed from what a record of its kind should hold."""

from __future__ import annotations

from casebank.completeness import Completeness, completeness


def test_a_card_misses_what_every_record_should_hold(make_case):
    result = completeness(make_case("x"))

    assert result.filled == ("summary", "places", "areas", "sources")
    assert result.missing == ("tools", "audiences", "held", "published", "authors")


def test_a_full_city_case_should_hold_more(make_case):
    result = completeness(make_case("x", record="full"))

    assert result.missing[5:] == (
        "stakeholders",
        "portfolios",
        "recommendations",
        "conclusions",
        "quotes",
    )


def test_a_full_peer_review_should_hold_other_things(make_case):
    result = completeness(make_case("x", record="full", kind="peer-review"))

    assert result.missing[5:] == (
        "stakeholders",
        "key_figures",
        "challenges",
        "recommendations",
        "actions",
    )


def test_a_filled_field_is_no_longer_missing(make_case):
    result = completeness(make_case("x", held="2025"))

    assert "held" in result.filled
    assert "held" not in result.missing


def test_a_canvas_should_have_its_drawing(make_tool):
    assert "canvases" in completeness(make_tool("x", kind="canvas")).missing
    assert "canvases" not in completeness(make_tool("x", kind="method")).missing


def test_a_tool_need_not_have_a_fixed_duration(make_tool):
    assert "duration" not in completeness(make_tool("x")).missing


def test_completeness_is_told_in_numbers_and_in_words_of_readers():
    state = Completeness(("a", "b"), ("quotes", "key_figures"))

    assert state.text == "2 of 4 expected fields; missing: quotations, key figures"


def test_a_complete_record_has_all_fields():
    assert Completeness(("a", "b"), ()).text == "All 2 expected fields"
