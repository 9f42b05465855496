"""The catalogue keeps to DCAT-AP, and says of each file what is true of it."""

from __future__ import annotations

import hashlib

import pytest
from rdflib import DCAT, DCTERMS, FOAF, RDF, XSD, Literal, Namespace, URIRef

from casebank.about import About
from casebank.book import Book
from casebank.data_file import DataFile
from casebank.exports.catalogue import catalogue
from casebank.exports.dataset import dataset
from casebank.iris import Iris
from tests.forced_site import TEXTS
from tests.rdf_checks import SITE, bad_iris, faults, triples

SPDX = Namespace("http://spdx.org/rdf/terms#")

EU = "http://publications.europa.eu/resource/authority"

DATASET = URIRef(Iris(SITE).dataset)

ABOUT = About("Testbook", "Cases.", "1.0", "2026-05-01", ("The editors",), ("CC-BY-4.0",), ("art",))

FILES = (
    DataFile("data/cases.csv", b"id\r\n", "Cases", "one row is a case", "CSV", "text/csv"),
    DataFile("data/book.sqlite", b"SQLite", "All", "", "SQLite", "application/vnd.sqlite3"),
)

REVIEW = {"status": "reviewed", "reviewed_on": "2026-03"}


@pytest.fixture
def graph(make_book, make_case):
    """A small book with two files, in triples."""
    cases = (
        make_case("a", held="2024-11-20/2024-11-21", review=REVIEW),
        make_case("b", published="2025", places=[{"city": "Lyon", "country": "FR"}]),
    )
    book = make_book(*cases)
    return triples(catalogue(FILES, Book(cases, (), book.vocabularies, about=ABOUT), SITE))


@pytest.fixture(scope="module")
def real(book):
    """The catalogue of the real book, in triples."""
    file = next(one for one in dataset(book, SITE) if one.path == "data/catalogue.jsonld")
    return triples(file)


def _one(graph, subject, predicate):
    (found,) = graph.objects(subject, predicate)
    return found


def test_the_real_catalogue_keeps_to_the_profile(real):
    assert faults(real, "dcat_ap", "dcat_ap_recommended") == ""
    assert bad_iris(real) == []


def test_a_book_that_says_nothing_of_itself_keeps_to_what_must_be(make_book):
    assert faults(triples(catalogue(FILES, make_book(), SITE)), "dcat_ap") == ""


@pytest.mark.parametrize("text", TEXTS)
def test_hostile_text_is_told_as_it_was_written(make_book, text):
    about = About(text, text, text, "", (text,), (), (text,))
    graph = triples(catalogue(FILES, Book((), (), make_book().vocabularies, about=about), SITE))

    assert faults(graph, "dcat_ap") == ""
    assert bad_iris(graph) == []
    assert _one(graph, DATASET, DCTERMS.title) == Literal(text, "en")


@pytest.mark.parametrize(
    ("class_", "property_", "shapes"),
    [
        (DCAT.Catalog, DCTERMS.title, "dcat_ap"),
        (DCAT.Catalog, DCTERMS.publisher, "dcat_ap"),
        (DCAT.Dataset, DCTERMS.description, "dcat_ap"),
        (DCAT.Distribution, DCAT.accessURL, "dcat_ap"),
        (DCAT.DataService, DCAT.endpointURL, "dcat_ap"),
        (SPDX.Checksum, SPDX.algorithm, "dcat_ap"),
        (FOAF.Agent, FOAF.name, "dcat_ap"),
        (DCAT.Distribution, DCTERMS.license, "dcat_ap_recommended"),
        (DCAT.Dataset, DCTERMS.spatial, "dcat_ap_recommended"),
    ],
)
def test_a_catalogue_that_lacks_something_breaks_the_shapes(graph, class_, property_, shapes):
    subject = next(graph.subjects(RDF.type, class_))
    graph.remove((subject, property_, None))

    assert "MinCount" in faults(graph, shapes)


@pytest.mark.parametrize(
    ("property_", "value"),
    [
        (DCTERMS.spatial, URIRef("https://other.example/france")),
        (DCTERMS.modified, Literal("soon")),
        (DCAT.theme, URIRef(f"{EU}/data-theme/CULTURE")),
        (DCTERMS.title, Literal("Another title", "en")),
    ],
)
def test_a_wrong_value_breaks_the_shapes(graph, property_, value):
    graph.add((DATASET, property_, value))

    assert faults(graph, "dcat_ap")


def test_each_file_is_a_distribution_with_its_size_and_checksum(book, real):
    files = [one for one in dataset(book, SITE) if one.path != "data/catalogue.jsonld"]
    told = {
        str(_one(real, node, DCAT.downloadURL)): (
            int(_one(real, node, DCAT.byteSize)),
            str(_one(real, _one(real, node, SPDX.checksum), SPDX.checksumValue)),
        )
        for node in real.objects(DATASET, DCAT.distribution)
    }
    facts = {
        SITE.url(file.address): (len(file.content), hashlib.sha256(file.content).hexdigest())
        for file in files
    }

    assert told.items() <= facts.items()
    assert {address.rpartition("/")[2] for address in facts.keys() - told.keys()} <= {"SHA256SUMS"}


def test_numbers_and_checksums_have_their_types(graph):
    assert {size.datatype for size in graph.objects(predicate=DCAT.byteSize)} == {
        XSD.nonNegativeInteger
    }
    assert {one.datatype for one in graph.objects(predicate=SPDX.checksumValue)} == {XSD.hexBinary}


def test_a_moment_has_the_type_of_its_exactness(graph):
    period = _one(graph, DATASET, DCTERMS.temporal)

    assert _one(graph, period, DCAT.startDate) == Literal("2024-11-20", datatype=XSD.date)
    assert _one(graph, period, DCAT.endDate) == Literal("2025", datatype=XSD.gYear)
    assert _one(graph, DATASET, DCTERMS.modified) == Literal("2026-03", datatype=XSD.gYearMonth)
    assert _one(graph, DATASET, DCTERMS.issued) == Literal("2026-05-01", datatype=XSD.date)


def test_before_the_first_release_no_day_is_invented(real):
    assert list(real.objects(DATASET, DCTERMS.issued)) == []


def test_countries_are_those_of_the_cases(graph):
    assert set(graph.objects(DATASET, DCTERMS.spatial)) == {
        URIRef(f"{EU}/country/FRA"),
        URIRef(f"{EU}/country/NOR"),
    }


def test_a_country_without_a_name_in_the_table_is_left_out(make_book, make_case):
    case = make_case("a", places=[{"city": "Prishtina", "country": "XK"}])
    graph = triples(catalogue(FILES, make_book(case), SITE))

    assert list(graph.objects(predicate=DCTERMS.spatial)) == []


def test_files_have_formats_of_the_table_where_it_has_one(graph):
    formats = dict(graph.subject_objects(DCTERMS["format"]))
    base = "https://site.example/book/data/#"

    assert formats == {URIRef(f"{base}cases.csv"): URIRef(f"{EU}/file-type/CSV")}


def test_the_licence_is_said_of_each_file(graph):
    assert {
        str(_one(graph, node, DCTERMS.license))
        for node in graph.objects(DATASET, DCAT.distribution)
    } == {f"{EU}/licence/CC_BY_4_0"}


def test_the_api_is_a_service_with_its_contract(graph):
    service = next(graph.subjects(RDF.type, DCAT.DataService))

    assert str(_one(graph, service, DCAT.endpointURL)).endswith("/api/v1/index.json")
    assert str(_one(graph, service, DCAT.endpointDescription)).endswith("/api/v1/openapi.json")
    assert _one(graph, service, DCAT.servesDataset) == DATASET


def test_the_same_book_gives_the_same_bytes(book):
    assert catalogue(FILES, book, SITE).content == catalogue(FILES, book, SITE).content
