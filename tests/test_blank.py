"""A field to be filled in is what its model says: meaning, shape, example, rules, limits."""

from __future__ import annotations

import pytest

from casebank.blank import blank, blanks
from casebank.case import Case, CaseFields
from casebank.rule import COUNTRY, DATE, ONE_LINE, PLAIN, UNCITED
from casebank.tool import ToolFields

FIELDS = [
    one for model in (CaseFields, ToolFields) for field in blanks(model) for one in field.all()
]


def test_fields_keep_the_order_of_the_model():
    assert [field.name for field in blanks()] == list(CaseFields.model_fields)


def test_every_field_says_what_it_means():
    assert [one.path for field in blanks() for one in field.all() if not one.meaning] == []


def test_every_field_says_what_to_write():
    mute = [
        one.path
        for field in blanks()
        for one in field.all()
        if not (one.shape or one.values or one.terms or one.parts)
    ]

    assert mute == []


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("title", {"needed": True, "many": False, "shape": "one line"}),
        ("title", {"longest": 200, "rules": (PLAIN, UNCITED, ONE_LINE)}),
        ("summary", {"needed": True, "shape": "text of at most 300 characters"}),
        ("kind", {"values": ("city-case", "peer-review")}),
        ("areas", {"needed": True, "many": True, "terms": "areas", "example": "ai-cci"}),
        ("tools", {"needed": False, "many": True, "terms": "tools"}),
        ("held", {"needed": False, "shape": "date", "many": False, "rules": (DATE,)}),
        ("places.lat", {"shape": "number", "least": -90, "most": 90, "example": "45.44"}),
        ("places.region", {"needed": False, "longest": 200, "example": "Auvergne-Rhône-Alpes"}),
        ("places.country", {"terms": "countries", "rules": (COUNTRY,)}),
        ("places", {"many": True, "example": "", "rules": ()}),
        ("actions.priority", {"shape": "whole number", "least": 1, "most": None}),
        ("actions.timeline", {"many": True, "shape": "text"}),
        ("actions.status", {"needed": False, "default": "unknown"}),
        ("held", {"default": ""}),
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


def test_a_text_by_headings_says_so():
    sections = next(field for field in blanks(Case) if field.name == "sections")

    assert sections.shape == "Markdown by heading"


def test_a_form_begins_with_id_and_title():
    assert [part.name for part in blank("recommendations").parts][:4] == [
        *("id", "group", "title", "text")
    ]


def test_fields_have_labels_in_words():
    assert blank("portfolios.support_text").label == "Support text"
    assert blank("sources.url").label == "Web address"


def test_the_words_of_a_fault_are_those_of_the_check():
    field = blank("held")

    assert (field.pattern, field.fault, field.remedy) == (DATE.pattern, DATE.fault, DATE.remedy)


def test_a_field_without_rules_has_no_pattern():
    field = blank("places.lat")

    assert (field.pattern, field.fault, field.remedy) == ("", "", "")


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.path)
def test_every_field_that_is_no_group_shows_a_value_that_it_accepts(field):
    assert bool(field.example) != bool(field.parts)
    assert all(rule.fits(field.example) for rule in field.rules)
    assert len(field.example) <= (field.longest or len(field.example))
    assert not field.values or field.example in field.values


@pytest.mark.parametrize(
    "field", [one for one in FIELDS if one.terms], ids=lambda field: field.path
)
def test_a_field_that_names_terms_shows_one_that_there_is(book, field):
    ids = {
        "tools": [tool.id for tool in book.tools],
        "canvases": [canvas.id for canvas in book.canvases],
        "countries": [term.code for term in book.terms("countries")],
    }
    known = ids.get(field.terms) or [term.id for term in book.terms(field.terms)]

    assert field.example in known
