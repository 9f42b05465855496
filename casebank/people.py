"""Who wrote, who took part and who is quoted: organisations and roles, hardly ever persons."""

from __future__ import annotations

from pydantic import Field

from casebank.fields import CountryCode, GroupId, Line, Record, Text, When, Words


class Author(Record):
    """A person or organisation that the source names as its author."""

    name: Line = Field(examples=["A. Author"])
    """Name as printed."""

    organisation: Line | None = Field(None, examples=["University of Your City"])
    """The organisation of a person."""

    year: When | None = Field(None, examples=["2025"])
    """The year printed beside the name."""

    source: Line | None = Field(None, examples=["PDF report"])
    """Where the name stands, when two editions of a case name different authors."""


class Organisation(Record):
    """An organisation that took part."""

    name: Line = Field(examples=["Chamber of Commerce of Your City"])
    """Name as the source writes it, spelled out where that is known."""

    country: CountryCode | None = Field(None, examples=["SE"])
    """Two capital letters of ISO 3166-1, only when it is not the case's own country."""

    roles: tuple[Line, ...] = Field((), examples=[["Head of research"]])
    """Positions of the people who came; never their names."""

    note: Text | None = Field(None, examples=["It could also stand among the intermediaries."])
    """A remark, for example on a second group it could stand in."""


class Stakeholders(Record):
    """The organisations of one stakeholder group."""

    group: GroupId = Field(examples=["academia"])
    """Term of the vocabulary stakeholder-groups."""

    label: Line | None = Field(None, examples=["Schools"])
    """The source's own word for the group, when it differs."""

    organisations: tuple[Organisation, ...] = ()
    """Everyone of this group who took part."""


class Quote(Record):
    """A short quotation with its speaker."""

    text: Words = Field(examples=["A tool for artists, not a substitute for human creation."])
    """The words as printed, without quotation marks."""

    speaker: Line = Field(examples=["A. Speaker"])
    """Who said it."""

    organisation: Line | None = Field(None, examples=["City of Your City"])
    """For whom the speaker spoke."""
