"""What a feed says of a case, and the list of all feeds."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from casebank.publication import UNPUBLISHED
from casebank.views.feeds import entry_content, feed_list
from casebank.views.term import term_page


def content_of(make_book, case):
    return BeautifulSoup(entry_content(make_book(case), case, UNPUBLISHED), "html.parser")


def asks(number):
    return [
        {"id": f"A-{n}", "text": f"Do this {n}. [^report]", "themes": ["skills"]}
        for n in range(number)
    ]


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        (
            {"held": "2024-11-20/2024-11-21", "published": "2025"},
            "City case · Testville, Norway · held 20–21 November 2024 · published 2025"
            " · linked case. Draft: not yet compared with its sources.",
        ),
        (
            {"record": "full", "review": {"status": "reviewed", "reviewed_on": "2026-11-22"}},
            "City case · Testville, Norway · date not known. Reviewed on 22 November 2026.",
        ),
    ],
)
def test_an_entry_gives_dates_as_exactly_as_the_source(make_book, make_case, fields, line):
    content = content_of(make_book, make_case("a", **fields))

    assert content.select("p")[1].get_text() == line


def test_an_entry_names_the_asks_and_leads_to_each(make_book, make_case):
    content = content_of(make_book, make_case("a", conclusions=asks(2)))

    assert content.select("p")[2].get_text() == "What it asks for:"
    assert [(link.get_text(), link["href"]) for link in content.select("li a")] == [
        ("Do this 0.", "https://casebook.example/cases/a/#A-0"),
        ("Do this 1.", "https://casebook.example/cases/a/#A-1"),
    ]


def test_of_many_asks_an_entry_names_the_first(make_book, make_case):
    content = content_of(make_book, make_case("a", conclusions=asks(12)))

    assert content.select("p")[2].get_text() == "What it asks for, the first 10 of 12:"
    assert len(content.select("li")) == 10


def test_an_entry_without_asks_has_no_list_of_them(make_book, make_case):
    content = content_of(make_book, make_case("a"))

    assert content.select("ul") == []
    assert content.select("a")[-1]["href"] == "https://casebook.example/cases/a/"


def test_every_feed_is_listed_in_both_forms(make_book):
    page = BeautifulSoup(feed_list(make_book()), "html.parser")

    assert len(page.select("li")) == 1 + 2 + 2 + 3
    assert [(link.get_text(), link["href"]) for link in page.select("li")[3].select("a")] == [
        ("Atom", "/feeds/countries/france.atom"),
        ("JSON Feed", "/feeds/countries/france.json"),
    ]


def test_a_page_of_a_term_offers_its_feed_and_its_data_also_without_a_case(make_book):
    book = make_book()
    page = term_page(book, book.vocabularies["areas"], book.area("games"))
    header = BeautifulSoup(page.body, "html.parser").select_one(".page-head")

    assert [link["href"] for link in header.select("p:last-of-type a")] == [
        "/data/feeds/",
        "/feeds/areas/games.atom",
        "/feeds/areas/games.json",
        "/api/v1/areas/games.json",
    ]
