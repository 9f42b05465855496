"""The page on the API: it names every collection, and what it shows exists."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup

from casebank.api.collections import COLLECTIONS
from casebank.api.item import SCHEMA_VERSION
from casebank.docs_pages import docs_pages
from casebank.outputs import data_files
from casebank.publication import UNPUBLISHED
from casebank.views.indexes import index_macros
from tests.conftest import REPOSITORY


@pytest.fixture(scope="module")
def told(book):
    macros = index_macros(lambda: book)
    found = docs_pages(REPOSITORY, macros, "data")
    return BeautifulSoup(
        next(one.html for one in found if one.path == "data/api.md"), "html.parser"
    )


def test_every_collection_stands_in_the_table_with_its_address(told):
    rows = {row.th.get_text(): row.th.a["href"] for row in told.select("tbody tr")}

    assert rows == {one.name: f"/api/v1/{one.name}.json" for one in COLLECTIONS}


def test_the_last_change_is_that_of_today(told):
    first = told.find(id="changes").find_next_sibling("p").get_text()

    assert first.startswith(f"Version {SCHEMA_VERSION}")


def test_every_address_in_the_examples_is_one_of_a_file(told, book):
    code = "\n".join(block.get_text() for block in told.select("pre"))
    shown = re.findall(rf"{re.escape(UNPUBLISHED.site)}([^\"\s]+)", code)
    files = {output.path for output in data_files(book)}

    assert len(shown) >= 4
    assert {*shown} <= files
