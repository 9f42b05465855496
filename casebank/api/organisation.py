"""Organisations in the API: each once, with all the cases in which it took part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casebank.api.item import CaseRef, Item, Links, Uri, Ways
from casebank.fields import CountryCode, GroupId, Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casebank.api.addresses import Addresses


class OrganisationLinks(Links):
    """Ways from an organisation."""

    cases: Ways
    """Cases in which it took part, by id."""

    countries: Ways
    """Countries from which it came, by code, as far as they have a page."""

    vocabularies: Uri
    """Where stakeholder groups are explained."""


class ParticipationItem(Record):
    """One organisation in one case."""

    case: CaseRef
    """Id of the case."""

    group: GroupId
    """Stakeholder group in which it stands there."""

    label: str | None
    """The source's own word for the group; null when it is the casebook's."""

    roles: tuple[str, ...]
    """Positions of the people who came; never their names."""

    country: CountryCode | None
    """Where it came from: that of the case, unless the source says otherwise; null when unknown."""


class OrganisationItem(Item):
    """An organisation that took part in a case."""

    links: OrganisationLinks
    """Where it stands, and where what it names stands."""

    name: str
    """Name as its first case writes it."""

    participations: tuple[ParticipationItem, ...]
    """Where it took part, by case."""


def organisation_items(addresses: Addresses) -> Iterator[OrganisationItem]:
    """Yield all organisations, by id."""
    for known in addresses.book.organisations:
        participations = tuple(
            ParticipationItem(
                case=one.case.id,
                group=one.group,
                label=one.label or None,
                roles=one.roles,
                country=one.country or None,
            )
            for one in known.participations
        )
        yield OrganisationItem.of(
            id=known.id,
            links=OrganisationLinks(
                self=addresses.collection("organisations"),
                page=addresses.of(known.address),
                cases=addresses.records("cases", (one.case for one in participations)),
                countries=addresses.countries(one.country or "" for one in participations),
                vocabularies=addresses.collection("vocabularies"),
            ),
            name=known.name,
            participations=participations,
        )
