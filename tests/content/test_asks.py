"""Every ask of the first two full cases: that it is there, where, and under which themes.

The tables are written out here on purpose. An ask's id is cited elsewhere and its themes decide
which pages list it, so a change of either has to be made in two places, knowingly.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from casebank import Book
    from casebank.ask import Ask

SAINT_ETIENNE = {
    "SE-P1a": "evidence skills governance",
    "SE-P1b": "networks skills",
    "SE-P1c": "skills",
    "SE-P2a": "experimentation awareness",
    "SE-P2b": "spaces",
    "SE-P2c": "networks",
    "SE-P2d": "funding awareness",
    "SE-P3a": "regulation-ethics experimentation evidence",
    "SE-P3b": "experimentation funding",
    "SE-P3c": "governance participation",
    "SE-P4a": "regulation-ethics networks governance",
    "SE-P4b": "governance networks",
    "SE-1": "skills funding",
    "SE-2": "regulation-ethics governance",
    "SE-3": "spaces experimentation skills",
    "SE-4": "networks awareness funding",
    "SE-O1": "skills",
    "SE-O2": "regulation-ethics skills",
    "SE-O3": "networks governance",
    "SE-O4": "governance networks",
    "SE-O5": "governance",
}
"""Portfolio asks, recommendations and overall conclusions, in the order of the page."""

AMIENS = {
    "AM-G1": "governance participation",
    "AM-G2": "participation",
    "AM-G3": "participation",
    "AM-G4": "evidence governance",
    "AM-G5": "funding networks experimentation",
    "AM-V1": "evidence participation",
    "AM-V2": "governance",
    "AM-V3": "governance",
    "AM-V4": "participation",
    "AM-V5": "experimentation networks funding",
    "AM-I1": "awareness governance",
    "AM-I2": "awareness",
    "AM-I3": "business-support networks",
    "AM-I4": "funding",
    "AM-I5": "spaces",
    "AM-A1": "evidence",
    "AM-A2": "evidence attractiveness",
    "AM-A3": "governance",
    "AM-A4": "attractiveness awareness",
    "AM-A5": "attractiveness",
    "AM-A6": "participation",
    "AM-VE1": "participation evidence",
    "AM-VE2": "networks",
    "AM-VE3": "networks",
    "AM-IE1": "networks business-support",
    "AM-IE2": "funding business-support",
    "AM-AE1": "attractiveness",
    "AM-AE2": "attractiveness",
    "AM-AE3": "attractiveness networks",
    "AM-X1.1": "networks participation",
    "AM-X1.2": "evidence",
    "AM-X1.3": "governance networks",
    "AM-X1.4": "funding evidence",
    "AM-X2.1": "business-support",
    "AM-X2.2": "spaces",
    "AM-X2.3": "spaces evidence",
    "AM-X2.4": "business-support",
    "AM-X2.5": "skills experimentation",
    "AM-X3.1": "attractiveness awareness",
    "AM-X3.2": "networks attractiveness",
    "AM-X3.3": "attractiveness",
}
"""Recommendations, local examples and planned actions, in the order of the page."""

CASES = {"saint-etienne-performing-arts-ai": SAINT_ETIENNE, "amiens-cci-strategy": AMIENS}

KINDS = {
    "saint-etienne-performing-arts-ai": {
        "portfolio-ask": 12,
        "recommendation": 4,
        "conclusion": 5,
    },
    "amiens-cci-strategy": {"recommendation": 21, "example": 8, "action": 12},
}

ASKS_BY_THEME = {
    "skills": 8,
    "regulation-ethics": 4,
    "spaces": 5,
    "funding": 9,
    "networks": 17,
    "governance": 15,
    "participation": 9,
    "experimentation": 7,
    "evidence": 10,
    "awareness": 7,
    "business-support": 5,
    "attractiveness": 9,
}
"""An ask counts once under each of its themes, so the sum is larger than 62."""

GROUPS = {
    "General": (5, 0),
    "Governance and functioning": (5, 3),
    "Innovation and economic benefits": (5, 2),
    "Attractiveness": (6, 3),
}
"""The experts' recommendations by group, and the local examples that illustrate them."""

SUPPORT = {
    # The four portfolios: their lines on required support and what their other lines name.
    "SE-P1": "funding-unspecified people infrastructure training certification network think-tank",
    "SE-P2": "funding-public infrastructure political-priority",
    "SE-P3": "funding-rd residencies legal think-tank",
    "SE-P4": "funding-public funding-private people infrastructure equipment legal network",
    # Recommendations, examples and actions that name what they would take.
    "SE-1": "training",
    "SE-2": "legal",
    "SE-3": "people infrastructure training",
    "SE-4": "funding-public network",
    "AM-G1": "political-priority",
    "AM-I4": "funding-public funding-rd",
    "AM-I5": "infrastructure",
    "AM-IE2": "vouchers",
    "AM-X1.1": "network",
    "AM-X2.1": "business-support infrastructure",
    "AM-X2.2": "infrastructure",
    "AM-X2.4": "business-support",
}


@pytest.fixture
def asks(book: Book) -> dict[str, Ask]:
    """The 62 asks by id; those of later cases do not count here."""
    return {ask.id: ask for case in CASES for ask in book.asks_of(book.case(case))}


@pytest.mark.parametrize("case", CASES)
def test_a_case_has_exactly_these_asks_in_this_order(book: Book, case: str) -> None:
    assert [ask.id for ask in book.asks_of(book.case(case))] == list(CASES[case])


@pytest.mark.parametrize(("ask", "themes"), (SAINT_ETIENNE | AMIENS).items())
def test_an_ask_has_these_themes_weightiest_first(
    asks: dict[str, Ask], ask: str, themes: str
) -> None:
    assert " ".join(asks[ask].themes) == themes


def test_there_are_sixty_two_asks(asks: dict[str, Ask]) -> None:
    assert len(asks) == 62


@pytest.mark.parametrize("case", KINDS)
def test_asks_of_different_authors_are_counted_apart(book: Book, case: str) -> None:
    assert Counter(ask.kind for ask in book.asks_of(book.case(case))) == KINDS[case]


@pytest.mark.parametrize(("theme", "number"), ASKS_BY_THEME.items())
def test_a_theme_has_this_many_asks(asks: dict[str, Ask], theme: str, number: int) -> None:
    assert sum(theme in ask.themes for ask in asks.values()) == number


def test_every_theme_has_an_ask(book: Book) -> None:
    assert [term.id for term in book.terms("themes") if not book.asks_where(theme=term.id)] == []


@pytest.mark.parametrize(("group", "numbers"), GROUPS.items())
def test_a_group_of_advice_is_complete(book: Book, group: str, numbers: tuple[int, int]) -> None:
    case = book.case("amiens-cci-strategy")
    recommendations = sum(one.group == group for one in case.recommendations)
    examples = sum(one.group == group for one in case.examples)
    assert (recommendations, examples) == numbers


@pytest.mark.parametrize(("item", "support"), SUPPORT.items())
def test_an_ask_or_portfolio_names_this_support(
    book: Book, asks: dict[str, Ask], item: str, support: str
) -> None:
    portfolios = book.case("saint-etienne-performing-arts-ai").portfolios
    found = asks | {portfolio.id: portfolio for portfolio in portfolios}
    assert set(found[item].support) == set(support.split())


def test_a_portfolio_names_at_least_the_support_of_its_asks(book: Book) -> None:
    for portfolio in book.case("saint-etienne-performing-arts-ai").portfolios:
        assert {kind for ask in portfolio.asks for kind in ask.support} <= set(portfolio.support)


def test_skills_and_regulation_are_asked_for_almost_only_in_saint_etienne(
    asks: dict[str, Ask],
) -> None:
    asked = [one for one in asks.values() if {"skills", "regulation-ethics"} & set(one.themes)]
    assert [one.id for one in asked if one.case.id == "amiens-cci-strategy"] == ["AM-X2.5"]


def test_attractiveness_is_asked_for_only_in_amiens(asks: dict[str, Ask]) -> None:
    asked = [one for one in asks.values() if "attractiveness" in one.themes]
    assert {one.case.id for one in asked} == {"amiens-cci-strategy"}
