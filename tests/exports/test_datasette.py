"""Datasette opens the database with its metadata and answers, without a server."""

from __future__ import annotations

import asyncio
import json

import pytest
from datasette.app import Datasette

from casebank.exports.database import database_file
from casebank.exports.datasette import QUERIES, datasette_metadata
from casebank.notice import notice

from .conftest import PUBLICATION


@pytest.fixture(scope="module")
def ask(real_tables, book, tmp_path_factory):
    """Return what Datasette answers at an address."""
    path = tmp_path_factory.mktemp("datasette") / "casebook.sqlite"
    path.write_bytes(database_file(real_tables))
    metadata = json.loads(json.dumps(datasette_metadata(real_tables, notice(book, PUBLICATION))))
    datasette = Datasette([str(path)], metadata=metadata, settings={"num_sql_threads": 0})

    def answer(address):
        response = asyncio.run(datasette.client.get(address))
        assert response.status_code == 200, response.text
        return response

    return answer


def test_it_shows_tables_with_their_meanings_and_the_licence(ask):
    page = ask("/casebook/cases").text

    assert "Cases" in page
    assert "One row is a case." in page
    assert "https://creativecommons.org/licenses/by/4.0/" in page


@pytest.mark.parametrize(("table", "words"), [("cases", "etienne"), ("asks", "training")])
def test_its_search_uses_the_full_text(ask, table, words):
    rows = ask(f"/casebook/{table}.json?_shape=array&_search={words}").json()

    assert rows


@pytest.mark.parametrize("name", QUERIES)
def test_every_ready_question_has_an_answer(ask, name):
    rows = ask(f"/casebook/{name}.json?_shape=array&country=FR&words=training").json()

    assert rows


def test_a_ready_question_counts_as_the_book_does(ask, book):
    rows = ask("/casebook/asks_by_theme.json?_shape=array").json()

    assert {row["id"]: row["asks"] for row in rows} == book.asks_by_theme


def test_what_is_searched_for_can_hold_any_sign(ask):
    assert ask('/casebook/search_asks.json?_shape=array&words="*(NEAR').json() == []
