"""Portfolios are known by their number, their labels and their lists."""

from __future__ import annotations

from tests.imported_reports import fields_from, fields_of


def test_a_portfolio_has_title_idea_asks_support_and_timeline():
    first, _ = fields_of("city-case.txt")["portfolios"]

    assert first["title"] == "LEARNING BESIDE THE LAST BUILDERS"
    assert first["idea"].startswith("Pairs of one old and one young maker")
    assert [ask["text"] for ask in first["asks"]] == [
        "Set up a training workshop for ten apprentices.",
        "Agree on certification with the county.",
    ]
    assert first["support"] == ["funding-public", "people", "infrastructure"]
    assert first["timeline"] == "a first hull afloat by 2031."


def test_themes_are_those_that_an_ask_names():
    first, second = fields_of("city-case.txt")["portfolios"]

    assert [ask["themes"] for ask in first["asks"]] == [["skills"], ["skills"]]
    assert [ask["themes"] for ask in second["asks"]] == [["evidence"], ["networks"]]


def test_an_aim_in_a_list_is_no_ask():
    second = fields_of("city-case.txt")["portfolios"][1]

    assert second["ambition"] == "The long-term ambition is that no skill is lost without a trace."


def test_a_title_can_stand_behind_the_number():
    fields = fields_from("# Report", "# Portfolio 3: Boats", "An idea.", "+ Build one.")

    assert fields["portfolios"][0]["title"] == "Boats"
    assert fields["portfolios"][0]["idea"] == "An idea."


def test_needs_can_stand_below_a_heading():
    fields = fields_from(
        "# Report", "# Portfolio 1", "# Boats", "# Support needed:", "+ Premises", "- Equipment"
    )

    assert fields["portfolios"][0]["support_text"] == "Premises Equipment"
    assert "asks" not in fields["portfolios"][0]


def test_what_a_portfolio_does_not_tell_is_blank():
    fields = fields_from("# Report", "# Portfolio 1", "+ Build a boat.")

    assert fields["portfolios"][0]["title"] is None
    assert fields["portfolios"][0]["timeline"] is None
