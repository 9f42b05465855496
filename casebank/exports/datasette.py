"""What Datasette shows beside the database: descriptions, licence, search, and ready questions.

Source: Datasette 0.65, "Metadata", "Full-text search" and "Canned queries".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from casebank.notice import READING, RIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casebank.notice import Notice
    from casebank.tables.table import Table

DATABASE = "casebook"
"""Name of the database file without its ending."""

_SEARCHED = ("cases", "asks")
"""Tables with full text search, whose index is called after them."""

_LABELS = ("title", "name", "label_en", "title_en")
"""Columns that say what a row is about, in the place of its id."""

QUERIES = {
    "asks_by_theme": (
        "Asks by theme",
        "How many asks of how many cases stand under each theme.",
        """SELECT themes.id, themes.label_en, count(*) AS asks, count(DISTINCT case_id) AS cases
FROM ask_themes
JOIN asks ON asks.id = ask_themes.ask_id
JOIN themes ON themes.id = ask_themes.theme_id
GROUP BY themes.id
ORDER BY asks DESC, themes.id""",
    ),
    "asks_of_a_country": (
        "Asks of a country",
        "What cases of a country ask for; a country is named by its ISO code, such as FR.",
        """SELECT DISTINCT asks.id, asks.kind, asks.title, asks.text, asks.page
FROM asks
JOIN places ON places.case_id = asks.case_id
WHERE places.country = :country
ORDER BY asks.id""",
    ),
    "search_asks": (
        "Search in asks",
        "Words that all stand in an ask, the best match first; accents make no difference.",
        """SELECT asks.id, asks.title, snippet(asks_fts, -1, '', '', '…', 24) AS found, asks.page
FROM asks_fts
JOIN asks ON asks.rowid = asks_fts.rowid
WHERE asks_fts MATCH escape_fts(:words)
ORDER BY asks_fts.rank, asks.id""",
    ),
    "who_took_part": (
        "Who took part",
        "Organisations in several cases, by how many.",
        """SELECT organisations.name, group_id, count(DISTINCT case_id) AS cases
FROM case_organisations
JOIN organisations ON organisations.id = case_organisations.organisation_id
GROUP BY organisations.id, group_id
ORDER BY cases DESC, organisations.id, group_id""",
    ),
}
"""Title, description and SQL of each question, by its name."""


def datasette_metadata(tables: Iterable[Table], about: Notice) -> dict[str, Any]:
    """Return the content of a metadata file for the database of these tables."""
    metadata = {
        "title": about.name,
        "description": f"{about.abstract} {READING} {RIGHTS}".strip(),
        "license": about.licence,
        "license_url": about.licence_address,
        "source": about.name,
        "source_url": about.page,
        "databases": {
            DATABASE: {
                "tables": {table.name: _table(table) for table in tables},
                "queries": {
                    name: {"title": title, "description": description, "sql": sql}
                    for name, (title, description, sql) in QUERIES.items()
                },
            }
        },
    }
    return {name: value for name, value in metadata.items() if value}


def _table(table: Table) -> dict[str, Any]:
    label = next((name for name in _LABELS if name in table.places), "")
    found: dict[str, Any] = {
        "title": table.title,
        "description": f"One row is {table.row}.",
        "columns": {column.name: column.meaning for column in table.columns},
    }
    if label:
        found["label_column"] = label
    if table.name in _SEARCHED:
        found |= {"fts_table": f"{table.name}_fts", "fts_pk": "rowid"}
    return found
