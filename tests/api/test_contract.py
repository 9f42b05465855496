"""The contract of the API: every file keeps it, and nothing leads nowhere."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import urlsplit

from openapi_spec_validator import validate

from casebank.api.collections import COLLECTIONS
from casebank.api.item import SCHEMA_VERSION
from tests.api_checks import links, named, operations, parsed, path_of, validators

PROMISED = Path(__file__).parent / "fields.txt"


def test_the_contract_is_openapi(real):
    validate(real["api/v1/openapi.json"])


def test_every_file_is_what_the_contract_says_and_nothing_more(real):
    contract = real["api/v1/openapi.json"]
    models, checks = operations(contract), validators(contract)
    for path, file in real.items():
        known = models[path_of(path)]
        faults = [list(checks[model].iter_errors(file)) for model in known]
        assert not known or [] in faults, (path, faults)


def test_a_file_that_the_contract_does_not_know_is_noticed(files):
    contract = files["api/v1/openapi.json"]
    check = validators(contract)["CaseRecordFile"]
    file = files["api/v1/cases/b.json"]

    def faults(**changed):
        return [fault.message for fault in check.iter_errors({**file, "item": changed})]

    assert faults(**file["item"]) == []
    assert faults(**file["item"], surprise=1) != []
    assert faults(**{**file["item"], "kind": "gossip"}) != []
    assert faults(**{name: value for name, value in file["item"].items() if name != "year"}) != []


def test_a_removed_record_and_moves_are_in_the_contract(files):
    checks = validators(files["api/v1/openapi.json"])

    assert [*checks["RemovedFile"].iter_errors(files["api/v1/cases/oslo.json"])] == []
    assert [*checks["MoveItemCollection"].iter_errors(files["api/v1/moved.json"])] == []


def test_every_path_of_the_contract_has_a_file_and_an_example_that_exists(real):
    contract = real["api/v1/openapi.json"]

    assert {*contract["paths"]} == {path_of(path) for path in real}
    examples = re.findall(r'"externalValue": "([^"]+)"', json.dumps(contract))
    assert {urlsplit(example).path.lstrip("/") for example in examples} <= {*real}


def test_everything_in_the_contract_is_explained(real):
    for name, schema in real["api/v1/openapi.json"]["components"]["schemas"].items():
        for field, said in schema.get("properties", {}).items():
            assert said.get("description") or "$ref" in said, f"{name}.{field}"


def test_no_field_comes_or_goes_without_a_new_version(real):
    """Who adds a field adds it to the list, raises SCHEMA_VERSION and tells docs/data/api.md."""
    version, *promised = PROMISED.read_text(encoding="utf-8").split()
    fields = sorted(
        f"{name}.{field}"
        for name, schema in real["api/v1/openapi.json"]["components"]["schemas"].items()
        for field in schema.get("properties", ())
    )

    assert (version, promised) == (SCHEMA_VERSION, fields)


def test_every_id_exists_and_has_its_way(real, book):
    contract = real["api/v1/openapi.json"]
    models = operations(contract)
    terms = {name: {term.id for term in one.terms} for name, one in book.vocabularies.items()}
    items = {one.name: real[f"api/v1/{one.name}.json"]["items"] for one in COLLECTIONS}
    known = {**terms, **{name: {item["id"] for item in found} for name, found in items.items()}}
    known["countries"] = {item["code"] for item in items["countries"]}
    with_records = {one.name for one in COLLECTIONS if one.record_model}
    found = 0
    for path, file in real.items():
        for item in [*file.get("items", ()), *filter(None, [file.get("item")])]:
            model = models[path_of(path)][0].removesuffix("Collection").removesuffix("File")
            for collection, id_, ways in named(
                item, {"$ref": f"#/components/schemas/{model}"}, contract
            ):
                found += 1
                if collection == "countries" and id_ not in known[collection]:
                    continue  # a country from which guests came, and which has no page
                assert id_ in known[collection], (path, collection, id_)
                place = collection if collection in items else "vocabularies"
                way = ways.get(place, ways["self"])
                if collection in with_records:
                    assert id_ in way, (path, collection, id_)
                else:
                    assert way.endswith(f"/{place}.json"), (path, collection, id_)
    assert found > 1000


def test_every_address_within_the_api_is_one_of_its_files(real):
    addresses = {link for file in real.values() for link in links(file) if "{" not in link}
    within = {urlsplit(link).path.lstrip("/") for link in addresses if "/api/v1/" in link}

    assert within <= {*real}
    assert len(within) > 40


def test_addresses_are_written_in_the_characters_of_addresses(make_book, make_case):
    organisations = [{"name": "Œuvre 100 % “café”"}]
    stakeholders = [{"group": "cci", "organisations": organisations}]

    files = parsed(make_book(make_case("a", stakeholders=stakeholders)))

    for link in links(files["api/v1/organisations.json"]):
        assert re.fullmatch(r"[!-~]+", link)
        assert '"' not in link
