"""The kinds of values that records are made of: text, ids, dates, references to vocabularies."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from annotated_types import MinLen
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StringConstraints

from casebank.problem import FieldError, echo

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
"""Ids of records and terms: parts of addresses, so they hold small letters, digits and hyphens."""


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


TEMPLATE = re.compile(r"\{[{%#:]|^\s*-+8<-+")
"""Beginnings of what a site generator could take for a command: Jinja, attributes, snippets."""


def _plain(text: str) -> str:
    if re.search(r"</?[A-Za-z!]", text) or TEMPLATE.search(text):
        raise FieldError(
            "holds HTML or a template expression.", "Write plain text, without < > and {{ }}."
        )
    return text


def _uncited(text: str) -> str:
    if "[^" in text:
        raise FieldError("cites a source, which is not shown here.", "Cite it in a longer text.")
    return text


Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=80)]
AskId = Annotated[
    str, StringConstraints(pattern=r"^[A-Z][A-Za-z0-9]*([.-][A-Za-z0-9]+)*$", max_length=40)
]
"""A capital, then letters, digits, hyphens and dots (`SE-P1a`, `AM-X1.1`).

It is quoted in texts and is an anchor; the capital keeps it apart from the page's own anchors.
"""
Line = Annotated[
    str,
    StringConstraints(min_length=1, max_length=200, pattern=r"^[^\n]*$"),
    AfterValidator(_plain),
    AfterValidator(_uncited),
]
"""A short plain text on one line, without citations."""
Text = Annotated[str, StringConstraints(min_length=1, max_length=2000), AfterValidator(_plain)]
"""A plain text of some sentences: it is escaped, never rendered. `[^key]` in it cites a source."""
Summary = Annotated[
    str,
    StringConstraints(min_length=1, max_length=300),
    AfterValidator(_plain),
    AfterValidator(_uncited),
]
"""What stands on cards and in search results, without citations."""
Words = Annotated[Text, AfterValidator(_uncited)]
"""Somebody's own words, which nothing is added to."""
Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"'`\\{}]+$", max_length=500)]

_MOMENT = r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?"


def _year_as_text(value: Any) -> Any:
    """A bare year is a number in YAML; authors need not quote it."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _in_the_calendar(value: str) -> str:
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


When = Annotated[
    str,
    BeforeValidator(_year_as_text),
    StringConstraints(pattern=rf"^{_MOMENT}(/{_MOMENT})?$"),
    AfterValidator(_in_the_calendar),
]
"""A year, month, day or range as exactly as known: `2025`, `2024-11`, `2024-11-20/2024-11-21`.

Source: the level 0 date and time interval of the Extended Date/Time Format, ISO 8601-2:2019.
"""

CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$"), Refers("countries")]
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

    id: AskId
    """Permanent, unique in the whole book: it is cited, and is the anchor on the page."""

    text: Text
    """What is asked for, in our words."""

    themes: Annotated[tuple[ThemeId, ...], MinLen(1)]
    """Terms of the vocabulary themes that it belongs to, the weightiest first."""

    support: tuple[SupportId, ...] = ()
    """Kinds of support that it names or plainly implies."""
