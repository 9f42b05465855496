"""Provenance: where facts come from, and how far our own editing has got."""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, Field, model_validator

from casebank.condition import given, one_of
from casebank.fields import FacetId, Line, Record, Slug, Text, Url, When
from casebank.problem import FieldError


class Source(Record):
    """A document or page that facts were taken from."""

    model_config = ConfigDict(json_schema_extra=one_of("url", "file"))

    id: Slug = Field(examples=["report"])
    """Short key by which texts cite this source, as in `[^report]`."""

    title: Line = Field(examples=["City Case Description: Your City"])
    """Title as published."""

    url: Url | None = Field(None, examples=["https://your-city.example/report"])
    """Public address; each source has this or a file."""

    file: Line | None = Field(None, examples=["your-city-report.pdf"])
    """Name of the file that was read, when the document has no public address."""

    publisher: Line | None = Field(None, examples=["City of Your City"])
    """Organisation that published it."""

    year: When | None = Field(None, examples=["2025"])
    """When it was published."""

    note: Text | None = Field(None, examples=["Used for the names of those who took part."])
    """What it was used for, or how far to trust it."""

    @model_validator(mode="after")
    def _can_be_found(self) -> Source:
        if not (self.url or self.file):
            message = "has neither 'url' nor 'file'."
            raise FieldError(message, "Say where the source can be found.")
        return self


class Review(Record):
    """How far the record can be trusted to hold what its sources hold."""

    model_config = ConfigDict(
        json_schema_extra={
            "if": {"required": ["status"], "properties": {"status": {"const": "reviewed"}}},
            "then": given("reviewed_on"),
        }
    )

    status: Literal["draft", "reviewed", "to-review"] = Field(examples=["draft"])
    """Write `draft`. Editors write `to-review`, or `reviewed` once they have compared it with its
    sources, line by line."""

    reviewed_on: When | None = Field(None, examples=["2025-03-19"])
    """When that was done."""

    @model_validator(mode="after")
    def _reviewed_at_some_time(self) -> Review:
        if self.status == "reviewed" and not self.reviewed_on:
            raise FieldError("is reviewed, but reviewed_on is missing.", "Say when that was done.")
        return self


class Opsi(Record):
    """Where the case stands among OPSI's innovation facets, and who says so."""

    model_config = ConfigDict(
        json_schema_extra={
            "if": {
                "required": ["assessed_by"],
                "properties": {"assessed_by": {"not": {"const": "not-assessed"}}},
            },
            "then": {"required": ["facets"], "properties": {"facets": {"minItems": 1}}},
            "else": {"properties": {"facets": {"maxItems": 0}}},
        }
    )

    assessed_by: Literal["source", "editor", "not-assessed"] = Field(
        "not-assessed", examples=["source"]
    )
    """`source`: the document says so. `editor`: our reading, and shown as such."""

    facets: tuple[FacetId, ...] = Field((), examples=[["mission"]])
    """Terms of the vocabulary opsi-facets; empty when not assessed."""

    note: Text | None = Field(None, examples=["The report names this facet on its last page."])
    """Why it was placed there."""

    @model_validator(mode="after")
    def _assessed_or_empty(self) -> Opsi:
        if bool(self.facets) != (self.assessed_by != "not-assessed"):
            raise FieldError(
                "facets and assessed_by contradict each other.",
                "Name facets and who assessed them, or leave 'opsi' out.",
            )
        return self
