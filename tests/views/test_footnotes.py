"""Citations in pages of docs/: numbers, and the sources at the end."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from casebank.provenance import Source
from casebank.views.footnotes import in_words, with_sources

SOURCES = {
    "a": Source(id="a", title="Report", url="https://t.example/a", publisher="City", year="2025"),
    "b": Source(id="b", title="Letter", file="letter.pdf"),
    "c": Source.model_construct(id="c", title="<b>Never</b> cited", url="https://t.example/c"),
}


def test_sources_are_numbered_as_they_are_cited():
    page = BeautifulSoup(with_sources("<p>B [^b]. A [^a]. B [^b].</p>", SOURCES), "html.parser")

    assert page.p.get_text() == "B[1]. A[2]. B[1]."
    assert [item["id"] for item in page.select(".sources li")] == ["source-b", "source-a"]


def test_a_mark_leads_to_its_source():
    page = BeautifulSoup(with_sources("<p>A [^a]</p>", SOURCES), "html.parser")

    assert page.select_one("sup a")["href"] == "#source-a"


def test_a_page_without_citations_has_no_list():
    assert with_sources("<p>A</p>", SOURCES) == "<p>A</p>"


def test_a_citation_without_a_source_is_refused():
    with pytest.raises(KeyError, match="unknown"):
        with_sources("<p>A [^unknown]</p>", SOURCES)


def test_a_citation_in_code_is_only_shown():
    html = "<p>Write <code>[^key]</code> [^a]</p>"

    assert "<code>[^key]</code>" in with_sources(html, SOURCES)


def test_a_title_is_escaped():
    assert "<b>" not in with_sources("<p>A [^c]</p>", SOURCES)


def test_a_source_in_words_says_who_when_and_where():
    assert in_words(SOURCES["a"]) == "Report. City, 2025. https://t.example/a."


def test_a_source_without_an_address_says_so():
    assert in_words(SOURCES["b"]) == ("Letter. Read as “letter.pdf”, no public address known.")
