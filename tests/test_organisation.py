"""An organisation is one, however often and with whichever accents it is written."""

from __future__ import annotations

import pytest

from casebank.organisation import organisation_address, organisation_id, organisations_of


def stakeholders(*names, group="cci", **more):
    return [{"group": group, "organisations": [{"name": name} for name in names], **more}]


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Lund University", "lund-university"),
        ("Comédie de Saint-Étienne", "comedie-de-saint-etienne"),
        ("EPCC & Co.", "epcc-co"),
    ],
)
def test_the_id_of_an_organisation_is_its_name_without_accents(name, id_):
    assert organisation_id(name) == id_


def test_a_name_of_signs_alone_has_an_id_too():
    assert organisation_id("🎭!") == "1f3ad-21"


def test_two_organisations_with_greek_names_are_two(make_case):
    case = make_case("x", stakeholders=stakeholders("Δήμος Αθηναίων", "Εθνικό Θέατρο"))

    assert len(organisations_of([case])) == 2


def test_an_organisation_has_a_place_on_the_page_of_organisations():
    assert organisation_address("Lund University") == "/organisations/#org-lund-university"


def test_organisations_are_sorted_by_id(make_case):
    case = make_case("x", stakeholders=stakeholders("Zoo", "Académie", "Éditions"))

    assert [known.name for known in organisations_of([case])] == ["Académie", "Éditions", "Zoo"]


def test_an_organisation_in_two_cases_is_one_with_the_first_spelling(make_case):
    first = make_case("a", stakeholders=stakeholders("Comédie"))
    second = make_case("b", stakeholders=stakeholders("Comedie"))

    (known,) = organisations_of([first, second])

    assert known.name == "Comédie"
    assert [case.id for case in known.cases] == ["a", "b"]


def test_an_organisation_in_two_groups_took_part_in_one_case(make_case):
    case = make_case(
        "a", stakeholders=stakeholders("Comédie") + stakeholders("Comédie", group="academia")
    )

    (known,) = organisations_of([case])

    assert [one.group for one in known.participations] == ["cci", "academia"]
    assert len(known.cases) == 1


def test_an_organisation_is_from_the_country_of_its_case(make_case):
    case = make_case("a", stakeholders=stakeholders("Comédie", label="Artists"))

    (known,) = organisations_of([case])
    (one,) = known.participations

    assert (one.country, one.label, one.roles) == ("NO", "Artists", ())


def test_an_organisation_can_be_from_another_country(make_case):
    guest = {"name": "Linz", "country": "AT", "roles": ["Director"]}
    case = make_case("a", stakeholders=[{"group": "cci", "organisations": [guest]}])

    (known,) = organisations_of([case])
    (one,) = known.participations

    assert (one.country, one.roles) == ("AT", ("Director",))
