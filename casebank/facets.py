"""Facets: by what a collection can be narrowed down, and which record has which value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

Record = TypeVar("Record")


@dataclass(frozen=True)
class Value:
    """One value of a facet."""

    id: str
    """As it stands in an address."""

    label: str
    count: int
    """Records that have it."""


@dataclass(frozen=True)
class Facet:
    """One facet of a collection."""

    id: str
    """As it stands in an address."""

    title: str
    values: tuple[Value, ...]
    """Those that some record has, in the order in which a reader sees them."""

    of: tuple[tuple[int, ...], ...]
    """For each record of the collection, in its order, the places of its values in `values`."""


@dataclass(frozen=True)
class FacetRule(Generic[Record]):
    """How a facet is made."""

    id: str
    title: str
    terms: Sequence[tuple[str, str]]
    """Ids and labels of the values it could have."""

    values_of: Callable[[Record], Iterable[str]]
    """The ids of one record's values; each must be among `terms`."""


def facet(rule: FacetRule[Record], records: Sequence[Record]) -> Facet:
    """Return the facet that `rule` makes of `records`."""
    found = [tuple(dict.fromkeys(rule.values_of(record))) for record in records]
    counts = Counter(id_ for ids in found for id_ in ids)
    values = tuple(Value(id_, label, counts[id_]) for id_, label in rule.terms if counts[id_])
    places = {value.id: place for place, value in enumerate(values)}
    of = tuple(tuple(sorted(places[id_] for id_ in ids)) for ids in found)
    return Facet(rule.id, rule.title, values, of)


def facet_data(facets: Iterable[Facet], total: int) -> dict[str, Any]:
    """Return facets as a script of the site reads them.

    `{"total", "facets": {id: {"values": [id, ...], "of": [...]}}}`; `of` has for each record the
    place of its value in `values`, or a list of places where there is not exactly one.
    """
    return {
        "total": total,
        "facets": {
            one.id: {
                "values": [value.id for value in one.values],
                "of": [places[0] if len(places) == 1 else places for places in one.of],
            }
            for one in facets
        },
    }
