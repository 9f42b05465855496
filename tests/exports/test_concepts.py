"""Vocabularies in SKOS: every term is a concept of one scheme, with a name in two languages."""

from __future__ import annotations

import pytest
from rdflib import RDF, SKOS, Literal, URIRef
from rdflib.namespace import DC

from casebank.exports.linked_data import casebook_graph
from casebank.iris import Iris
from casebank.term import Origin
from tests.rdf_checks import SITE, faults, triples

IRIS = Iris(SITE)


@pytest.fixture(scope="module")
def graph(book):
    """The real book in triples."""
    return triples(casebook_graph(book, SITE))


@pytest.fixture
def concept(make_book):
    """Return what is said of an area with some fields, as predicates and objects."""

    def said(**fields: object) -> set[tuple[object, object]]:
        book = make_book()
        crafts = book.area("crafts").model_copy(update=fields)
        areas = book.vocabularies["areas"].with_terms((crafts,))
        book = type(book)((), (), {**book.vocabularies, "areas": areas})
        found = triples(casebook_graph(book, SITE))
        return set(found.predicate_objects(URIRef(IRIS.term("areas", "crafts"))))

    return said


def test_the_vocabularies_keep_to_skos(graph):
    assert faults(graph, "skos") == ""


def test_every_vocabulary_is_a_scheme_with_its_title(book, graph):
    schemes = {URIRef(IRIS.scheme(name)): one for name, one in book.vocabularies.items()}

    assert set(graph.subjects(RDF.type, SKOS.ConceptScheme)) == set(schemes)
    for iri, vocabulary in schemes.items():
        assert set(graph.objects(iri, SKOS.prefLabel)) == {
            Literal(vocabulary.title.en, "en"),
            Literal(vocabulary.title.fr, "fr"),
        }


def test_every_term_is_a_concept_of_its_scheme_with_its_labels_and_definition(book, graph):
    told = {
        (
            URIRef(IRIS.term(name, term.id)),
            URIRef(IRIS.scheme(name)),
            Literal(term.label.en, "en"),
            Literal(term.definition, "en"),
        )
        for name, vocabulary in book.vocabularies.items()
        for term in vocabulary.terms
    }
    found = {
        (concept, scheme, label, definition)
        for concept, scheme in graph.subject_objects(SKOS.inScheme)
        for label in graph.objects(concept, SKOS.prefLabel)
        if label.language == "en"
        for definition in graph.objects(concept, SKOS.definition)
    }

    assert found == told
    assert set(graph.subjects(RDF.type, SKOS.Concept)) == {iri for iri, *_ in told}


def test_no_term_has_its_name_as_another_name_too(graph):
    for term in graph.subjects(RDF.type, SKOS.Concept):
        names = {str(name) for name in graph.objects(term, SKOS.prefLabel)}
        others = [str(name) for name in graph.objects(term, SKOS.altLabel)]
        assert names.isdisjoint(others), term
        assert len(set(others)) == len(others), term


def test_a_name_that_stands_twice_is_told_once(concept):
    said = concept(short="Craft", aliases=("Crafts", "Craft", "artisanat"))

    assert {value for name, value in said if name == SKOS.altLabel} == {
        Literal("Craft", "en"),
        Literal("artisanat"),
    }


def test_words_of_search_have_no_language_because_nobody_wrote_it_down(graph):
    words = [name for name in graph.objects(predicate=SKOS.altLabel) if name.language is None]

    assert Literal("artisanat") in words


def test_a_country_has_its_code_and_the_name_of_the_european_table(graph):
    france = URIRef("https://site.example/book/countries/france/")
    authority = "http://publications.europa.eu/resource/authority/country/FRA"

    assert list(graph.objects(france, SKOS.notation)) == [Literal("FR")]
    assert list(graph.objects(france, SKOS.exactMatch)) == [URIRef(authority)]


def test_who_coined_a_term_is_told_unless_we_did(concept):
    assert (DC.creator, Literal("oecd")) in concept(origin=Origin.OECD)
    assert DC.creator not in {name for name, _ in concept(origin=Origin.OURS)}


@pytest.mark.parametrize("property_", [SKOS.inScheme, SKOS.definition, SKOS.prefLabel])
def test_a_concept_that_lacks_something_breaks_the_shapes(book, property_):
    graph = triples(casebook_graph(book, SITE))
    graph.remove((URIRef(IRIS.term("areas", "crafts")), property_, None))

    assert "areas/crafts" in faults(graph, "skos")


def test_a_second_name_in_a_language_breaks_the_shapes(book):
    graph = triples(casebook_graph(book, SITE))
    graph.add((URIRef(IRIS.term("areas", "crafts")), SKOS.prefLabel, Literal("Handicraft", "en")))

    assert "UniqueLang" in faults(graph, "skos")
