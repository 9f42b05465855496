"""What describes the CSV files for programs: /data/datapackage.json.

Source: Frictionless Data, Data Package, Tabular Data Resource and Table Schema, version 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from casebank.notice import READING, RIGHTS
from casebank.tables.table import Type

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casebank.data_file import DataFile
    from casebank.notice import Notice
    from casebank.tables.table import Column, Table

_TYPES = {Type.INTEGER: "integer", Type.NUMBER: "number"}

_APOSTROPHE = (
    "In text columns, an apostrophe stands before what a spreadsheet would run as a formula: take"
    " it away from cells that begin with apostrophes and then =, +, -, @, a tab or a line break."
)

_SOURCES = [
    {"title": "The documents that each case was made from", "path": "case_sources.csv"},
    {"title": "The documents that each tool was made from", "path": "tool_sources.csv"},
]

_DIALECT = {
    "csvddfVersion": 1.2,
    "delimiter": ",",
    "lineTerminator": "\r\n",
    "quoteChar": '"',
    "doubleQuote": True,
    "skipInitialSpace": False,
    "header": True,
    "caseSensitiveHeader": True,
}


def data_package(files: Iterable[tuple[Table, DataFile]], about: Notice) -> dict[str, Any]:
    """Return the description of these tables and their CSV files."""
    package = {
        "profile": "data-package",
        "name": "casebook",
        "title": about.name,
        "description": f"{about.abstract} {READING} {_APOSTROPHE} {RIGHTS}".strip(),
        "version": about.version,
        "created": f"{about.released}T00:00:00Z" if about.released else "",
        "homepage": about.page,
        "keywords": list(about.keywords),
        "licenses": _licences(about),
        "contributors": [{"title": name, "role": "author"} for name in about.authors],
        "sources": _SOURCES,
        "resources": [_resource(table, file) for table, file in files],
    }
    return {name: value for name, value in package.items() if value}


def _licences(about: Notice) -> list[dict[str, str]]:
    return [{"name": about.licence, "path": about.licence_address}] if about.licence else []


def _resource(table: Table, file: DataFile) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.title,
        "description": f"One row is {table.row}.",
        "path": file.name,
        "scheme": "file",
        "format": "csv",
        "mediatype": file.media_type,
        "encoding": "utf-8",
        "bytes": len(file.content),
        "hash": f"sha256:{file.sha256}",
        "dialect": _DIALECT,
        "schema": _schema(table),
    }


def _schema(table: Table) -> dict[str, Any]:
    references = (
        (column.name, *column.refers_to.split(".")) for column in table.columns if column.refers_to
    )
    return {
        "fields": [_field(column, table) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
        "foreignKeys": [
            {"fields": name, "reference": {"resource": other, "fields": key}}
            for name, other, key in references
        ],
    }


def _field(column: Column, table: Table) -> dict[str, Any]:
    field = {
        "name": column.name,
        "type": _TYPES.get(column.type, "string"),
        "format": "uri" if column.type is Type.ADDRESS else "default",
        "description": column.meaning,
        "example": column.example,
        "constraints": _constraints(column, alone=table.key == (column.name,)),
    }
    return {name: value for name, value in field.items() if value}


def _constraints(column: Column, *, alone: bool) -> dict[str, Any]:
    constraints = {
        "required": column.required or None,
        "unique": alone or None,
        "enum": list(column.values) or None,
        "pattern": column.pattern or None,
        "minimum": column.least,
        "maximum": column.most,
    }
    return {name: value for name, value in constraints.items() if value is not None}
