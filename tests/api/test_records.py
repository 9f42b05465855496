"""What the API tells of cases, tools and all else: every field, and what is computed."""

from __future__ import annotations

from casebank.case import CaseFields
from casebank.tool import ToolFields
from tests.api_checks import parsed


def test_a_case_in_the_collection_is_told_in_short(files):
    assert files["api/v1/cases.json"]["items"][0] == {
        "id": "a",
        "links": {
            "self": "https://book.example/folder/api/v1/cases/a.json",
            "page": "https://book.example/folder/cases/a/",
            "areas": {"crafts": "https://book.example/folder/api/v1/areas/crafts.json"},
            "countries": {"NO": "https://book.example/folder/api/v1/countries/norway.json"},
            "themes": {"skills": "https://book.example/folder/api/v1/themes/skills.json"},
            "tools": {"canvas": "https://book.example/folder/api/v1/tools/canvas.json"},
        },
        "title": "Case a",
        "summary": "A card.",
        "kind": "city-case",
        "record": "card",
        "places": [
            {"city": "Testville", "region": None, "country": "NO", "lat": None, "lon": None}
        ],
        "areas": ["crafts"],
        "tools": ["canvas"],
        "held": "2024-05",
        "published": None,
        "publisher": "Testville",
        "countries": ["NO"],
        "year": "2024",
        "themes": [{"id": "skills", "asks": 1}],
        "counts": {"asks": 1, "portfolios": 0, "organisations": 1},
    }


def test_a_case_without_date_has_no_year(files):
    assert files["api/v1/cases.json"]["items"][1]["year"] is None


def test_every_field_of_a_case_and_of_a_tool_is_in_its_record_as_it_is_in_its_file(book, real):
    pairs = [("cases", case, CaseFields) for case in book.cases]
    pairs += [("tools", tool, ToolFields) for tool in book.tools]
    for name, record, model in pairs:
        known = record.model_dump(mode="json", include={*model.model_fields, "id", "sections"})
        said = real[f"api/v1/{name}/{record.id}.json"]["item"]
        assert {field: said[field] for field in known} == known


def test_a_case_says_what_is_computed_from_it(files):
    record = files["api/v1/cases/a.json"]["item"]

    assert record["asks"] == files["api/v1/asks.json"]["items"]
    assert record["participants"] == ["studio"]
    assert record["published_at"] is None
    assert "authors" in record["completeness"]["missing"]
    assert "held" in record["completeness"]["filled"]
    assert record["related"] == [
        {
            "case": "b",
            "reasons": [
                {
                    "kind": "country",
                    "label": "Norway",
                    "links": {"page": "https://book.example/folder/countries/norway/"},
                }
            ],
        }
    ]


def test_a_case_leads_to_its_citations(files):
    known = files["api/v1/cases/a.json"]["item"]["links"]

    assert {known[name] for name in ("bibtex", "ris", "csl")} == {
        f"https://book.example/folder/cases/a/citation.{form}" for form in ("bib", "ris", "json")
    }
    assert known["asks_ris"] == "https://book.example/folder/cases/a/asks.ris"
    assert files["api/v1/cases/b.json"]["item"]["links"]["asks_ris"] is None


def test_no_record_tells_where_its_file_lies(real):
    paths = [path for path, file in real.items() if "path" in file.get("item", {})]

    assert paths == []


def test_an_ask_is_complete_in_its_collection(files):
    assert files["api/v1/asks.json"]["items"] == [
        {
            "id": "A1",
            "links": {
                "self": "https://book.example/folder/api/v1/asks.json",
                "page": "https://book.example/folder/cases/a/#A1",
                "cases": {"a": "https://book.example/folder/api/v1/cases/a.json"},
                "themes": {"skills": "https://book.example/folder/api/v1/themes/skills.json"},
                "vocabularies": "https://book.example/folder/api/v1/vocabularies.json",
            },
            "kind": "conclusion",
            "case": "a",
            "title": None,
            "text": "Go on.",
            "themes": ["skills"],
            "support": [],
            "place": None,
            "similar": {"total": 0, "first": []},
        }
    ]


def test_asks_of_other_cities_that_are_like_one_are_named(make_book, make_case):
    themes = ["skills", "funding"]
    cases = [
        make_case(id_, conclusions=[{"id": f"{id_.upper()}1", "text": "Go.", "themes": themes}])
        for id_ in ("a", "b")
    ]

    first, second = parsed(make_book(*cases))["api/v1/asks.json"]["items"]

    assert first["similar"] == {"total": 1, "first": [second["id"]]}


def test_a_tool_names_the_tools_around_it_whichever_file_says_so(files):
    canvas, sheet = (files[f"api/v1/tools/{id_}.json"]["item"] for id_ in ("canvas", "sheet"))

    assert (canvas["used_in"], canvas["counts"]) == (["a"], {"cases": 1})
    assert (canvas["precedes"], canvas["after"]) == ([], ["sheet"])
    assert sheet["before"] == ["canvas"]
    assert list(sheet["links"]["tools"]) == ["canvas"]


def test_a_term_tells_all_that_stands_under_it(files):
    norway = files["api/v1/countries/norway.json"]["item"]
    skills = files["api/v1/themes/skills.json"]["item"]

    assert (norway["code"], norway["counts"]) == ("NO", {"cases": 2, "asks": 1})
    assert (norway["cases"], norway["organisations"]) == (["a", "b"], ["studio"])
    assert (skills["cases"], skills["asks"]) == (["a"], ["A1"])
    assert skills["themes"] == [{"id": "skills", "asks": 1}]
    assert files["api/v1/countries/france.json"]["item"]["cases"] == []


def test_an_organisation_tells_its_cases_and_its_part_in_them(files):
    (studio,) = files["api/v1/organisations.json"]["items"]

    assert (studio["id"], studio["name"]) == ("studio", "Studio")
    assert studio["participations"] == [
        {"case": "a", "group": "cci", "label": None, "roles": ["Head"], "country": "NO"}
    ]


def test_a_country_without_a_page_has_no_way_to_it(make_book, make_case):
    visitor = {"name": "Visitor", "country": "JP"}
    stakeholders = [{"group": "cci", "organisations": [visitor]}]
    files = parsed(make_book(make_case("a", stakeholders=stakeholders)))

    (item,) = files["api/v1/organisations.json"]["items"]

    assert item["participations"][0]["country"] == "JP"
    assert item["links"]["countries"] == {}


def test_a_place_is_told_once_with_all_of_its_cases(files):
    (place,) = files["api/v1/places.json"]["items"]

    assert (place["id"], place["city"], place["cases"]) == ("testville-no", "Testville", ["a", "b"])


def test_vocabularies_that_are_no_collections_stand_together(real, book):
    items = real["api/v1/vocabularies.json"]["items"]

    assert {item["id"] for item in items} == {*book.vocabularies} - {"areas", "countries", "themes"}
    kinds = next(item for item in items if item["id"] == "support-kinds")
    assert [term["id"] for term in kinds["terms"]] == [t.id for t in book.terms("support-kinds")]


def test_a_canvas_has_every_box_and_leads_to_its_tools(real, book):
    for item, canvas in zip(real["api/v1/canvases.json"]["items"], book.canvases, strict=True):
        assert [box["id"] for box in item["boxes"]] == [box.id for box in canvas.boxes]
        assert (
            item["tools"]
            == list(item["links"]["tools"])
            == [tool.id for tool in book.tools_with(canvas)]
        )
