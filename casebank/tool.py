"""A tool: a method, canvas, guide or template that a workshop uses."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from annotated_types import Ge, MinLen
from pydantic import Field, model_validator

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

    at_least: Annotated[int, Ge(1)] = Field(examples=[20, 240])
    """The smallest value that the sources show or that we advise."""

    at_most: Annotated[int, Ge(1)] = Field(examples=[30, 480])
    """The largest; equal to `at_least` when there is one value only."""

    note: Text | None = Field(
        None, examples=["One source names four hours, another eight [^report]."]
    )
    """Where the numbers come from."""

    @model_validator(mode="after")
    def _in_order(self) -> Span:
        if self.at_most < self.at_least:
            raise FieldError("at_most is smaller than at_least.", "Exchange the two numbers.")
        return self


class Role(Record):
    """Somebody who is needed to use the tool."""

    name: Line = Field(examples=["Table facilitator"])
    """Name of the role, such as "table facilitator"."""

    count: Line | None = Field(None, examples=["one per team"])
    """How many, such as "one a team"."""

    duty: Text = Field(
        examples=["Sits with the team, asks rather than answers, and sees that everybody is heard."]
    )
    """What they do."""


class Material(Record):
    """A thing that must be in the room."""

    item: Line = Field(examples=["Stakeholder map"])
    """The thing."""

    quantity: Line | None = Field(None, examples=["one, A0"])
    """How many, such as "one a team"."""

    note: Text | None = Field(None, examples=["Several sheets of paper taped to a wall will do."])
    """What it is for, or what can stand in for it."""


class ToolFields(Record):
    """The front matter of a file in tools-and-methods/."""

    title: Line = Field(examples=["Prototyping Workshop Methodology"])
    """Full name."""

    acronym: Line | None = Field(None, examples=["LIEPT"])
    """Short form, such as LIEPT."""

    aliases: tuple[Line, ...] = Field((), examples=[["Policy prototyping"]])
    """Other names under which it is known or was published."""

    kind: ToolKind = Field(examples=["method"])
    """`method`, `canvas`, `guide` or `template`."""

    summary: Summary = Field(
        examples=[
            "A workshop of a day in which people from one city try out a draft recommendation."
        ]
    )
    """What it is and gives, in at most 300 characters."""

    purpose: Text = Field(
        examples=["To find out what a recommendation could set in motion in one real place."]
    )
    """What it is for."""

    audiences: tuple[AudienceId, ...] = Field((), examples=[["facilitators"]])
    """Who uses it, or benefits from it."""

    use_when: Annotated[tuple[Text, ...], MinLen(1)] = Field(
        examples=[
            ["A recommendation exists as a draft, and its authors want to hear what it would mean."]
        ]
    )
    """Situations in which it helps."""

    avoid_when: Annotated[tuple[Text, ...], MinLen(1)] = Field(
        examples=[["The decision has already been taken."]]
    )
    """Situations in which something else is better."""

    duration: Span | None = None
    """Minutes, from and to; none for something that goes on for months or is only read."""

    duration_text: Text | None = Field(
        None, examples=["Half a day to a day, in one piece or in two."]
    )
    """The duration in words, with its evidence."""

    group_size: Span | None = None
    """People, from and to."""

    roles: tuple[Role, ...] = ()
    """Who is needed."""

    materials: tuple[Material, ...] = ()
    """What must be in the room."""

    inputs: tuple[Text, ...] = Field((), examples=[["A draft recommendation, told on one page."]])
    """What must be ready before."""

    outputs: Annotated[tuple[Text, ...], MinLen(1)] = Field(
        examples=[["Portfolios, each with what it asks for."]]
    )
    """What it leaves behind."""

    steps: tuple[Step, ...] = ()
    """What to do, in order."""

    needs: tuple[ArtefactId, ...] = Field((), examples=[["draft-recommendation"]])
    """What must be there before it begins: terms of the vocabulary artefacts."""

    produces: tuple[ArtefactId, ...] = Field((), examples=[["ranked-asks"]])
    """What it leaves for other tools: terms of the vocabulary artefacts."""

    precedes: tuple[ToolId, ...] = Field((), examples=[["liept-model"]])
    """Tools that come after this one."""

    follows: tuple[ToolId, ...] = Field((), examples=[["opsi-model"]])
    """Tools that come before this one."""

    part_of: tuple[ToolId, ...] = Field((), examples=[["facilitators-guide"]])
    """Tools that this one is a part of."""

    formats: tuple[Format, ...] = ()
    """Run sheets."""

    canvases: tuple[CanvasId, ...] = Field((), examples=[["policy-canvas"]])
    """Its drawings: files in canvases/."""

    origin: Text = Field(
        examples=["Made by the project in 2024, on the ground of portfolio sensemaking [^report]."]
    )
    """Who made it, when, and on what it builds."""

    reconstruction: Text | None = Field(None, examples=["The minutes of the steps are ours."])
    """What on this page is our own reconstruction and not the makers' word."""

    link: Url | None = Field(None, examples=["https://tool.example/"])
    """Where its makers present it."""

    sources: Annotated[tuple[Source, ...], MinLen(1)]
    """Where the facts come from; texts cite them as `[^id]`."""

    rights: Text = Field(examples=["No licence was seen in the sources."])
    """What is known of its licence."""

    review: Review
    """State of our own editing."""


BODY_SECTIONS = ("How it works", "Worked example", "Limits")
"""Second-level headings of the body, in order; the first is required."""


class Tool(ToolFields):
    """One tool as read from its file."""

    id: Slug = Field(examples=["your-method"])
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
