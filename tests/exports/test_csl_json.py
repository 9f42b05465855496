"""CSL-JSON: names stay whole, dates as exact as known, and a citation processor can use it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from casebank.citation import Citation, Original
from casebank.exports.csl_json import csl_json

PAGE = Citation("x", "webpage", "Title", "https://t.example/cases/x/")


def item(citation):
    (found,) = json.loads(csl_json([citation]))
    return found


@pytest.mark.parametrize(
    ("issued", "parts"),
    [
        ("2026", [[2026]]),
        ("2026-11", [[2026, 11]]),
        ("2026-11-02", [[2026, 11, 2]]),
        ("2024-11-20/2024-11-21", [[2024, 11, 20], [2024, 11, 21]]),
        ("2025/2026-03", [[2025], [2026, 3]]),
    ],
)
def test_a_date_is_as_exact_as_known(issued, parts):
    assert item(replace(PAGE, issued=issued))["issued"] == {"date-parts": parts}


def test_a_name_is_literal_since_nobody_said_what_is_a_family_name():
    original = Original(publisher="City", authors=("Ada Author",), published="2025")

    read = item(replace(PAGE, authors=("The editors",), original=original))

    assert read["author"] == [{"literal": "The editors"}]
    assert read["original-author"] == [{"literal": "Ada Author"}]
    assert read["note"] == "Based on: Ada Author (2025). City."


def test_the_date_of_the_original_is_not_that_of_an_earlier_edition():
    assert "original-date" not in item(replace(PAGE, original=Original("City", published="2025")))


@pytest.mark.parametrize("text", ['"', "\\u0000", "</script>", "{} \\ 🎭 مرحبا", "a" * 2000])
def test_a_hostile_text_is_a_text(text):
    assert item(replace(PAGE, title=text))["title"] == text


def test_what_is_not_known_has_no_field():
    assert set(item(PAGE)) == {"id", "type", "title", "URL", "language"}
