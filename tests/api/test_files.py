"""The files of the API: one shape for all, earlier addresses, and the same bytes each time."""

from __future__ import annotations

import dataclasses
import json
from urllib.parse import urlsplit

import pytest

import casebank
from benchmarks.synthetic import write_content
from casebank.advice import Conclusion
from casebank.api.collections import COLLECTIONS
from casebank.exports.api import api_files
from casebank.loading import read_content
from casebank.people import Organisation, Stakeholders
from tests.api_checks import SITE, parsed, validators
from tests.conftest import REPOSITORY

CONCLUSION = {"id": "A1", "text": "Go on.", "themes": ["skills"], "support": []}


def test_the_entry_names_every_collection_with_its_number_of_items(files):
    entry = files["api/v1/index.json"]

    assert list(entry) == ["schema_version", "book", "collections", "links"]
    for name, collection in entry["collections"].items():
        assert collection["total"] == files[f"api/v1/{name}.json"]["total"]
        assert collection["links"]["self"] == SITE.url(f"/api/v1/{name}.json")
    assert {f"api/v1/{name}.json" for name in entry["collections"]} == {
        path for path in files if path.count("/") == 2
    } - {"api/v1/index.json", "api/v1/openapi.json"}


def test_the_entry_says_what_the_book_says_of_itself(files, small):
    said = json.loads(json.dumps(dataclasses.asdict(small.about)))

    assert files["api/v1/index.json"]["book"] == {
        name: None if value == "" else value for name, value in said.items()
    }
    assert said["released"] == ""


def empty_texts(value):
    """Yield each empty text anywhere in a value."""
    if value == "":
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from empty_texts(one)


def test_what_is_not_known_is_null_and_never_an_empty_text(real, files):
    for path, file in (*real.items(), *files.items()):
        assert list(empty_texts(file)) == [], path


@pytest.mark.parametrize("name", [one.name for one in COLLECTIONS])
def test_a_collection_comes_in_an_envelope_that_counts(real, name):
    collection = real[f"api/v1/{name}.json"]

    assert list(collection) == ["schema_version", "total", "items"]
    assert collection["total"] == len(collection["items"])
    assert len({item["id"] for item in collection["items"]}) == collection["total"]


def test_every_item_begins_with_its_id_and_leads_to_itself_and_to_its_page(real):
    for path, file in real.items():
        for item in [*file.get("items", ()), *filter(None, [file.get("item")])]:
            assert list(item)[:2] == ["id", "links"], path
            assert list(item["links"])[:2] == ["self", "page"], path
            answer = real[urlsplit(item["links"]["self"]).path.lstrip("/")]
            whole = answer["items"] if "items" in answer else [answer["item"]]
            assert [one["id"] for one in whole].count(item["id"]) == 1, path


def test_what_has_a_record_stands_in_its_collection_in_short_and_says_the_same(real):
    for collection in COLLECTIONS:
        for item in real[f"api/v1/{collection.name}.json"]["items"]:
            record = real.get(f"api/v1/{collection.name}/{item['id']}.json")
            assert (record is not None) == bool(collection.record_model)
            if record:
                said = {name: record["item"][name] for name in item if name != "links"}
                assert said == {name: item[name] for name in said}
                for name, link in item["links"].items():
                    whole = record["item"]["links"][name]
                    assert link == whole or link.items() <= whole.items()


def test_a_record_stands_at_its_earlier_address_too_with_the_id_of_today(files):
    assert files["api/v1/cases/first.json"] == files["api/v1/cases/a.json"]
    assert files["api/v1/themes/skils.json"] == files["api/v1/themes/skills.json"]


def test_moves_are_listed(files):
    assert [(item["old"], item["new"]) for item in files["api/v1/moved.json"]["items"]] == [
        ("/cases/first/", "/cases/a/"),
        ("/themes/skils/", "/themes/skills/"),
    ]


def test_what_was_removed_says_why_at_its_old_address(files):
    note = files["api/v1/cases/oslo.json"]

    assert list(note) == ["schema_version", "removed"]
    assert note["removed"] == files["api/v1/removed.json"]["items"][0]
    assert note["removed"]["reason"] == "It was a copy."
    assert note["removed"]["links"]["instead"] == "https://book.example/folder/cases/b/"


HOSTILE = (
    "</script><script>alert(1)</script>\"'\\ & =cmd|'/c calc'!A1 \\input{x} {{ 7 * 7 }}"
    " \n\t\x07 \u202e مرحبا ✂️ 𝔘 \u2028 $(reboot)"
)


def test_hostile_text_comes_back_as_it_was_even_if_no_check_refused_it(make_book, make_case):
    case = make_case("a", sections={"Context": f"```\n{HOSTILE}\n```"})
    ask = Conclusion.model_construct(id="A1", text=HOSTILE * 9, themes=("skills",), support=())
    stranger = Organisation.model_construct(name=HOSTILE, country=None, roles=(HOSTILE,), note=None)
    group = Stakeholders.model_construct(group="cci", label=HOSTILE, organisations=(stranger,))
    changes = {"title": HOSTILE, "conclusions": (ask,), "stakeholders": (group,)}
    files = parsed(make_book(case.model_copy(update=changes)))

    record = files["api/v1/cases/a.json"]["item"]
    (known,) = files["api/v1/organisations.json"]["items"]

    assert record["title"] == files["api/v1/cases.json"]["items"][0]["title"] == HOSTILE
    assert record["asks"][0]["text"] == HOSTILE * 9
    assert record["sections"] == case.sections
    assert (known["name"], known["participations"][0]["roles"]) == (HOSTILE, [HOSTILE])


def test_text_as_people_write_it_is_what_the_contract_says(make_book, make_case):
    text = 'Œuvre « A & B », 100 %: "it\'s" مرحبا 🎨, =SUM(A1), \\alpha; \n' + "long " * 300
    case = make_case("a", title='"A" & B', conclusions=[{**CONCLUSION, "text": text.strip()}])

    files = parsed(make_book(case))

    check = validators(files["api/v1/openapi.json"])["CaseRecordFile"]
    assert [*check.iter_errors(files["api/v1/cases/a.json"])] == []
    assert files["api/v1/cases/a.json"]["item"]["asks"][0]["text"] == text.strip()


def test_accents_are_written_as_they_are(make_book, make_case):
    book = make_book(make_case("a", title="Saint-Étienne"))

    content = {output.path: output.content for output in api_files(book)}

    assert '"title": "Saint-Étienne"' in content["api/v1/cases.json"]


def test_each_record_names_the_file_that_it_is_made_from(make_book, make_case):
    book = make_book(make_case("a"))

    sources = {output.path: output.source for output in api_files(book)}

    assert sources["api/v1/cases/a.json"] == "cases/a.md"
    assert sources["api/v1/areas/crafts.json"] == "vocabularies/areas.yml"
    assert sources["api/v1/cases.json"] == ""


def test_two_loads_give_the_same_bytes(book):
    again = read_content(REPOSITORY).book  # `load` would return the same book

    assert [*api_files(again)] == [*api_files(book)]


def test_the_files_grow_in_proportion_to_the_cases(tmp_path):
    sizes = []
    for cases in (15, 60):
        folder = tmp_path / str(cases)
        write_content(folder, cases)
        fixed = ("openapi", "vocabularies", "canvases")
        outputs = api_files(casebank.load(folder))
        sizes.append(
            sum(
                len(one.data)
                for one in outputs
                if not one.path.endswith(tuple(f"{n}.json" for n in fixed))
            )
        )

    assert sizes[1] < 4.5 * sizes[0]
