"""The place of a case: where it is, its numbers, its challenges, its pictures."""

from __future__ import annotations

from typing import Annotated

from annotated_types import Ge, Le
from markdown.extensions.toc import slugify
from pydantic import ConfigDict, Field, StringConstraints, model_validator

from casebank.condition import both_or_none
from casebank.fields import CountryCode, Line, Record, Text
from casebank.problem import FieldError
from casebank.rule import FILE_NAME

MEDIA = "cases/media"
"""Folder of all pictures, with a folder for each case in it."""


FileName = Annotated[str, StringConstraints(min_length=5, max_length=200), FILE_NAME]
"""Name of a picture, without a folder."""


class Place(Record):
    """A place that a case is about."""

    model_config = ConfigDict(json_schema_extra=both_or_none("lat", "lon"))

    city: Line = Field(examples=["Saint-Étienne"])
    """City or metropolitan area, in the local spelling."""

    region: Line | None = Field(None, examples=["Auvergne-Rhône-Alpes"])
    """Region as its country names it."""

    country: CountryCode = Field(examples=["FR"])
    """Two capital letters of ISO 3166-1, such as FR; every country may be used."""

    lat: Annotated[float, Ge(-90), Le(90)] | None = Field(None, examples=[45.44])
    """Latitude of the city's centre in degrees, north positive."""

    lon: Annotated[float, Ge(-180), Le(180)] | None = Field(None, examples=[4.39])
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

    value: Line = Field(examples=["almost 180,000"])
    """The number as text with its qualifier, such as "almost 180,000"."""

    label: Line = Field(examples=["inhabitants of the city"])
    """What is counted, in the source's sense."""

    note: Text | None = Field(None, examples=["Another page of the report says 175,000."])
    """A remark, for example that another page counts otherwise."""


class Challenge(Record):
    """One obstacle or aim that a host brought to its peer review."""

    group: Line = Field(examples=["Funding"])
    """Heading under which the source puts it."""

    text: Text = Field(examples=["Small studios find no money for their first prototype."])
    """The challenge in your own words."""


class Image(Record):
    """A picture in cases/media/<id>/."""

    file: FileName = Field(examples=["workshop.jpg"])
    """Name of a picture in cases/media/, in the folder of this case: PNG, JPEG or WebP."""

    alt: Line = Field(examples=["Six people stand around a large sheet with sticky notes."])
    """What can be seen, for people who cannot see it."""

    credit: Line = Field(examples=["Design school of Your City"])
    """Who made it."""

    licence: Line = Field(examples=["CC BY 4.0"])
    """Under which licence it is used."""

    def path_in(self, case: str) -> str:
        """Return the path of the picture in the repository, for the case with this id."""
        return f"{MEDIA}/{case}/{self.file}"
