"""Gaps are what no case tells yet."""

from __future__ import annotations


def ids(terms):
    return [term.id for term in terms]


def test_an_empty_book_is_all_gaps(make_book):
    gaps = make_book().gaps

    assert ids(gaps.areas_without_full_case) == ["crafts", "games"]
    assert ids(gaps.countries_without_case) == ["france", "norway"]
    assert ids(gaps.groups_never_present) == ["cci", "academia"]
    assert ids(gaps.themes_without_ask) == ["skills", "funding", "spaces"]


def test_a_card_fills_its_country_but_not_its_area(make_book, make_case):
    gaps = make_book(make_case("a", areas=["crafts"])).gaps

    assert ids(gaps.areas_without_full_case) == ["crafts", "games"]
    assert ids(gaps.countries_without_case) == ["france"]


def test_a_full_case_fills_its_area(make_book, make_case):
    gaps = make_book(make_case("a", areas=["crafts"], record="full")).gaps

    assert ids(gaps.areas_without_full_case) == ["games"]


def test_a_group_is_present_when_an_organisation_of_it_took_part(make_book, make_case):
    gaps = make_book(
        make_case("a", stakeholders=[{"group": "cci", "organisations": [{"name": "Opera"}]}])
    ).gaps

    assert ids(gaps.groups_never_present) == ["academia"]


def test_a_group_that_is_named_without_anybody_is_not_present(make_book, make_case):
    gaps = make_book(make_case("a", stakeholders=[{"group": "cci"}])).gaps

    assert ids(gaps.groups_never_present) == ["cci", "academia"]


def test_a_theme_is_filled_by_an_ask_of_any_kind(make_book, make_case):
    gaps = make_book(
        make_case("a", conclusions=[{"id": "A1", "text": "T", "themes": ["spaces", "skills"]}])
    ).gaps

    assert ids(gaps.themes_without_ask) == ["funding"]
