"""IRIs of the authority tables of the Publications Office of the European Union.

Source: EU Vocabularies, https://op.europa.eu/en/web/eu-vocabularies/authority-tables
"""

from __future__ import annotations

from functools import cache

from babel.core import get_global

AUTHORITY = "http://publications.europa.eu/resource/authority"

ENGLISH = f"{AUTHORITY}/language/ENG"

THEMES = f"{AUTHORITY}/data-theme"

CULTURE = f"{THEMES}/EDUC"
"""Education, culture and sport."""

REGIONS = f"{THEMES}/REGI"
"""Regions and cities."""

STABLE = f"{AUTHORITY}/planned-availability/STABLE"
"""What is meant to stay where it is."""

_LICENCES = {"CC-BY-4.0": "CC_BY_4_0", "CC-BY-SA-4.0": "CC_BYSA_4_0", "CC0-1.0": "CC0"}
"""Codes of licences for texts and data, by SPDX identifier."""

_FILE_TYPES = {
    "application/json": "JSON",
    "application/ld+json": "JSON_LD",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "XLSX",
    "text/csv": "CSV",
    "text/plain": "TXT",
}
"""Codes of file types by media type. There is none for SQLite."""

_WITHDRAWN = frozenset(["BUR", "DDR", "FXX", "TMP", "YMD", "ZAR"])
"""Codes that CLDR still leads to one of today's countries. Source: ISO 3166-3."""


def country_authority(code: str) -> str:
    """Return the IRI of a country by its ISO 3166-1 alpha-2 code; empty for what is not in ISO."""
    three = _three_letters().get(code, "")
    return f"{AUTHORITY}/country/{three}" if three else ""


def licence_authority(spdx: str) -> str:
    """Return the IRI of a licence by its SPDX identifier; of one without, its page at SPDX."""
    if code := _LICENCES.get(spdx):
        return f"{AUTHORITY}/licence/{code}"
    return f"https://spdx.org/licenses/{spdx}"


def file_type_authority(media_type: str) -> str:
    """Return the IRI of the file type of a media type; empty if there is none."""
    code = _FILE_TYPES.get(media_type) or ("JSON" if media_type.endswith("+json") else "")
    return f"{AUTHORITY}/file-type/{code}" if code else ""


@cache
def _three_letters() -> dict[str, str]:
    """Return ISO 3166-1 alpha-3 codes by alpha-2 code, from Unicode CLDR.

    The table of countries has the former. X begins what ISO leaves to its users, such as Kosovo.
    """
    return {
        countries[0]: alias
        for alias, countries in get_global("territory_aliases").items()
        if len(alias) == 3 and alias.isalpha() and len(countries) == 1
        if alias not in _WITHDRAWN and not alias.startswith("X")
    }
