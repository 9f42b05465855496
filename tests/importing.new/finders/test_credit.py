"""Authors, publisher, funding and caution are read where the report names them."""

from __future__ import annotations

from tests.imported_reports import fields_from, fields_of


def test_an_author_has_organisation_and_year():
    fields = fields_of("city-case.txt")

    assert fields["authors"] == [
        {"name": "Kari Lund", "organisation": "Museum of Boats", "year": 2024}
    ]
    assert fields["published"] == 2024


def test_a_label_can_stand_before_its_value_or_above_it():
    fields = fields_from("# A report", "Publisher: City of Lund", "Author", "Ada Ek (2023)")

    assert fields["publisher"] == "City of Lund"
    assert fields["authors"] == [{"name": "Ada Ek", "year": 2023}]


def test_a_label_without_a_value_takes_none_from_the_next_label():
    fields = fields_from("# A report", "Publisher", "Audience", "Region")

    assert fields["publisher"] is None


def test_the_line_on_money_is_kept_as_it_stands():
    assert fields_of("city-case.txt")["funding"] == "Funded by the County of Testmark"


def test_a_caution_stands_below_its_heading():
    fields = fields_from("# A report", "# Disclaimer", "These are views.")

    assert fields["disclaimer"] == "These are views."
