"""A tool: a method, canvas, guide or template that a workshop uses."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from annotated_types import Ge, MinLen
from pydantic import StringConstraints, model_validator

from casebank.fields import AudienceId, Line, Record, Slug, Summary, Text, ToolId, Url
from casebank.problem import FieldError
from casebank.provenance import Review, Source


class ToolKind(StrEnum):
    """What a tool is."""

    METHOD = "method"
    CANVAS = "canvas"
    GUIDE = "guide"
    TEMPLATE = "template"


class Span(Record):
    """A number from ... to ..., with the evidence for it."""

    at_least: Annotated[int, Ge(1)]
    """The smallest value that the sources show or that we advise."""

    at_most: Annotated[int, Ge(1)]
    """The largest; equal to `at_least` when there is one value only."""

    note: Text | None = None
    """Where the numbers come from."""

    @model_validator(mode="after")
    def _in_order(self) -> Span:
        if self.at_most < self.at_least:
            raise FieldError("at_most is smaller than at_least.", "Exchange the two numbers.")
        return self


class Role(Record):
    """Somebody who is needed to use the tool."""

    name: Line
    """Name of the role, such as "table facilitator"."""

    count: Line | None = None
    """How many, such as "one a team"."""

    duty: Text
    """What they do."""


class Material(Record):
    """A thing that must be in the room."""

    item: Line
    """The thing."""

    quantity: Line | None = None
    """How many, such as "one a team"."""

    note: Text | None = None
    """What it is for, or what can stand in for it."""


class Step(Record):
    """One step, in order."""

    title: Line
    """The step in a few words, beginning with a verb."""

    minutes: Annotated[int, Ge(1)] | None = None
    """How long it takes, where that is known or advised."""

    how: Text
    """What to do."""

    result: Text | None = None
    """What is there afterwards that was not there before."""


class Block(Record):
    """One block of a run sheet."""

    title: Line
    """What happens."""

    minutes: Annotated[int, Ge(1)]
    """How long it takes."""

    result: Line | None = None
    """What it leaves on the wall; a break leaves nothing."""


class Format(Record):
    """A run sheet: blocks whose minutes add up to the whole."""

    id: Slug
    """Short key, such as one-day."""

    title: Line
    """Name, such as "One day"."""

    start: Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
    """Clock time of the first block, as 09:00."""

    minutes: Annotated[int, Ge(1)]
    """The whole, breaks included."""

    blocks: Annotated[tuple[Block, ...], MinLen(1)]
    """In order, without gaps."""

    note: Text | None = None
    """Where the run sheet comes from."""

    @model_validator(mode="after")
    def _adds_up(self) -> Format:
        total = sum(block.minutes for block in self.blocks)
        if total != self.minutes:
            raise FieldError(
                f"the blocks add up to {total} minutes, but the format says {self.minutes}.",
                "Change the minutes of a block or of the whole.",
            )
        return self


class ToolFields(Record):
    """The front matter of a file in tools-and-methods/."""

    title: Line
    """Full name."""

    acronym: Line | None = None
    """Short form, such as LIEPT."""

    aliases: tuple[Line, ...] = ()
    """Other names under which it is known or was published."""

    kind: ToolKind
    """`method`, `canvas`, `guide` or `template`."""

    summary: Summary
    """What it is and gives, in at most 300 characters."""

    purpose: Text
    """What it is for."""

    audiences: tuple[AudienceId, ...] = ()
    """Who uses it, or benefits from it."""

    use_when: Annotated[tuple[Text, ...], MinLen(1)]
    """Situations in which it helps."""

    avoid_when: Annotated[tuple[Text, ...], MinLen(1)]
    """Situations in which something else is better."""

    duration: Span | None = None
    """Minutes, from and to; none for something that goes on for months or is only read."""

    duration_text: Text | None = None
    """The duration in words, with its evidence."""

    group_size: Span | None = None
    """People, from and to."""

    roles: tuple[Role, ...] = ()
    """Who is needed."""

    materials: tuple[Material, ...] = ()
    """What must be in the room."""

    inputs: tuple[Text, ...] = ()
    """What must be ready before."""

    outputs: Annotated[tuple[Text, ...], MinLen(1)]
    """What it leaves behind."""

    steps: tuple[Step, ...] = ()
    """What to do, in order."""

    precedes: tuple[ToolId, ...] = ()
    """Tools that come after this one."""

    follows: tuple[ToolId, ...] = ()
    """Tools that come before this one."""

    part_of: tuple[ToolId, ...] = ()
    """Tools that this one is a part of."""

    formats: tuple[Format, ...] = ()
    """Run sheets."""

    canvas: Slug | None = None
    """The drawing's model, once there is one."""

    origin: Text
    """Who made it, when, and on what it builds."""

    reconstruction: Text | None = None
    """What on this page is our own reconstruction and not the makers' word."""

    link: Url | None = None
    """Where its makers present it."""

    sources: Annotated[tuple[Source, ...], MinLen(1)]
    """Where the facts come from; texts cite them as `[^id]`."""

    rights: Text
    """What is known of its licence."""

    review: Review
    """State of our own editing."""


BODY_SECTIONS = ("How it works", "Worked example", "Limits")
"""Second-level headings of the body, in order; the first is required."""


class Tool(ToolFields):
    """One tool as read from its file."""

    id: Slug
    """Name of the file without its ending, and part of the address."""

    path: Line
    """The file, relative to the repository."""

    sections: dict[str, str]
    """Body text (Markdown) by section heading, in the file's order."""

    @property
    def address(self) -> str:
        """Where the page is published, from the root of the site."""
        return f"/tools-and-methods/{self.id}/"
