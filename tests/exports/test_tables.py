"""The tables: one row a thing, and no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import io

import pytest

from casebank.exports.tables import tables


def table(book, name):
    """Return the rows of a table as a spreadsheet reads them."""
    content = {output.path: output.content for output in tables(book)}[f"data/{name}.csv"]
    return list(csv.DictReader(io.StringIO(content, newline="")))


def advice(text):
    return [{"id": "A1", "title": "T", "text": text, "themes": ["skills", "spaces"]}]


def test_there_are_three_tables(make_book):
    assert [output.path for output in tables(make_book())] == [
        "data/cases.csv",
        "data/asks.csv",
        "data/organisations.csv",
    ]


def test_a_table_of_nothing_is_its_head(make_book):
    (_, asks, _) = tables(make_book())

    assert asks.content == (
        "id,kind,case,country,areas,title,text,themes,support,place,address\r\n"
    )


def test_a_case_is_a_row(make_book, make_case):
    case = make_case(
        "a",
        title="Saint-Étienne, first",
        areas=["crafts", "games"],
        tools=["canvas"],
        held="2024-05",
        recommendations=advice("Do it."),
    )

    assert table(make_book(case), "cases") == [
        {
            "id": "a",
            "title": "Saint-Étienne, first",
            "kind": "city-case",
            "record": "card",
            "city": "Testville",
            "region": "",
            "country": "NO",
            "areas": "crafts; games",
            "tools": "canvas",
            "themes": "skills; spaces",
            "held": "2024-05",
            "published": "",
            "asks": "1",
            "address": "/cases/a/",
        }
    ]


def test_an_ask_is_a_row(make_book, make_case):
    book = make_book(make_case("a", recommendations=advice('Say "yes",\nand go.')))

    assert table(book, "asks") == [
        {
            "id": "A1",
            "kind": "recommendation",
            "case": "a",
            "country": "NO",
            "areas": "crafts",
            "title": "T",
            "text": 'Say "yes",\nand go.',
            "themes": "skills; spaces",
            "support": "",
            "place": "",
            "address": "/cases/a/#A1",
        }
    ]


def test_an_organisation_is_a_row_for_each_case_and_group(make_book, make_case):
    group = {
        "group": "cci",
        "label": "Artists",
        "organisations": [{"name": "Opera", "country": "FR", "roles": ["Director", "Singer"]}],
    }
    book = make_book(make_case("a", stakeholders=[group]), make_case("b", stakeholders=[group]))

    assert table(book, "organisations") == [
        {
            "id": "opera",
            "name": "Opera",
            "country": "FR",
            "case": case,
            "group": "cci",
            "label_in_source": "Artists",
            "roles": "Director; Singer",
        }
        for case in ("a", "b")
    ]


@pytest.mark.parametrize(
    "text",
    [
        '=HYPERLINK("https://evil.example","x")',
        "+1+1",
        "-2+3",
        "@SUM(1)",
        "=cmd|' /C calc'!A0",
    ],
)
def test_a_cell_that_begins_like_a_formula_becomes_text(make_book, make_case, text):
    book = make_book(make_case("a", recommendations=advice(text)))

    assert table(book, "asks")[0]["text"] == f"'{text}"


@pytest.mark.parametrize("text", ["1 = 1", "R&D", "'quoted'", "–5 degrees", "a@t.example"])
def test_a_cell_that_is_no_formula_stays_as_it_is(make_book, make_case, text):
    book = make_book(make_case("a", recommendations=advice(text)))

    assert table(book, "asks")[0]["text"] == text
