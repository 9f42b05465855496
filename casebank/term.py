"""A controlled vocabulary and its terms: the only copy of every term."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from typing import Annotated

from annotated_types import MinLen
from pydantic import Field, StringConstraints

from casebank.fields import Line, Record, Slug, Text
from casebank.register import Register, noun_of
from casebank.rule import COUNTRY

BROWSED = ("areas", "countries", "themes")
"""The vocabularies whose terms have pages."""


class Origin(StrEnum):
    """Who coined a term."""

    EKIP = "ekip"
    INTERREG_EUROPE = "interreg-europe"
    OECD = "oecd"
    ISO = "iso"
    OURS = "ours"


class Label(Record):
    """The name of a term in the languages of the book."""

    en: Line = Field(examples=["Skills, training and certification"])
    """English."""

    fr: Line = Field(examples=["Compétences, formation et certification"])
    """French."""


class Term(Record):
    """One term of a vocabulary."""

    id: Slug = Field(examples=["skills"])
    """Permanent; part of addresses."""

    label: Label
    """Name in English and French."""

    short: Annotated[Line, StringConstraints(max_length=28)] | None = Field(
        None, examples=["Skills"]
    )
    """English name for chips and table heads, when the label is long."""

    definition: Text = Field(examples=["Courses, certificates, and links with schools."])
    """What belongs to it, and what does not."""

    aliases: tuple[Line, ...] = Field((), examples=[["upskilling"]])
    """Words in any language by which people search for it."""

    origin: Origin = Field(examples=["ours"])
    """Who coined it."""

    code: Annotated[str, COUNTRY] | None = Field(None, examples=["FR"])
    """ISO 3166-1 alpha-2 code; countries only."""

    @property
    def name(self) -> str:
        """The English name, short where there is a short one."""
        return self.short or self.label.en


class VocabularyFile(Record):
    """A file in vocabularies/."""

    title: Label
    """Name of the vocabulary."""

    definition: Text
    """What the vocabulary is for and where its terms come from."""

    terms: Annotated[tuple[Term, ...], MinLen(1)]
    """In the order in which pages list them."""


class Vocabulary(VocabularyFile):
    """One vocabulary as read from its file."""

    id: Slug
    """Name of the file without its ending."""

    path: Line
    """The file, relative to the repository."""

    @cached_property
    def by_id(self) -> Register[Term]:
        """Terms by id."""
        return Register(noun_of(self.id), {term.id: term for term in self.terms})

    def with_terms(self, terms: tuple[Term, ...]) -> Vocabulary:
        """Return the same with other terms. A plain copy would keep the old `by_id`."""
        fields = {name: getattr(self, name) for name in type(self).model_fields}
        return Vocabulary.model_construct(**{**fields, "terms": terms})
