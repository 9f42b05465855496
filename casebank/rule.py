"""Rules that texts keep: a pattern for Python and browsers alike, what is wrong, and the remedy."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pydantic_core import core_schema

from casebank.problem import FieldError, echo

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic_core import CoreSchema


@dataclass(frozen=True)
class Rule:
    """What a text must be like. Marks a type: `Annotated[str, DATE]`.

    Models refuse what breaks it, schemas and forms hold its pattern, and messages its words.
    """

    name: str
    """Its name in JSON Schemas."""

    pattern: str
    """A regular expression for the whole text, which means the same to Python and to JavaScript
    with its flag `u` or `v`: a field of a form can have it as it is."""

    fault: str
    """What is wrong with a text that it does not match: "is not a date"."""

    remedy: str
    """How to write the text, as one sentence."""

    echoes: bool = True
    """Whether a message repeats the text; a long one would be cut before its fault."""

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern)

    def fits(self, text: str) -> bool:
        """Tell whether a text is like this."""
        return self._compiled.fullmatch(text) is not None

    def kept(self, text: str) -> str:
        """Return the text, or raise what is wrong with it."""
        if self.fits(text):
            return text
        found = f"{echo(text)} " if self.echoes else ""
        raise FieldError(f"{found}{self.fault}.", self.remedy)

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self.kept, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        found = handler(schema)
        if found.get("type") != "string":  # a date may be a number in YAML
            return found
        return {**found, "allOf": [*found.get("allOf", ()), {"pattern": self.pattern}]}


TEMPLATE = re.compile(r"\{[\{%#:]|-{1,9}8<-+")
"""Beginnings of what a site generator could take for a command: Jinja, attributes, snippets."""

SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_MOMENT = r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?"

# Written so that no text takes long: what is harmless, then one sign that could begin something
# and does not, and so on.
PLAIN = Rule(
    "plain",
    r"^(?![\s\S]*-8<-)[^<\{]*(?:(?:<(?!/?[A-Za-z!])|\{(?![\{%#:]))[^<\{]*)*$",
    "holds HTML or a template expression",
    "Write plain text, without < > and {{ }}.",
    echoes=False,
)
UNCITED = Rule(
    "uncited",
    r"^[^\[]*(?:\[(?!\^)[^\[]*)*$",
    "cites a source, which is not shown here",
    "Cite it in a longer text.",
    echoes=False,
)
ONE_LINE = Rule(
    "one-line",
    r"^[^\n]*$",
    "spans several lines",
    "Write it on one line; long texts have a field of their own.",
    echoes=False,
)
SLUG = Rule(
    "slug",
    SLUG_PATTERN,
    "is not an id",
    "Use small letters, digits and hyphens, as in saint-etienne.",
)
ASK_ID = Rule(
    "ask-id",
    r"^[A-Z][A-Za-z0-9]*([.\-][A-Za-z0-9]+)*$",
    "is not an id",
    "Begin with a capital and use letters, digits, hyphens and dots, as in SE-P1a.",
)
TERM = Rule(
    "term",
    rf"{SLUG_PATTERN[:-1]}\.{SLUG_PATTERN[1:]}",
    "is not a term with its vocabulary",
    "Write a dot between the two, as in stakeholder-groups.cci.",
)
WEB_ADDRESS = Rule(
    "web-address",
    r"""^https?://[^\s<>"'`\\\{\}]+$""",
    "is not a web address",
    "Begin it with https:// and write it without spaces.",
)
DATE = Rule(
    "date",
    rf"^{_MOMENT}(/{_MOMENT})?$",
    "is not a date",
    "Write 2025, 2025-03, 2025-03-19 or 2025-03-19/2025-03-20.",
)
CLOCK = Rule(
    "clock",
    r"^([01][0-9]|2[0-3]):[0-5][0-9]$",
    "is not a clock time",
    "Write hours and minutes, as in 09:30.",
)
COUNTRY = Rule(
    "country",
    r"^[A-Z]{2}$",
    "is not a country code",
    "Write the two capital letters of ISO 3166-1, such as FR.",
)
LANGUAGE = Rule(
    "language",
    r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
    "is not a code of a language",
    "Write it as in BCP 47: en, fr or sr-Latn.",
)
FILE_NAME = Rule(
    "file-name",
    r"^[A-Za-z0-9][A-Za-z0-9._\-]*$",  # no dot first: such files are hidden
    "is not a picture's file name",
    "Use letters, digits, hyphens and dots, and name no folder.",
)

RULES = (
    *(PLAIN, UNCITED, ONE_LINE, SLUG, ASK_ID, TERM),
    *(WEB_ADDRESS, DATE, CLOCK, COUNTRY, LANGUAGE, FILE_NAME),
)
"""Every rule that there is."""
