"""A portfolio: what one workshop team imagined, and what it asks for."""

from __future__ import annotations

from pydantic import Field

from casebank.fields import AskFields, AskId, Line, Record, SupportId, Text


class PortfolioAsk(AskFields):
    """One thing that a portfolio asks for."""

    id: AskId = Field(examples=["XX-P1a"])
    """Permanent, unique in the whole book: it is cited, and is the anchor on the page."""

    text: Text = Field(examples=["Set up an observatory for training, to coordinate the offer."])
    """The ask in your own words."""


class Portfolio(Record):
    """A bundle of efforts that one workshop team imagined."""

    id: AskId = Field(examples=["XX-P1"])
    """Permanent, unique in the whole book, and the anchor on the page."""

    title: Line = Field(examples=["Building AI skills in a constantly evolving world"])
    """What the team called it, shortened where it is long."""

    idea: Text = Field(examples=["Training in AI that anyone can join, run by those who teach it."])
    """Main idea and scope, in your own words."""

    ambition: Text | None = Field(None, examples=["Nobody is left without knowledge of AI."])
    """The long-term aim, where the source states one apart."""

    asks: tuple[PortfolioAsk, ...] = ()
    """What the portfolio asks for, in the source's order."""

    support: tuple[SupportId, ...] = Field((), examples=[["funding-public", "training"]])
    """Kinds of support the team said it needs."""

    support_text: Text | None = Field(None, examples=["Money, qualified people and a place."])
    """How the source words that need, in your own words."""

    timeline: Text | None = Field(None, examples=["By 2030 a first network stands."])
    """What is to happen by when."""

    note: Text | None = Field(None, examples=["The support is read from the asks of the report."])
    """A remark, for example that support was read from other lines."""
