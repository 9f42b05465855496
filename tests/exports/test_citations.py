"""Files of citations: foreign readers find in every one what the book says."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
import rispy
from citeproc import Citation as Cited
from citeproc import CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from pybtex.database import parse_string

from casebank.citation import ask_citations, book_citation, case_citation, tool_citation
from casebank.exports.citations import citation_files
from casebank.permanence import Move
from casebank.publication import Publication
from casebank.typography import typographic
from tests.latex import printed

HERE = Publication("Test book", "https://t.example/folder/")


CONCLUSION = {"id": "TV-1", "text": "Go on.", "themes": ["skills"]}


@pytest.fixture(scope="module")
def files(book):
    """Texts of the files of the real book by their paths."""
    return {file.path: file.content for file in citation_files(book, HERE)}


@pytest.fixture(scope="module")
def expected(book):
    """What each of these files holds, by its path without ending."""
    found = {"data/citation": (book_citation(book, HERE),)}
    for case in book.cases:
        found[f"cases/{case.id}/citation"] = (case_citation(book, case, HERE),)
        if asks := ask_citations(book, case, HERE):
            found[f"cases/{case.id}/asks"] = asks
    for tool in book.tools:
        found[f"tools-and-methods/{tool.id}/citation"] = (tool_citation(book, tool, HERE),)
    return found


def test_every_case_tool_and_ask_and_the_book_have_theirs(files, expected, book):
    assert {path.rpartition(".")[0] for path in files} == set(expected)
    assert {path.rpartition(".")[2] for path in files} == {"bib", "ris", "json"}
    assert len(files) == 3 * len(expected)
    asks = [one.id for path, cited in expected.items() if path.endswith("/asks") for one in cited]
    assert sorted(asks) == sorted(ask.id for ask in book.asks)


def test_pybtex_reads_the_books_values(files, expected):
    for path, citations in expected.items():
        entries = parse_string(files[f"{path}.bib"], "bibtex").entries
        assert list(entries) == [one.id for one in citations]
        for citation, entry in zip(citations, entries.values(), strict=True):
            authors = [printed(str(person)[1:-1]) for person in entry.persons["author"]]
            assert authors == [typographic(name) for name in citation.authors]
            assert printed(entry.fields["title"][1:-1]) == typographic(citation.title)
            assert printed(entry.fields["abstract"]) == typographic(citation.abstract)
            assert printed(entry.fields.get("note", "")) == citation.note
            assert entry.fields["url"] == citation.url
            assert entry.fields.get("year", "") == citation.issued[:4]


def test_rispy_reads_the_books_values(files, expected):
    for path, citations in expected.items():
        references = rispy.loads(files[f"{path}.ris"])
        for citation, read in zip(citations, references, strict=True):
            assert read["id"] == citation.id
            assert read["authors"] == [f"{name}," for name in citation.authors]
            assert read["title"] == citation.title
            assert read.get("secondary_title", "") == citation.container_title
            assert read["abstract"] == citation.abstract
            assert read.get("keywords", []) == list(citation.keywords)
            assert read.get("notes", []) == [note for note in [citation.note] if note]
            assert read["urls"] == [citation.url]


def test_a_citation_processor_prints_each_of_them(files, expected):
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    for path, citations in expected.items():
        source = CiteProcJSON(json.loads(files[f"{path}.json"]))
        bibliography = CitationStylesBibliography(style, source, formatter.plain)
        for citation in citations:
            bibliography.register(Cited([CitationItem(citation.id)]))
        for citation, line in zip(citations, bibliography.bibliography(), strict=True):
            assert str(line).startswith(f"{citation.authors[0]} (")
            assert str(line).endswith(f" {citation.url}.")


def test_csl_json_holds_the_books_values(files, expected):
    for path, citations in expected.items():
        for citation, item in zip(citations, json.loads(files[f"{path}.json"]), strict=True):
            assert item["id"] == citation.id
            assert item["title"] == citation.title
            assert item["URL"] == citation.url
            assert item["abstract"] == citation.abstract
            assert [name["literal"] for name in item["author"]] == list(citation.authors)


def test_an_earlier_id_gives_todays_citation(make_book, make_case):
    case = make_case("new", aliases=["old"], conclusions=[CONCLUSION])
    files = {file.path: file.content for file in citation_files(make_book(case), HERE)}

    for name in ("citation.bib", "citation.ris", "citation.json", "asks.bib"):
        assert files[f"cases/old/{name}"] == files[f"cases/new/{name}"]
    assert "https://t.example/folder/cases/new/" in files["cases/old/citation.bib"]


def test_an_earlier_address_of_a_tool_gives_todays_citation(make_book, make_tool):
    moved = (Move(old="/tools-and-methods/old/", new="/tools-and-methods/new/"),)
    book = replace(make_book(tools=(make_tool("new"),)), moved=moved)
    files = {file.path: file.content for file in citation_files(book, HERE)}

    old, new = (files[f"tools-and-methods/{id_}/citation.ris"] for id_ in ("old", "new"))
    assert old == new


def test_they_are_the_same_bytes_each_time(book, files):
    assert {file.path: file.content for file in citation_files(book, HERE)} == files
