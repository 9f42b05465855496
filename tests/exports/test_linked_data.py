"""The whole book as linked data: each record once, under its address, with what it says."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from rdflib import DCTERMS, RDF, Literal, Namespace, URIRef

from casebank.book import Book
from casebank.exports.linked_data import casebook_graph
from casebank.iris import Iris
from casebank.prose import without_citations
from casebank.rule import ASK_ID, PLAIN, WEB_ADDRESS
from casebank.schema_org import case_thing, on_page, tool_thing
from tests.forced import full_case, spoilt
from tests.forced_site import FULLEST, TEXTS
from tests.rdf_checks import SCHEMA, SITE, bad_iris, faults, said_of, triples

CITO = Namespace("http://purl.org/spar/cito/")

IRIS = Iris(SITE)


def _iri(address: str) -> URIRef:
    return URIRef(IRIS.of(address))


@pytest.fixture(scope="module")
def document(book):
    """The file of the real book, as JSON."""
    return json.loads(casebook_graph(book, SITE).content)


@pytest.fixture(scope="module")
def graph(book):
    """The same in triples."""
    return triples(casebook_graph(book, SITE))


@pytest.fixture(scope="module")
def hostile(book):
    """A book of records that nobody checked, with hostile text in each field, in triples."""
    rules = [
        {PLAIN: text, WEB_ADDRESS: f"{address}{text}", ASK_ID: f"T{number}{text}"}
        for number, text in enumerate(TEXTS)
        for address in ("javascript:", "https://t.example/")
    ]
    cases = [spoilt(full_case(f"x{number}", f"T{number}"), one) for number, one in enumerate(rules)]
    tools = [
        spoilt(book.tool(FULLEST), one).model_copy(update={"id": f"x{number}"})
        for number, one in enumerate(rules)
    ]
    areas = book.vocabularies["areas"]
    area = spoilt(areas.terms[0], rules[0])
    vocabularies = {**book.vocabularies, "areas": areas.with_terms((*areas.terms[1:], area))}
    hostile = Book(tuple(cases), (*book.tools, *tools), vocabularies)
    return triples(casebook_graph(hostile, SITE))


def test_the_file_says_what_it_is(book):
    file = casebook_graph(book, SITE)

    assert (file.path, file.media_type) == ("data/casebook.jsonld", "application/ld+json")


def test_each_record_is_one_node(document, book):
    ids = Counter(node["@id"] for node in document["@graph"])
    addresses = [
        *(case.address for case in book.cases),
        *(ask.address for ask in book.asks),
        *(tool.address for tool in book.tools),
        *(known.address for known in book.organisations),
        *(f"{case.address}#{part.id}" for case in book.cases for part in case.portfolios),
    ]
    terms = {
        IRIS.term(name, term.id) for name in book.vocabularies for term in book.terms(name)
    } | {IRIS.scheme(name) for name in book.vocabularies}

    assert set(ids.values()) == {1}
    assert set(ids) == {IRIS.of(address) for address in addresses} | terms | {IRIS.dataset}


def test_each_case_has_its_title_and_summary(graph, book):
    assert {
        (case, str(name), str(text))
        for case, text in graph.subject_objects(SCHEMA.abstract)
        for name in graph.objects(case, SCHEMA.name)
    } == {
        (_iri(record.address), record.title, record.summary)
        for record in (*book.cases, *book.tools)
    }


def test_each_ask_has_its_text_kind_case_and_terms(graph, book):
    for ask in book.asks:
        node = _iri(ask.address)

        assert list(graph.objects(node, SCHEMA.text)) == [Literal(without_citations(ask.text))]
        assert list(graph.objects(node, SCHEMA.genre)) == [Literal(ask.kind.value)]
        assert _iri(ask.case.address) in graph.objects(node, SCHEMA.isPartOf)
        assert set(graph.objects(node, SCHEMA.about)) == {
            URIRef(IRIS.term("themes", theme)) for theme in ask.themes
        }
        assert set(graph.objects(node, DCTERMS.requires)) == {
            URIRef(IRIS.term("support-kinds", kind)) for kind in ask.support
        }


def test_an_ask_of_a_portfolio_is_a_part_of_that_too(graph, book):
    for case in book.cases:
        for portfolio in case.portfolios:
            parts = set(graph.subjects(SCHEMA.isPartOf, _iri(f"{case.address}#{portfolio.id}")))
            assert parts == {_iri(f"{case.address}#{ask.id}") for ask in portfolio.asks}


def test_each_organisation_has_its_name_and_its_cases(graph, book):
    for known in book.organisations:
        node = _iri(known.address)

        assert list(graph.objects(node, SCHEMA.name)) == [Literal(known.name)]
        assert set(graph.subjects(SCHEMA.mentions, node)) == {
            _iri(case.address) for case in known.cases
        }


def test_each_case_names_the_tools_that_it_used(graph, book):
    assert set(graph.subject_objects(CITO.usesMethodIn)) == {
        (_iri(case.address), _iri(book.tool(tool).address))
        for case in book.cases
        for tool in case.tools
    }


def test_each_source_is_what_a_case_comes_from_or_cites(graph, book):
    for case in book.cases:
        named = [
            *graph.objects(_iri(case.address), SCHEMA.isBasedOn),
            *graph.objects(_iri(case.address), SCHEMA.citation),
        ]
        assert sorted(named) == sorted(URIRef(IRIS.source(case, one)) for one in case.sources)


def test_only_what_is_ours_has_our_licence(graph, book):
    assert set(graph.subjects(SCHEMA.license)) == {
        *(_iri(record.address) for record in (*book.cases, *book.tools)),
        URIRef(IRIS.dataset),
    }


def test_what_a_page_says_stands_in_the_file_too(graph, book):
    pages = [
        *(case_thing(book, case, SITE) for case in book.cases),
        *(tool_thing(book, tool, SITE) for tool in book.tools),
    ]
    for thing in pages:
        page = triples(on_page(thing))
        for node in {node for node in page.subjects() if isinstance(node, URIRef)}:
            assert said_of(page, node) <= said_of(graph, node), node


def test_records_keep_to_their_shapes(graph):
    assert faults(graph, "casebook") == ""


@pytest.mark.parametrize(
    ("removed", "place"),
    [
        ((_iri("/cases/amiens-cci-strategy/"), SCHEMA.name), "cases/amiens-cci-strategy/"),
        ((_iri("/cases/amiens-cci-strategy/"), SCHEMA.isBasedOn), "amiens-cci-strategy/"),
        ((_iri("/areas/crafts/"), RDF.type), "areas/crafts"),
        ((_iri("/themes/skills/"), RDF.type), "themes/skills"),
        ((_iri("/tools-and-methods/peer-review/"), SCHEMA.identifier), "peer-review/"),
    ],
)
def test_a_record_that_lacks_something_breaks_the_shapes(book, removed, place):
    graph = triples(casebook_graph(book, SITE))
    graph.remove((*removed, None))
    report = faults(graph, "casebook", "skos")

    assert report
    assert place in report


def test_our_licence_on_what_is_anothers_breaks_the_shapes(book):
    graph = triples(casebook_graph(book, SITE))
    source = next(graph.objects(predicate=SCHEMA.isBasedOn))
    graph.add((source, SCHEMA.license, URIRef("https://creativecommons.org/licenses/by/4.0/")))

    assert "MaxCount" in faults(graph, "casebook")


def test_every_name_is_a_whole_iri(graph):
    assert bad_iris(graph) == []


def test_hostile_text_breaks_no_name_and_no_shape(hostile):
    assert bad_iris(hostile) == []
    assert faults(hostile, "skos") == ""


def test_hostile_text_is_told_as_it_was_written(hostile):
    text = '" onmouseover="alert(1)" autofocus onfocus="alert(1)'

    assert Literal(text) in hostile.objects(predicate=SCHEMA.name)


def test_no_script_is_the_address_of_anything(hostile):
    assert not [
        node for triple in hostile for node in triple if str(node).startswith("javascript:")
    ]


@pytest.mark.parametrize("text", ["שלום עולם", "🎭", "a\tb", 'he said "no"', "x" * 200, "a\\b"])
def test_any_letters_come_back_as_they_were(make_book, make_case, text):
    graph = triples(casebook_graph(make_book(make_case("a", title=text)), SITE))

    assert list(graph.objects(_iri("/cases/a/"), SCHEMA.name)) == [Literal(text)]


def test_the_same_book_gives_the_same_bytes(book):
    assert casebook_graph(book, SITE).content == casebook_graph(book, SITE).content


def test_every_further_case_of_a_kind_takes_as_many_bytes(make_book, make_case):
    def size(count: int) -> int:
        cases = (make_case(f"c{number:03}", areas=["crafts", "games"]) for number in range(count))
        return len(casebook_graph(make_book(*cases), SITE).content)

    assert size(110) - size(10) == 10 * (size(20) - size(10))
