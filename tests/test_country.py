"""Any country can have a case, under the name that Unicode gives it."""

from __future__ import annotations

import pytest

from casebank.country import CountryEntry, country, country_codes
from casebank.term import Origin


def test_there_are_as_many_codes_as_countries_of_iso_3166_and_kosovo():
    assert len(country_codes()) == 250


@pytest.mark.parametrize("code", ["NO", "FR", "GB", "GR", "XK", "JP"])
def test_a_country_has_a_code(code):
    assert code in country_codes()


@pytest.mark.parametrize("code", ["EU", "UN", "ZZ", "UK", "EL", "no", "001", "XA"])
def test_a_group_a_placeholder_and_a_misspelling_are_no_country(code):
    assert code not in country_codes()


@pytest.mark.parametrize(
    ("code", "id_", "english", "french"),
    [
        ("NO", "norway", "Norway", "Norvège"),
        ("GB", "united-kingdom", "United Kingdom", "Royaume-Uni"),
        ("CI", "cote-divoire", "Côte d’Ivoire", "Côte d’Ivoire"),
    ],
)
def test_a_country_has_an_address_and_two_names(code, id_, english, french):
    term = country(code)

    assert (term.id, term.label.en, term.label.fr) == (id_, english, french)


def test_every_country_has_an_address_of_its_own():
    assert len({country(code).id for code in country_codes()}) == 250


def test_a_country_without_entry_is_there_because_of_a_case():
    term = country("JP")

    assert term.definition == "Listed because a case is set in Japan."
    assert (term.code, term.origin, term.aliases) == ("JP", Origin.ISO, ())


def test_an_entry_says_why_a_country_is_listed():
    entry = CountryEntry(code="FR", definition="A partner.", aliases=("Gaul",), origin=Origin.EKIP)

    term = country("FR", entry)

    assert (term.definition, term.aliases, term.origin) == ("A partner.", ("Gaul",), Origin.EKIP)
