"""The codebook as readers see it: complete, unambiguous, escaped, and no longer than it must be."""

from __future__ import annotations

import gzip
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from casebank.codebook import codebook
from casebank.docs_pages import docs_pages
from casebank.publication import UNPUBLISHED
from casebank.tables.all import tables
from casebank.term import Label
from casebank.typography import typographic
from casebank.views.codebook import (
    LISTED,
    codebook_fields,
    codebook_tables,
    codebook_vocabularies,
)
from casebank.views.indexes import index_macros
from casebank.views.templates import documentation

REPOSITORY = Path(__file__).parents[2]


def page_of(book, name="codebook"):
    """Return the HTML of a whole page of docs/data/ with this book."""
    pages = docs_pages(REPOSITORY, index_macros(lambda: book), "data")
    return next(page.html for page in pages if page.path == f"data/{name}.md")


@pytest.fixture(scope="module")
def codebook_page(book):
    """The page with the real book."""
    return BeautifulSoup(page_of(book), "html.parser")


@pytest.fixture(scope="module")
def tables_page(book):
    """The page of tables with the real book."""
    return BeautifulSoup(page_of(book, "tables"), "html.parser")


@pytest.fixture(scope="module")
def entries(codebook_page):
    """Each element of the page that has an anchor, by it."""
    return {element["id"]: element for element in codebook_page.select("[id]")}


def words(html):
    """Return the text of some HTML with single spaces."""
    return " ".join(BeautifulSoup(str(html), "html.parser").get_text().split())


def entry_of(html, anchor):
    """Return the words of one entry."""
    return words(BeautifulSoup(str(html), "html.parser").find(id=anchor))


# Everything is there.


def test_every_field_stands_there_with_its_meaning(entries, book):
    found = codebook(book)

    for one in (*found.case, *found.tool, *found.term):
        entry = entries[one.anchor]
        assert entry.dt.code.get_text() == one.field.path
        assert words(entry.dd).startswith(words(documentation(one.field.meaning)))


def test_every_term_stands_there_with_its_definition(entries, book):
    for name, vocabulary in book.vocabularies.items():
        for term in vocabulary.terms:
            entry = entries[f"{name}-{term.id}"]
            assert words(documentation(term.definition)) in words(entry.dd), term.id
            assert words(typographic(term.label.fr)) in words(entry.dd), term.id


def test_every_column_of_every_table_stands_there_or_in_a_table_with_the_same_columns(
    tables_page, book
):
    entries = {element["id"]: element for element in tables_page.select("[id]")}
    for table in tables(book, UNPUBLISHED):
        heading = entries[f"table-{table.name}"]
        like = heading.find_next("p").select_one("a[href^='#table-']")
        name = like["href"].removeprefix("#table-") if like else table.name
        for column in table.columns:
            entry = entries[f"table-{name}.{column.name}"]
            assert words(documentation(column.meaning)) in words(entry.dd)


def test_no_anchor_is_there_twice_and_every_link_within_the_page_leads_to_one(
    codebook_page, tables_page
):
    for page in (codebook_page, tables_page):
        anchors = [element["id"] for element in page.select("[id]")]
        targets = {link["href"][1:] for link in page.select("a[href^='#']")}

        assert sorted(anchors) == sorted(set(anchors))
        assert targets <= set(anchors)


# What an entry says.


@pytest.mark.parametrize(
    ("anchor", "said"),
    [
        ("case-title", "Needed · one line, at most 200 characters · for example “Saint-Étienne:"),
        ("case-summary", "text of at most 300 characters · for example"),
        ("case-held", "May be left out · date · for example 2025-03-19"),
        ("case-areas", "Needed · a list of terms of Innovation areas, by id · for example ai-cci"),
        ("case-places", "Needed · a list of entries, each with the fields below"),
        ("case-places.lat", "May be left out · number, from −90 to 90 · for example 45.44"),
        ("case-rights", "Needed · text, which may cite sources"),
        ("case-opsi", "May be left out · the fields below"),
        ("case-actions.status", "May be left out; unknown is then meant · one of these values"),
        ("case-tools", "a list of tools, by id"),
        ("tool-canvases", "a list of ids of files in canvases/"),
    ],
)
def test_an_entry_says_what_its_field_can_hold(entries, anchor, said):
    assert said in words(entries[anchor])


def test_a_field_names_the_cases_that_fill_it(make_book, make_case):
    book = make_book(make_case("told", funding="Paid by the city."), make_case("mute"))

    html = BeautifulSoup(codebook_fields(book, "case"), "html.parser")

    entry = html.find(id="case-funding")
    assert entry.summary.get_text() == "Filled in 1 of 2 cases"
    assert [link["href"] for link in entry.select("details a")] == ["/cases/told/"]
    assert "Filled in all 2 cases." in words(html.find(id="case-title"))
    assert "No case fills it yet." in words(html.find(id="case-held"))


def test_a_value_has_the_number_of_its_cases(make_book, make_case):
    book = make_book(make_case("a"), make_case("b"), make_case("c", kind="peer-review"))

    said = entry_of(codebook_fields(book, "case"), "case-kind")

    assert "city-case 2 cases" in said
    assert "peer-review 1 case" in said


def test_a_term_leads_to_its_cases_and_asks_in_the_explorers(entries, book):
    theme = entries["themes-skills"]
    hrefs = [link["href"] for link in theme.select("a")]

    assert hrefs == ["/themes/skills/", "/cases/?theme=skills", "/recommendations/?theme=skills"]
    assert f"{book.asks_by_theme['skills']} asks" in words(theme)


def test_a_term_without_an_explorer_names_its_cases_and_tools(make_book, make_case, make_tool):
    tool = make_tool("canvas", audiences=["funders"])
    book = make_book(make_case("told", audiences=["funders"]), tools=(tool,))

    html = BeautifulSoup(codebook_vocabularies(book), "html.parser")

    hrefs = [link["href"] for link in html.find(id="audiences-funders").select("details a")]
    assert hrefs == ["/cases/told/", "/tools-and-methods/canvas/"]


def test_columns_that_tables_share_are_told_once(book):
    html = BeautifulSoup(codebook_tables(book, UNPUBLISHED), "html.parser")

    heading = html.find(id="table-themes")
    assert "Its columns are those of areas." in words(heading.find_next("p"))
    assert html.find(id="table-themes.id") is None


# Hostile texts, and many cases.


def test_hostile_texts_are_escaped(make_book, make_case):
    hostile = "</dd><script>alert(1)</script> & \"quotes' {{ 7 * 7 }} [x](javascript:x) \u202e🎨"
    told = make_case("told", funding="Paid.", audiences=["funders"])
    book = make_book(told.model_copy(update={"title": hostile}), make_case("mute"))
    audiences = book.vocabularies["audiences"]
    label = Label.model_construct(en=hostile, fr=hostile)
    said = {"definition": hostile, "aliases": (hostile,), "short": hostile, "label": label}
    term = audiences.terms[0].model_copy(update=said)
    changed = {"title": label, "definition": hostile, "terms": (term,)}
    book = replace(
        book,
        vocabularies={**book.vocabularies, "audiences": audiences.model_copy(update=changed)},
    )

    page = BeautifulSoup(page_of(book), "html.parser")

    assert page.select("script, [href^='javascript:'], em") == []
    assert "</dd><script>alert(1)</script> & " in page.find(id="audiences-funders").dd.get_text()
    assert "{{ 7 * 7 }} [x](javascript:x)" in page.find(id="case-funding").get_text()
    assert page.find(id="audiences").get_text().startswith("</dd><script>")


def test_the_page_hardly_grows_with_the_number_of_cases(make_book, make_case):
    def weight(count):
        cases = (
            make_case(
                f"a-rather-long-id-of-case-{n:05}",
                title=f"A rather long title of case {n:05} " + "x" * 120,
                funding="Paid." if n % 2 else None,
                held="2025" if n % LISTED == 0 else None,
                audiences=["funders"],
            )
            for n in range(count)
        )
        return len(gzip.compress(page_of(make_book(*cases)).encode()))

    assert weight(300) < weight(LISTED) + 2_000


def test_a_field_that_many_cases_fill_names_none(make_book, make_case):
    cases = [make_case(f"c-{n}", funding="Paid.") for n in range(LISTED + 1)]
    book = make_book(*cases, make_case("mute"))

    html = BeautifulSoup(codebook_fields(book, "case"), "html.parser")

    assert f"Filled in {LISTED + 1} of {LISTED + 2} cases." in words(html.find(id="case-funding"))
    assert html.find(id="case-funding").details is None


def test_the_text_of_the_page_says_how_many_cases_are_named(codebook_page):
    assert LISTED == 12, "the page says twelve"
    assert "Up to twelve cases are named" in codebook_page.get_text()
