"""Organisations are taken over, names of persons are not."""

from __future__ import annotations

from tests.imported_reports import REPORTS, fields_from, fields_of, imported


def test_groups_are_known_by_the_names_of_the_vocabulary():
    groups = fields_of("city-case.txt")["stakeholders"]

    assert [one["group"] for one in groups] == ["cci", "business", "local-authority"]
    assert [len(one["organisations"]) for one in groups] == [2, 1, 1]


def test_a_comma_within_brackets_separates_nothing():
    names = fields_of("city-case.txt")["stakeholders"][2]["organisations"]

    assert names == [{"name": "Municipality of Norvik (culture, harbour)"}]


def test_a_table_gives_organisations_with_country_and_position():
    (experts,) = fields_of("peer-review.html")["stakeholders"]

    assert experts["group"] == "peer-expert"
    assert experts["organisations"] == [
        {"name": "Design Board", "country": "AT", "roles": ["Director"]},
        {"name": "Form School", "country": "FI", "roles": ["Teacher"]},
    ]


def test_names_of_persons_stay_aside():
    front_matter, _, body = imported(REPORTS / "peer-review.html").text.partition("\n---\n")

    assert "Beispiel" not in front_matter
    assert "Ana Beispiel" in body.partition("## To place")[2]


def test_a_group_that_the_vocabulary_does_not_know_is_blank():
    fields = fields_from("# Report", "# Participants", "# Local stakeholders", "+ Boat Club")

    assert fields["stakeholders"] == [
        {"group": None, "label": "Local stakeholders", "organisations": [{"name": "Boat Club"}]}
    ]


def test_a_table_without_organisations_is_that_of_its_heading():
    fields = fields_from(
        "# Report", "# Participants", "# Velmora City", "| Name | Position", "| A. B. | Mayor"
    )

    (organisation,) = fields["stakeholders"][0]["organisations"]
    assert organisation == {"name": "Velmora City", "roles": ["Mayor"]}
