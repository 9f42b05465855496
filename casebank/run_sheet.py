"""Run sheets: the formats of a workshop, made of sessions, made of blocks whose minutes add up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from annotated_types import Ge, Le, MinLen
from pydantic import ConfigDict, Field, model_validator

from casebank.condition import given, one_of
from casebank.fields import Line, Record, Slug, Text
from casebank.problem import FieldError
from casebank.rule import CLOCK
from casebank.step import Minutes, Step

Clock = Annotated[str, CLOCK]
"""A time of day, as 09:00."""

LONGEST = 480
"""Minutes of a block beyond which they are a slip of the hand."""

MIDNIGHT = 24 * 60
"""Minutes of a day."""


class Block(Record):
    """One block of a run sheet: a step of the tool, a pause, or a title that says enough."""

    model_config = ConfigDict(
        json_schema_extra={
            **one_of("step", "pause", "title"),
            "not": {"allOf": [given("step"), given("pause")]},
        }
    )

    step: Slug | None = Field(None, examples=["inventory"])
    """Key of the step that happens."""

    pause: Line | None = Field(None, examples=["Lunch"])
    """Name of the pause, such as "Lunch"; instead of a step."""

    minutes: Annotated[Minutes, Le(LONGEST)] = Field(examples=[45])
    """How long it takes."""

    title: Line | None = Field(None, examples=["Welcome back"])
    """What this format calls the step, where its own title does not fit; or what happens instead
    of a step."""

    result: Line | None = Field(None, examples=["Everybody knows the plan of the day."])
    """What it leaves in this format, where it differs from the step's own result."""

    @model_validator(mode="after")
    def _is_something(self) -> Block:
        if self.step and self.pause:
            raise FieldError("a block is a step or a pause, not both.", "Keep one of the two.")
        if not (self.step or self.pause or self.title):
            raise FieldError("a block needs a step, a pause or a title.", "Add one of them.")
        return self


class Session(Record):
    """What happens on one day, without gaps."""

    title: Line | None = Field(None, examples=["First half day"])
    """Name, where a format has several: "First half day"."""

    start: Clock = Field(examples=["09:00"])
    """Clock time of the first block."""

    minutes: Minutes = Field(examples=[240])
    """The whole, pauses included."""

    days_later: Annotated[int, Ge(0)] = Field(0, examples=[14])
    """How many days after the first session it is held, as we advise."""

    blocks: Annotated[tuple[Block, ...], MinLen(1)]
    """In order, without gaps."""

    @model_validator(mode="after")
    def _adds_up(self) -> Session:
        total = sum(block.minutes for block in self.blocks)
        if total != self.minutes:
            raise FieldError(
                f"the blocks add up to {total} minutes, but the session says {self.minutes}.",
                "Change the minutes of a block or of the whole.",
            )
        if minutes_of(self.start) + total > MIDNIGHT:
            raise FieldError(
                f"the session ends at {clock(self.start, total)}, after midnight.",
                "Begin earlier, shorten blocks, or make two sessions of it.",
            )
        return self

    @property
    def end(self) -> str:
        """Clock time at which the last block ends."""
        return clock(self.start, self.minutes)


class Venue(StrEnum):
    """Where people meet."""

    ROOM = "room"
    ONLINE = "online"


class Format(Record):
    """A way to hold the workshop: one session or several."""

    id: Slug = Field(examples=["one-day"])
    """Short key, such as one-day."""

    title: Line = Field(examples=["One day"])
    """Name, such as "One day"."""

    venue: Venue = Field(Venue.ROOM, examples=["room"])
    """`room` or `online`."""

    sessions: Annotated[tuple[Session, ...], MinLen(1)]
    """In order."""

    note: Text | None = Field(
        None, examples=["The hours are those of a workshop that a source describes [^report]."]
    )
    """Where the run sheet comes from."""

    @property
    def minutes(self) -> int:
        """All sessions together, pauses included."""
        return sum(session.minutes for session in self.sessions)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of all sessions."""
        return tuple(block for session in self.sessions for block in session.blocks)


@dataclass(frozen=True)
class Row:
    """One block of a session with its clock time and its step."""

    start: str
    """As `09:20`."""

    block: Block
    step: Step | None
    """None in a pause."""

    @property
    def title(self) -> str:
        """What happens."""
        own = self.block.title or self.block.pause
        return own or (self.step.title if self.step else "")

    @property
    def result(self) -> str:
        """What it leaves; empty for a pause."""
        return self.block.result or (self.step.result if self.step else "") or ""


def rows(session: Session, steps: Mapping[str, Step]) -> Iterator[Row]:
    """Yield the blocks of a session with the times at which they begin; `steps` by their keys."""
    passed = 0
    for block in session.blocks:
        yield Row(clock(session.start, passed), block, steps.get(block.step or ""))
        passed += block.minutes


def clock(start: str, minutes: int) -> str:
    """Return the clock time `minutes` after `start`, past midnight if need be."""
    total = minutes_of(start) + minutes
    return f"{total // 60 % 24:02d}:{total % 60:02d}"


def minutes_of(time: str) -> int:
    """Return how many minutes a clock time is after midnight."""
    hour, minute = time.split(":")
    return int(hour) * 60 + int(minute)
