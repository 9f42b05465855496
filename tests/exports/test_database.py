"""The database: sound, its keys kept, searchable, and equal to the book."""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing

import pytest

from casebank.exports.database import connect, database_file
from casebank.tables.all import tables

from .conftest import PUBLICATION


@pytest.fixture(scope="module")
def file(real_tables):
    """The bytes of the database of the real book."""
    return database_file(real_tables)


@pytest.fixture(scope="module")
def database(file, tmp_path_factory):
    """That file, opened as anybody would open it."""
    path = tmp_path_factory.mktemp("database") / "casebook.sqlite"
    path.write_bytes(file)
    with closing(sqlite3.connect(path)) as connection:
        yield connection


def found(database, table, words):
    """Return the ids of rows in which words are found."""
    matches = f"SELECT rowid FROM {table}_fts WHERE {table}_fts MATCH ?"  # noqa: S608
    sql = f"SELECT id FROM {table} WHERE rowid IN ({matches})"  # noqa: S608
    return [id_ for (id_,) in database.execute(sql, (words,))]


def test_the_file_is_sound_and_every_reference_leads_to_a_row(database):
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_it_holds_what_the_tables_hold(database, real_tables):
    for table in real_tables:
        rows = database.execute(f"SELECT * FROM {table.name} ORDER BY rowid").fetchall()  # noqa: S608 (names are ours)

        assert tuple(rows) == table.rows, table.name


def test_hostile_texts_are_texts(trap, real_tables):
    with closing(connect((*real_tables, trap))) as database:
        assert tuple(database.execute("SELECT * FROM trap ORDER BY id")) == trap.rows


def test_keys_are_declared(database, real_tables):
    for table in real_tables:
        columns = database.execute(f"PRAGMA table_info({table.name})").fetchall()
        key = sorted((place, name) for _, name, _, _, _, place in columns if place)
        foreign = database.execute(f"PRAGMA foreign_key_list({table.name})").fetchall()

        assert tuple(name for _, name in key) == table.key
        assert {(one[3], f"{one[2]}.{one[4]}") for one in foreign} == {
            (column.name, column.refers_to) for column in table.columns if column.refers_to
        }


def test_what_must_be_there_is_asked_for(database):
    with pytest.raises(sqlite3.IntegrityError, match=r"NOT NULL .*: quotes\.speaker"):
        database.execute("INSERT INTO quotes VALUES ('x', 1, 'Text', NULL, NULL)")


def test_a_reference_that_leads_nowhere_is_refused_once_keys_are_switched_on(file):
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(file)
        database.execute("PRAGMA foreign_keys = ON")
        with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY constraint failed"):
            database.execute("INSERT INTO case_areas VALUES ('nowhere', 1, 'crafts')")


def test_rows_that_refer_to_a_row_are_found_by_an_index(database):
    plan = database.execute("EXPLAIN QUERY PLAN SELECT * FROM ask_themes WHERE theme_id = 'skills'")

    assert "USING INDEX ask_themes_by_theme_id" in plan.fetchone()[3]


@pytest.mark.parametrize("words", ["Etienne", "Étienne", "etienne", '"saint etienne"'])
def test_search_finds_a_case_with_and_without_accents(database, words):
    assert "saint-etienne-performing-arts-ai" in found(database, "cases", words)


def test_search_looks_into_the_sections_of_cases(database, book):
    case = book.case("amiens-cci-strategy")
    word = "Métropole"
    assert word in "".join(case.sections.values())

    assert case.id in found(database, "cases", "sections: metropole")


def test_search_looks_into_asks(database, book):
    with_word = {ask.id for ask in book.asks if "observatory" in ask.text.casefold()}
    assert with_word

    assert with_word <= set(found(database, "asks", "observatory"))


def test_a_match_can_be_shown_in_its_text(database):
    sql = "SELECT snippet(cases_fts, -1, '[', ']', '…', 5) FROM cases_fts WHERE cases_fts MATCH ?"

    assert "[Métropole]" in database.execute(sql, ("metropole",)).fetchone()[0]


def test_search_still_finds_the_same_after_somebody_tidied_the_file_up(file):
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(file)
        before = found(database, "asks", "training")
        database.execute("VACUUM")

        assert found(database, "asks", "training") == before
        database.execute("INSERT INTO asks_fts (asks_fts, rank) VALUES ('integrity-check', 1)")


def test_sums_are_those_of_the_book(database, book):
    by_theme = database.execute("SELECT theme_id, count(*) FROM ask_themes GROUP BY theme_id")
    by_kind = database.execute("SELECT kind, count(*) FROM asks GROUP BY kind")

    assert dict(by_theme) == book.asks_by_theme
    assert dict(by_kind) == Counter(str(ask.kind) for ask in book.asks)


def test_every_column_is_explained_in_the_codebook(database, real_tables):
    explained = set(database.execute("SELECT table_name, column_name FROM codebook"))

    assert explained == {
        (table.name, column.name)
        for table in real_tables
        if table.name != "codebook"
        for column in table.columns
    }


def test_every_build_has_the_same_bytes(file, book):
    assert database_file(tables(book, PUBLICATION)) == file
