"""One step of a tool: what to do, and, if it is a block of a workshop, everything on its card."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from annotated_types import Ge
from pydantic import StringConstraints, model_validator

from casebank.fields import ArtefactId, CanvasId, Line, Record, Slug, Text
from casebank.problem import FieldError

Minutes = Annotated[int, Ge(1)]
"""Whole minutes."""


class Per(StrEnum):
    """What a supply is counted by."""

    PERSON = "person"
    TEAM = "team"
    ROOM = "room"


class Supply(Record):
    """A thing to have at hand in a step, countable for any number of people and teams."""

    item: Line
    """The thing, in the plural: "Sticky notes, pads of three colours"."""

    count: Minutes = 1
    """How many for each of `per`."""

    per: Per
    """`person`, `team` or `room`."""

    canvas: CanvasId | None = None
    """Drawing in canvases/ that it is, if it is one; it is then counted with what is printed."""

    paper: Line | None = None
    """Size of paper on which that drawing is best printed: "A1 or A2"."""

    @model_validator(mode="after")
    def _paper_of_a_canvas(self) -> Supply:
        if self.paper and not self.canvas:
            raise FieldError("has a size of paper, but no canvas.", "Add canvas, or drop paper.")
        return self


class Task(Record):
    """One thing that the people do in a step."""

    minutes: Minutes
    """How long it takes."""

    do: Annotated[Text, StringConstraints(max_length=300)]
    """What to do, to the facilitator."""


class WhatIf(Record):
    """Something that may go wrong in a step, and the way out."""

    trouble: Line
    """What happens, to be read after "If"."""

    remedy: Annotated[Text, StringConstraints(max_length=300)]
    """What the facilitator does."""


class Step(Record):
    """One step, in order."""

    id: Slug | None = None
    """Short key by which a run sheet names the step; none for a step outside the day."""

    title: Line
    """The step in a few words, beginning with a verb."""

    minutes: Minutes | None = None
    """How long it takes, where that is known or advised."""

    at_least: Minutes | None = None
    """The shortest time in which it still gives its result."""

    led_by: Line | None = None
    """The role that leads it, as named in `roles`."""

    goal: Annotated[Text, StringConstraints(max_length=300)] | None = None
    """Why the block is there, in one sentence."""

    how: Text
    """What to do."""

    tasks: tuple[Task, ...] = ()
    """The step minute by minute; together they take its `minutes`."""

    script: Annotated[Text, StringConstraints(max_length=700)] | None = None
    """Words that a facilitator can say as they stand."""

    prompts: tuple[Line, ...] = ()
    """Questions that move a team on."""

    what_if: tuple[WhatIf, ...] = ()
    """What may go wrong."""

    result: Text | None = None
    """What is there afterwards that was not there before."""

    needs: tuple[ArtefactId, ...] = ()
    """What must be there already."""

    produces: tuple[ArtefactId, ...] = ()
    """What it leaves for later steps or for the time after the day."""

    supplies: tuple[Supply, ...] = ()
    """What must lie ready."""

    canvases: tuple[CanvasId, ...] = ()
    """Drawings in canvases/ to print for it."""

    @model_validator(mode="after")
    def _in_time(self) -> Step:
        if self.minutes is None:
            if self.tasks or self.at_least:
                message = "has tasks or a shortest time, but no minutes."
                raise FieldError(message, "Add minutes.")
            return self
        total = sum(task.minutes for task in self.tasks)
        if self.tasks and total != self.minutes:
            raise FieldError(
                f"the tasks add up to {total} minutes, but the step says {self.minutes}.",
                "Change the minutes of a task or of the step.",
            )
        if self.at_least and self.at_least > self.minutes:
            raise FieldError(
                f"its shortest time, {self.at_least} minutes, is longer than its own.",
                "Lower at_least, or raise minutes.",
            )
        return self
