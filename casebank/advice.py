"""Advice: recommendations, the local examples that illustrate them, and overall conclusions."""

from __future__ import annotations

from casebank.fields import AskFields, Line, Text


class Recommendation(AskFields):
    """One recommendation of the workshop or of the experts."""

    group: Line | None = None
    """Heading under which the source puts it."""

    title: Line
    """The recommendation in a few words."""

    reason: Text | None = None
    """Why, where the source says so."""


class Example(AskFields):
    """A local measure that shows what a group of recommendations could mean."""

    group: Line
    """The group of recommendations that it illustrates."""


class Conclusion(AskFields):
    """One overall conclusion."""
