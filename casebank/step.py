"""One step of a tool: what to do, and, if it is a block of a workshop, everything on its card."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from annotated_types import Ge
from pydantic import ConfigDict, Field, StringConstraints, model_validator

from casebank.condition import given, needs
from casebank.fields import ArtefactId, CanvasId, Line, Record, Slug, Text
from casebank.problem import FieldError

Minutes = Annotated[int, Ge(1)]
"""Whole minutes."""


class Per(StrEnum):
    """What a supply is counted by."""

    PERSON = "person"
    TEAM = "team"
    ROOM = "room"

    def counted(self, count: int) -> str:
        """Return a number in words: "2 for each team", "1 for the room"."""
        return f"{count} for {'the room' if self is Per.ROOM else f'each {self}'}"


class Supply(Record):
    """A thing to have at hand in a step, countable for any number of people and teams."""

    model_config = ConfigDict(json_schema_extra=needs("paper", "canvas"))

    item: Line = Field(examples=["Sticky notes, pads of three colours"])
    """The thing, in the plural: "Sticky notes, pads of three colours"."""

    count: Minutes = Field(1, examples=[2])
    """How many for each of `per`."""

    per: Per = Field(examples=["team"])
    """`person`, `team` or `room`."""

    canvas: CanvasId | None = Field(None, examples=["policy-canvas"])
    """Drawing in canvases/ that it is, if it is one; it is then counted with what is printed."""

    paper: Line | None = Field(None, examples=["A1 or A2"])
    """Size of paper on which that drawing is best printed: "A1 or A2"."""

    @model_validator(mode="after")
    def _paper_of_a_canvas(self) -> Supply:
        if self.paper and not self.canvas:
            raise FieldError("has a size of paper, but no canvas.", "Add canvas, or drop paper.")
        return self


class Task(Record):
    """One thing that the people do in a step."""

    minutes: Minutes = Field(examples=[10])
    """How long it takes."""

    do: Annotated[Text, StringConstraints(max_length=300)] = Field(
        examples=["Ask each team for its two strongest ideas, and hang them side by side."]
    )
    """What to do, to the facilitator."""


class WhatIf(Record):
    """Something that may go wrong in a step, and the way out."""

    trouble: Line = Field(examples=["two people talk all the time"])
    """What happens, to be read after "If"."""

    remedy: Annotated[Text, StringConstraints(max_length=300)] = Field(
        examples=["Let everybody write first, and read out what the quiet ones wrote."]
    )
    """What the facilitator does."""


class Step(Record):
    """One step, in order."""

    model_config = ConfigDict(
        json_schema_extra={
            "if": {
                "anyOf": [
                    given("at_least"),
                    {"required": ["tasks"], "properties": {"tasks": {"minItems": 1}}},
                ]
            },
            "then": given("minutes"),
        }
    )

    id: Slug | None = Field(None, examples=["inventory"])
    """Short key by which a run sheet names the step; none for a step outside the day."""

    title: Line = Field(examples=["Map what is there"])
    """The step in a few words, beginning with a verb."""

    minutes: Minutes | None = Field(None, examples=[45])
    """How long it takes, where that is known or advised."""

    at_least: Minutes | None = Field(None, examples=[30])
    """The shortest time in which it still gives its result."""

    led_by: Line | None = Field(None, examples=["Lead facilitator"])
    """The role that leads it, as named in `roles`."""

    goal: Annotated[Text, StringConstraints(max_length=300)] | None = Field(
        None, examples=["Everybody knows who in the city can do what."]
    )
    """Why the block is there, in one sentence."""

    how: Text = Field(
        examples=["Each team writes one organisation a note and places it on the map."]
    )
    """What to do."""

    tasks: tuple[Task, ...] = ()
    """The step minute by minute; together they take its `minutes`."""

    script: Annotated[Text, StringConstraints(max_length=700)] | None = Field(
        None, examples=["Write down whom you would call tomorrow. One name, one note."]
    )
    """Words that a facilitator can say as they stand."""

    prompts: tuple[Line, ...] = Field((), examples=[["Who would miss it if it were gone?"]])
    """Questions that move a team on."""

    what_if: tuple[WhatIf, ...] = ()
    """What may go wrong."""

    result: Text | None = Field(None, examples=["A map of organisations, with gaps marked."])
    """What is there afterwards that was not there before."""

    needs: tuple[ArtefactId, ...] = Field((), examples=[["shared-aim"]])
    """What must be there already."""

    produces: tuple[ArtefactId, ...] = Field((), examples=[["ecosystem-map"]])
    """What it leaves for later steps or for the time after the day."""

    supplies: tuple[Supply, ...] = ()
    """What must lie ready."""

    canvases: tuple[CanvasId, ...] = Field((), examples=[["stakeholder-map"]])
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
