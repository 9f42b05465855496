"""The map shows every city that has coordinates, and leads to its cases."""

from __future__ import annotations

from itertools import pairwise

import pytest
from bs4 import BeautifulSoup

from casebank.views.europe import DRAWN, LISTED, europe_map


def drawn(book):
    return BeautifulSoup(str(europe_map(book)), "html.parser")


def place(city, country, lat=None, lon=None):
    coordinates = {} if lat is None else {"lat": lat, "lon": lon}
    return {"city": city, "country": country, **coordinates}


def test_a_city_with_one_case_leads_to_the_case(make_book, make_case):
    case = make_case("oslo", places=[place("Oslo", "NO", 59.9, 10.7)])

    (link,) = drawn(make_book(case)).select("svg [data-city]")

    assert link["href"] == "/cases/oslo/"
    assert link.find("text").get_text() == "Oslo"


def test_a_city_with_several_cases_is_one_link_to_its_place_on_its_country(make_book, make_case):
    here = [place("Oslo", "NO", 59.9, 10.7)]
    book = make_book(make_case("a", places=here), make_case("b", places=here))

    (link,) = drawn(book).select("svg [data-city]")

    assert link["href"] == "/countries/norway/#city-oslo-no"
    assert link["aria-label"] == "Oslo: 2 cases"


def test_a_case_without_coordinates_is_on_the_list_only(make_book, make_case):
    europe = drawn(make_book(make_case("a", places=[place("Oslo", "NO")])))

    assert europe.select("svg [data-city]") == []
    assert europe.select_one(".places li a")["href"] == "/cases/a/"


def test_a_place_outside_europe_is_on_the_list_only(make_book, make_case):
    europe = drawn(make_book(make_case("a", places=[place("Cayenne", "FR", 4.9, -52.3)])))

    assert europe.select("svg [data-city]") == []
    assert europe.select_one(".places li a")["href"] == "/cases/a/"


def test_a_country_with_a_case_is_a_link(make_book, make_case):
    europe = drawn(make_book(make_case("a", places=[place("Oslo", "NO")])))

    assert europe.select_one("svg [data-country]")["href"] == "/countries/norway/"
    assert europe.select_one("svg [data-country]")["aria-label"] == "Norway: 1 case"


def test_among_many_cities_those_with_most_cases_are_drawn(make_book, make_case):
    last = DRAWN + 4
    cases = [
        make_case(f"c{index:03}", places=[place(f"City {index:03}", "NO", 58 + index / 20, 10)])
        for index in range(last + 1)
    ]
    twice = make_case("twice", places=[place(f"City {last:03}", "NO", 61.2, 10)])
    europe = drawn(make_book(*cases, twice))

    keys = {link["data-city"] for link in europe.select("svg [data-city]")}
    assert len(keys) == DRAWN
    assert f"city-{last:03}-no" in keys
    items = europe.select(".places li")
    assert len(items) == LISTED + 1
    assert items[-1].get_text(strip=True) == f"{last + 1 - LISTED} more cities"


def test_labels_never_cover_each_other(make_book, make_case):
    crowd = [
        make_case(f"c{index}", places=[place(f"Crowded {index}", "FR", 48 + index / 50, 3)])
        for index in range(12)
    ]
    europe = drawn(make_book(*crowd))

    heights = sorted(int(text["y"]) for text in europe.select('svg text:not([text-anchor="end"])'))
    assert heights
    assert all(lower - upper >= 18 for upper, lower in pairwise(heights))


@pytest.mark.parametrize(("number", "shade"), [(0, "none"), (1, "one"), (2, "more"), (3, "more")])
def test_a_country_is_shaded_by_its_cases(make_book, make_case, number, shade):
    cases = [make_case(f"c{index}", places=[place("Oslo", "NO")]) for index in range(number)]

    paths = drawn(make_book(*cases)).select(f".map__country--{shade} title")

    named = [title.get_text().split(":")[0] for title in paths]
    assert ("Norway" in named) is (number > 0)


def test_a_label_that_would_cover_another_city_stands_on_the_left(make_book, make_case):
    west = make_case("a", places=[place("Westcity", "FR", 48.0, 3.0)])
    east = make_case("b", places=[place("Eastcity", "FR", 48.0, 3.6)])

    labels = {
        text.get_text(): text.get("text-anchor")
        for text in drawn(make_book(west, east)).select("text")
    }

    assert labels == {"Westcity": "end", "Eastcity": None}
