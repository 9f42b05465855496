"""What a page offers programs in its head exists, and is what it says it is."""

from __future__ import annotations

import csv
import json

import pytest

from tests.built_site import resolved
from tests.feed_checks import assert_valid_atom, assert_valid_json_feed


def is_json(content):
    data = json.loads(content)
    assert isinstance(data, dict)
    assert "version" not in data, "a JSON Feed is called one"


def is_openapi(content):
    assert json.loads(content)["openapi"].startswith("3.1")


def is_json_ld(content):
    assert "@context" in json.loads(content)


def is_data_package(content):
    assert json.loads(content)["resources"]


def is_csv(content):
    header, *rows = csv.reader(content.decode().splitlines(keepends=True))
    assert rows
    assert {len(row) for row in rows} == {len(header)}


def is_csl(content):
    for item in json.loads(content):
        assert {"id", "type"} <= set(item)


def is_bibtex(content):
    assert content.lstrip().startswith(b"@")


def is_ris(content):
    assert content.lstrip(b"\xef\xbb\xbf\r\n").startswith(b"TY  - ")


LOOKS = {
    "application/json": is_json,
    "application/atom+xml": assert_valid_atom,
    "application/feed+json": assert_valid_json_feed,
    "application/openapi+json": is_openapi,
    "application/ld+json": is_json_ld,
    "application/vnd.datapackage+json": is_data_package,
    "text/csv": is_csv,
    "application/x-bibtex": is_bibtex,
    "application/x-research-info-systems": is_ris,
    "application/vnd.citationstyles.csl+json": is_csl,
}
"""How a file of each media type is looked at."""

FEEDS = ["/feeds/cases.atom", "/feeds/cases.json"]

COLLECTIONS = {
    "/cases/": "cases",
    "/recommendations/": "asks",
    "/organisations/": "organisations",
    "/tools-and-methods/": "tools",
    "/areas/": "areas",
    "/countries/": "countries",
    "/themes/": "themes",
}
"""Pages that show a collection of the API."""


def alternates(site, address):
    """Return type, title and address of what a page offers."""
    return [
        (link["type"], link["title"], resolved(link["href"], address))
        for link in site.page(address).select("head link[rel=alternate]")
    ]


def test_each_alternate_form_of_a_page_is_there_and_has_its_type(site):
    offered = {
        (kind, file) for page in site.addresses() for kind, _, file in alternates(site, page)
    }

    assert offered
    assert [file for _, file in offered if not site.file(file).is_file()] == []
    for media_type, file in sorted(offered):
        LOOKS[media_type](site.file(file).read_bytes())


def test_each_alternate_form_has_a_name(site):
    for page in site.addresses():
        assert all(title.strip() for _, title, _ in alternates(site, page)), page


@pytest.mark.parametrize(
    "address",
    ["/", "/cases/", "/countries/", "/areas/", "/themes/", "/evidence/", "/data/feeds/"],
)
def test_the_feed_of_all_cases_is_found_from_the_pages_about_all_of_them(site, address):
    files = [file for _, _, file in alternates(site, address)]

    assert [file for file in files if file.startswith("/feeds/")] == FEEDS


@pytest.mark.parametrize(("address", "collection"), COLLECTIONS.items())
def test_a_page_of_a_collection_leads_to_its_data(site, address, collection):
    assert f"/api/v1/{collection}.json" in [file for _, _, file in alternates(site, address)]


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/data/", "/data/catalogue.jsonld"),
        ("/data/", "/data/datapackage.json"),
        ("/data/", "/api/v1/index.json"),
        ("/data/codebook/", "/data/codebook.csv"),
        ("/data/tables/", "/data/codebook.csv"),
        ("/glossary/", "/data/glossary.csv"),
    ],
)
def test_a_page_about_data_leads_to_what_describes_it(site, address, file):
    assert file in [offered for _, _, offered in alternates(site, address)]


@pytest.mark.parametrize("vocabulary", ["areas", "countries", "themes"])
def test_each_term_offers_its_record_and_its_feeds(site, book, vocabulary):
    for term in book.terms(vocabulary):
        page = f"/{vocabulary}/{term.id}/"
        assert [file for _, _, file in alternates(site, page)] == [
            f"/api/v1{page.rstrip('/')}.json",
            f"/feeds{page.rstrip('/')}.atom",
            f"/feeds{page.rstrip('/')}.json",
        ]


def test_every_feed_is_listed_for_people(site, book):
    terms = [
        f"{vocabulary}/{term.id}"
        for vocabulary in ("areas", "countries", "themes")
        for term in book.terms(vocabulary)
    ]
    feeds = {f"/feeds/{path}.{form}" for path in ("cases", *terms) for form in ("atom", "json")}

    assert feeds <= site.links("/data/feeds/")
