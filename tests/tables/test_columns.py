"""Columns say of themselves what the models say of their fields."""

from __future__ import annotations

import pytest

from casebank.action import Action
from casebank.canvas import Canvas
from casebank.case import CaseFields
from casebank.fields import AskFields
from casebank.place import Place
from casebank.provenance import Source
from casebank.tables.columns import column_of, first_year, joined, own
from casebank.tables.table import Type


def one(model, field):
    """Return the column of a field."""
    return column_of(model, field, field)


def test_a_column_has_the_meaning_type_and_example_of_its_field():
    column = one(CaseFields, "publisher")

    assert column.meaning == "Organisation that published the source."
    assert (column.type, column.required) == (Type.TEXT, True)
    assert column.example == "City of Your City"


def test_a_meaning_speaks_to_readers_and_not_to_who_fills_the_field_in():
    assert one(AskFields, "text").meaning == "What is asked for, in the book's own words."


@pytest.mark.parametrize(
    ("model", "field", "type_"),
    [
        (Place, "lat", Type.NUMBER),
        (Action, "priority", Type.INTEGER),
        (CaseFields, "held", Type.DATE),
        (Source, "url", Type.ADDRESS),
        (Source, "note", Type.TEXT),
    ],
)
def test_a_type_follows_from_the_model(model, field, type_):
    assert one(model, field).type is type_


def test_limits_and_values_come_along():
    assert (one(Place, "lat").least, one(Place, "lat").most) == (-90, 90)
    assert one(CaseFields, "record").values == ("full", "card")


@pytest.mark.parametrize(
    ("model", "field", "column", "vocabulary"),
    [
        (CaseFields, "scope", "scopes.id", "scopes"),
        (CaseFields, "resource_type", "resource_types.id", "resource-types"),
        (Place, "country", "countries.code", "countries"),
        (CaseFields, "tools", "tools.id", ""),
    ],
)
def test_an_id_refers_to_the_table_of_what_it_names(model, field, column, vocabulary):
    assert (one(model, field).refers_to, one(model, field).vocabulary) == (column, vocabulary)


def test_what_has_a_default_is_always_there_and_what_may_be_missing_is_not():
    assert one(Action, "status").required
    assert not one(Action, "note").required


def test_own_columns_are_those_with_one_value():
    assert [column.name for column in own(Canvas)] == [
        *("title", "purpose", "description", "note", "orientation", "id", "path"),
    ]


def test_ids_are_joined_with_semicolons_and_lines_with_line_breaks():
    (areas,) = joined(CaseFields, "areas", "case_areas")
    (aliases,) = joined(CaseFields, "aliases")

    assert (areas.separator, aliases.separator) == ("; ", "\n")
    assert areas.meaning.endswith("The table case_areas has one in each row.")


@pytest.mark.parametrize(
    ("when", "year"),
    [("2025", 2025), ("2024-11-20/2025-01-10", 2024), ("2024-05", 2024), (None, None)],
)
def test_the_year_of_a_date_is_its_first(when, year):
    assert first_year(when) == year
