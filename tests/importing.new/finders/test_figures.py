"""A number is a figure when it is clear what it counts."""

from __future__ import annotations

import pytest

from tests.imported_reports import fields_from, fields_of


def figures_in(sentence: str) -> list[tuple[str, str]]:
    """Values and labels found in a sentence about a place."""
    fields = fields_from("# A report", "# Key figures", sentence)
    return [(one["value"], one["label"]) for one in fields.get("key_figures") or []]


def test_a_list_of_figures_is_taken_whole():
    figures = fields_of("peer-review.html")["key_figures"]

    assert {"value": "310", "label": "design firms"} in figures
    assert {"value": "nearly 1,200", "label": "jobs in design"} in figures


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("It has almost 92,000 inhabitants.", [("almost 92,000", "inhabitants")]),
        ("Environ 65 000 habitants y vivent.", [("Environ 65 000", "habitants")]),
        ("There are 8.5 hectares of flowers.", [("8.5", "hectares of flowers")]),
        ("It won in 2019 and grew by half.", []),
        ("Chapter 3. Residents spoke.", []),
    ],
)
def test_a_number_needs_a_noun_that_it_counts(sentence, figures):
    assert figures_in(sentence) == figures
