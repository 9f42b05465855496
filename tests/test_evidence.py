"""The matrix counts asks by theme and area, or by theme and country."""

from __future__ import annotations

import pytest

from casebank.evidence import Cell, matrix


@pytest.fixture
def small_book(make_book, make_case):
    """Two cases: two asks on crafts in Norway, one on crafts and games in France."""

    def advice(id_, *themes):
        return {"id": id_, "title": "T", "text": "Do it.", "themes": list(themes)}

    return make_book(
        make_case("a", recommendations=[advice("A1", "skills"), advice("A2", "skills", "spaces")]),
        make_case(
            "b",
            areas=["crafts", "games"],
            places=[{"city": "C", "country": "FR"}],
            recommendations=[advice("B1", "skills")],
        ),
    )


def counts(table):
    return {row.theme.id: [cell.count for cell in row.cells] for row in table.rows}


def test_asks_are_counted_by_theme_and_area(small_book):
    table = matrix(small_book, "areas")

    assert [term.id for term in table.columns] == ["crafts", "games"]
    assert counts(table) == {"skills": [3, 1], "funding": [0, 0], "spaces": [1, 0]}


def test_an_ask_in_two_columns_is_one_ask_in_the_totals(small_book):
    table = matrix(small_book, "areas")

    assert [row.total for row in table.rows] == [3, 0, 1]


def test_an_ask_with_two_themes_is_one_ask_of_its_column(small_book):
    table = matrix(small_book, "areas")

    assert table.totals == (3, 1)
    assert table.grand_total == 3


def test_asks_are_counted_by_theme_and_country(small_book):
    table = matrix(small_book, "countries")

    assert [term.code for term in table.columns] == ["FR", "NO"]
    assert counts(table) == {"skills": [1, 2], "funding": [0, 0], "spaces": [0, 1]}
    assert table.totals == (1, 2)


@pytest.mark.parametrize(("columns", "name"), [("areas", "area"), ("countries", "country")])
def test_each_cell_counts_the_asks_that_its_link_leads_to(small_book, columns, name):
    for row in matrix(small_book, columns).rows:
        for cell in row.cells:
            column = {name: cell.term.code or cell.term.id}
            assert cell.count == len(small_book.asks_where(theme=row.theme.id, **column))
        assert row.total == len(small_book.asks_where(theme=row.theme.id))


def test_a_country_without_case_has_no_column(make_book, make_case):
    table = matrix(make_book(make_case("a")), "countries")

    assert [term.code for term in table.columns] == ["NO"]


def test_a_new_case_is_counted(make_book, make_case, small_book):
    new = make_case(
        "c",
        areas=["games"],
        recommendations=[{"id": "C1", "title": "T", "text": "Do it.", "themes": ["funding"]}],
    )

    table = matrix(make_book(*small_book.cases, new), "areas")

    assert counts(table)["funding"] == [0, 1]
    assert table.grand_total == 4


@pytest.mark.parametrize(
    ("count", "shade"), [(0, 0), (1, 1), (2, 1), (3, 2), (5, 2), (6, 3), (8, 3), (9, 4), (50, 4)]
)
def test_more_asks_make_a_darker_cell(make_book, count, shade):
    assert Cell(make_book().area("crafts"), count, linked=False).shade == shade


def test_the_legend_names_the_counts_of_each_shade(make_book):
    assert matrix(make_book(), "areas").legend == (
        (1, "1–2"),
        (2, "3–5"),
        (3, "6–8"),
        (4, "9 and more"),
    )
