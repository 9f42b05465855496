"""Countries, licences and file types have their names in the tables of the European Union."""

from __future__ import annotations

import re

import pytest

from casebank.country import country_codes
from casebank.eu_authorities import (
    AUTHORITY,
    country_authority,
    file_type_authority,
    licence_authority,
)


@pytest.mark.parametrize(
    ("code", "three"),
    [("FR", "FRA"), ("GR", "GRC"), ("GB", "GBR"), ("DE", "DEU"), ("CD", "COD"), ("TL", "TLS")],
)
def test_a_country_is_named_by_three_letters(code, three):
    assert country_authority(code) == f"{AUTHORITY}/country/{three}"


def test_every_country_of_iso_has_a_name_of_its_own():
    names = {code: country_authority(code) for code in country_codes() if code != "XK"}

    assert all(re.fullmatch(rf"{AUTHORITY}/country/[A-Z]{{3}}", name) for name in names.values())
    assert len(set(names.values())) == len(names)


def test_kosovo_is_not_in_iso_and_so_has_none():
    assert country_authority("XK") == ""


def test_our_licence_has_a_name_there():
    assert licence_authority("CC-BY-4.0") == f"{AUTHORITY}/licence/CC_BY_4_0"


def test_a_licence_that_the_table_lacks_is_named_by_spdx():
    assert licence_authority("ODbL-1.0") == "https://spdx.org/licenses/ODbL-1.0"


@pytest.mark.parametrize(
    ("media_type", "code"),
    [("text/csv", "CSV"), ("application/ld+json", "JSON_LD"), ("application/feed+json", "JSON")],
)
def test_a_file_type_follows_from_the_media_type(media_type, code):
    assert file_type_authority(media_type) == f"{AUTHORITY}/file-type/{code}"


def test_a_database_has_no_file_type_there():
    assert file_type_authority("application/vnd.sqlite3") == ""
