"""An action: what a host has planned or begun."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from annotated_types import Ge, MinLen

from casebank.fields import AskId, Line, Record, SupportId, Text, ThemeId


class Status(StrEnum):
    """How far an action had got at the date of the source."""

    PLANNED = "planned"
    IN_PROGRESS = "in-progress"
    DONE = "done"
    UNKNOWN = "unknown"


class Action(Record):
    """One action that the host has planned or begun."""

    id: AskId
    """Permanent, unique in the whole book, and the anchor on the page."""

    axis: Line
    """Axis of the plan that it belongs to."""

    priority: Annotated[int, Ge(1)]
    """Rank within its axis, 1 first."""

    text: Text
    """The action in our words."""

    themes: Annotated[tuple[ThemeId, ...], MinLen(1)]
    """Terms of the vocabulary themes that it belongs to."""

    support: tuple[SupportId, ...] = ()
    """Kinds of support that it names or plainly implies."""

    timeline: tuple[Text, ...] = ()
    """Steps with their dates, in the source's order."""

    status: Status = Status.UNKNOWN
    """How far it had got at the date of the source."""

    note: Text | None = None
    """Our remark, for example that the source is damaged here."""
