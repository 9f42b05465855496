"""Places in the API: each city once, with its cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casebank.api.item import CaseRef, Item, Links, Ways
from casebank.grouping import grouped
from casebank.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casebank.api.addresses import Addresses


class PlaceLinks(Links):
    """Ways from a place."""

    cases: Ways
    """Its cases, by id."""

    countries: Ways
    """Its country, by code."""


class PlaceItem(Place, Item):
    """A city with a case, as its first case describes it."""

    links: PlaceLinks
    """Where it stands, and where what it names stands."""

    cases: tuple[CaseRef, ...]
    """Ids of its cases."""


def place_items(addresses: Addresses) -> Iterator[PlaceItem]:
    """Yield all places, by id."""
    book = addresses.book
    found = grouped((place.key, (place, case)) for case in book.cases for place in case.places)
    for key, pairs in sorted(found.items()):
        place = pairs[0][0]
        cases = tuple(dict.fromkeys(case.id for _, case in pairs))
        yield PlaceItem.of(
            id=key,
            links=PlaceLinks(
                self=addresses.collection("places"),
                page=addresses.of(f"/countries/{book.country(place.country).id}/"),
                cases=addresses.records("cases", cases),
                countries=addresses.countries([place.country]),
            ),
            **{name: getattr(place, name) for name in Place.model_fields},
            cases=cases,
        )
