"""Title, place and dates are read from the cover, or else from the whole text."""

from __future__ import annotations

import pytest

from tests.importing.imported_reports import fields_from


@pytest.mark.parametrize(
    ("line", "country"),
    [
        ("Lund, Sweden", "SE"),
        ("Lund (Sweden)", "SE"),
        ("Lund, Suède", "SE"),
        ("Lund, Sverige", "SE"),
        ("Lund, Scania", None),
    ],
)
def test_a_line_with_city_and_country_is_the_place(line, country):
    place = fields_from("# A report", line)["places"][0]

    assert place == {"city": "Lund" if country else None, "country": country}


def test_a_title_of_the_usual_form_is_place_and_subject():
    fields = fields_from("# City case description: Lund, music and care")

    assert fields["title"] == "Lund: Music and care"
    assert fields["sources"][0]["title"] == "City case description: Lund, music and care"


def test_without_such_a_line_the_authority_named_most_often_is_the_place():
    fields = fields_from("# A report", "The City of Lund asked the City of Lund.", "Ville de Metz.")

    assert fields["places"][0]["city"] == "Lund"


def test_a_country_that_is_named_as_often_as_another_is_not_chosen():
    fields = fields_from("# A report", "Between France and Spain.")

    assert fields["places"][0]["country"] is None


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("20-21/11/2024", "held", "2024-11-20/2024-11-21"),
        ("March 2025", "published", "2025-03"),
        ("Date: 5 May 2024", "held", "2024-05-05"),
        ("Published: 5 May 2024", "published", "2024-05-05"),
    ],
)
def test_dates_on_the_cover_are_those_of_event_or_publication(line, field, value):
    assert fields_from("# A report", line)[field] == value


def test_a_sentence_behind_the_title_is_the_summary():
    fields = fields_from("# A report", "A town learns to weave again.", "More of it.")

    assert fields["summary"] == "A town learns to weave again."


def test_a_menu_of_all_areas_says_nothing_about_a_report():
    fields = fields_from("# Boats", "# Context", "+ Immersive Media", "- Crafts-led Innovation")

    assert fields["areas"] is None
