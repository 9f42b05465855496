"""An action: what a host has planned or begun."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from annotated_types import Ge
from pydantic import Field

from casebank.fields import AskFields, AskId, Line, Text


class Status(StrEnum):
    """How far an action had got at the date of the source."""

    PLANNED = "planned"
    IN_PROGRESS = "in-progress"
    DONE = "done"
    UNKNOWN = "unknown"


class Action(AskFields):
    """One action that the host has planned or begun."""

    id: AskId = Field(examples=["XX-X1.1"])
    """Permanent, unique in the whole book: it is cited, and is the anchor on the page."""

    axis: Line = Field(examples=["Places for artists"])
    """Axis of the plan that it belongs to."""

    priority: Annotated[int, Ge(1)] = Field(examples=[1])
    """Rank within its axis, 1 first."""

    text: Text = Field(examples=["Open the old market hall to theatre companies."])
    """The action in your own words."""

    timeline: tuple[Text, ...] = Field((), examples=[["2026: works begin.", "2027: it opens."]])
    """Steps with their dates, in the source's order."""

    status: Status = Field(Status.UNKNOWN, examples=["planned"])
    """How far it had got at the date of the source."""

    note: Text | None = Field(None, examples=["The source is damaged here."])
    """A remark, for example that the source is damaged here."""
