"""Who wrote, who took part and who is quoted: organisations and roles, hardly ever persons."""

from __future__ import annotations

from casebank.fields import CountryCode, GroupId, Line, Record, Text, When, Words


class Author(Record):
    """A person or organisation that the source names as its author."""

    name: Line
    """Name as printed."""

    organisation: Line | None = None
    """The organisation of a person."""

    year: When | None = None
    """The year printed beside the name."""

    source: Line | None = None
    """Where the name stands, when two editions of a case name different authors."""


class Organisation(Record):
    """An organisation that took part."""

    name: Line
    """Name as the source writes it, spelled out where that is known."""

    country: CountryCode | None = None
    """Only when it is not the case's own country."""

    roles: tuple[Line, ...] = ()
    """Positions of the people who came; never their names."""

    note: Text | None = None
    """Our remark, for example on a second group it could stand in."""


class Stakeholders(Record):
    """The organisations of one stakeholder group."""

    group: GroupId
    """Term of the vocabulary stakeholder-groups."""

    label: Line | None = None
    """The source's own word for the group, when it differs."""

    organisations: tuple[Organisation, ...] = ()
    """Everyone of this group who took part."""


class Quote(Record):
    """A short quotation with its speaker."""

    text: Words
    """The words as printed, without quotation marks."""

    speaker: Line
    """Who said it."""

    organisation: Line | None = None
    """For whom the speaker spoke."""
