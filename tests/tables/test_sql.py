"""A SELECT is answered from the tables, nothing else is done, and faults are told plainly."""

from __future__ import annotations

from contextlib import closing

import pytest

from casebank.exports.database import connect
from casebank.publication import UNPUBLISHED
from casebank.tables.all import tables
from casebank.tables.sql import SqlError, select


@pytest.fixture
def database(make_book, make_case):
    """The database of a small book."""
    with closing(connect(tables(make_book(make_case("a")), UNPUBLISHED))) as made:
        yield made


def found(database, sql):
    table = select(database, sql)
    return [column.name for column in table.columns], table.rows


def test_a_query_is_answered_with_names_and_values(database):
    sql = "SELECT id, lat, asks, 1.5 AS half FROM cases"

    assert found(database, sql) == (["id", "lat", "asks", "half"], (("a", None, 0, 1.5),))


def test_columns_of_one_name_are_told_apart(database):
    assert found(database, "SELECT 1 AS a, 2 AS a, 3 AS a_2")[0] == ["a", "a_2", "a_2_2"]


def test_numbers_are_known_as_numbers(database):
    columns = select(database, "SELECT 1 AS n, '1' AS t, NULL AS n_a").columns

    assert [column.type.is_number for column in columns] == [True, False, False]


def test_binary_data_is_written_in_digits(database):
    assert found(database, "SELECT x'00FF' AS b")[1] == (("00ff",),)


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM cases",
        "UPDATE cases SET title = 'x'",
        "INSERT INTO areas (id) VALUES ('x')",
        "DROP TABLE cases",
        "CREATE TABLE x (a)",
        "CREATE TEMP TABLE x (a)",
        "ATTACH '{file}' AS x",
        "VACUUM INTO '{file}'",
        "PRAGMA query_only = OFF",
        "PRAGMA writable_schema = ON",
        "INSERT INTO asks_fts (asks_fts) VALUES ('delete-all')",
        "SELECT load_extension('{file}')",
    ],
)
def test_nothing_is_changed_and_no_file_written(database, tmp_path, sql):
    before = database.serialize()

    with pytest.raises(SqlError, match=r"The tables can only be read here\. Write a SELECT\."):
        select(database, sql.format(file=tmp_path / "file.db"))

    assert database.serialize() == before
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("sql", "message"),
    [
        ("SELECT * FROM case_area", "There is no table 'case_area'. Did you mean 'case_areas'?"),
        ("SELECT * FROM main.cass", "There is no table 'cass'. Did you mean 'cases'?"),
        ("SELECT c.tilte FROM cases c", "There is no column 'tilte'. Did you mean 'title'?"),
        ("SELECT * FROM zzzzz", "There is no table 'zzzzz'. `casebank query` lists all tables, a"),
        ("SELCT 1", "The query is not SQL from 'SELCT' on."),
        ("SELECT 1 FROM cases WHERE", "The query ends too early."),
        ("SELECT 1; SELECT 2", "These are several queries. Ask them one by one."),
        ("", "This asks for nothing. Write a SELECT."),
        ("-- nothing", "This asks for nothing. Write a SELECT."),
        ("SELECT zz(1)", "The query cannot be answered. SQLite says: 'no such function: zz'."),
        ("SELECT 1\0", "The query cannot be answered. SQLite says: 'the query contains a null"),
        ("SELECT \"\x1b[2J\n\" FROM 'a\x1b[2J\nb'", r"There is no table 'a\x1b[2J\nb'."),
        ("SELECT char(55296)", "The query cannot be answered. SQLite says: 'Could not decode"),
    ],
)
def test_a_fault_is_told_in_plain_words(database, sql, message):
    with pytest.raises(SqlError) as raised:
        select(database, sql)

    assert str(raised.value).startswith(message)


def test_whoever_asked_can_go_on_asking(database):
    with pytest.raises(SqlError):
        select(database, "DROP TABLE cases")

    assert found(database, "SELECT count(*) AS n FROM cases")[1] == ((1,),)
