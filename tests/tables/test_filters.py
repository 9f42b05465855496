"""Filters look at a row, or else at what it belongs to."""

from __future__ import annotations

import pytest

from casebank.publication import UNPUBLISHED
from casebank.register import UnknownIdError
from casebank.tables.all import tables
from casebank.tables.filters import FilterError, Filtering


def advice(id_, *themes, support=()):
    return {
        "id": id_,
        "title": "T",
        "text": "Do it.",
        "themes": list(themes),
        "support": list(support),
    }


@pytest.fixture(scope="module")
def asked(real_tables):
    """Ask the real book: `asked("quotes", country="FR")` returns the keys of rows."""
    book, by_name = real_tables

    def ask(name, **filters):
        kept = Filtering(book, by_name.values()).rows_of(by_name[name], filters)
        return kept.values(*kept.key)

    return ask


@pytest.fixture(scope="module")
def real_tables(book):
    """Return the real book and its tables by name."""
    return book, {table.name: table for table in tables(book, UNPUBLISHED)}


@pytest.fixture
def small(make_book, make_case, make_tool):
    """Ask a small book: a case in Norway and France that used a tool, and one in France."""
    group = {"group": "cci", "organisations": [{"name": "Opera"}, {"name": "Zoo", "country": "FR"}]}
    north = make_case(
        "north",
        places=[{"city": "A", "country": "NO"}, {"city": "B", "country": "FR"}],
        tools=["t"],
        recommendations=[advice("N1", "skills"), advice("N2", "funding", support=["people"])],
        stakeholders=[group],
    )
    south = make_case(
        "south",
        areas=["games", "crafts"],
        kind="peer-review",
        places=[{"city": "C", "country": "FR"}],
        conclusions=[{"id": "S1", "text": "S", "themes": ["skills"]}],
    )
    tools = (make_tool("t"), make_tool("u", kind="canvas", follows=["t"]))
    book = make_book(north, south, tools=tools)
    by_name = {table.name: table for table in tables(book, UNPUBLISHED)}

    def ask(name, **filters):
        kept = Filtering(book, by_name.values()).rows_of(by_name[name], filters)
        return [row[0] if len(row) == 1 else row for row in kept.values(*kept.key)]

    return ask


def test_cases_and_asks_are_those_of_the_book(book, asked):
    for given in (
        {"area": "performing-arts"},
        {"country": "FR", "theme": "skills"},
        {"tool": "peer-review"},
        {"theme": "funding", "area": "cci-strategy"},
    ):
        assert asked("cases", **given) == tuple((case.id,) for case in book.cases_where(**given))
        assert asked("asks", **given) == tuple((ask.id,) for ask in book.asks_where(**given))
    assert asked("cases", kind="peer-review", record="full") == (("amiens-cci-strategy",),)
    assert asked("asks", kind="portfolio-ask", support="people") == tuple(
        (ask.id,) for ask in book.asks_where(kind="portfolio-ask", support="people")
    )


def test_every_country_of_a_case_counts_and_not_the_main_one_alone(small):
    assert small("cases", country="FR") == ["north", "south"]
    assert small("asks", country="FR") == ["N1", "N2", "S1"]


def test_a_row_that_says_it_is_asked_itself(small):
    assert small("places", country="FR") == [("north", 2), ("south", 1)]
    assert small("case_areas", area="crafts") == [("north", "crafts"), ("south", "crafts")]
    assert small("ask_themes", theme="funding") == [("N2", "funding")]
    assert small("asks", case="south") == ["S1"]
    assert small("asks", support="people") == ["N2"]
    assert small("tools", kind="canvas") == ["u"]
    assert small("areas", area="games") == ["games"]
    assert small("countries", country="NO") == ["NO"]
    assert small("tool_relations", tool="t") == [("t", "precedes", "u")]


def test_one_of_several_values_of_a_cell_is_enough(small):
    assert small("cases", area="crafts") == ["north", "south"]
    assert small("cases", area="games", theme="skills") == ["south"]


def test_a_row_that_does_not_say_it_is_kept_with_what_it_belongs_to(small):
    assert small("places", theme="funding") == [("north", 1), ("north", 2)]
    assert small("ask_themes", country="NO") == [("N1", "skills"), ("N2", "funding")]
    assert small("ask_themes", kind="conclusion") == [("S1", "skills")]
    assert small("tool_sections", kind="canvas") == [("u", 1)]


def test_what_is_joined_with_cases_is_kept_with_them(small):
    assert small("tools", country="NO") == ["t"]
    assert small("organisations", area="crafts") == ["opera", "zoo"]
    assert small("organisations", area="games") == []
    assert small("organisations", country="NO") == ["opera"]
    assert small("themes", kind="peer-review") == ["skills"]
    assert small("countries", tool="t") == ["FR", "NO"]


@pytest.mark.parametrize(
    ("table", "given"),
    [
        ("glossary", {"area": "crafts"}),
        ("codebook", {"case": "north"}),
        ("cases", {"support": "people"}),
        ("places", {"support": "people"}),
        ("vocabularies", {"kind": "city-case"}),
    ],
)
def test_a_filter_that_says_nothing_of_a_table_is_refused(small, table, given):
    with pytest.raises(FilterError, match=rf"--{next(iter(given))} says nothing of the rows of "):
        small(table, **given)


@pytest.mark.parametrize(
    ("table", "given", "message"),
    [
        ("places", {"theme": "skils"}, "'skils' is not a theme. Did you mean 'skills'?"),
        ("asks", {"case": "nort"}, "'nort' is not a case. Did you mean 'north'?"),
        (
            "asks",
            {"kind": "city-case"},
            "'city-case' is not a value of kind in asks. Choose from: ",
        ),
        ("places", {"kind": "action"}, "'action' is not a kind of case. Choose from: city-case, p"),
        ("glossary", {"tool": "=1+1"}, "'=1+1' is not a tool. Choose from: t, u."),
    ],
)
def test_what_does_not_exist_is_told(small, table, given, message):
    with pytest.raises(UnknownIdError) as raised:
        small(table, **given)

    assert str(raised.value).startswith(message)
