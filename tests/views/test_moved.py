"""Pages at old addresses lead on or say what was removed; old ids of asks keep their anchors."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from casebank.pages import generated_pages
from casebank.permanence import Move, Removal

ASKS = {
    "record": "full",
    "recommendations": [
        {"id": "NV-1", "title": "Teach", "text": "Offer courses.", "themes": ["skills"]},
    ],
    "portfolios": [{"id": "NV-P1", "title": "A team", "idea": "An idea."}],
}


def removal(address, **more):
    fields = {"title": "What was", "removed_on": "2026-11-30", "reason": "It was wrong.", **more}
    return Removal(address=address, **fields)


@pytest.fixture
def pages(make_book, make_case, make_tool):
    """Make the pages of a book of two cases and a tool with these moves and removals, by path."""

    def make(*moved, removals=()):
        cases = (make_case("lund"), make_case("newville", aliases=["testville"], **ASKS))
        book = make_book(*cases, tools=(make_tool("walk"),))
        book = replace(book, moved=moved, removals=removals)
        return {page.path: page for page in generated_pages(book)}

    return make


def html(page):
    return BeautifulSoup(page.body, "html.parser")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("/cases/testville/", "/cases/newville/", "This case has a new address: Case newville."),
        ("/themes/skils/", "/themes/skills/", "This theme has a new address: Skills."),
        ("/areas/craft/", "/areas/crafts/", "This innovation area has a new address: Crafts."),
        ("/countries/norge/", "/countries/norway/", "This country has a new address: Norway."),
        (
            "/tools-and-methods/stroll/",
            "/tools-and-methods/walk/",
            "This tool has a new address: Tool walk.",
        ),
    ],
)
def test_a_page_that_has_moved_leads_on(pages, old, new, words):
    moved = () if old.startswith("/cases/") else (Move(old=old, new=new),)
    page = pages(*moved)[f"{old.strip('/')}.md"]

    assert page.redirect == new
    assert page.scripts == ("moved",)
    assert html(page).select_one("a[data-moved]")["href"] == new
    assert html(page).select_one(".summary").get_text() == words


def test_a_moved_ask_has_no_page_of_its_own(pages):
    made = pages(Move(old="/cases/newville/#TV-1", new="/cases/newville/#NV-1"))

    assert sorted(path for path in made if path.startswith("cases/")) == [
        "cases/lund.md",
        "cases/newville.md",
        "cases/testville.md",
    ]


@pytest.mark.parametrize("id_", ["NV-1", "NV-P1"])
def test_an_ask_or_portfolio_keeps_an_anchor_with_its_old_id(pages, id_):
    page = pages(Move(old="/cases/testville/#TV-1", new=f"/cases/newville/#{id_}"))

    anchor = html(page["cases/newville.md"]).select_one("#TV-1")

    assert anchor.name == "a"
    assert anchor.parent["id"] == id_


def test_an_ask_that_kept_its_id_in_another_case_has_no_second_anchor(pages):
    page = pages(Move(old="/cases/lund/#NV-1", new="/cases/newville/#NV-1"))

    assert len(html(page["cases/newville.md"]).select("#NV-1")) == 1


def test_an_ask_that_is_on_another_page_now_is_led_to(pages):
    page = pages(Move(old="/cases/lund/#LU-1", new="/cases/newville/#NV-1"))["cases/lund.md"]

    entry = html(page).select_one("#LU-1")

    assert entry.get_text() == "LU-1 has moved: NV-1 in “Case newville”."
    assert entry.a["href"] == "/cases/newville/#NV-1"


def test_a_removed_ask_says_why_on_the_page_of_its_case(pages):
    gone = removal("/cases/newville/#NV-9", instead="/cases/newville/#NV-1")

    entry = html(pages(removals=(gone,))["cases/newville.md"]).select_one("#NV-9")

    assert entry.get_text() == (
        "NV-9 was removed: What was (30 November 2026). It was wrong. "
        "Instead: NV-1 in “Case newville”."
    )


def test_nothing_is_said_where_nothing_has_left(pages):
    assert "No longer" not in pages()["cases/newville.md"].body


def test_what_was_removed_says_why_and_where_to_turn(pages):
    page = pages(removals=(removal("/cases/gone/", instead="/cases/lund/"),))["cases/gone.md"]

    text = html(page).get_text(" ", strip=True)

    assert page.is_removed
    assert "What was This case stood at this address and is no longer part of the book." in text
    assert "Removed. 30 November 2026 Why. It was wrong. Instead. Case lund All cases" in text


def test_what_was_removed_is_in_no_list(make_book, make_case):
    from casebank.outputs import data_files

    book = replace(make_book(make_case("lund")), removals=(removal("/cases/gone/"),))
    lists = ("api/v1/cases.json", "data/cases.csv", "feeds/cases.atom")

    written = {
        output.path: output.data.decode() for output in data_files(book) if output.path in lists
    }

    assert set(written) == set(lists)
    assert not [path for path, text in written.items() if "/gone" in text]


def test_an_ask_that_moved_before_its_page_was_removed_is_still_led_to(pages):
    moved = Move(old="/cases/gone/#GO-1", new="/cases/newville/#NV-1")
    page = pages(moved, removals=(removal("/cases/gone/"),))["cases/gone.md"]

    assert html(page).select_one("#GO-1 a")["href"] == "/cases/newville/#NV-1"


@pytest.mark.parametrize("text", ['"><b>x</b>', "a & b", "مرحبا", "🎭" * 150, "{% x %}"])
def test_what_is_said_of_a_removal_is_text(pages, text):
    gone = Removal.model_construct(
        address="/cases/gone/", title=text, removed_on="2026", reason=text, instead=None
    )
    page = html(pages(removals=(gone,))["cases/gone.md"])

    assert page.select("b b, h1 b") == []
    assert page.select_one("h1").get_text().replace("“", '"') == text
