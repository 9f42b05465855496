"""The explorer's page is whole by itself."""

from __future__ import annotations

from bs4 import BeautifulSoup

from casebank.views.explorer import CASES_AT_FIRST, case_explorer


def shown(book):
    return BeautifulSoup(str(case_explorer(book)), "html.parser")


def test_it_offers_each_value_with_its_number(book):
    skills = shown(book).select_one('input[name="theme"][value="skills"]').parent

    assert skills.b.get_text() == str(len(book.cases_with("themes", book.theme("skills"))))


def test_of_many_cases_it_holds_the_newest_and_says_where_all_are(make_book, make_case):
    cases = [make_case(f"c{number:03}") for number in range(CASES_AT_FIRST + 1)]
    explorer = shown(make_book(*cases))

    assert len(explorer.select("article.card")) == CASES_AT_FIRST
    note = explorer.select_one(".unscripted")
    assert "25 cases" in note.get_text()
    assert note.a["href"] == "/cases/all/"


def test_of_few_cases_nothing_is_left_out_and_nothing_said(book):
    assert shown(book).select_one(".unscripted") is None


def test_an_empty_book_has_no_filter_to_offer(make_book):
    explorer = shown(make_book())

    assert explorer.select("input[type=checkbox]") == []
    assert explorer.select_one(".explorer__count").get_text() == "0 cases"
