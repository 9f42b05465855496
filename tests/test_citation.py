"""A citation says who tells the page, whose text it tells, when, and where it stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from casebank.about import About
from casebank.citation import ask_citations, book_citation, case_citation, tool_citation
from casebank.publication import Publication

HERE = Publication("Test book", "https://t.example/")
ABOUT = About(version="1.2.0", authors=("The editors",), keywords=("towns",))

REVIEWED = {"status": "reviewed", "reviewed_on": "2026-11-22"}
ASK = {"id": "TV-1", "title": "Teach", "text": "Offer courses [^report].", "themes": ["skills"]}


@pytest.fixture
def cite(make_book, make_case):
    """Cite a case with these fields."""

    def of(**fields):
        case = make_case("x", **fields)
        return case_citation(replace(make_book(case), about=ABOUT), case, HERE)

    return of


@pytest.fixture
def cite_asks(make_book, make_case):
    """Cite the asks of a case with these fields."""

    def of(**fields):
        case = make_case("x", **fields)
        return ask_citations(replace(make_book(case), about=ABOUT), case, HERE)

    return of


def test_the_editors_are_the_authors_of_a_page(cite):
    citation = cite(authors=[{"name": "Ada Author", "organisation": "University"}])

    assert citation.authors == ("The editors",)
    assert citation.container_title == "Test book"


def test_the_authors_of_the_source_are_those_of_the_original(cite):
    original = cite(
        authors=[{"name": "Ada Author"}, {"name": "City"}], published="2025-06"
    ).original

    assert original.authors == ("Ada Author", "City")
    assert original.publisher == "Testville"
    assert original.title == "Report"
    assert original.published == "2025-06"


def test_an_author_of_two_editions_is_named_once(cite):
    authors = [{"name": "A", "source": "PDF"}, {"name": "A", "source": "page"}]

    assert cite(authors=authors).original.authors == ("A",)


def test_the_original_is_a_source_of_the_publisher_of_the_case(cite):
    newspaper = {"id": "n", "title": "News", "publisher": "Gazette", "url": "https://n.example/"}
    report = {"id": "r", "title": "Report", "publisher": "Testville", "file": "r.pdf"}

    assert cite(sources=[newspaper, report]).original.title == "Report"
    assert cite(sources=[newspaper]).original.title == ""
    assert cite(sources=[newspaper]).original.url == ""


def test_a_case_is_cited_as_plain_text(cite):
    citation = cite(
        title="Testville: 'crafts'",
        authors=[{"name": "Ada Author"}],
        published="2025",
        review=REVIEWED,
    )

    assert citation.text == (
        "The editors (22 November 2026). Testville: ‘crafts’. Test book, version 1.2.0."
        " https://t.example/cases/x/"
        " Based on: Ada Author (2025). Report. Testville. https://t.example/"
    )


def test_a_publisher_without_authors_is_named_once(cite):
    assert cite().note == "Based on: Testville. Report. https://t.example/"


def test_nothing_is_invented_for_what_a_book_does_not_say(make_book, make_case):
    case = make_case("x")

    citation = case_citation(make_book(case), case, HERE)

    assert (citation.authors, citation.issued, citation.version) == ((), "", "")
    assert citation.text.startswith("Case x. Test book. https://t.example/cases/x/ Based on:")


def test_a_title_that_ends_with_a_question_mark_gets_no_full_stop(cite):
    assert "Who teaches? Test book," in cite(title="Who teaches?").text


def test_an_ask_is_cited_with_its_own_address_and_its_case(cite_asks):
    (ask,) = cite_asks(title="Testville: crafts", recommendations=[ASK], review=REVIEWED)

    assert ask.id == "TV-1"
    assert ask.url == "https://t.example/cases/x/#TV-1"
    assert ask.title == "Teach (recommendation TV-1 in “Testville: crafts”)"
    assert ask.abstract == "Offer courses."
    assert (ask.authors, ask.issued) == (("The editors",), "2026-11-22")
    assert ask.original.publisher == "Testville"


def test_an_ask_without_a_name_is_cited_by_the_beginning_of_its_text(cite_asks):
    text = "Teach " * 20 + "all."

    (ask,) = cite_asks(conclusions=[{"id": "TV-O", "text": text, "themes": ["skills"]}])

    assert ask.title == "Teach " * 14 + "… (conclusion TV-O in “Case x”)"
    assert ask.abstract == text


def test_a_case_without_asks_has_none_to_cite(cite_asks):
    assert cite_asks() == ()


def test_a_tool_has_no_original_since_nobody_is_named_as_its_author(make_book, make_tool):
    tool = make_tool("liept", acronym="LIEPT", aliases=["Tracking"], review=REVIEWED)

    citation = tool_citation(replace(make_book(tools=(tool,)), about=ABOUT), tool, HERE)

    assert citation.original is None
    assert citation.text == (
        "The editors (22 November 2026). Tool liept. Test book, version 1.2.0."
        " https://t.example/tools-and-methods/liept/"
    )
    assert citation.keywords == ("LIEPT", "Tracking")
    assert citation.genre == "Method"


def test_the_book_is_cited_as_a_dataset_with_the_day_of_its_version(make_book):
    about = replace(ABOUT, released="2026-11-30", abstract="Cases\nof a town.")

    citation = book_citation(replace(make_book(), about=about), HERE)

    assert (citation.id, citation.type) == ("test-book", "dataset")
    assert citation.abstract == "Cases of a town."
    assert citation.text == (
        "The editors (30 November 2026). Test book, version 1.2.0. https://t.example/"
    )


@pytest.mark.parametrize(
    ("name", "key"), [("Médiathèque", "mediatheque"), ("Βιβλίο", "vivlio"), ("本", "casebook")]
)
def test_the_key_of_a_book_is_its_name_in_latin_letters(make_book, name, key):
    assert book_citation(make_book(), Publication(name, "https://t.example/")).id == key


def test_a_line_end_becomes_a_space(cite):
    assert cite(summary="One\nER  - \r\nTY  - JOUR").abstract == "One ER - TY - JOUR"
