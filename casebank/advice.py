"""Advice: recommendations, the local examples that illustrate them, and overall conclusions."""

from __future__ import annotations

from typing import Annotated

from annotated_types import MinLen

from casebank.fields import AskId, Line, Record, SupportId, Text, ThemeId


class Recommendation(Record):
    """One recommendation of the workshop or of the experts."""

    id: AskId
    """Permanent, unique in the whole book, and the anchor on the page."""

    group: Line | None = None
    """Heading under which the source puts it."""

    title: Line
    """The recommendation in a few words."""

    text: Text
    """What should be done, in our words."""

    reason: Text | None = None
    """Why, where the source says so."""

    themes: Annotated[tuple[ThemeId, ...], MinLen(1)]
    """Terms of the vocabulary themes that it belongs to."""

    support: tuple[SupportId, ...] = ()
    """Kinds of support that it names or plainly implies."""


class Example(Record):
    """A local measure that shows what a group of recommendations could mean."""

    id: AskId
    """Permanent, unique in the whole book, and the anchor on the page."""

    group: Line
    """The group of recommendations that it illustrates."""

    text: Text
    """The measure in our words."""

    themes: Annotated[tuple[ThemeId, ...], MinLen(1)]
    """Terms of the vocabulary themes that it belongs to."""

    support: tuple[SupportId, ...] = ()
    """Kinds of support that it names or plainly implies."""


class Conclusion(Record):
    """One overall conclusion."""

    id: AskId
    """Permanent, unique in the whole book, and the anchor on the page."""

    text: Text
    """The conclusion in our words."""

    themes: Annotated[tuple[ThemeId, ...], MinLen(1)]
    """Terms of the vocabulary themes that it belongs to."""

    support: tuple[SupportId, ...] = ()
    """Kinds of support that it names or plainly implies."""
