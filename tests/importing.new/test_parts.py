"""Headings tell where the parts of a report begin."""

from __future__ import annotations

import pytest

from casebank.part_words import words
from casebank.parts import number_of, split_parts
from casebank.passages import Kind, Passage


def parts_of(*headings: str | tuple[str, int]) -> list[str]:
    """Names of the parts that headings open; a level of 2 if none is given."""
    told = [one if isinstance(one, tuple) else (one, 2) for one in headings]
    passages = [
        Passage(text, Kind.HEADING, f"line {n}", level=level)
        for n, (text, level) in enumerate(told)
    ]
    return [part.name for part in split_parts(passages)][1:]


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Context & area of focus", "context"),
        ("Contexte", "context"),
        ("What happened next?", "next"),
        ("Conclusions & RECOMMENDATIONS", "recommendations"),
        ("Overall conclusions", "conclusions"),
        ("Portfolio sensemaking", "sensemaking"),
        ("Portefeuille 2", "portfolios"),
        ("Feuille de route", "plan"),
        ("Chiffres clés", "figures"),
    ],
)
def test_a_heading_names_a_part_in_english_or_french(heading, name):
    assert parts_of("A report", heading) == [name]


def test_the_title_of_a_report_opens_no_part():
    assert parts_of("Analysis of a city") == []


def test_a_report_can_begin_with_a_part():
    assert parts_of("Context") == ["context"]


def test_headings_below_numbered_parts_open_none():
    assert parts_of(
        "A report", "1. Context", "A challenge to come", "2. The challenge", "3. Participants"
    ) == ["context", "challenge", "participants"]


def test_a_deeper_heading_opens_no_part_of_the_narrative():
    assert parts_of("A report", "Context", ("Opportunity", 3)) == ["context"]


def test_the_title_of_a_portfolio_opens_no_part():
    assert parts_of("A report", "Portfolio 1", "Analysis of waves") == ["portfolios"]


def test_a_numbered_recommendation_opens_no_part():
    assert parts_of("A report", "Recommendations", "1. Methods for all", "2. More") == [
        "recommendations"
    ]


def test_numbers_are_read_in_several_ways():
    assert [
        number_of(text, "portfolio") for text in ("Portfolio 12: x", "PORTFOLIO n° 3", "1")
    ] == [*("12", "3", "")]


def test_every_part_has_words():
    assert [name for name, part in words()["parts"].items() if not part["words"]] == []
