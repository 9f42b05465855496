"""Advice: recommendations, the local examples that illustrate them, and overall conclusions."""

from __future__ import annotations

from pydantic import Field

from casebank.fields import AskFields, AskId, Line, Text


class Recommendation(AskFields):
    """One recommendation of the workshop or of the experts."""

    id: AskId = Field(examples=["XX-1"])
    """Permanent, unique in the whole book: it is cited, and is the anchor on the page."""

    group: Line | None = Field(None, examples=["Training"])
    """Heading under which the source puts it."""

    title: Line = Field(examples=["Develop certified training"])
    """The recommendation in a few words."""

    text: Text = Field(examples=["Offer a course that ends with a certificate, open to everyone."])
    """What should be done, in your own words."""

    reason: Text | None = Field(None, examples=["Courses exist, but no employer knows them."])
    """Why, where the source says so."""


class Example(AskFields):
    """A local measure that shows what a group of recommendations could mean."""

    id: AskId = Field(examples=["XX-E1"])
    """Permanent, unique in the whole book: it is cited, and is the anchor on the page."""

    group: Line = Field(examples=["Training"])
    """The group of recommendations that it illustrates."""

    text: Text = Field(examples=["The city lends its cinema to a summer school for students."])
    """The measure in your own words."""


class Conclusion(AskFields):
    """One overall conclusion."""

    id: AskId = Field(examples=["XX-O1"])
    """Permanent, unique in the whole book: it is cited, and is the anchor on the page."""

    text: Text = Field(examples=["Support has to follow the work: space first, money second."])
    """The conclusion in your own words."""
