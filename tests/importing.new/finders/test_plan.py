"""Actions are rows below an axis; rows without a number go on with the one before."""

from __future__ import annotations

from casebank.case import CaseKind
from tests.imported_reports import fields_from, fields_of

REVIEW = {"kind": CaseKind.PEER_REVIEW}


def test_each_numbered_row_is_an_action():
    first, second = fields_of("peer-review.html")["actions"]

    assert (first["axis"], first["priority"]) == ("Meet", 1)
    assert first["timeline"] == ["In progress: first one on 3 May 2024.", "From 2025 each month."]
    assert (first["status"], second["status"]) == ("in-progress", "planned")


def test_a_row_that_introduces_belongs_to_the_next_action():
    fields = fields_from(
        "# Report",
        "# Axis 1 – Meet",
        "| Priority | Action | Timeline",
        "| 1 | Meet. | Now.",
        "| | | In progress:",
        "| 2 | Map. | Soon.",
        **REVIEW,
    )

    assert [one["timeline"] for one in fields["actions"]] == [["Now."], ["In progress:", "Soon."]]


def test_items_below_an_axis_are_actions_in_their_order():
    fields = fields_from("# Report", "# Axis 1: Meet", "+ Talk.", "- Walk.", **REVIEW)

    assert [(one["priority"], one["text"]) for one in fields["actions"]] == [
        (1, "Talk."),
        (2, "Walk."),
    ]


def test_what_stands_between_tables_is_kept_aside():
    fields = fields_from(
        "# Report", "# Axis 1: Meet", "5", "| Priority | Action", "| 1 | Talk.", **REVIEW
    )

    assert [one["text"] for one in fields["actions"]] == ["Talk."]
