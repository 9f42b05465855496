"""Pages of terms stay readable however many records stand under a term."""

from __future__ import annotations

from bs4 import BeautifulSoup

from casebank.views.templates import MOST_LISTED
from casebank.views.term import term_page


def many(make_case, number, **fields):
    return [
        make_case(f"c{index:03}", held=str(2000 + index % 20), **fields) for index in range(number)
    ]


def body_of(book, vocabulary, term):
    return BeautifulSoup(term_page(book, book.vocabularies[vocabulary], term).body, "html.parser")


def test_all_cases_of_an_area_are_listed_while_they_are_few(make_book, make_case):
    book = make_book(*many(make_case, 3))
    page = body_of(book, "areas", book.area("crafts"))

    assert len(page.select(".card")) == 3
    assert page.select_one(".more") is None


def test_of_very_many_the_newest_are_listed_and_the_others_are_one_click_away(make_book, make_case):
    book = make_book(*many(make_case, MOST_LISTED + 10))
    page = body_of(book, "areas", book.area("crafts"))

    assert len(page.select(".card")) == MOST_LISTED
    assert page.select_one(".cards").get_text().count("· 2000 ·") == 1  # of eleven of the oldest
    assert page.select_one(".more a")["href"] == "/cases/?area=crafts"
    assert page.select_one(".more a").get_text() == "All 210 cases, with filters"


def test_of_very_many_asks_a_theme_lists_those_of_the_newest_cases(make_book, make_case):
    cases = [
        make_case(
            f"c{index:03}",
            record="full",
            held=str(2000 + index % 20),
            conclusions=[{"id": f"C{index}-1", "text": "Teach.", "themes": ["skills"]}],
        )
        for index in range(MOST_LISTED + 10)
    ]
    book = make_book(*cases)
    page = body_of(book, "themes", book.theme("skills"))

    assert len(page.select(".ask-list > li")) == MOST_LISTED
    assert page.select_one(".more a")["href"] == "/recommendations/?theme=skills"


def test_cases_of_one_city_stand_together_on_the_page_of_their_country(make_book, make_case):
    def place(city):
        return [{"city": city, "country": "NO"}]

    book = make_book(
        make_case("a", places=place("Oslo")),
        make_case("b", places=place("Bergen")),
        make_case("c", places=place("Oslo")),
    )
    page = body_of(book, "countries", book.country("NO"))

    titles = [card.h3.get_text() for card in page.select(".card")]
    assert titles == ["Case b", "Case a", "Case c"]
    assert [card.get("id") for card in page.select(".card")] == [
        "city-bergen-no",
        "city-oslo-no",
        None,
    ]
