"""The kinds of values that records are made of: text, ids, dates, references to vocabularies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

from annotated_types import Ge, Le, MinLen
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)

from casebank.problem import FieldError, echo
from casebank.rule import ASK_ID, COUNTRY, DATE, ONE_LINE, PLAIN, SLUG, UNCITED, WEB_ADDRESS

if TYPE_CHECKING:
    from pydantic import GetJsonSchemaHandler
    from pydantic_core import CoreSchema


class Record(BaseModel):
    """Base of everything that is read from files: frozen, strict, and closed to unknown fields.

    The docstring under each attribute is its documentation, and what a message calls missing.
    """

    model_config = ConfigDict(
        frozen=True,
        strict=True,
        extra="forbid",
        use_attribute_docstrings=True,
        str_strip_whitespace=True,
    )


@dataclass(frozen=True)
class Refers:
    """Marks an id as the id of a term or record: `Refers("themes")`, `Refers("tools")`."""

    to: str
    """Name of a vocabulary file without its ending, `tools` or `canvases`."""

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {**handler(schema), "x-vocabulary": self.to}


LONGEST_ID = 80
"""Characters of the longest id, and of the longest name of a file that gives one."""

Slug = Annotated[str, StringConstraints(max_length=LONGEST_ID), SLUG]
"""An id of a record or term: part of addresses."""
AskId = Annotated[str, StringConstraints(max_length=40), ASK_ID]
"""A capital, then letters, digits, hyphens and dots (`SE-P1a`, `AM-X1.1`).

It is quoted in texts and is an anchor; the capital keeps it apart from the page's own anchors.
"""
Line = Annotated[
    str,
    StringConstraints(min_length=1, max_length=200),
    PLAIN,
    UNCITED,
    ONE_LINE,
]
"""A short plain text on one line, without citations."""
Text = Annotated[str, StringConstraints(min_length=1, max_length=2000), PLAIN]
"""A plain text of some sentences: it is escaped, never rendered. `[^key]` in it cites a source."""
Summary = Annotated[str, StringConstraints(min_length=1, max_length=300), PLAIN, UNCITED]
"""What stands on cards and in search results, without citations."""
Words = Annotated[Text, UNCITED]
"""Somebody's own words, which nothing is added to."""
Url = Annotated[str, StringConstraints(max_length=500), WEB_ADDRESS]


def is_id(name: str) -> bool:
    """Tell whether the name of a file, without its ending, can be an id."""
    return SLUG.fits(name) and len(name) <= LONGEST_ID


def _year_as_text(value: Any) -> Any:
    """A bare year is a number in YAML; authors need not quote it."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def in_the_calendar(value: str) -> str:
    """Return the date, or raise what is wrong with a day or with the order of a range."""
    first, _, last = value.partition("/")
    for moment in filter(None, (first, last)):
        if len(moment) == len("2025-03-19"):
            try:
                date.fromisoformat(moment)
            except ValueError:
                message = f"{echo(moment)} is not in the calendar."
                raise FieldError(message, "Look the day up, or give the month alone.") from None
    common = min(len(first), len(last))
    if last[:common] < first[:common]:
        raise FieldError("ends before it begins.", "Write the earlier date first.")
    return value


_Date = Annotated[str, DATE]
When = Annotated[
    _Date,
    AfterValidator(in_the_calendar),
    BeforeValidator(
        _year_as_text, json_schema_input_type=_Date | Annotated[int, Ge(1000), Le(9999)]
    ),
]
"""A year, month, day or range as exactly as known: `2025`, `2024-11`, `2024-11-20/2024-11-21`.

Source: the level 0 date and time interval of the Extended Date/Time Format, ISO 8601-2:2019.
"""

CountryCode = Annotated[str, COUNTRY, Refers("countries")]
AreaId = Annotated[Slug, Refers("areas")]
ThemeId = Annotated[Slug, Refers("themes")]
SupportId = Annotated[Slug, Refers("support-kinds")]
GroupId = Annotated[Slug, Refers("stakeholder-groups")]
AudienceId = Annotated[Slug, Refers("audiences")]
ScopeId = Annotated[Slug, Refers("scopes")]
ResourceTypeId = Annotated[Slug, Refers("resource-types")]
FacetId = Annotated[Slug, Refers("opsi-facets")]
ArtefactId = Annotated[Slug, Refers("artefacts")]
CanvasId = Annotated[Slug, Refers("canvases")]
ToolId = Annotated[Slug, Refers("tools")]


class AskFields(Record):
    """What every kind of ask has."""

    id: AskId = Field(examples=["XX-1"])
    """Permanent, unique in the whole book: it is cited, and is the anchor on the page."""

    text: Text = Field(examples=["Set up an observatory for training, to coordinate the offer."])
    """What is asked for, in your own words."""

    themes: Annotated[tuple[ThemeId, ...], MinLen(1)] = Field(examples=[["skills", "networks"]])
    """Terms of the vocabulary themes that it belongs to, one to three, the weightiest first."""

    support: tuple[SupportId, ...] = Field((), examples=[["training"]])
    """Kinds of support that it names or plainly implies."""
