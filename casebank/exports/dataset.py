"""The dataset: tables in every format, linked data, what describes them, and checksums."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from casebank.data_file import FOLDER, DataFile
from casebank.exports.catalogue import catalogue
from casebank.exports.csv_table import csv_table
from casebank.exports.data_package import data_package
from casebank.exports.database import database_file
from casebank.exports.datasette import DATABASE, datasette_metadata
from casebank.exports.linked_data import casebook_graph
from casebank.exports.workbook import workbook
from casebank.notice import notice
from casebank.tables.all import tables

if TYPE_CHECKING:
    from casebank.book import Book
    from casebank.publication import Publication
    from casebank.tables.table import Table

CSV, JSON = "text/csv", "application/json"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SQLITE = "application/vnd.sqlite3"

CHECKSUMS = "SHA256SUMS"


@lru_cache(maxsize=2)
def dataset(book: Book, publication: Publication) -> tuple[DataFile, ...]:
    """Return every file of the dataset; made once for a book, since pages tell their sizes."""
    about, all_tables = notice(book, publication), tables(book, publication)
    described = [(table, _csv_file(table)) for table in all_tables]
    files = (
        *(file for _, file in described),
        DataFile(
            f"{FOLDER}/casebook.xlsx",
            workbook(all_tables, about),
            "All tables in one workbook",
            "a sheet for each table, and the codebook",
            "Excel",
            XLSX,
        ),
        DataFile(
            f"{FOLDER}/{DATABASE}.sqlite",
            database_file(all_tables),
            "All tables in one database",
            "with keys and full text search, ready for Datasette",
            "SQLite",
            SQLITE,
        ),
        _json_file(
            "datasette-metadata",
            datasette_metadata(all_tables, about),
            "Metadata for Datasette",
            "what it shows beside the database, and some questions to begin with",
        ),
        _json_file(
            "datapackage",
            data_package(described, about),
            "Description of the CSV files",
            "columns, types, keys and checksums as a Frictionless Data Package",
        ),
        casebook_graph(book, publication),
    )
    files = (*files, catalogue(files, book, publication))
    return (*files, _checksums(files))


def _csv_file(table: Table) -> DataFile:
    content = csv_table(table).encode()
    return DataFile(
        f"{FOLDER}/{table.name}.csv", content, table.title, f"one row is {table.row}", "CSV", CSV
    )


def _json_file(name: str, data: dict[str, Any], title: str, detail: str) -> DataFile:
    content = (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
    return DataFile(f"{FOLDER}/{name}.json", content, title, detail, "JSON", JSON)


def _checksums(files: Iterable[DataFile]) -> DataFile:
    """Return the SHA-256 of each file as `sha256sum` prints it, to be checked in their folder."""
    lines = (f"{file.sha256}  {file.name}\n" for file in files)
    title, detail = "Checksums", "SHA-256 of all files of the dataset: sha256sum --check SHA256SUMS"
    path, content = f"{FOLDER}/{CHECKSUMS}", "".join(lines).encode()
    return DataFile(path, content, title, detail, "text", "text/plain")
