"""Levels of headings in a body."""

from __future__ import annotations


def test_a_heading_that_leaves_out_a_level_is_refused(problems_of):
    assert problems_of("A town by the sea.", "#### Small\n\nA town.") == [
        "cases/testville.md:31:1: the heading leaves out a level. Begin it with three signs #."
    ]


def test_headings_may_go_down_one_by_one_and_up_at_once(problems_of):
    text = "### One\n\nA.\n\n#### Two\n\nB.\n\n### Three\n\nC."

    assert problems_of("A town by the sea.", text) == []
