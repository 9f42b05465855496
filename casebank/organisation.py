"""An organisation as the whole book knows it: in which cases it took part, and as what."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from casebank.grouping import grouped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casebank.case import Case
    from casebank.people import Organisation, Stakeholders


@dataclass(frozen=True)
class Participation:
    """One organisation in one case."""

    case: Case
    group: str
    """Id of the stakeholder group that it stands in."""

    label: str
    """The source's own word for the group; empty when it is ours."""

    roles: tuple[str, ...]
    country: str
    """ISO 3166-1 alpha-2 code; empty when the source gives none."""


@dataclass(frozen=True)
class KnownOrganisation:
    """One organisation and all its participations, in the order of the cases."""

    id: str
    """Made from the name; with `org-` before it, the anchor on the page of organisations."""

    name: str
    participations: tuple[Participation, ...]

    @property
    def address(self) -> str:
        """Its place on the page of organisations."""
        return organisation_address(self.name)

    @property
    def cases(self) -> tuple[Case, ...]:
        """The cases it took part in, each once."""
        return tuple({entry.case.id: entry.case for entry in self.participations}.values())


def organisation_id(name: str) -> str:
    """Return the id of an organisation: its name in small letters of any script, no accents."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(char for char in letters if not unicodedata.combining(char))
    made = re.sub(r"[^\w+]+", "-", plain).strip("-")
    return made or "-".join(f"{ord(char):x}" for char in name)  # signs alone still tell it apart


def organisation_address(name: str) -> str:
    """Return where the organisation `name` is listed."""
    return f"/organisations/#org-{organisation_id(name)}"


def country_of(organisation: Organisation, group: Stakeholders, case: Case) -> str:
    """Return the ISO code of the country that an organisation comes from; empty if unknown."""
    # Experts and programme bodies come from elsewhere: without a word on it, who knows.
    home = "" if group.group == "peer-expert" else case.place.country
    return organisation.country or home


def organisations_of(cases: Iterable[Case]) -> tuple[KnownOrganisation, ...]:
    """Gather all organisations of `cases`, sorted by id; accents make no difference."""
    names: dict[str, str] = {}
    found: dict[str, list[Participation]] = {}
    for case in cases:
        for group in case.stakeholders:
            for organisation in group.organisations:
                key = organisation_id(organisation.name)
                names.setdefault(key, organisation.name)
                country = country_of(organisation, group, case)
                entry = Participation(
                    case, group.group, group.label or "", organisation.roles, country
                )
                found.setdefault(key, []).append(entry)
    return tuple(KnownOrganisation(key, names[key], tuple(found[key])) for key in sorted(found))


def by_case(organisations: Iterable[KnownOrganisation]) -> dict[str, tuple[KnownOrganisation, ...]]:
    """Gather organisations by the ids of the cases in which they took part."""
    return grouped((case.id, known) for known in organisations for case in known.cases)


def by_country(
    organisations: Iterable[KnownOrganisation],
) -> dict[str, tuple[KnownOrganisation, ...]]:
    """Gather organisations by the ISO codes of the countries they come from."""
    return grouped(
        (code, known)
        for known in organisations
        for code in {entry.country for entry in known.participations}
    )
