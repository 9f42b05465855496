"""The report has the fields of a case: each is asked for, or left out for a reason."""

from __future__ import annotations

import pytest

from casebank.case import BODY_SECTIONS, CaseFields, CaseKind
from casebank.report import NOT_REPORTED, REPORT, SECTION_HELP, blank, blanks


def test_each_field_of_a_case_stands_under_one_heading_or_is_left_out_for_a_reason():
    asked = [path for heading in REPORT for path in heading.fields]

    assert sorted([*asked, *NOT_REPORTED]) == sorted(CaseFields.model_fields)
    assert all(NOT_REPORTED.values())


def test_each_section_of_the_body_of_a_city_case_is_explained():
    assert tuple(SECTION_HELP) == BODY_SECTIONS[CaseKind.CITY_CASE]
    assert sum(heading.sections for heading in REPORT) == 1


def test_fields_keep_the_order_of_the_model():
    assert [field.name for field in blanks()] == list(CaseFields.model_fields)


def test_every_field_says_what_it_means():
    assert [one.path for field in blanks() for one in field.all() if not one.meaning] == []


def test_every_field_says_what_to_write():
    """Those that say it in words alone, such as a country's code, are few and known."""
    mute = {
        one.path
        for field in blanks()
        for one in field.all()
        if not (one.shape or one.values or one.terms or one.parts)
    }

    assert mute == {"language", "images.file"}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("title", {"needed": True, "many": False, "shape": "one line"}),
        ("summary", {"needed": True, "shape": "text of at most 300 characters"}),
        ("kind", {"values": ("city-case", "peer-review")}),
        ("areas", {"needed": True, "many": True, "terms": "areas"}),
        ("tools", {"needed": False, "many": True, "terms": "tools"}),
        ("held", {"needed": False, "shape": "date"}),
        ("places.lat", {"needed": False, "shape": "number"}),
        ("actions.priority", {"shape": "whole number"}),
        ("actions.timeline", {"many": True, "shape": "text"}),
        ("opsi", {"many": False}),
        ("opsi.assessed_by", {"values": ("source", "editor", "not-assessed")}),
        ("quotes.text", {"shape": "text"}),
        ("portfolios.asks.themes", {"needed": True, "many": True, "terms": "themes"}),
        ("stakeholders.organisations.roles", {"many": True, "shape": "one line"}),
    ],
)
def test_a_field_is_as_its_model_says(path, expected):
    field = blank(path)

    assert {name: getattr(field, name) for name in expected} == expected


def test_a_form_begins_with_id_and_title():
    assert [part.name for part in blank("recommendations").parts][:4] == [
        *("id", "group", "title", "text")
    ]


def test_fields_have_labels_in_words():
    assert blank("portfolios.support_text").label == "Support text"
    assert blank("sources.url").label == "Web address"
