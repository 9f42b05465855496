"""The map of Europe: countries shaded by their cases, cities as links, and the same as a list."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from casebank.geography import HEIGHT, WIDTH, outlines, project
from casebank.phrases import plural
from casebank.views.templates import MOST_LISTED, fragment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from casebank.book import Book
    from casebank.case import Case
    from casebank.term import Term

DRAWN = 60
"""At most so many cities are drawn, those with most cases."""

LISTED = 12
"""At most so many cities of each country are listed; the country's page has all of them."""

_LETTER = 8.4
"""Width of a letter of a label, in units of the map; enough to keep labels apart."""

_LINE = 19
"""Height of a label."""

_BESIDE = 12
"""From the middle of a dot to its label."""

_BOX = tuple[float, float, float, float]


@dataclass(frozen=True)
class Country:
    """The outline of one country."""

    path: str
    term: Term | None
    """None for a country that the book does not speak of."""

    cases: int

    @property
    def shade(self) -> str:
        """`none`, `listed` (no case yet), `one` or `more` cases."""
        if self.term is None:
            return "none"
        return "more" if self.cases > 1 else "one" if self.cases else "listed"


@dataclass(frozen=True)
class City:
    """One city with its cases."""

    key: str
    """As it stands in addresses."""

    name: str
    cases: tuple[Case, ...]
    country: Term
    listed: bool
    """Whether the page of its country lists all of its cases."""

    x: float | None = None
    y: float | None = None
    """Where it lies on the map; None when its coordinates are not known, or are not in Europe."""

    label: str = ""
    """`left` or `right` of the dot, whichever covers nothing; empty where no room is left."""

    @property
    def address(self) -> str:
        """Of its only case, or else of its place among the cases of its country."""
        if len(self.cases) == 1:
            return self.cases[0].address
        return f"/countries/{self.country.id}/" + (f"#city-{self.key}" if self.listed else "")

    @property
    def spoken(self) -> str:
        """Its name, and the title of its only case or the number of its cases."""
        if len(self.cases) > 1:
            return f"{self.name}: {plural(len(self.cases), 'case')}"
        title = self.cases[0].title
        return title if self.name in title else f"{self.name}: {title}"

    @property
    def anchor(self) -> float:
        """Where its label begins or ends."""
        return (self.x or 0) + (_BESIDE if self.label == "right" else -_BESIDE)

    def box(self, side: str) -> _BOX:
        """Return left, top, right and bottom of its label on this side."""
        x, y, width = self.x or 0, self.y or 0, _LETTER * len(self.name)
        left = x + _BESIDE if side == "right" else x - _BESIDE - width
        return left, y - _LINE / 2, left + width, y + _LINE / 2


def europe_map(book: Book) -> Markup:
    """Return the map as inline SVG, and the list of the same cities beside it."""
    cities = tuple(_cities(book))
    return fragment(
        "map.html",
        width=WIDTH,
        height=HEIGHT,
        countries=tuple(_countries(book)),
        cities=_labelled(_drawn(cities)),
        listed=_by_country(cities),
        most=LISTED,
    )


def _countries(book: Book) -> Iterator[Country]:
    listed = {term.code: term for term in book.terms("countries")}
    for code, path in outlines().items():
        yield Country(path, listed.get(code), len(book.cases_in_country(code)))


def _cities(book: Book) -> Iterator[City]:
    """Yield the cities of all cases by country and name."""
    places = {place.key: place for case in book.cases for place in case.places}
    cases: dict[str, list[Case]] = {}
    for case in book.cases:
        for key in dict.fromkeys(place.key for place in case.places):
            cases.setdefault(key, []).append(case)
    for key, place in sorted(
        places.items(), key=lambda pair: (book.country(pair[1].country).id, pair[1].city)
    ):
        listed = len(book.cases_in_country(place.country)) <= MOST_LISTED
        country = book.country(place.country)
        spot = _on_map(place.lat, place.lon)
        yield City(key, place.city, tuple(cases[key]), country, listed, *spot)


def _on_map(lat: float | None, lon: float | None) -> tuple[float, float] | tuple[None, None]:
    if lat is None or lon is None:
        return None, None
    x, y = project(lat, lon)
    return (x, y) if 0 <= x <= WIDTH and 0 <= y <= HEIGHT else (None, None)


def _drawn(cities: tuple[City, ...]) -> tuple[City, ...]:
    """Return the cities with most cases, from north to south: the order of the Tab key."""
    known = [city for city in cities if city.x is not None]
    most = sorted(known, key=lambda city: (-len(city.cases), city.key))[:DRAWN]
    return tuple(sorted(most, key=lambda city: (city.y or 0, city.key)))


def _labelled(cities: tuple[City, ...]) -> tuple[City, ...]:
    """Give each city a label where there is room: first to those with most cases."""
    taken: list[_BOX] = [
        ((city.x or 0) - 6, (city.y or 0) - 6, (city.x or 0) + 6, (city.y or 0) + 6)
        for city in cities
    ]
    sides: dict[str, str] = {}
    for city in sorted(cities, key=lambda city: (-len(city.cases), city.key)):
        for side in ("right", "left"):
            box = city.box(side)
            if box[0] >= 0 and box[2] <= WIDTH and not any(_overlap(box, other) for other in taken):
                sides[city.key] = side
                taken.append(box)
                break
    return tuple(replace(city, label=sides.get(city.key, "")) for city in cities)


def _overlap(one: _BOX, other: _BOX) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _by_country(cities: tuple[City, ...]) -> list[tuple[Term, list[City]]]:
    groups: dict[str, tuple[Term, list[City]]] = {}
    for city in cities:
        groups.setdefault(city.country.id, (city.country, []))[1].append(city)
    for _, within in groups.values():
        within.sort(key=lambda city: -len(city.cases))
    return list(groups.values())
