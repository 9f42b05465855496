"""A case: what one city or region asked for, tried or was advised, and where that is known from."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated

from annotated_types import MinLen
from pydantic import Field, StringConstraints

from casebank.action import Action
from casebank.advice import Conclusion, Example, Recommendation
from casebank.fields import (
    AreaId,
    AudienceId,
    Line,
    Record,
    ResourceTypeId,
    ScopeId,
    Slug,
    Summary,
    Text,
    ToolId,
    When,
)
from casebank.people import Author, Quote, Stakeholders
from casebank.place import Challenge, Image, KeyFigure, Place
from casebank.portfolio import Portfolio
from casebank.provenance import Opsi, Review, Source
from casebank.rule import LANGUAGE


class CaseKind(StrEnum):
    """How a case came about. The two are never merged in counts."""

    CITY_CASE = "city-case"
    """Local stakeholders imagined innovation portfolios in a workshop."""

    PEER_REVIEW = "peer-review"
    """Experts from other regions advised a host authority."""

    @property
    def label(self) -> str:
        """The kind in words."""
        return self.value.replace("-", " ").capitalize()


class RecordKind(StrEnum):
    """How much of a case is held here."""

    FULL = "full"
    """The whole case, told in our own words."""

    CARD = "card"
    """The few known facts of a case that is published elsewhere, and a link to it."""


Language = Annotated[str, StringConstraints(max_length=35), LANGUAGE]
"""A language as a code of BCP 47."""


class CaseFields(Record):
    """The front matter of a file in cases/."""

    title: Line = Field(examples=["Saint-Étienne: performing arts and AI"])
    """Place and subject, as in "Saint-Étienne: performing arts and AI"."""

    summary: Summary = Field(
        examples=[
            "Artists, lawyers and officials met in four teams and sketched what the city needs"
            " before its stages can use AI on their own terms: training, rules and places."
        ]
    )
    """What one should know if one reads nothing else, in at most 300 characters."""

    kind: CaseKind = Field(examples=["city-case"])
    """How it came about: local people imagined portfolios in a workshop (`city-case`), or experts
    from elsewhere advised a host (`peer-review`)."""

    record: RecordKind = Field(examples=["full"])
    """How much of it is held here: the whole case (`full`), or a few known facts and a link to
    where it is published (`card`)."""

    places: Annotated[tuple[Place, ...], MinLen(1)]
    """Where; the first is the main place."""

    areas: Annotated[tuple[AreaId, ...], MinLen(1)] = Field(examples=[["ai-cci"]])
    """Innovation areas that it belongs to."""

    tools: tuple[ToolId, ...] = Field((), examples=[["prototyping-workshop"]])
    """Tools and methods that the source says were used."""

    audiences: tuple[AudienceId, ...] = Field((), examples=[["local-officials"]])
    """Who can use this case."""

    scope: ScopeId = Field(examples=["city"])
    """The territory that the case covers."""

    resource_type: ResourceTypeId = Field(examples=["city-case"])
    """What kind of document the source is."""

    held: When | None = Field(None, examples=["2025-03-19"])
    """When the workshop or review took place, as exactly as the source says."""

    published: When | None = Field(None, examples=["2025-06"])
    """When the source was published."""

    authors: tuple[Author, ...] = ()
    """Authors whom the source names."""

    publisher: Line = Field(examples=["City of Your City"])
    """Organisation that published the source."""

    language: Language = Field(examples=["en"])
    """Language of the source as a code, such as `en`."""

    rights: Text = Field(examples=["No licence was seen in the report."])
    """What the source says on its use; that it says nothing, if so."""

    funding: Text | None = Field(None, examples=["Funded by the European Union"])
    """The source's line on its funding."""

    disclaimer: Text | None = Field(
        None, examples=["The report gives the views of those who took part."]
    )
    """The source's own caution, in your own words."""

    sources: Annotated[tuple[Source, ...], MinLen(1)]
    """Where the facts come from. A fact without a mark comes from the first."""

    stakeholders: tuple[Stakeholders, ...] = ()
    """Who took part, by group."""

    quotes: tuple[Quote, ...] = ()
    """Quotations, each with its speaker."""

    key_figures: tuple[KeyFigure, ...] = ()
    """Numbers about the place."""

    challenges: tuple[Challenge, ...] = ()
    """What a host brought to its peer review."""

    portfolios: tuple[Portfolio, ...] = ()
    """What the workshop teams imagined."""

    recommendations: tuple[Recommendation, ...] = ()
    """What should be done."""

    examples: tuple[Example, ...] = ()
    """Local measures that illustrate groups of recommendations."""

    conclusions: tuple[Conclusion, ...] = ()
    """What follows overall."""

    actions: tuple[Action, ...] = ()
    """What the host has planned or begun."""

    opsi: Opsi = Opsi()
    """Place among OPSI's innovation facets; left out means that nobody has assessed it."""

    review: Review
    """State of our own editing."""

    editor_notes: tuple[Text, ...] = Field(
        (), examples=[["The report does not say how many people came."]]
    )
    """Remarks on doubts in the sources and on later facts, each with its source."""

    images: tuple[Image, ...] = ()
    """Pictures with their rights."""

    aliases: tuple[Slug, ...] = Field((), examples=[["your-city-earlier-subject"]])
    """Earlier ids of this case, the earliest first; their addresses lead here."""


BODY_SECTIONS: dict[CaseKind, tuple[str, ...]] = {
    CaseKind.CITY_CASE: ("Context", "Opportunity", "Sensemaking", "Analysis", "What happened next"),
    CaseKind.PEER_REVIEW: ("Context", "Challenge", "Conclusions"),
}
"""Second-level headings of the body, in order. A full case has all of them, a card any."""


class Case(CaseFields):
    """One case as read from its file."""

    id: Slug = Field(examples=["your-city-subject"])
    """Name of the file without its ending, and part of the address."""

    path: Line
    """The file, relative to the repository."""

    sections: dict[str, str]
    """Body text (Markdown) by section heading, in the file's order."""

    @property
    def place(self) -> Place:
        """The main place."""
        return self.places[0]

    @property
    def countries(self) -> tuple[str, ...]:
        """ISO codes of the countries of its places, each once."""
        return tuple(dict.fromkeys(place.country for place in self.places))

    @property
    def address(self) -> str:
        """Where the page is published, from the root of the site."""
        return f"/cases/{self.id}/"

    @property
    def original(self) -> Source | None:
        """The first source by its own publisher; None if all are somebody else's."""
        # What somebody else published, such as a newspaper, is not what its authors wrote.
        own = (source for source in self.sources if source.publisher in (self.publisher, None))
        return next(own, None)

    @property
    def published_at(self) -> str | None:
        """Address at which the case's own publisher shows it; None when none is known."""
        sources = (source for source in self.sources if source.publisher == self.publisher)
        return next((source.url for source in sources if source.url), None)

    @property
    def is_full(self) -> bool:
        """Whether the whole case is held here."""
        return self.record is RecordKind.FULL

    @property
    def year(self) -> str:
        """Year of the event, or else of publication; empty when neither is known."""
        return (self.held or self.published or "")[:4]


def newest_first(cases: Iterable[Case]) -> tuple[Case, ...]:
    """Return cases, those of the latest year first; within it full cases before cards, by title."""
    return tuple(
        sorted(cases, key=lambda case: (-int(case.year or 0), not case.is_full, case.title))
    )
