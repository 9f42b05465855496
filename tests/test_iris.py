"""Names of linked data are addresses of pages, written as IRIs may be."""

from __future__ import annotations

import pytest

from casebank.iris import Iris, web_iri
from tests.rdf_checks import SITE, bad_iris, triples

IRIS = Iris(SITE)


def test_a_term_with_a_page_is_named_by_it():
    assert IRIS.term("areas", "crafts") == "https://site.example/book/areas/crafts/"
    assert IRIS.scheme("areas") == "https://site.example/book/areas/"


def test_a_term_without_a_page_is_named_by_its_place_in_the_codebook():
    assert IRIS.term("scopes", "city") == "https://site.example/book/data/codebook/#scopes-city"
    assert IRIS.scheme("scopes") == "https://site.example/book/data/codebook/#scopes"


def test_the_places_in_the_codebook_are_there(book):
    from casebank.codebook import codebook

    anchors = {term.anchor for part in codebook(book).vocabularies for term in part.terms}
    iris = {IRIS.term("scopes", term.id) for term in book.terms("scopes")}

    assert {iri.partition("#")[2] for iri in iris} <= anchors


def test_letters_of_other_scripts_are_written_as_numbers():
    assert IRIS.of("/organisations/#org-δήμος").endswith(
        "/organisations/#org-%CE%B4%CE%AE%CE%BC%CE%BF%CF%82"
    )


@pytest.mark.parametrize(
    "address",
    [
        'https://t.example/"><script>alert(1)</script>',
        "https://t.example/a|b^c[d]{e}",
        "https://t.example/100%",
        "https://t.example/a#b#c",
        "https://t.example/ä ö\u202e",
    ],
)
def test_an_address_with_signs_that_no_iri_may_hold_becomes_one(address):
    said = {"@context": {"@vocab": "https://schema.org/"}, "sameAs": {"@id": web_iri(address)}}

    assert bad_iris(triples(said)) == []
    assert web_iri(address).startswith("https://t.example/")


def test_an_address_that_is_an_iri_stays_as_it_is():
    address = "https://t.example/a%20b?c=d&e=(f)#g"

    assert web_iri(address) == address


@pytest.mark.parametrize("address", ["javascript:alert(1)", " https://t.example/", "", None])
def test_what_no_browser_opens_as_a_page_is_left_out(address):
    assert web_iri(address) == ""
