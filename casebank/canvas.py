"""A canvas: one printable sheet, drawn once, from which every format of it is made."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated

from annotated_types import Ge, Le, MaxLen, MinLen
from pydantic import AfterValidator

from casebank.case import CaseFields
from casebank.drawing import Anchor, Area, Caption, Shape, Tint
from casebank.fields import Line, Record, Slug
from casebank.problem import FieldError, echo, suggestion
from casebank.rule import TERM
from casebank.schema import model_at


class Orientation(StrEnum):
    """How the sheet lies."""

    LANDSCAPE = "landscape"
    PORTRAIT = "portrait"


class Type(StrEnum):
    """Size of the letters of a title."""

    SMALL = "small"
    NORMAL = "normal"
    LARGE = "large"


def _field_of_a_case(name: str) -> str:
    *before, last = name.split(".")
    model = model_at(CaseFields, tuple(before))
    if model is None or last not in model.model_fields:
        known = list(model.model_fields) if model else list(CaseFields.model_fields)
        remedy = suggestion(last if model else before[0], known, otherwise="See CONTRIBUTING.md.")
        raise FieldError(f"{echo(name)} is not a field of a case.", remedy)
    return name


FieldName = Annotated[Line, AfterValidator(_field_of_a_case)]
"""A field of a case with its parents: `portfolios.asks.text`."""

TermName = Annotated[str, TERM]
"""A term with its vocabulary: `stakeholder-groups.cci`."""


class Box(Area):
    """A place to write in, with the question that it asks."""

    id: Slug
    """Unique on the sheet: name of its layer, of its shape and of its field in the form."""

    number: Annotated[int, Ge(1)] | None = None
    """Shown before the title, for sheets whose fields are filled in an order."""

    title: Line | None = None
    """What goes in. Left out where the label of a term says it well."""

    term: TermName | None = None
    """Term of a vocabulary whose label is the title, and whose definition the prompt, unless the
    box has words of its own."""

    prompt: Line | None = None
    """What helps to fill it."""

    tint: Tint = Tint.WHITE
    """Colour of the ground. A box with `none` has no frame either."""

    type: Type = Type.NORMAL
    """Size of the title: `small` for cells whose row and column say the rest, `large` on cards."""

    align: Anchor = Anchor.START
    """Where the words stand in the box: `start`, `middle` or `end`."""

    head: bool = False
    """Whether it is only read, as the head of a column is; a form has no field there."""

    becomes: FieldName | None = None
    """Field of a case into which a contributor copies what stands here."""


class Repeat(Record):
    """Makes of the boxes a card, drawn once a term; their places count from the card's corner."""

    over: Slug
    """Vocabulary whose terms are shown; a box without a title shows the term."""

    without: tuple[Slug, ...] = ()
    """Terms that get no card, such as one for what a source left open."""

    columns: Annotated[int, Ge(1), Le(6)]
    """Cards beside each other."""

    rows: Annotated[int, Ge(1), Le(8)]
    """Cards below each other."""

    blank: Annotated[int, Ge(0), Le(20)] = 0
    """Cards without a term, at the end."""

    blank_title: Line = "Something else"
    """What stands on them instead."""


EDGE, HEAD, FOOT = 8.0, 23.0, 7.0
"""Margin of the sheet in millimetres, which every printer can leave, and within it the room for
the title and for the line at the foot. What lies within the margin, four times as large, fills
sixteen A4 sheets exactly."""


class CanvasFields(Record):
    """A file in canvases/."""

    title: Line
    """Name of the sheet."""

    purpose: Line
    """One sentence below the title: what to do with it."""

    description: Line
    """What the drawing shows, for people who do not see it."""

    note: Line | None = None
    """Whose drawing it is; stands at the foot."""

    orientation: Orientation = Orientation.LANDSCAPE
    """`landscape` or `portrait`."""

    blanks: Annotated[tuple[Line, ...], MaxLen(3)] = ()
    """What is filled in beside the title, such as City, Team and Date; at most three."""

    boxes: Annotated[tuple[Box, ...], MinLen(1)]
    """In the order of reading."""

    shapes: tuple[Shape, ...] = ()
    """Drawn one over the other, below the boxes."""

    captions: tuple[Caption, ...] = ()
    """Texts beside the boxes."""

    repeat: Repeat | None = None
    """For cards to cut out."""

    def size(self) -> tuple[float, float]:
        """Width and height of the sheet as A4, in millimetres."""
        return (297, 210) if self.orientation is Orientation.LANDSCAPE else (210, 297)

    @property
    def blank_ids(self) -> tuple[str, ...]:
        """Names of the blanks as layers and as fields of a form."""
        return tuple("blank-" + re.sub(r"\W+", "-", label.lower()) for label in self.blanks)

    @property
    def room(self) -> Area:
        """What lies between head and foot."""
        width, height = self.size()
        return Area(x=EDGE, y=EDGE + HEAD, w=width - 2 * EDGE, h=height - 2 * EDGE - HEAD - FOOT)

    @property
    def card(self) -> Area:
        """The first place of a card, or all the room of a sheet without cards."""
        room, repeat = self.room, self.repeat
        if not repeat:
            return room
        return Area(x=room.x, y=room.y, w=room.w / repeat.columns, h=room.h / repeat.rows)


class Canvas(CanvasFields):
    """One canvas as read from its file."""

    id: Slug
    """Name of the file without its ending."""

    path: Line
    """The file, relative to the repository."""
