"""References and texts are found wherever they stand in the data of a record."""

from __future__ import annotations

import pytest

from casebank.case import CaseFields
from casebank.fields import Line, Record, ThemeId, ToolId
from casebank.references import Reference, references, texts
from casebank.schema import referring_fields


class Inner(Record):
    """A record within a record."""

    text: Line
    themes: tuple[ThemeId, ...] = ()


class Outer(Record):
    """References in each shape that models use: alone, optional, in a list, nested."""

    tool: ToolId
    part_of: ToolId | None = None
    themes: tuple[ThemeId, ...] = ()
    inner: Inner | None = None
    items: tuple[Inner, ...] = ()
    count: int = 0


DATA = {
    "tool": "canvas",
    "themes": ["skills", "funding"],
    "inner": {"text": "One"},
    "items": [{"text": "Two"}, {"text": "Three", "themes": ["spaces"]}],
}


def test_references_are_found_by_their_marks_with_their_places():
    assert list(references(Outer, DATA)) == [
        Reference(("tool",), "tools", "canvas"),
        Reference(("themes", 0), "themes", "skills"),
        Reference(("themes", 1), "themes", "funding"),
        Reference(("items", 1, "themes", 0), "themes", "spaces"),
    ]


def test_only_fields_in_which_a_reference_can_stand_are_looked_at():
    assert referring_fields(Outer) == (
        ("tool", "tools", None),
        ("part_of", "tools", None),
        ("themes", "themes", None),
        ("inner", None, Inner),
        ("items", None, Inner),
    )


def test_an_optional_reference_is_found_when_it_is_there():
    assert list(references(Outer, {"part_of": "guide"})) == [
        Reference(("part_of",), "tools", "guide")
    ]


@pytest.mark.parametrize(
    "data",
    [
        None,
        "text",
        ["canvas"],
        {"tool": 5, "themes": {"a": "b"}, "items": "x"},
        {"inner": ["x"], "items": [None, 5, ["x"]]},
        {"other": "canvas"},
    ],
)
def test_data_of_another_shape_holds_no_reference(data):
    assert list(references(Outer, data)) == []


def test_a_single_value_in_the_place_of_a_list_is_looked_at_too():
    assert list(references(Outer, {"themes": "skills"})) == [
        Reference(("themes",), "themes", "skills")
    ]


def test_texts_are_found_with_their_places():
    assert dict(texts(DATA)) == {
        ("tool",): "canvas",
        ("themes", 0): "skills",
        ("themes", 1): "funding",
        ("inner", "text"): "One",
        ("items", 0, "text"): "Two",
        ("items", 1, "text"): "Three",
        ("items", 1, "themes", 0): "spaces",
    }


def test_what_is_no_text_is_passed_over():
    assert list(texts({"a": 5, "b": None, "c": [True, "d"]})) == [(("c", 1), "d")]


def test_every_reference_of_a_case_is_found():
    data = {
        "areas": ["crafts"],
        "tools": ["canvas"],
        "audiences": ["funders"],
        "scope": "city",
        "resource_type": "city-case",
        "places": [{"city": "Lund", "country": "SE"}],
        "stakeholders": [{"group": "cci"}],
        "portfolios": [{"support": ["people"], "asks": [{"themes": ["skills"]}]}],
        "opsi": {"facets": ["mission"]},
    }

    assert {reference.to: reference.value for reference in references(CaseFields, data)} == {
        "areas": "crafts",
        "tools": "canvas",
        "audiences": "funders",
        "scopes": "city",
        "resource-types": "city-case",
        "countries": "SE",
        "stakeholder-groups": "cci",
        "support-kinds": "people",
        "themes": "skills",
        "opsi-facets": "mission",
    }
