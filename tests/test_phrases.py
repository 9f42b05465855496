"""Numbers, durations, dates and reviews are written as people say them."""

from __future__ import annotations

import pytest

from casebank.phrases import duration_in_words, plural, review_in_words, when_in_words
from casebank.provenance import Review


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((0, "case"), "0 cases"),
        ((1, "case"), "1 case"),
        ((2, "case"), "2 cases"),
        ((1, "country", "countries"), "1 country"),
        ((2, "country", "countries"), "2 countries"),
        ((12345, "ask"), "12,345 asks"),
    ],
)
def test_a_number_of_things_is_written_in_words(arguments, words):
    assert plural(*arguments) == words


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (1, "1 minute"),
        (45, "45 minutes"),
        (60, "1 hour"),
        (65, "1 hour 05"),
        (120, "2 hours"),
        (390, "6 hours 30"),
    ],
)
def test_a_duration_is_written_in_words(minutes, words):
    assert duration_in_words(minutes) == words


@pytest.mark.parametrize(
    ("status", "day", "words"),
    [
        ("draft", None, "Draft: not yet compared with its sources"),
        ("reviewed", "2026-03-03", "Reviewed on 3 March 2026"),
        ("reviewed", "2026-03", "Reviewed in March 2026"),
        ("to-review", None, "Waiting for review"),
        ("to-review", "2026", "Waiting for review; last reviewed in 2026"),
    ],
)
def test_a_review_is_told_in_words_of_readers(status, day, words):
    assert review_in_words(Review(status=status, reviewed_on=day)) == words


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("2025", "2025"),
        ("2025-03", "March 2025"),
        ("2025-03-09", "9 March 2025"),
        ("2024-11-20/2024-11-21", "20–21 November 2024"),
        ("2024-11-30/2024-12-01", "30 November 2024 – 1 December 2024"),
        ("2024-11/2024-12", "November 2024 – December 2024"),
        ("2023/2026", "2023 – 2026"),
    ],
)
def test_a_date_is_written_in_words(when, words):
    assert when_in_words(when) == words
