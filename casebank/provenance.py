"""Provenance: where facts come from, and how far our own editing has got."""

from __future__ import annotations

from typing import Literal

from pydantic import model_validator

from casebank.fields import FacetId, Line, Record, Slug, Text, Url, When
from casebank.problem import FieldError


class Source(Record):
    """A document or page that facts were taken from."""

    id: Slug
    """Short key by which texts cite this source, as in `[^report]`."""

    title: Line
    """Title as published."""

    url: Url | None = None
    """Public address; leave out when there is none."""

    file: Line | None = None
    """Name of the file that was read, when the document has no public address."""

    publisher: Line | None = None
    """Organisation that published it."""

    year: When | None = None
    """When it was published."""

    note: Text | None = None
    """What it was used for, or how far to trust it."""


class Review(Record):
    """How far the record can be trusted to hold what its sources hold."""

    status: Literal["draft", "reviewed", "to-review"]
    """`reviewed`: an editor has compared it with its sources, line by line."""

    reviewed_on: When | None = None
    """When that was done."""

    @model_validator(mode="after")
    def _reviewed_at_some_time(self) -> Review:
        if self.status == "reviewed" and not self.reviewed_on:
            raise FieldError("is reviewed, but reviewed_on is missing.", "Say when that was done.")
        return self


class Opsi(Record):
    """Where the case stands among OPSI's innovation facets, and who says so."""

    assessed_by: Literal["source", "editor", "not-assessed"] = "not-assessed"
    """`source`: the document says so. `editor`: our reading, and shown as such."""

    facets: tuple[FacetId, ...] = ()
    """Terms of the vocabulary opsi-facets; empty when not assessed."""

    note: Text | None = None
    """Why it was placed there."""

    @model_validator(mode="after")
    def _assessed_or_empty(self) -> Opsi:
        if bool(self.facets) != (self.assessed_by != "not-assessed"):
            raise FieldError(
                "facets and assessed_by contradict each other.",
                "Name facets and who assessed them, or leave 'opsi' out.",
            )
        return self
