"""What a SELECT finds in the tables of a book, or in plain words why it finds nothing."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing

from casebank.problem import echo, suggestion
from casebank.tables.table import Column, Table, Type, Value

_LOOKS = {"data_version", "foreign_key_list", "index_list", "table_info", "table_list"}
"""The PRAGMAs that only look; full text search needs the first."""

_TABLES = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"
_COLUMNS = "SELECT column_name FROM codebook"

_READ_ONLY = ("not authorized", "authorization denied", "attempt to write a readonly database")


class SqlError(ValueError):
    """Raised for a query that cannot be answered; its text is for the person who wrote it."""


def select(database: sqlite3.Connection, sql: str) -> Table:
    """Return what a SELECT finds; the query can neither change the database nor reach a file.

    Of several columns with one name each later one has its number: `id`, `id_2`. Raises `SqlError`.
    """
    database.execute("PRAGMA query_only = ON")
    database.set_authorizer(_authorize)
    try:
        with closing(database.execute(sql)) as cursor:
            names = [column[0] for column in cursor.description or ()]
            rows = tuple(tuple(map(_value, row)) for row in cursor)
    except (sqlite3.Error, sqlite3.Warning, ValueError, OverflowError) as error:
        raise SqlError(_in_plain_words(str(error), database)) from None
    finally:
        database.set_authorizer(None)
    if not names:
        raise SqlError("This asks for nothing. Write a SELECT.")
    cells = [[row[place] for row in rows] for place in range(len(names))]
    columns = tuple(
        Column(name, "", _type(values), required=False)
        for name, values in zip(_each_once(names), cells, strict=True)
    )
    return Table("result", "Result", "a row", columns, (), rows)


def _authorize(action: int, name: str | None, *_: str | None) -> int:
    """Refuse what `query_only` lets through: files beside the database, and settings.

    Source: SQLite, "Compile-Time Authorization Callbacks" and "PRAGMA query_only".
    """
    files = action in {sqlite3.SQLITE_ATTACH, sqlite3.SQLITE_DETACH}
    settings = action == sqlite3.SQLITE_PRAGMA and name not in _LOOKS
    return sqlite3.SQLITE_DENY if files or settings else sqlite3.SQLITE_OK


def _value(found: str | float | bytes | None) -> Value:
    """Return a value as formats can write it: binary data in hexadecimal digits."""
    return found.hex() if isinstance(found, bytes) else found


def _type(values: list[Value]) -> Type:
    found = {type(value) for value in values} - {type(None)}
    return Type.NUMBER if found and found <= {int, float} else Type.TEXT


def _each_once(names: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for name in names:
        number, once = 1, name
        while once in seen:
            number += 1
            once = f"{name}_{number}"
        seen.add(once)
        yield once


def _in_plain_words(fault: str, database: sqlite3.Connection) -> str:
    """Return what is wrong with a query, and how to mend it."""
    if fault in _READ_ONLY:
        return "The tables can only be read here. Write a SELECT."
    if match := re.fullmatch(r"no such (table|column): (?:.*\.)?(.+)", fault, re.DOTALL):
        noun, name = match.groups()
        known = [row[0] for row in database.execute(_TABLES if noun == "table" else _COLUMNS)]
        otherwise = "`casebank query` lists all tables, and `casebank query codebook` all columns."
        return f"There is no {noun} {echo(name)}. {suggestion(name, known, otherwise=otherwise)}"
    if match := re.fullmatch(r'near "(.*)": syntax error', fault, re.DOTALL):
        return f"The query is not SQL from {echo(match[1])} on."
    if fault == "incomplete input":
        return "The query ends too early."
    if fault.startswith("You can only execute one statement"):
        return "These are several queries. Ask them one by one."
    return f"The query cannot be answered. SQLite says: {echo(fault)}."
