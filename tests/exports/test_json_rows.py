"""Rows of a table are objects, by the names of their columns."""

from __future__ import annotations

import json
import math

import pytest

from casebank.exports.json_rows import json_lines, json_rows
from casebank.tables.table import Column, Table, Type

HOSTILE = '"},{"\u2028</script>\n\x1b[2J \u202e🎭'


def table(*rows):
    columns = (
        Column("id", ""),
        Column("themes", "", required=False, separator="; "),
        Column("lat", "", Type.NUMBER, required=False),
    )
    return Table("cases", "Cases", "a case", columns, ("id",), rows)


def test_a_row_is_an_object_on_a_line_of_its_own():
    made = table(("a", "skills; funding", 59.5), ("b", None, None))

    assert json_rows(made) == (
        '[{"id": "a", "themes": ["skills", "funding"], "lat": 59.5},\n'
        ' {"id": "b", "themes": [], "lat": null}]\n'
    )
    assert json_lines(made) == (
        '{"id": "a", "themes": ["skills", "funding"], "lat": 59.5}\n'
        '{"id": "b", "themes": [], "lat": null}\n'
    )


def test_no_row_is_an_empty_list_or_nothing():
    assert json_rows(table()) == "[]\n"
    assert json_lines(table()) == ""


def test_a_hostile_text_is_one_value_on_one_line():
    made = table((HOSTILE, HOSTILE, 1))
    expected = {"id": HOSTILE, "themes": [HOSTILE], "lat": 1}

    assert json.loads(json_rows(made)) == [expected]
    assert json_lines(made).count("\n") == 1
    assert json.loads(json_lines(made)) == expected


@pytest.mark.parametrize("number", [math.inf, -math.inf, math.nan])
def test_a_number_that_json_does_not_have_is_a_text(number):
    found = json.loads(json_rows(table(("a", None, number))), parse_constant=pytest.fail)

    assert found[0]["lat"] == str(number)
