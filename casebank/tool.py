"""A tool: a method, canvas, guide or template that a workshop uses."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from annotated_types import Ge, MinLen
from pydantic import model_validator

from casebank.fields import (
    ArtefactId,
    AudienceId,
    CanvasId,
    Line,
    Record,
    Slug,
    Summary,
    Text,
    ToolId,
    Url,
)
from casebank.problem import FieldError
from casebank.provenance import Review, Source
from casebank.run_sheet import Format
from casebank.step import Step


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

    needs: tuple[ArtefactId, ...] = ()
    """What must be there before it begins: terms of the vocabulary artefacts."""

    produces: tuple[ArtefactId, ...] = ()
    """What it leaves for other tools: terms of the vocabulary artefacts."""

    precedes: tuple[ToolId, ...] = ()
    """Tools that come after this one."""

    follows: tuple[ToolId, ...] = ()
    """Tools that come before this one."""

    part_of: tuple[ToolId, ...] = ()
    """Tools that this one is a part of."""

    formats: tuple[Format, ...] = ()
    """Run sheets."""

    canvases: tuple[CanvasId, ...] = ()
    """Its drawings: files in canvases/."""

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
    def steps_by_id(self) -> dict[str, Step]:
        """The steps that run sheets can name."""
        return {step.id: step for step in self.steps if step.id}

    @property
    def address(self) -> str:
        """Where the page is published, from the root of the site."""
        return f"/tools-and-methods/{self.id}/"
