"""What pages of the built site say to programs: the same as the file of linked data."""

from __future__ import annotations

import json
from pathlib import Path

import frontmatter
import pytest
from bs4 import BeautifulSoup
from jinja2 import Environment
from rdflib import RDF, Graph, URIRef

from casebank.book import Book
from casebank.rule import PLAIN
from casebank.schema_org import case_thing, on_page
from casebank.term import BROWSED
from casebank.views.case import case_page
from tests.forced import full_case, spoilt
from tests.forced_site import TEXTS
from tests.rdf_checks import SCHEMA, SITE, said_of, triples

THEME = Path(__file__).parents[2] / "theme" / "main.html"

SCRIPT = 'script[type="application/ld+json"]'


@pytest.fixture(scope="module")
def graph(site) -> Graph:
    """What the published file says."""
    return triples(json.loads(site.file("/data/casebook.jsonld").read_text(encoding="utf-8")))


def _page(site, address: str) -> Graph:
    (script,) = site.page(address).select(SCRIPT)
    return triples(json.loads(script.string))


def _addresses(book) -> list[str]:
    records = [record.address for record in (*book.cases, *book.tools)]
    return records + [f"/{name}/{term.id}/" for name in BROWSED for term in book.terms(name)]


def test_cases_tools_and_terms_say_of_themselves_what_the_file_says(site, book, graph):
    for address in _addresses(book):
        page = _page(site, address)
        named = {node for node in page.subjects() if isinstance(node, URIRef)}
        about_itself = {node for node in named if node.endswith(address)}

        assert len(about_itself) == 1, address
        for node in named:
            assert said_of(page, node) <= said_of(graph, node), address


def test_each_page_is_named_by_its_own_address(site, book):
    for address in _addresses(book):
        canonical = site.page(address).select_one("link[rel=canonical]")["href"]
        assert URIRef(str(canonical)) in _page(site, address).subjects(), address


def test_the_page_of_data_describes_the_dataset(site):
    page = _page(site, "/data/")
    (dataset,) = page.subjects(RDF.type, SCHEMA.Dataset)

    assert list(page.objects(dataset, SCHEMA.license))
    for file in page.objects(predicate=SCHEMA.contentUrl):
        assert site.file(f"/{file.partition('/casebook/')[2]}").is_file(), file


def test_pages_of_other_matters_say_nothing(site):
    assert site.page("/about/").select(SCRIPT) == []


@pytest.mark.parametrize("text", TEXTS)
def test_no_text_ends_the_script_or_is_told_otherwise_than_written(book, text):
    case = spoilt(full_case("x", "X"), {PLAIN: text})
    book = Book((case,), book.tools, book.vocabularies)
    page = frontmatter.loads(case_page(book, case, publication=SITE).output().data.decode())
    (line,) = [row for row in THEME.read_text(encoding="utf-8").splitlines() if "ld+json" in row]
    # MkDocs' environment escapes nothing by itself.
    html = Environment(autoescape=False).from_string(line).render(meta=page.metadata)  # noqa: S701
    soup = BeautifulSoup(f"<head>{html}</head>", "html.parser")

    assert [tag.name for tag in soup.find_all()] == ["head", "script"]
    assert json.loads(soup.script.string) == on_page(case_thing(book, case, SITE))
