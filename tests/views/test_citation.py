"""Citations on pages: the text of the value, its files, and what Zotero sees."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from casebank.about import About
from casebank.citation import ask_citations, case_citation, tool_citation
from casebank.download import Download, Downloads
from casebank.publication import Publication
from casebank.views.case import case_page
from casebank.views.citation import cite_book
from casebank.views.tool import tool_page

HERE = Publication("Test book", "https://t.example/")
ABOUT = About(version="1.2.0", authors=("The editors of a book",))

REVIEWED = {"status": "reviewed", "reviewed_on": "2026-11-22"}
CONCLUSIONS = [{"id": f"TV-{n}", "text": f"Go on {n}.", "themes": ["skills"]} for n in (1, 2)]


@pytest.fixture
def case(make_case):
    """A case with a text that HTML and Markdown would take for theirs."""
    title = 'Crafts & "arts" *in* one < place'
    return make_case("x", title=title, review=REVIEWED, conclusions=CONCLUSIONS)


@pytest.fixture
def small(make_book, case, make_tool):
    """A book of that case and a tool."""
    return replace(make_book(case, tools=(make_tool("y"),)), about=ABOUT)


def citing(html):
    return BeautifulSoup(html, "html.parser").select_one(".citing")


def test_the_text_on_the_page_of_a_case_is_that_of_the_value(small, case):
    block = citing(case_page(small, case, publication=HERE).body)

    assert block.select_one("p.citation").text == case_citation(small, case, HERE).text


def test_the_text_on_the_page_of_a_tool_is_that_of_the_value(small):
    tool = small.tool("y")
    block = citing(tool_page(small, tool, publication=HERE).body)

    assert block.select_one("p.citation").text == tool_citation(small, tool, HERE).text


def test_each_ask_is_cited_at_a_place_that_its_foot_leads_to(small, case):
    page = BeautifulSoup(case_page(small, case, publication=HERE).body, "html.parser")

    for citation in ask_citations(small, case, HERE):
        place = page.find(id=f"cite-{citation.id}")
        assert place.select_one("p.citation").text == citation.text
        assert page.find(id=citation.id).select_one(f'a[href="#cite-{citation.id}"]')
    assert page.select_one(".citing summary").text == "Cite one of the 2 asks"


def test_a_case_without_asks_has_no_list_of_their_citations(make_book, make_case):
    case = make_case("x")

    assert citing(case_page(make_book(case), case).body).select("details") == []


def test_the_files_are_linked(small, case):
    links = [a["href"] for a in citing(case_page(small, case).body).select("a")]

    assert links == [
        *(f"/cases/x/citation.{form}" for form in ("bib", "ris", "json")),
        "/api/v1/cases/x.json",
        *(f"/cases/x/asks.{form}" for form in ("bib", "ris", "json")),
    ]


def test_every_button_to_copy_is_for_those_with_scripts_and_names_what_it_copies(small, case):
    buttons = citing(case_page(small, case).body).select("button")

    assert all("scripted" in button["class"] for button in buttons)
    assert [button.text for button in buttons] == [
        "Copy the citation of Crafts & “arts” *in* one < place",
        "Copy the citation of TV-1",
        "Copy the citation of TV-2",
    ]


def test_the_whole_book_is_cited_by_a_macro(small):
    block = citing(cite_book(small, HERE))

    assert block.select_one("p.citation").text == (
        "The editors of a book. Test book, version 1.2.0. https://t.example/"
    )
    assert "/data/citation.bib" in [a["href"] for a in block.select("a")]


HIGHWIRE = {
    "citation_title": "title",
    "citation_publication_date": "date",
    "citation_language": "language",
    "citation_public_url": "url",
}
"""Which of our tags become which field in Zotero: "HIGHWIRE_MAPPINGS" of its translator."""


def zotero(tags):
    """Return what Zotero's translator "Embedded Metadata" of June 2024 makes of these tags.

    Only as far as our tags go: types come from RDF before they are guessed, a `citation_title`
    alone is an article in a journal, and a name is parted at its comma or else at its last space.
    """
    named = dict(tags)
    guessed = "journalArticle" if "citation_title" in named else "webpage"
    item = {"itemType": named.get("z:itemType", guessed), "websiteType": named.get("DC.type")}
    item |= {field: named[name] for name, field in HIGHWIRE.items() if name in named}
    item.setdefault("url", named.get("citation_abstract_html_url"))
    item["creators"] = [_author(name) for tag, name in tags if tag == "citation_author"]
    item["attachments"] = [named["citation_pdf_url"]] if "citation_pdf_url" in named else []
    return item


def _author(name):
    family, _, given = name.partition(",")
    if "," not in name:
        given, _, family = name.rpartition(" ")
    return {"lastName": family.strip(), "firstName": given.strip()}


def test_zotero_sees_a_page_of_a_website_by_a_group(small, case):
    briefing = Download("downloads/cases/x.pdf", b"", "x", case.address)

    tags = case_page(small, case, Downloads([briefing]), HERE).citation_tags

    assert zotero(tags) == {
        "itemType": "webpage",
        "websiteType": "City case",
        "title": case.title,
        "date": "2026/11/22",
        "language": "en",
        "url": "https://t.example/cases/x/",
        "creators": [{"lastName": "The editors of a book", "firstName": ""}],
        "attachments": ["https://t.example/downloads/cases/x.pdf"],
    }


def test_without_our_type_and_comma_zotero_would_see_an_article_by_a_person(small, case):
    tags = case_page(small, case, publication=HERE).citation_tags
    plain = [(name, text.rstrip(",")) for name, text in tags if name != "z:itemType"]

    assert zotero(plain)["itemType"] == "journalArticle"
    assert zotero(plain)["creators"] == [{"lastName": "book", "firstName": "The editors of a"}]


def test_a_page_says_its_keywords_and_no_tag_is_empty(small, case):
    tags = case_page(small, case, publication=HERE).citation_tags

    assert dict(tags)["citation_keywords"] == "Crafts; Skills"
    assert all(content for _, content in tags)
