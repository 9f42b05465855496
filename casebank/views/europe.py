"""The map of Europe: countries shaded by their cases, and each city as a link."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casebank.geography import HEIGHT, WIDTH, outlines, project
from casebank.views.templates import fragment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from casebank.book import Book
    from casebank.case import Case

_LETTER = 7.6
"""Width of a letter of a label, in units of the map; enough to keep labels apart."""

_LINE = 17
"""Height of a label."""


@dataclass(frozen=True)
class Country:
    """The outline of one country."""

    path: str
    name: str
    shade: str
    """`none`, `listed` (no case yet), `one` or `more` cases."""


@dataclass(frozen=True)
class City:
    """One city with its cases."""

    name: str
    x: float
    y: float
    on_left: bool
    """Whether its label stands on the left, so that it covers no other."""

    cases: tuple[Case, ...]
    address: str
    """Of its only case, or else of its country, where all of them are listed."""


def europe_map(book: Book) -> Markup:
    """Return the map as inline SVG; places without coordinates are on the list beside it only."""
    cities = tuple(_cities(book))
    return fragment(
        "map.html", width=WIDTH, height=HEIGHT, countries=tuple(_countries(book)), cities=cities
    )


def _countries(book: Book) -> Iterator[Country]:
    listed = {term.code: term for term in book.terms("countries")}
    for code, path in outlines().items():
        term = listed.get(code)
        cases = len(book.cases_in_country(code))
        shade = "more" if cases > 1 else "one" if cases else "listed" if term else "none"
        yield Country(path, term.label.en if term else "", shade)


def _cities(book: Book) -> Iterator[City]:
    """Yield the cities from north to south, each label on the side where it covers no other."""
    cases: dict[tuple[str, str, float, float], list[Case]] = {}
    for case in book.cases:
        for place in case.places:
            if place.lat is not None and place.lon is not None:
                key = (place.city, place.country, *project(place.lat, place.lon))
                cases.setdefault(key, []).append(case)
    spots = sorted(cases, key=lambda key: (key[3], key[0]))
    for name, code, x, y in spots:
        here = tuple(cases[name, code, x, y])
        country = f"/countries/{book.country(code).id}/"
        address = here[0].address if len(here) == 1 else country
        covered = any(
            abs(y - other_y) < _LINE and x < other_x < x + 20 + _LETTER * len(name)
            for _, _, other_x, other_y in spots
        )
        yield City(name, x, y, covered, here, address)
