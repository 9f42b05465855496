"""The place of a case: where it is, its numbers, its challenges, its pictures."""

from __future__ import annotations

from typing import Annotated

from annotated_types import Ge, Le, MinLen
from markdown.extensions.toc import slugify
from pydantic import model_validator

from casebank.fields import CountryCode, Line, Record, Text
from casebank.problem import FieldError

MEDIA = "cases/media"
"""Folder of all pictures, with a folder for each case in it."""


class Place(Record):
    """A place that a case is about."""

    city: Line
    """City or metropolitan area, in the local spelling."""

    region: Line | None = None
    """Region as its country names it."""

    country: CountryCode
    """ISO 3166-1 alpha-2 code, such as FR."""

    lat: Annotated[float, Ge(-90), Le(90)] | None = None
    """Latitude of the city's centre in degrees, north positive."""

    lon: Annotated[float, Ge(-180), Le(180)] | None = None
    """Longitude of the city's centre in degrees, east positive."""

    @property
    def key(self) -> str:
        """The city's name as an id, with its country: `rotterdam-nl`."""
        return f"{slugify(self.city, '-') or 'city'}-{self.country.lower()}"

    @model_validator(mode="after")
    def _both_or_none(self) -> Place:
        if (self.lat is None) != (self.lon is None):
            raise FieldError("gives one of lat and lon only.", "Give both, or leave both out.")
        return self


class KeyFigure(Record):
    """A number that the source gives about the place."""

    value: Line
    """The number as text with its qualifier, such as "almost 180,000"."""

    label: Line
    """What is counted, in the source's sense."""

    note: Text | None = None
    """Our remark, for example that another page counts otherwise."""


class Challenge(Record):
    """One obstacle or aim that a host brought to its peer review."""

    group: Line
    """Heading under which the source puts it."""

    text: Text
    """The challenge in our words."""


class Image(Record):
    """A picture in cases/media/<id>/."""

    file: Annotated[Line, MinLen(5)]
    """File name only: PNG, JPEG or WebP."""

    alt: Line
    """What can be seen, for people who cannot see it."""

    credit: Line
    """Who made it."""

    licence: Line
    """Under which licence it is used."""

    def path_in(self, case: str) -> str:
        """Return the path of the picture in the repository, for the case with this id."""
        return f"{MEDIA}/{case}/{self.file}"
