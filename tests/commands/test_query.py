"""`casebank query` prints rows of the published tables: for eyes, or as they are published."""

from __future__ import annotations

import csv
import io
import json
import shlex

import pytest
from click.testing import CliRunner

from casebank.cli import main
from casebank.commands.query import EXAMPLES
from casebank.exports.csv_table import csv_table
from casebank.publication import UNPUBLISHED
from casebank.tables.all import tables

HOSTILE = '=HYPERLINK("https://evil.example"), \\ & %s; 🎭 שלום'
"""A formula, quotes, separators, an emoji, letters from right to left: what models allow."""


@pytest.fixture
def hostile(add, case_text):
    """Give the small case such a text as title of its recommendation."""
    add("cases/testville.md", case_text.replace("title: Teach", f"title: '{HOSTILE}'"))


def ids(result):
    """Return the first column of a CSV file, without its name."""
    assert result.exit_code == 0, result.output
    return [row[0] for row in csv.reader(io.StringIO(result.stdout))][1:]


# Which rows.


def test_without_a_table_all_of_them_are_listed(run):
    lines = run("query").stdout.splitlines()

    assert [line.split(maxsplit=2) for line in lines[:2]] == [
        ["name", "rows", "row_is"],
        ["cases", "1", "a case"],
    ]


def test_a_filter_keeps_the_rows_that_have_what_it_asks_for(run, add, case_text):
    add("cases/other.md", case_text.replace("ai-cci", "crafts").replace("TV-1", "OT-1"))

    assert ids(run("query", "cases", "--area", "crafts", "--format", "csv")) == ["other"]
    assert ids(run("query", "asks", "--area", "crafts", "--format", "csv")) == ["OT-1"]
    assert ids(run("query", "places", "--area", "crafts", "--format", "csv")) == ["other"]


def test_filters_all_have_to_be_kept(run):
    asked = ("query", "asks", "--theme", "skills", "--format", "csv")

    assert ids(run(*asked, "--country", "NO")) == ["TV-1"]
    assert ids(run(*asked, "--country", "FR")) == []


def test_rows_are_found_by_words_sorted_and_cut_down_to_columns(run, add, case_text):
    other = case_text.replace("Testville: a small", "Łódź: a théâtre").replace("TV-1", "OT-1")
    add("cases/other.md", other)

    found = run("query", "cases", "--search", "THEAT", "--columns", "title,id", "--format", "csv")
    ordered = run("query", "cases", "--sort", "-id", "--columns", "id", "--format", "csv")

    assert found.stdout_bytes.decode() == "title,id\r\nŁódź: a théâtre case,other\r\n"
    assert ids(ordered) == ["testville", "other"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["case"], "'case' is not a table. Did you mean 'cases'?"),
        (["asks", "--theme", "skils"], "'skils' is not a theme. Did you mean 'skills'?"),
        (["cases", "--country", "no"], "'no' is not a country. Did you mean 'NO'?"),
        (["cases", "--case", "testvile"], "'testvile' is not a case. Did you mean 'testville'?"),
        (["tools", "--kind", "methode"], "'methode' is not a value of kind in tools. Did you mean"),
        (["cases", "--columns", "id,tilte"], "'tilte' is not a column of cases. Did you mean 't"),
        (["cases", "--sort", "-tilte"], "'tilte' is not a column of cases. Did you mean 'title'"),
        (["glossary", "--area", "crafts"], "--area says nothing of the rows of glossary. Leave it"),
        (["cases", "--theme", "\x1b[2J\n::error::"], r"'\x1b[2J\n::error::' is not a theme."),
        (["cases", "--sql", "SELECT 1"], "--sql stands alone. Say in the query which rows"),
        (["--sql", "SELECT id FROM cass"], "There is no table 'cass'. Did you mean 'cases'?"),
    ],
)
def test_what_does_not_exist_is_told_and_nothing_is_printed(run, arguments, message):
    result = run("query", *arguments)

    assert result.exit_code == 2
    assert result.stdout == ""
    assert f"Error: {message}" in " ".join(result.stderr.split())


@pytest.mark.parametrize("form", ["table", "csv", "json", "ndjson"])
def test_nothing_found_is_said_beside_the_output(run, form):
    result = run("query", "cases", "--country", "FR", "--columns", "id", "--format", form)

    assert result.exit_code == 0
    assert result.stderr == "Nothing found.\n"
    assert result.stdout == {"table": "", "csv": "id\n", "json": "[]\n", "ndjson": ""}[form]


@pytest.mark.usefixtures("break_three_files")
def test_faulty_content_is_not_asked(run):
    result = run("query", "cases")

    assert result.exit_code == 1
    assert "3 problems found; nothing was written." in result.stderr


# In which form.


SOME = ("cases", "asks", "case_organisations", "steps")
"""Tables with texts, numbers, empty cells, and cells with several ids or lines."""


@pytest.mark.parametrize("name", SOME)
def test_csv_is_what_is_published(published, real_book_query, name):
    assert real_book_query(name, "csv") == csv_table(published[name])


@pytest.mark.parametrize("name", SOME)
def test_json_has_the_same_values_with_lists_as_lists(published, real_book_query, name):
    rows = [json.loads(line) for line in real_book_query(name, "ndjson").splitlines()]
    table = published[name]

    assert rows == json.loads(real_book_query(name, "json"))
    assert [tuple(row) for row in rows] == [tuple(table.places)] * len(table.rows)
    assert [
        tuple(
            (column.separator.join(value) or None) if column.separator else value
            for column, value in zip(table.columns, row.values(), strict=True)
        )
        for row in rows
    ] == list(table.rows)


@pytest.fixture(scope="module")
def published(book):
    """Return the tables of the real book by name."""
    return {table.name: table for table in tables(book, UNPUBLISHED)}


@pytest.fixture(scope="module")
def real_book_query():
    """Ask the real book for a whole table in a form."""
    runner = CliRunner()

    def ask(table, form):
        result = runner.invoke(main, ["query", table, "--format", form])
        assert result.exit_code == 0, result.output
        return result.stdout_bytes.decode()

    return ask


@pytest.mark.usefixtures("hostile")
def test_no_cell_of_csv_is_a_formula(run):
    by_filter = run("query", "asks", "--columns", "title", "--format", "csv")
    by_sql = run("query", "--sql", "SELECT title FROM asks", "--format", "csv")

    assert ids(by_filter) == [f"'{HOSTILE}"]
    assert by_sql.stdout == by_filter.stdout


@pytest.mark.usefixtures("hostile")
@pytest.mark.parametrize("form", ["json", "ndjson"])
def test_a_hostile_text_stays_one_value_of_json(run, form):
    result = run("query", "asks", "--columns", "title", "--format", form)

    found = json.loads(result.stdout)
    assert found == ([{"title": HOSTILE}] if form == "json" else {"title": HOSTILE})


@pytest.mark.usefixtures("hostile")
def test_a_hostile_text_is_one_line_of_a_terminal(run):
    result = run("query", "asks", "--columns", "id,title")

    assert result.stdout.splitlines()[1].startswith("TV-1  =HYPERLINK(")
    assert len(result.stdout.splitlines()) == 2


def test_addresses_are_those_of_the_site_that_is_named(run):
    result = run(
        "query", "cases", "--columns", "page", "--format", "csv", "--site-url", "https://x.eu/"
    )

    assert ids(result) == ["https://x.eu/cases/testville/"]


def test_eyes_see_as_many_columns_as_fit_and_are_told_of_the_others(run, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")

    result = run("query", "cases")

    assert result.stdout.splitlines()[0].split() == ["id", "title", "year"]
    assert max(map(len, result.stdout.splitlines())) <= 40
    assert "more columns: name some with --columns, or use --format." in result.stderr


def test_no_names_of_columns_are_none(run):
    assert run("query", "cases", "--columns", " , ").stdout == run("query", "cases").stdout


def test_columns_that_are_named_are_all_shown(run, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")

    result = run("query", "cases", "--columns", "id,title,kind,record,city")

    assert result.stdout.splitlines()[0].split() == ["id", "title", "kind", "record", "city"]
    assert result.stderr == ""


# SQL.


def test_sql_asks_the_same_tables(run):
    result = run("query", "--sql", "SELECT id, lat, asks + 1 FROM cases", "--format", "json")

    assert json.loads(result.stdout) == [{"id": "testville", "lat": None, "asks + 1": 2}]


def test_sql_searches_whole_texts(run):
    sql = "SELECT title FROM asks_fts WHERE asks_fts MATCH 'COURSES'"

    assert ids(run("query", "--sql", sql, "--format", "csv")) == ["Teach"]


# What the help shows.


@pytest.mark.parametrize("line", EXAMPLES.splitlines())
def test_every_example_of_the_help_finds_something(line):
    result = CliRunner().invoke(main, shlex.split(line)[1:])

    assert result.exit_code == 0, result.output
    assert len(result.stdout.splitlines()) > 1 or result.stdout.startswith("[{")
    assert "Nothing found" not in result.stderr


def test_the_help_shows_the_examples():
    help_ = CliRunner().invoke(main, ["query", "--help"]).output

    assert all(f"  {line}\n" in help_ for line in EXAMPLES.splitlines())
