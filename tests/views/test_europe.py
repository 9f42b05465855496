"""The map shows every city that has coordinates, and leads to its cases."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from casebank.views.europe import europe_map


def drawn(book):
    return BeautifulSoup(str(europe_map(book)), "html.parser")


def place(city, country, lat=None, lon=None):
    coordinates = {} if lat is None else {"lat": lat, "lon": lon}
    return {"city": city, "country": country, **coordinates}


def test_a_city_with_one_case_leads_to_the_case(make_book, make_case):
    case = make_case("oslo", places=[place("Oslo", "NO", 59.9, 10.7)])

    (link,) = drawn(make_book(case)).select("svg a")

    assert link["href"] == "/cases/oslo/"
    assert link.find("text").get_text() == "Oslo"


def test_a_city_with_several_cases_is_one_link_to_its_country(make_book, make_case):
    here = [place("Oslo", "NO", 59.9, 10.7)]

    (link,) = drawn(make_book(make_case("a", places=here), make_case("b", places=here))).select("a")

    assert link["href"] == "/countries/norway/"
    assert link["aria-label"].count(";") == 1


def test_a_case_without_coordinates_is_not_drawn(make_book, make_case):
    assert drawn(make_book(make_case("a", places=[place("Oslo", "NO")]))).select("svg a") == []


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
