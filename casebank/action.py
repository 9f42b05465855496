"""An action: what a host has planned or begun."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from annotated_types import Ge

from casebank.fields import AskFields, Line, Text


class Status(StrEnum):
    """How far an action had got at the date of the source."""

    PLANNED = "planned"
    IN_PROGRESS = "in-progress"
    DONE = "done"
    UNKNOWN = "unknown"


class Action(AskFields):
    """One action that the host has planned or begun."""

    axis: Line
    """Axis of the plan that it belongs to."""

    priority: Annotated[int, Ge(1)]
    """Rank within its axis, 1 first."""

    timeline: tuple[Text, ...] = ()
    """Steps with their dates, in the source's order."""

    status: Status = Status.UNKNOWN
    """How far it had got at the date of the source."""

    note: Text | None = None
    """Our remark, for example that the source is damaged here."""
