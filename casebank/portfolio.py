"""A portfolio: what one workshop team imagined, and what it asks for."""

from __future__ import annotations

from casebank.fields import AskFields, AskId, Line, Record, SupportId, Text


class PortfolioAsk(AskFields):
    """One thing that a portfolio asks for."""


class Portfolio(Record):
    """A bundle of efforts that one workshop team imagined."""

    id: AskId
    """Permanent, unique in the whole book, and the anchor on the page."""

    title: Line
    """What the team called it, shortened where it is long."""

    idea: Text
    """Main idea and scope, in our words."""

    ambition: Text | None = None
    """The long-term aim, where the source states one apart."""

    asks: tuple[PortfolioAsk, ...] = ()
    """What the portfolio asks for, in the source's order."""

    support: tuple[SupportId, ...] = ()
    """Kinds of support the team said it needs."""

    support_text: Text | None = None
    """How the source words that need, in our words."""

    timeline: Text | None = None
    """What is to happen by when."""

    note: Text | None = None
    """Our remark, for example that support was read from other lines."""
