"""Dates are read in English, French and the language of the report."""

from __future__ import annotations

import pytest

from casebank.dates import dates_in


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("20-21/11/2024", ["2024-11-20/2024-11-21"]),
        ("on 20/11/2024.", ["2024-11-20"]),
        ("19 March 2025", ["2025-03-19"]),
        ("the 3rd of May", []),
        ("4 and 5 June 2023", ["2023-06-04/2023-06-05"]),
        ("4–5 June 2023", ["2023-06-04/2023-06-05"]),
        ("March 19, 2025", ["2025-03-19"]),
        ("mars 2025", ["2025-03"]),
        ("le 1er février 2024", ["2024-02-01"]),
        ("les 4 et 5 août 2023", ["2023-08-04/2023-08-05"]),
        ("November 2026 and June 2027", ["2026-11", "2027-06"]),
        ("30 February 2025", []),
        ("31/31/2025", []),
        ("version 1.2.2025.3", []),
        ("2025", []),
    ],
)
def test_a_date_is_written_as_the_book_writes_it(text, dates):
    assert [when for when, _ in dates_in(text, "en")] == dates


def test_months_have_their_names_in_the_language_of_the_report():
    assert list(dates_in("Στις 5 Μαΐου 2024.", "el")) == [("2024-05-05", "5 Μαΐου 2024")]
