"""What a book says of itself: title, version, licences, as CITATION.cff has them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

from annotated_types import MinLen
from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, StringConstraints

from casebank.document import read_yaml
from casebank.fields import Line, Record, Text, in_the_calendar
from casebank.problem import FieldError
from casebank.rule import DATE, Rule
from casebank.validation import validated

if TYPE_CHECKING:
    from pathlib import Path

    from casebank.problem import Problem

FILE = "CITATION.cff"
"""Lies beside the content; a book without it says nothing of itself."""


@dataclass(frozen=True)
class About:
    """The book as one work."""

    title: str = "Casebook"
    abstract: str = ""
    version: str = ""
    released: str = ""
    """The day of the version, as YYYY-MM-DD; empty before the first release."""

    authors: tuple[str, ...] = ()
    """Names of the organisations or groups who answer for it."""

    licences: tuple[str, ...] = ()
    """SPDX identifiers: of the texts and data first, then of the software."""

    keywords: tuple[str, ...] = ()


NOTHING_SAID = About()
"""Of a book without that file."""


LICENCE = Rule(
    "licence",
    r"^[A-Za-z0-9][A-Za-z0-9.+\-]*$",
    "is not the identifier of a licence",
    "Write it as in the SPDX list: CC-BY-4.0 or MIT.",
)

VERSION = Rule(
    "version",
    r"^[0-9A-Za-z][0-9A-Za-z.+\-]*$",
    "is not a version",
    "Write numbers with dots between them, as in 0.1.0.",
)
"""It becomes part of the name of a file."""


def whole_day(value: str) -> str:
    """Return the date, or raise what is wrong with it: it has to be a day, YYYY-MM-DD."""
    if len(DATE.kept(value)) != len("2026-11-30"):
        raise FieldError(f"'{value}' is not a day.", "Write year, month and day: 2026-11-30.")
    return in_the_calendar(value)


def _as_list(value: Any) -> Any:
    """One licence may stand without a list."""
    return tuple(value) if isinstance(value, list) else (value,)


class _Part(Record):
    """A part of the file, of which we use some fields; the format has many more."""

    model_config = ConfigDict(extra="ignore")


class _Author(_Part):
    """A person, or an organisation or group."""

    name: Line | None = None
    """Of an organisation or group."""

    given_names: Line | None = Field(None, alias="given-names")
    family_names: Line | None = Field(None, alias="family-names")

    @property
    def full_name(self) -> str:
        """The name as it is printed."""
        return self.name or " ".join(filter(None, (self.given_names, self.family_names)))


def _named(author: _Author) -> _Author:
    if not author.full_name:
        raise FieldError("has no name.", "Add 'name', or 'given-names' and 'family-names'.")
    return author


class CitationFile(_Part):
    """CITATION.cff, as far as we use it. Source: Citation File Format 1.2.0."""

    title: Line
    """Name of the book."""

    abstract: Text | None = None
    """What it is, in some sentences."""

    version: Annotated[str, StringConstraints(max_length=40), VERSION] | None = None
    """Version of book and engine."""

    released: Annotated[str, AfterValidator(whole_day)] | None = Field(None, alias="date-released")
    """The day of that version, as YYYY-MM-DD."""

    authors: Annotated[tuple[Annotated[_Author, AfterValidator(_named)], ...], MinLen(1)]
    """Who answers for it."""

    license: Annotated[
        tuple[Annotated[str, StringConstraints(max_length=80), LICENCE], ...],
        BeforeValidator(_as_list),
    ] = ()
    """SPDX identifiers."""

    keywords: tuple[Line, ...] = ()
    """What it is about."""


def read_about(root: Path) -> tuple[About, tuple[Problem, ...]]:
    """Return what the book in the folder `root` says of itself, and every fault of the file."""
    if not (root / FILE).is_file():
        return NOTHING_SAID, ()
    parsed = read_yaml(root / FILE, FILE)
    file, faults = (
        (None, parsed.problems) if parsed.problems else validated(CitationFile, parsed, FILE)
    )
    if file is None:
        return NOTHING_SAID, faults
    about = About(
        title=file.title,
        abstract=file.abstract or "",
        version=file.version or "",
        released=file.released or "",
        authors=tuple(author.full_name for author in file.authors),
        licences=file.license,
        keywords=file.keywords,
    )
    return about, faults
