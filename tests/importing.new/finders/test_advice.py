"""Recommendations stand below headings of their own or in groups; examples are told apart."""

from __future__ import annotations

from casebank.case import CaseKind
from tests.imported_reports import fields_from, fields_of

REVIEW = {"kind": CaseKind.PEER_REVIEW}


def test_a_numbered_heading_is_a_recommendation_with_its_reason():
    first = fields_of("city-case.txt")["recommendations"][0]

    assert first["title"] == "Training that counts"
    assert first["text"] == "Recognise time in a yard as vocational training."
    assert first["reason"] == "Whoever learns with a builder gets no paper for it."


def test_items_are_recommendations_of_the_group_above_them():
    first, second = fields_of("peer-review.html")["recommendations"]

    assert (first["group"], first["title"]) == ("Governance", None)
    assert second["title"] == "Small steps"
    assert second["text"] == "begin with one street and one year."


def test_examples_follow_the_sentence_that_announces_them():
    (example,) = fields_of("peer-review.html")["examples"]

    assert example["group"] == "Governance"
    assert example["text"] == "Lend an empty shop to designers for a month."


def test_a_list_behind_examples_has_lost_its_heading():
    fields = fields_from(
        "# Report",
        "# Recommendations",
        "# Places",
        "+ Open a hall.",
        "Here are a few examples:",
        "+ The old mill.",
        "+ Measure what it brings.",
        **REVIEW,
    )

    assert [one["text"] for one in fields["examples"]] == ["The old mill."]
    assert [one["group"] for one in fields["recommendations"]] == ["Places", None]


def test_overall_conclusions_of_a_city_case_are_asks():
    texts = [one["text"] for one in fields_of("city-case.txt")["conclusions"]]

    assert texts == [
        "Skills disappear faster than buildings.",
        "Makers need networks beyond the fjord.",
    ]


def test_challenges_of_a_review_keep_their_group():
    challenges = fields_of("peer-review.html")["challenges"]

    assert {one["group"] for one in challenges} == {"Getting to know each other"}
    assert len(challenges) == 2


def test_a_second_list_of_challenges_without_a_heading_has_no_group():
    fields = fields_from(
        "# Report", "# The challenge", "# Money", "+ Find some.", "+ Be seen.", **REVIEW
    )

    assert [one["group"] for one in fields["challenges"]] == ["Money", None]
