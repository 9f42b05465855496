"""The lists of /maintain/: what to do, where to edit, and never longer than a page can bear."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from casebank.forge import Forge
from casebank.views.upkeep import GROUPS, MOST_SHOWN, all_work, upkeep_lists

FORGE = Forge("https://forge.example/city/book")


def shown(book, group, forge=FORGE):
    return BeautifulSoup(upkeep_lists(book, group, forge), "html.parser")


def line(book, group, list_):
    (item,) = shown(book, group).select(f"#{list_} li")
    return item


def test_a_draft_is_listed_with_its_page_and_a_link_to_edit_it(make_book, make_case):
    item = line(make_book(make_case("lund", title="Lund: AI")), "reviews", "unreviewed")

    assert item.a["href"] == "/cases/lund/"
    assert item.p.get_text() == "Draft: not yet compared with its sources"
    assert item.select_one(".work__edit")["href"] == FORGE.edit("cases/lund.md")
    assert item.select_one(".work__edit").get_text() == "Edit Lund: AI"


def test_without_a_forge_there_is_nothing_to_edit(make_book, make_case):
    page = shown(make_book(make_case("lund")), "reviews", forge=None)

    assert page.select_one("li")
    assert page.select(".work__edit") == []


@pytest.mark.parametrize("group", GROUPS)
def test_an_empty_list_says_that_nothing_is_to_be_done(make_book, group):
    page = shown(make_book(), group)

    for work in page.select(".work:not(:has(li))"):
        assert "Nothing to do." in work.get_text()
    assert page.select(".work")


def test_every_list_with_something_says_what_to_do_in_one_sentence(book):
    for work in all_work(book):
        assert work.remedy.endswith("."), work.id
        assert ". " not in work.remedy, work.id


def test_a_linked_case_is_not_called_incomplete(make_book, make_case):
    page = shown(make_book(make_case("card")), "missing")

    assert page.select("#incomplete li") == []
    assert page.select_one("#linked li a")["href"] == "/cases/card/"


def test_a_field_that_is_missing_is_explained(make_book, make_case):
    page = shown(make_book(make_case("card")), "missing")

    assert page.select_one("#without-authors summary").get_text() == "Without authors 1"
    assert "Authors whom the source names." in page.select_one("#without-authors p").get_text()


def test_terms_are_counted_one_by_one_and_edited_in_their_vocabulary(make_book):
    page = shown(make_book(), "terms")

    assert page.select_one("#unused-term .work__count").get_text() == "13"
    areas = page.select_one("#unused-term li")
    assert areas.p.get_text() == "2 of 2: Crafts, Games"
    assert areas.select_one(".work__edit")["href"] == FORGE.edit("vocabularies/areas.yml")


def test_a_long_list_is_cut_and_says_where_all_of_it_is(make_book, make_case):
    cases = (make_case(f"case-{number:04}") for number in range(MOST_SHOWN + 1_200))

    page = shown(make_book(*cases), "reviews")

    assert page.select_one("#unreviewed .work__count").get_text() == f"{MOST_SHOWN + 1_200:,}"
    assert len(page.select("#unreviewed li")) == MOST_SHOWN
    assert "And 1,200 more: casebank list upkeep" in page.get_text()


def test_what_contributors_write_is_escaped(make_book, make_case):
    case = make_case("x")
    hostile = {
        "title": "<script>alert(1)</script>",
        "editor_notes": ("<img src=x onerror=alert(1)>",),
        "sources": (case.sources[0].model_copy(update={"title": "<b>A</b>", "url": None}),),
    }
    case = case.model_copy(update=hostile)

    for group in GROUPS:
        assert shown(make_book(case), group).select("script, img, b") == []


def test_a_note_is_shown_without_the_marks_of_its_sources(make_book, make_case):
    item = line(make_book(make_case("a", editor_notes=["No date [^report]."])), "doubts", "doubt")

    assert item.p.get_text() == "No date."


def test_notes_are_counted_one_by_one_and_stand_under_their_case(make_book, make_case):
    page = shown(make_book(make_case("a", editor_notes=["No date.", "Two spellings."])), "doubts")

    assert page.select_one(".work__count").get_text() == "2"
    assert [note.get_text() for note in page.select("li p")] == ["No date.", "Two spellings."]


def test_each_list_has_an_anchor_of_its_own(book):
    anchors = [work.id for group in GROUPS.values() for work in group(book.upkeep)]

    assert len(anchors) == len(set(anchors))
