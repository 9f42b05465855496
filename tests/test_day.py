"""The day that a file bears."""

from __future__ import annotations

import pytest

from casebank.day import midnight, printed_day


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ("2025", "2025-01-01"),
        ("2025-03", "2025-03-01"),
        ("2025-03-19", "2025-03-19"),
        ("2024-11-20/2024-11-21", "2024-11-20"),
        ("2023/2024", "2023-01-01"),
        (None, "1980-01-01"),
        ("", "1980-01-01"),
    ],
)
def test_a_file_bears_the_first_day_of_its_date(when, day):
    assert printed_day(when) == day


def test_a_moment_of_a_feed_is_the_beginning_of_that_day():
    assert midnight("2025-03") == "2025-03-01T00:00:00Z"
