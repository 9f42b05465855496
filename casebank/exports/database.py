"""All tables as a SQLite database with keys, full text search and the codebook in it."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from casebank.tables.table import Type

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casebank.tables.table import Column, Table

_TYPES = {Type.INTEGER: "INTEGER", Type.NUMBER: "REAL"}

_PAGE = 4096
"""Bytes of a page of the file."""

_SEARCH = """
CREATE VIEW case_texts AS
  SELECT cases.rowid AS rowid, title, summary, (
    SELECT group_concat(text, char(10)) FROM (
      SELECT text FROM case_sections WHERE case_id = cases.id ORDER BY position
    )
  ) AS sections
  FROM cases;
CREATE VIRTUAL TABLE cases_fts USING fts5 (
  title, summary, sections, content="case_texts", tokenize="unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE asks_fts USING fts5 (
  title, text, place, content="asks", tokenize="unicode61 remove_diacritics 2"
);
INSERT INTO cases_fts (cases_fts) VALUES ('rebuild');
INSERT INTO asks_fts (asks_fts) VALUES ('rebuild');
INSERT INTO cases_fts (cases_fts) VALUES ('optimize');
INSERT INTO asks_fts (asks_fts) VALUES ('optimize');
"""
"""Search over cases with the sections of their bodies, and over asks; accents make no difference.
The index holds no text of its own but points to rows by their number. They are numbered from 1
without gaps, so that VACUUM leaves the numbers as they are.

Source: SQLite, "FTS5 Extension", section 4.4.3, External Content Tables.
"""


def connect(tables: Iterable[Table]) -> sqlite3.Connection:
    """Return a database in memory with all `tables` in it; whoever asks for it closes it."""
    database = sqlite3.connect(":memory:", isolation_level=None)
    database.execute(f"PRAGMA page_size = {_PAGE}")
    database.execute("BEGIN")
    tables = tuple(tables)
    for table in tables:
        database.execute(_create(table))
    for table in tables:
        places = ", ".join("?" * len(table.columns))
        database.executemany(f"INSERT INTO {table.name} VALUES ({places})", table.rows)  # noqa: S608 (names are ours)
        for statement in _indexes(table):
            database.execute(statement)
    database.execute("COMMIT")
    database.executescript(_SEARCH)
    return database


def database_file(tables: Iterable[Table]) -> bytes:
    """Return the same as the bytes of a file.

    They are equal at every build with one release of SQLite. Another one writes its own number into
    the header, at byte 96, and may lay out the search index otherwise.
    """
    database = connect(tables)
    try:
        database.execute("VACUUM")
        return database.serialize()
    finally:
        database.close()


def _create(table: Table) -> str:
    """Return the statement that makes a table. Each line of it is a column or a key."""
    columns = [_column(column) for column in table.columns]
    columns.append(f"PRIMARY KEY ({', '.join(table.key)})")
    for column in _references(table):
        other, _, key = column.refers_to.partition(".")
        columns.append(f"FOREIGN KEY ({column.name}) REFERENCES {other} ({key})")
    return f"CREATE TABLE {table.name} (\n  " + ",\n  ".join(columns) + "\n)"


def _column(column: Column) -> str:
    kind = _TYPES.get(column.type, "TEXT")
    return f"{column.name} {kind} NOT NULL" if column.required else f"{column.name} {kind}"


def _indexes(table: Table) -> Iterator[str]:
    """Yield an index for each reference, save where the key begins with it and serves as one."""
    for column in _references(table):
        if column.name != table.key[0]:
            name = f"{table.name}_by_{column.name}"
            yield f"CREATE INDEX {name} ON {table.name} ({column.name})"


def _references(table: Table) -> Iterator[Column]:
    return (column for column in table.columns if column.refers_to)
