"""What the form loads: every field with its rules, and everything of the book that is taken."""

from __future__ import annotations

import json

import pytest

from casebank.blank import blanks
from casebank.case_form import DATA_PATH
from casebank.completeness import completeness
from casebank.exports.new_case import new_case_files


@pytest.fixture(scope="module")
def known(book):
    (output,) = new_case_files(book)
    assert output.path == DATA_PATH
    return json.loads(output.content)


def test_fields_stand_in_the_order_of_the_models_with_their_rules(known):
    names = [field["name"] for field in known["fields"]]
    rules = {rule for field in known["fields"] for rule in field["rules"]}

    assert names == [field.name for field in blanks()]
    assert rules <= set(known["rules"])


def test_every_address_and_id_that_is_taken_is_told(known, book):
    assert set(known["addresses"]) >= {case.id for case in book.cases}
    ids = {id_ for ids in known["anchors"].values() for id_ in ids}
    assert ids >= {ask.id for ask in book.asks} | {"SE-P1"}
    assert "SE-P1" in known["anchors"]["cases/saint-etienne-performing-arts-ai.md"]


def test_what_is_expected_is_what_completeness_counts(known, book):
    for case in book.cases:
        counted = completeness(case)
        expected = known["expected"][case.kind.value][case.record.value]
        assert sorted(name for name, _ in expected) == sorted((*counted.filled, *counted.missing))


def test_links_may_lead_to_every_case_and_tool(known, book):
    assert sorted(known["paths"]) == sorted(one.path for one in (*book.cases, *book.tools))


def test_what_the_page_shows_of_a_case_alone_is_named_in_its_order(known):
    order = known["order"]["city-case"]

    assert order[0] == "# Context"
    assert "images" in order
    assert "related" not in order
