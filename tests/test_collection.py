"""What can be explored, and by what."""

from __future__ import annotations

import pytest

from casebank.collection import ask_collection, case_collection


def values(collection, name):
    facet = next(one for one in collection.all_facets if one.id == name)
    return {value.id: value.count for value in facet.values}


def test_cases_have_the_promised_facets(book):
    assert [facet.id for facet in case_collection(book).facets] == [
        *("theme", "area", "country", "kind", "record", "tool", "group", "year"),
    ]


def test_asks_have_the_promised_facets(book):
    facets = [facet.id for facet in ask_collection(book).facets]

    assert facets == ["theme", "kind", "support", "country", "area"]


@pytest.mark.parametrize("vocabulary", ["areas", "countries", "themes"])
def test_counts_are_those_of_the_book(book, vocabulary):
    found = values(
        case_collection(book), {"areas": "area", "countries": "country"}.get(vocabulary, "theme")
    )

    expected = {term.id: len(book.cases_with(vocabulary, term)) for term in book.terms(vocabulary)}
    assert found == {id_: count for id_, count in expected.items() if count}


def test_a_case_without_a_year_can_be_found_by_that(make_book, make_case):
    collection = case_collection(make_book(make_case("a"), make_case("b", held="2024-05")))

    assert values(collection, "year") == {"2024": 1, "unknown": 1}


def test_a_group_counts_only_if_an_organisation_is_named(make_book, make_case):
    case = make_case(
        "a",
        stakeholders=[
            {"group": "cci", "organisations": [{"name": "Le Fil"}]},
            {"group": "academia", "organisations": []},
        ],
    )

    assert values(case_collection(make_book(case)), "group") == {"cci": 1}


def test_cases_come_newest_first_and_can_be_had_by_title(make_book, make_case):
    old = make_case("a", title="Alpha", held="2020")
    new = make_case("z", title="Omega", held="2024")
    collection = case_collection(make_book(old, new))

    assert [case.id for case in collection.records] == ["z", "a"]
    by_title = next(order for order in collection.orders if order.id == "title")
    assert collection.positions(by_title) == [1, 0]


def test_cities_are_counted_without_being_offered(book):
    collection = case_collection(book)

    assert values(collection, "city")["rotterdam-nl"] == 2
    assert "city" not in {facet.id for facet in collection.facets}


def test_asks_stand_in_the_order_of_their_cases(book):
    cases = [ask.case.id for ask in ask_collection(book).records]

    assert list(dict.fromkeys(cases)) == [case.id for case in book.newest if book.asks_of(case)]
