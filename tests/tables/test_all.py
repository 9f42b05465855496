"""All tables of the book: nothing is left out, keys are keys, references lead to rows."""

from __future__ import annotations

import json
import re

import pytest

import casebank
from casebank.blank import blanks
from casebank.case import Case, CaseFields
from casebank.publication import Publication
from casebank.schema import is_list, nested_model
from casebank.tables.all import tables
from casebank.tool import ToolFields

PUBLICATION = Publication("Test book", "https://book.example/")

ASKS = ("portfolios.asks", "recommendations", "examples", "conclusions", "actions")

HAS = {
    CaseFields: {
        **{
            name: f"cases.{name}"
            for name in (
                *("title", "summary", "kind", "record", "areas", "tools", "audiences", "scope"),
                *("resource_type", "held", "published", "publisher", "language", "rights"),
                *("funding", "disclaimer"),
            )
        },
        "places": "places",
        "authors": "case_authors",
        "authors.year": "case_authors.dated",
        "sources": "case_sources",
        "sources.year": "case_sources.published",
        "stakeholders": "stakeholders",
        "stakeholders.group": "stakeholders.group_id",
        "stakeholders.organisations": "case_organisations",
        "quotes": "quotes",
        "key_figures": "key_figures",
        "challenges": "challenges",
        "challenges.group": "challenges.heading",
        "portfolios": "portfolios",
        **dict.fromkeys(ASKS, "asks"),
        "recommendations.group": "asks.place",
        "examples.group": "asks.place",
        "actions.timeline": "action_timeline.text",
        "opsi.assessed_by": "cases.opsi_assessed_by",
        "opsi.facets": "case_opsi_facets.facet_id",
        "opsi.note": "cases.opsi_note",
        "review.status": "cases.review_status",
        "review.reviewed_on": "cases.reviewed_on",
        "editor_notes": "editor_notes.text",
        "images": "case_images",
    },
    ToolFields: {
        **{
            name: f"tools.{name}"
            for name in (
                *("title", "acronym", "aliases", "kind", "summary", "purpose", "audiences"),
                *("duration_text", "origin", "reconstruction", "link", "rights"),
            )
        },
        **{
            f"{span}.{name}": f"tools.{span}_{name}"
            for span in ("duration", "group_size")
            for name in ("at_least", "at_most", "note")
        },
        **dict.fromkeys(("use_when", "avoid_when", "inputs", "outputs"), "tool_texts.text"),
        "roles": "tool_roles",
        "roles.count": "tool_roles.how_many",
        "materials": "tool_materials",
        "steps": "steps",
        "steps.id": "steps.step",
        "needs": "tool_needs.artefact_id",
        "produces": "tool_produces.artefact_id",
        "precedes": "tool_relations.other_id",
        "follows": "tool_relations.tool_id",
        "part_of": "tool_relations.other_id",
        "canvases": "tool_canvases.canvas_id",
        "sources": "tool_sources",
        "sources.year": "tool_sources.published",
        "review.status": "tools.review_status",
        "review.reviewed_on": "tools.reviewed_on",
    },
}
"""Where each field stands. A group of fields has a table; its fields have columns of their name."""

HAS_NOT = {
    CaseFields: {"aliases": "they are addresses, which stand in the table moves"},
    ToolFields: {
        "steps.tasks": "what a facilitator does minute by minute is read, not counted",
        "steps.what_if": "the same",
        "steps.supplies": "what a planner counts is in /plan/ and in the record of the tool",
        "formats": "run sheets are in the record of the tool, and as files to take along",
    },
}
"""Fields that no table has, with the reason."""


def filled(model):
    """Return the data of a record that has every field, from the models' own examples."""

    def value(name, field):
        nested = nested_model(field.annotation)
        if not nested:
            return field.examples[0]
        return [filled(nested)] if is_list(model, name) else filled(nested)

    return {name: value(name, field) for name, field in model.model_fields.items()}


@pytest.fixture(scope="module")
def whole_book(book):
    """The real book with one more case, in which no field is empty."""
    data = {**filled(CaseFields), "id": "x", "path": "cases/x.md", "sections": {"Context": "Text"}}
    case = Case.model_validate_json(json.dumps(data))
    return casebank.Book(
        (*book.cases, case), book.tools, book.vocabularies, book.canvases, about=book.about
    )


@pytest.fixture(scope="module")
def named(whole_book):
    """The tables of that book by name."""
    return {table.name: table for table in tables(whole_book, PUBLICATION)}


def leaves(model):
    """Return the paths of all fields of a model that have no fields in them."""
    return [one.path for field in blanks(model) for one in field.all() if not one.parts]


def place_of(model, path):
    """Return table and column of a field; KeyError for one that was forgotten."""
    if path in HAS[model]:
        return HAS[model][path].split(".")
    group, _, name = path.rpartition(".")
    return HAS[model][group], name


def is_left_out(model, path):
    return any(path == name or path.startswith(f"{name}.") for name in HAS_NOT[model])


def values_at(record, path):
    """Return all values at a dotted path, whatever lists are on the way."""
    if isinstance(record, list | tuple):
        return [value for item in record for value in values_at(item, path)]
    if record is None or not path:
        return [] if record is None else [record]
    name, _, rest = path.partition(".")
    return values_at(record[name], rest)


FIELDS = [(model, path) for model in HAS for path in leaves(model) if not is_left_out(model, path)]


@pytest.mark.parametrize(("model", "path"), FIELDS)
def test_every_field_stands_in_a_table(model, path, whole_book, named):
    table, name = place_of(model, path)
    column = named[table].column(name)
    cells = [cell for (cell,) in named[table].values(name) if cell is not None]
    split = (str(cell).split(column.separator) if column.separator else [cell] for cell in cells)
    there = {value for values in split for value in values}
    records = whole_book.cases if model is CaseFields else whole_book.tools

    values = [value for one in records for value in values_at(one.model_dump(mode="json"), path)]

    assert set(values) - there == set()
    assert values or (model, path) in NEVER_USED


NEVER_USED = {(ToolFields, path) for path in ("sources.file", "steps.at_least")}
"""Fields that no tool of the book has yet."""


def test_sections_of_bodies_stand_in_tables(whole_book, named):
    for name, records in (("case", whole_book.cases), ("tool", whole_book.tools)):
        assert named[f"{name}_sections"].values(f"{name}_id", "heading", "text") == tuple(
            (record.id, heading, text)
            for record in records
            for heading, text in record.sections.items()
        )


def test_keys_are_unique_and_whole(named):
    for table in named.values():
        keys = table.values(*table.key)

        assert len(set(keys)) == len(keys), table.name
        assert all(None not in key for key in keys), table.name


def test_every_reference_leads_to_a_row(named):
    references = [
        (table, one) for table in named.values() for one in table.columns if one.refers_to
    ]
    assert len(references) > 40

    for table, column in references:
        other, _, key = column.refers_to.partition(".")
        known = {value for (value,) in named[other].values(key)}

        assert named[other].key == (key,), f"{column.refers_to} is no key"
        assert {value for (value,) in table.values(column.name)} - {None} <= known, table.name


def test_no_row_lacks_what_it_must_have_and_no_cell_is_an_empty_text(named):
    for table in named.values():
        for column in table.columns:
            cells = {cell for (cell,) in table.values(column.name)}

            assert not (column.required and None in cells), f"{table.name}.{column.name}"
            assert "" not in cells


def test_cells_are_what_their_columns_say(named):
    for table in named.values():
        for column in table.columns:
            cells = [cell for (cell,) in table.values(column.name) if cell is not None]
            kind = (int, float) if column.type.is_number else str

            assert all(isinstance(cell, kind) for cell in cells), f"{table.name}.{column.name}"
            if column.values and not column.separator:
                assert set(cells) <= set(column.values), f"{table.name}.{column.name}"
            if column.pattern:
                assert all(re.fullmatch(column.pattern, cell) for cell in cells)


def test_every_column_says_what_it_means_in_a_sentence(named):
    for table in named.values():
        for column in table.columns:
            assert re.fullmatch(r"\S.*\S", column.meaning), f"{table.name}.{column.name}"
            assert "your" not in column.meaning, "who reads data has filled nothing in"


def test_the_codebook_has_a_row_for_each_column_of_the_others(named):
    rows = named["codebook"].values("table_name", "column_name")

    assert rows == tuple(
        (table.name, column.name)
        for table in named.values()
        if table.name != "codebook"
        for column in table.columns
    )


def test_lists_in_a_cell_and_their_own_tables_say_the_same(named):
    cases = dict(named["cases"].values("id", "areas"))
    pairs = named["case_areas"].values("case_id", "area_id")

    assert {id_: "; ".join(area for case, area in pairs if case == id_) for id_ in cases} == cases


def test_the_themes_of_a_case_are_counted_from_its_asks(make_book, make_case):
    advice = [
        {"id": f"A{number}", "title": "T", "text": "Text.", "themes": themes}
        for number, themes in enumerate((["skills"], ["spaces", "skills"]))
    ]
    found = {
        t.name: t for t in tables(make_book(make_case("a", recommendations=advice)), PUBLICATION)
    }

    assert found["case_themes"].rows == (("a", "skills", 2), ("a", "spaces", 1))
    assert found["cases"].values("themes", "asks") == (("skills; spaces", 2),)


def test_dates_stay_as_exact_as_they_are_known_and_have_a_year_beside_them(make_book, make_case):
    book = make_book(make_case("a", held="2024-11-20/2025-01-10"), make_case("b", published="2023"))
    (cases, *_) = tables(book, PUBLICATION)

    assert cases.values("held", "published", "year") == (
        ("2024-11-20/2025-01-10", None, 2024),
        (None, "2023", 2023),
    )


def test_addresses_are_complete(make_book, make_case):
    (cases, *_) = tables(make_book(make_case("a")), PUBLICATION)

    assert cases.values("page", "json") == (
        ("https://book.example/cases/a/", "https://book.example/api/v1/cases/a.json"),
    )


def test_a_country_that_only_an_organisation_comes_from_can_be_looked_up(make_book, make_case):
    group = {"group": "cci", "organisations": [{"name": "Opera", "country": "JP"}]}
    book = make_book(make_case("a", stakeholders=[group]))
    found = {table.name: table for table in tables(book, PUBLICATION)}

    assert found["case_organisations"].values("organisation_id", "country") == (("opera", "JP"),)
    assert ("JP", "Japan", None) in found["countries"].values("code", "label_en", "page")


def test_an_ask_says_where_it_stands(make_book, make_case):
    portfolio = {
        "id": "P1",
        "title": "Stage",
        "idea": "A stage.",
        "asks": [{"id": "P1a", "text": "Build it.", "themes": ["spaces"]}],
    }
    action = {"id": "X1", "axis": "Places", "priority": 2, "text": "Open.", "themes": ["spaces"]}
    book = make_book(make_case("a", portfolios=[portfolio], actions=[action]))
    asks = {table.name: table for table in tables(book, PUBLICATION)}["asks"]

    assert asks.values("id", "kind", "position", "portfolio_id", "place", "status") == (
        ("P1a", "portfolio-ask", 1, "P1", "Stage", None),
        ("X1", "action", 2, None, "Places, priority 2", "unknown"),
    )


def test_two_tools_that_name_each_other_are_in_one_relation(make_book, make_tool):
    book = make_book(
        tools=(make_tool("first", precedes=["second"]), make_tool("second", follows=["first"]))
    )
    found = {table.name: table for table in tables(book, PUBLICATION)}

    assert found["tool_relations"].rows == (("first", "precedes", "second"),)
