"""Terms are found by their names, and not by parts of longer names."""

from __future__ import annotations

import pytest

from casebank.naming import is_name, named
from tests.imported_reports import book


def named_in(text: str, vocabulary: str, *, by_parts: bool = False) -> list[str]:
    """Terms of one of the real vocabularies."""
    return named(text, book().vocabularies[vocabulary].terms, by_parts=by_parts)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Performing Arts & AI", ["performing-arts", "ai-cci"]),
        ("Spectacle vivant et IA", ["performing-arts", "ai-cci"]),
        ("The captain said ai", []),
        ("Theatres and museums", ["performing-arts", "heritage-open-innovation"]),
        ("Scrafty", []),
    ],
)
def test_areas_are_found_by_label_and_alias(text, ids):
    assert named_in(text, "areas") == ids


def test_a_name_within_a_longer_name_does_not_count():
    assert named_in("public funding", "support-kinds") == ["funding-public"]
    assert named_in("funding", "support-kinds") == ["funding-unspecified"]


def test_parts_of_a_label_count_where_they_are_asked_for():
    assert named_in("coordination", "themes", by_parts=True) == ["governance"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("BUSINESSES", True), ("Entreprises :", True), ("Businesses of the city", False)],
)
def test_a_heading_is_a_name_only_as_a_whole(text, expected):
    business = book().vocabularies["stakeholder-groups"].by_id["business"]

    assert is_name(text, business) is expected
