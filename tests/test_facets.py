"""Facets count what records have."""

from __future__ import annotations

from casebank.facets import FacetRule, facet, facet_data

COLOURS = [("red", "Red"), ("blue", "Blue"), ("green", "Green")]


def colours(*records):
    rule = FacetRule("colour", "Colour", COLOURS, str.split)
    return facet(rule, records)


def test_values_are_counted_in_the_order_of_their_terms():
    assert [(value.label, value.count) for value in colours("blue", "red blue").values] == [
        ("Red", 1),
        ("Blue", 2),
    ]


def test_a_value_that_no_record_has_is_left_out():
    assert "green" not in {value.id for value in colours("blue").values}


def test_each_record_names_the_places_of_its_values():
    assert colours("blue", "", "blue red").of == ((1,), (), (0, 1))


def test_a_value_that_a_record_has_twice_counts_once():
    assert colours("red red").values[0].count == 1


def test_a_single_value_is_written_as_a_number():
    data = facet_data([colours("blue", "", "blue red")], 3)

    assert data == {
        "total": 3,
        "facets": {"colour": {"values": ["red", "blue"], "of": [1, (), (0, 1)]}},
    }
