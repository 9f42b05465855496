"""An id that nothing has is an error that says what may have been meant."""

from __future__ import annotations

import pytest

from casebank.register import Register, UnknownIdError

TOOLS = Register("a tool", {"canvas": 1, "workshop": 2})


def test_a_thing_is_found_by_its_id():
    assert TOOLS["canvas"] == 1


@pytest.mark.parametrize(
    ("id_", "message"),
    [
        ("canvass", "'canvass' is not a tool. Did you mean 'canvas'?"),
        ("zzz", "'zzz' is not a tool. Choose from: canvas, workshop."),
        ("a\n::error::b", r"'a\n::error::b' is not a tool. Choose from: canvas, workshop."),
        ("\u202eevil", r"'\u202eevil' is not a tool. Choose from: canvas, workshop."),
        ("x" * 100, f"'{'x' * 79}…' is not a tool. Choose from: canvas, workshop."),
    ],
)
def test_an_id_that_nothing_has_is_told_with_what_there_is(id_, message):
    with pytest.raises(UnknownIdError) as raised:
        TOOLS[id_]

    assert str(raised.value) == message


def test_such_an_error_is_caught_as_python_expects_it():
    with pytest.raises(KeyError) as raised:
        TOOLS["zzz"]

    assert raised.value.args == ("zzz",)


def test_of_many_ids_twenty_are_listed():
    many = Register("a term", {f"term-{number:02}": number for number in range(30)})

    with pytest.raises(UnknownIdError, match=r"is not a term\. .* term-18, term-19 and 10 more\.$"):
        many["zzz"]


def test_where_nothing_is_nothing_is_listed():
    with pytest.raises(UnknownIdError, match=r"is not a tool\. There is none\.$"):
        Register("a tool", {})["zzz"]


def test_a_question_for_what_may_be_missing_is_no_error():
    assert TOOLS.get("zzz") is None
    assert "zzz" not in TOOLS
