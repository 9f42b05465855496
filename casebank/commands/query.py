"""`casebank query`: rows of the published tables, narrowed down by filters or found by SQL."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from shutil import get_terminal_size

import click

from casebank.exports.csv_table import csv_table
from casebank.exports.database import connect
from casebank.exports.json_rows import json_lines, json_rows
from casebank.exports.text_table import legible, text_table
from casebank.loading import load
from casebank.phrases import plural
from casebank.publication import SITE_NAME, UNPUBLISHED, Publication
from casebank.register import Register, UnknownIdError
from casebank.tables.all import tables
from casebank.tables.arrangement import in_order, only, with_words
from casebank.tables.filters import FilterError, Filtering
from casebank.tables.sql import SqlError, select
from casebank.tables.table import Column, Table, Type

_FORMATS: dict[str, Callable[[Table], str]] = {
    "csv": csv_table,
    "json": json_rows,
    "ndjson": json_lines,
}
"""Formats for programs, in UTF-8 on every system."""

EXAMPLES = """\
casebank query
casebank query cases --area performing-arts
casebank query asks --theme skills --country FR --columns id,text
casebank query tools --kind method --format json
casebank query organisations --search university --sort -cases
casebank query codebook --search theme --columns table_name,column_name
casebank query --sql "SELECT city, count(*) AS cases FROM places GROUP BY city"
"""
"""Shown by `--help`; a test runs each."""

_FILTERS = {
    "area": ("ID", "Innovation area."),
    "country": ("CODE", "Country, by its code of ISO 3166-1, such as FR."),
    "theme": ("ID", "Theme of asks."),
    "support": ("ID", "Kind of support that is asked for."),
    "tool": ("ID", "Tool or method."),
    "case": ("ID", "Case."),
    "kind": ("KIND", "Kind of case, ask or tool."),
    "record": ("full|card", "Whether the whole case is held, or a card."),
}

_AT_A_GLANCE = {
    "cases": ("id", "title", "year", "asks"),
    "asks": ("id", "case_id", "text"),
    "tools": ("id", "title", "kind", "cases"),
    "organisations": ("id", "name", "cases"),
}
"""What is shown to eyes of tables that have too many columns, unless others are named."""

_EPILOG = "\n".join(["\b", "Examples:", *(f"  {line}" for line in EXAMPLES.splitlines())])


def _filters(command: Callable[..., None]) -> Callable[..., None]:
    for name, (metavar, help_) in reversed(_FILTERS.items()):
        command = click.option(f"--{name}", metavar=metavar, default="", help=help_)(command)
    return command


@click.command(epilog=_EPILOG)
@click.argument("table", default="")
@_filters
@click.option(
    "--search", metavar="WORDS", default="", help="Rows with words that begin so, all of them."
)
@click.option("--columns", metavar="NAMES", default="", help="Only these, with commas between.")
@click.option("--sort", metavar="NAMES", default="", help="By these columns; -NAME: largest first.")
@click.option("--sql", metavar="SELECT", default="", help="Ask all tables in SQL instead.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", *_FORMATS]),
    default="table",
    show_default=True,
    help="For eyes, or for programs, which get every column whole.",
)
@click.option(
    "--site-url",
    envvar="CASEBOOK_SITE_URL",
    default=UNPUBLISHED.site,
    show_default=True,
    help="Address of the published site, with which addresses begin.",
)
@click.pass_obj
def query(
    root: Path,
    /,
    *,
    table: str,
    search: str,
    columns: str,
    sort: str,
    sql: str,
    form: str,
    site_url: str,
    **filters: str,
) -> None:
    """Print rows of a TABLE of the book: the same tables that are published at /data/.

    Without a TABLE, all of them are listed; `codebook` is the one that explains their columns.
    Filters keep what has all that is asked for. Where a row does not say it, its case decides:
    quotes --country FR are those of French cases.
    """
    given = {name: value for name, value in filters.items() if value}
    if sql and (table or search or columns or sort or given):
        raise click.UsageError("--sql stands alone. Say in the query which rows and columns.")
    book = load(root)
    all_tables = tables(book, Publication(SITE_NAME, site_url))
    try:
        if sql:
            found = _answer(all_tables, sql)
        else:
            by_name = {one.name: one for one in all_tables}
            chosen = Register("a table", by_name)[table] if table else _contents(all_tables)
            kept = Filtering(book, all_tables).rows_of(chosen, given)
            found = in_order(with_words(kept, search), _names(sort))
            found = only(found, _names(columns) or found.places)
    except (UnknownIdError, FilterError, SqlError) as error:
        raise click.UsageError(str(error)) from None
    _print(found, form, whole=bool(_names(columns) or sql))


def _answer(all_tables: tuple[Table, ...], sql: str) -> Table:
    with closing(connect(all_tables)) as database:
        return select(database, sql)


def _contents(all_tables: tuple[Table, ...]) -> Table:
    """Return a table of the tables."""
    columns = (
        Column("name", "Name of the table."),
        Column("rows", "How many it has.", Type.INTEGER),
        Column("row_is", "What one of them is."),
    )
    rows = tuple((one.name, len(one.rows), one.row) for one in all_tables)
    return Table("tables", "Tables", "a table", columns, ("name",), rows)


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]


def _print(found: Table, form: str, *, whole: bool) -> None:
    """Write rows to the output; what is said about them goes elsewhere."""
    if not found.rows:
        click.echo("Nothing found.", err=True)
    if form != "table":
        click.echo(_FORMATS[form](found).encode(), nl=False)
    elif found.rows:
        width = get_terminal_size((100, 24)).columns
        shown = found if whole else legible(_at_a_glance(found), width)
        click.echo(text_table(shown, width), nl=False)
        if left_out := len(found.columns) - len(shown.columns):
            more = plural(left_out, "more column")
            click.echo(f"{more}: name some with --columns, or use --format.", err=True)


def _at_a_glance(found: Table) -> Table:
    return only(found, _AT_A_GLANCE.get(found.name, found.places))
