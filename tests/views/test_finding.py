"""What search knows beside the text of a page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from casebank.views.finding import (
    FILTERS,
    case_filters,
    case_words,
    country_words,
    place_words,
    related_words,
    term_words,
    tool_words,
)


@pytest.mark.parametrize(
    ("city", "words"),
    [
        ("Saint-Étienne", ("St Étienne",)),
        ("Sainte-Menehould", ("Ste Menehould",)),
        ("Sankt Pölten", ("St Pölten",)),
        ("Santander", ()),
    ],
)
def test_saints_are_known_by_their_short_form(city, words):
    assert place_words(city) == words


def test_a_case_has_a_value_for_each_filter(book):
    case = book.case("saint-etienne-performing-arts-ai")
    filters = case_filters(book, case)

    assert set(filters) == set(FILTERS)
    assert filters["kind"] == ("City case",)
    assert filters["country"] == ("France",)
    assert filters["year"] == ("2025",)


def test_a_case_is_found_by_its_own_names_and_less_by_those_of_its_area(book):
    case = book.case("saint-etienne-performing-arts-ai")

    assert case_words(case) == ("St Étienne",)
    assert "intelligence artificielle" in related_words(book, case)


def test_a_theme_is_found_by_its_french_name_and_aliases(book):
    assert {"formation", "Compétences, formation et certification"} <= set(
        term_words(book.theme("skills"))
    )


def test_a_country_is_found_in_the_languages_of_the_union(book):
    assert {"Pays-Bas", "Niederlande", "Holandsko", "Nederland"} <= set(
        country_words(book.country("NL"))
    )


def test_a_tool_is_found_by_its_short_form(book):
    assert "LIEPT" in tool_words(book.tool("liept-model"))


def test_the_script_of_the_search_names_the_same_filters():
    panel = Path(__file__).parents[2] / "docs/assets/javascripts/search_panel.js"
    line = re.search(r"const FILTERS = \{(.+)\};", panel.read_text(encoding="utf-8"))[1]

    assert dict(re.findall(r'(\w+): "([^"]+)"', line)) == FILTERS
