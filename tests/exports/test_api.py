"""The API: collections in one envelope, complete records, links from the entry to all of them."""

from __future__ import annotations

import json

import pytest

from casebank.exports.api import api_files

CONCLUSION = {"id": "A1", "text": "Go on.", "themes": ["skills"]}


@pytest.fixture
def files(make_book, make_case, make_tool):
    """The API of a small book, parsed, by path."""
    book = make_book(
        make_case("a", tools=["canvas"], held="2024-05", conclusions=[CONCLUSION]),
        make_case("b", areas=["games"]),
        tools=(make_tool("canvas"),),
    )
    return {output.path: json.loads(output.content) for output in api_files(book)}


COLLECTIONS = ["areas", "asks", "cases", "countries", "themes", "tools"]


def test_the_entry_links_to_every_collection(files):
    index = files["api/v1/index.json"]

    assert index["schema_version"] == "1.0"
    assert sorted(index["collections"]) == COLLECTIONS
    assert {address.lstrip("/") for address in index["collections"].values()} <= set(files)


@pytest.mark.parametrize("name", COLLECTIONS)
def test_a_collection_comes_in_an_envelope_that_counts(files, name):
    collection = files[f"api/v1/{name}.json"]

    assert list(collection) == ["schema_version", "total", "items"]
    assert collection["schema_version"] == "1.0"
    assert collection["total"] == len(collection["items"]) > 0


def test_each_case_and_tool_has_a_file_of_its_own(files):
    assert {path for path in files if path.count("/") == 3} == {
        "api/v1/cases/a.json",
        "api/v1/cases/b.json",
        "api/v1/tools/canvas.json",
    }


def test_a_case_in_the_collection_is_a_summary(files):
    assert files["api/v1/cases.json"]["items"][0] == {
        "id": "a",
        "title": "Case a",
        "summary": "A card.",
        "kind": "city-case",
        "record": "card",
        "countries": ["NO"],
        "areas": ["crafts"],
        "themes": ["skills"],
        "tools": ["canvas"],
        "year": "2024",
        "asks": 1,
        "address": "/cases/a/",
    }


def test_a_case_without_date_has_no_year(files):
    assert files["api/v1/cases.json"]["items"][1]["year"] is None


def test_an_ask_is_a_flat_record(files):
    assert files["api/v1/asks.json"]["items"] == [
        {
            "id": "A1",
            "kind": "conclusion",
            "case": "a",
            "title": "",
            "text": "Go on.",
            "themes": ["skills"],
            "support": [],
            "place": "",
            "address": "/cases/a/#A1",
        }
    ]


def test_a_case_record_holds_every_field_and_what_is_computed(files):
    record = files["api/v1/cases/a.json"]

    assert record["rights"] == "None stated."
    assert record["conclusions"] == [{**CONCLUSION, "support": []}]
    assert [ask["id"] for ask in record["asks"]] == ["A1"]
    assert "authors" in record["completeness"]["missing"]
    assert record["related"] == [{"case": "b", "because": [{"kind": "country", "label": "Norway"}]}]


def test_a_record_does_not_tell_where_its_file_lies(files):
    assert [path for path, data in files.items() if "path" in data] == []


def test_a_tool_record_tells_which_cases_used_it(files):
    record = files["api/v1/tools/canvas.json"]

    assert record["used_in"] == ["a"]
    assert record["address"] == "/tools-and-methods/canvas/"


def test_a_term_tells_its_cases(files):
    areas = {term["id"]: term for term in files["api/v1/areas.json"]["items"]}
    countries = {term["code"]: term for term in files["api/v1/countries.json"]["items"]}

    assert areas["games"]["cases"] == ["b"]
    assert areas["games"]["address"] == "/areas/games/"
    assert countries["NO"]["cases"] == ["a", "b"]
    assert countries["FR"]["cases"] == []


def test_accents_are_written_as_they_are(make_book, make_case):
    book = make_book(make_case("a", title="Saint-Étienne"))

    content = {output.path: output.content for output in api_files(book)}

    assert '"title": "Saint-Étienne"' in content["api/v1/cases.json"]


def test_each_record_names_the_file_that_it_is_made_from(make_book, make_case):
    book = make_book(make_case("a"))

    sources = {output.path: output.source for output in api_files(book)}

    assert sources["api/v1/cases/a.json"] == "cases/a.md"
    assert sources["api/v1/cases.json"] == ""
