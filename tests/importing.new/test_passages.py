"""Texts of passages are clean: on one line, and without what shows nothing."""

from __future__ import annotations

import pytest

from casebank.passages import clean, row, without_contacts


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        (" two\n\tlines ", "two lines"),
        ("soft\u00adhyphen", "softhyphen"),
        ("left\u202eright", "leftright"),
        ("e\u0301", "é"),
        ("\ufdd0\uffff\ufeffa", "a"),
        ("no\u00a0break", "no break"),
        ("क्\u200dष", "क्\u200dष"),
    ],
)
def test_a_text_is_cleaned(text, cleaned):
    assert clean(text) == cleaned


def test_the_text_of_a_row_is_that_of_its_cells():
    assert row(("a", "", "c"), "line 1").text == "a | c"


def test_ways_to_reach_a_person_are_left_out():
    assert without_contacts("Ask a.b@t.example, tel. 01 23 45 67 89.") == (
        "Ask (contact left out), (contact left out)."
    )
