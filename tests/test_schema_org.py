"""What pages say of themselves: ours is ours, and what a source says is said of the source."""

from __future__ import annotations

import json

import pytest
from rdflib import Literal, URIRef

from casebank.about import About
from casebank.book import Book
from casebank.data_file import DataFile
from casebank.schema_org import case_thing, dataset_thing, on_page, term_thing, tool_thing
from tests.rdf_checks import SCHEMA, SITE, triples

ABOUT = About("Testbook", "Cases.", "1.0", "2026-05-01", ("The editors",), ("CC-BY-4.0",), ("art",))

BASE = "https://site.example/book"

CREDIT = {
    "publisher": "City of Oslo",
    "published": "2025-06",
    "language": "nb",
    "funding": "Paid by the city [^report]",
    "authors": [
        {"name": "A. Author", "organisation": "University"},
        {"name": "City of Oslo"},
    ],
    "sources": [
        {"id": "paper", "title": "News", "url": "https://paper.example/", "publisher": "A paper"},
        {"id": "report", "title": "Rapport", "url": "https://o.example/", "year": "2025"},
    ],
}


@pytest.fixture
def told(make_book, make_case):
    """Return what the page of a card with some fields says."""

    def tell(**fields: object) -> dict[str, object]:
        case = make_case("a", **fields)
        return case_thing(_with_about(make_book(case)), case, SITE)

    return tell


def _with_about(book: Book) -> Book:
    return Book(book.cases, book.tools, book.vocabularies, about=ABOUT)


def test_a_full_case_is_a_report_and_a_card_is_not(told):
    assert told()["@type"] == "CreativeWork"
    assert told(record="full")["@type"] == "Report"


def test_a_case_is_named_by_its_page(told):
    thing = told()

    assert (thing["@id"], thing["name"]) == (f"{BASE}/cases/a/", "Case a")


def test_our_licence_and_our_editors_are_said_of_what_we_tell(told):
    thing = told(**CREDIT)

    assert thing["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert thing["publisher"]["name"] == "The editors"
    assert thing["author"] == {"@id": thing["publisher"]["@id"]}


def test_authors_publisher_and_date_of_a_source_are_said_of_that_source(told):
    original = told(**CREDIT)["isBasedOn"]

    assert original["@id"] == f"{BASE}/cases/a/#source-report"
    assert original["publisher"]["name"] == "City of Oslo"
    assert original["inLanguage"] == "nb"
    assert original["datePublished"] == "2025"
    assert "license" not in original


def test_who_has_an_organisation_is_a_person_and_of_others_nobody_knows(told):
    assert told(**CREDIT)["isBasedOn"]["author"] == [
        {
            "@type": "Person",
            "name": "A. Author",
            "affiliation": {"@type": "Organization", "name": "University"},
        },
        {"name": "City of Oslo"},
    ]


def test_funding_is_named_only_where_the_source_names_it(told):
    assert told(**CREDIT)["isBasedOn"]["funding"]["description"] == "Paid by the city"
    assert "funding" not in told()["isBasedOn"]


def test_an_original_that_nobody_can_point_to_has_its_publisher_all_the_same(told):
    news = [{"id": "n", "title": "News", "url": "https://n.example/", "publisher": "A paper"}]

    assert told(sources=news)["isBasedOn"] == {
        "@type": "CreativeWork",
        "publisher": {"@type": "Organization", "name": "Testville"},
        "inLanguage": "en",
    }


@pytest.mark.parametrize("held", ["2024", "2024-11", "2024-11-20/2024-11-21"])
def test_a_date_is_as_exact_as_the_source(told, held):
    assert told(held=held)["temporalCoverage"] == held


def test_dates_have_the_type_that_schema_org_gives_them(told):
    said = triples(on_page(told(review={"status": "reviewed", "reviewed_on": "2026-03"})))

    assert list(said.objects(URIRef(f"{BASE}/cases/a/"), SCHEMA.dateModified)) == [
        Literal("2026-03", datatype=SCHEMA.Date)
    ]


def test_a_place_without_coordinates_has_none(told):
    places = [{"city": "Oslo", "country": "NO"}]

    assert told(places=places)["spatialCoverage"] == [
        {
            "@type": "Place",
            "name": "Oslo",
            "address": {
                "@type": "PostalAddress",
                "addressLocality": "Oslo",
                "addressCountry": "NO",
            },
        }
    ]


def test_coordinates_of_the_equator_are_coordinates(told):
    places = [{"city": "Null", "country": "NO", "lat": 0.0, "lon": 0.0}]

    assert told(places=places)["spatialCoverage"][0]["geo"]["latitude"] == 0


def test_a_case_is_about_its_areas_and_the_themes_of_its_asks(told):
    asks = [{"id": "A-1", "text": "Teach.", "themes": ["skills"]}]

    assert told(conclusions=asks)["about"] == [
        {"@id": f"{BASE}/areas/crafts/"},
        {"@id": f"{BASE}/themes/skills/"},
    ]


def test_a_tool_with_steps_is_a_how_to(make_book, make_tool):
    steps = [{"title": "Meet", "how": "Come."}, {"title": "Part", "how": "Go."}]
    tool = make_tool("x", steps=steps)
    thing = tool_thing(make_book(tools=(tool,)), tool, SITE)

    assert thing["@type"] == "HowTo"
    assert [(step["position"], step["name"]) for step in thing["step"]] == [
        (1, "Meet"),
        (2, "Part"),
    ]
    assert thing["step"][1]["@id"] == f"{BASE}/tools-and-methods/x/#step-2"


def test_a_tool_without_steps_is_none(make_book, make_tool):
    tool = make_tool("x", duration={"at_least": 30, "at_most": 30})
    thing = tool_thing(make_book(tools=(tool,)), tool, SITE)

    assert thing["@type"] == "CreativeWork"
    assert "totalTime" not in thing


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        ((45, 45), "PT45M"),
        (
            (30, 60),
            {"@type": "QuantitativeValue", "minValue": 30, "maxValue": 60, "unitCode": "MIN"},
        ),
    ],
)
def test_a_duration_is_one_number_or_from_and_to(make_book, make_tool, minutes, said):
    span = {"at_least": minutes[0], "at_most": minutes[1]}
    tool = make_tool("x", steps=[{"title": "Meet", "how": "Come."}], duration=span)

    assert tool_thing(make_book(tools=(tool,)), tool, SITE)["totalTime"] == said


def test_a_country_is_a_term_with_its_code(make_book):
    countries = make_book().vocabularies["countries"]
    thing = term_thing(countries, countries.terms[0], SITE)

    assert (thing["name"], thing["termCode"]) == ("France", "FR")
    assert thing["inDefinedTermSet"]["@id"] == f"{BASE}/countries/"


def test_the_dataset_names_the_files_that_hold_all_of_it(make_book):
    table = DataFile("data/cases.csv", b"", "Cases", "", "CSV", "text/csv")
    whole = DataFile("data/casebook.jsonld", b"", "All", "", "JSON-LD", "application/ld+json")
    thing = dataset_thing(_with_about(make_book()), SITE, (table, whole))

    assert [file["contentUrl"] for file in thing["distribution"]] == [
        f"{BASE}/data/casebook.jsonld"
    ]
    assert (thing["version"], thing["datePublished"]) == ("1.0", "2026-05-01")


def test_a_book_that_says_nothing_of_itself_claims_no_licence(make_book):
    thing = dataset_thing(make_book(), SITE)

    assert "license" not in thing
    assert thing["publisher"]["name"] == "Testbook"


def test_a_page_says_little(book):
    things = [
        *(case_thing(book, case, SITE) for case in book.cases),
        *(tool_thing(book, tool, SITE) for tool in book.tools),
    ]

    assert max(len(json.dumps(on_page(thing))) for thing in things) < 3500
