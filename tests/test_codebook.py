"""The codebook holds every field and term, and counts what the book counts."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter

from casebank.blank import blanks
from casebank.case import Case, CaseFields
from casebank.codebook import codebook
from casebank.schema import nested_model
from casebank.term import Term
from casebank.tool import Tool, ToolFields


def entry(entries, path):
    """Return the entry of the field with this path."""
    (found,) = (one for one in entries if one.field.path == path)
    return found


def term(book, vocabulary, id_):
    """Return the entry of a term."""
    (found,) = (
        one
        for entry in codebook(book).vocabularies
        for one in entry.terms
        if (one.vocabulary, one.term.id) == (vocabulary, id_)
    )
    return found


def ids(records):
    """Return the ids of records."""
    return [record.id for record in records]


# Fields.


@pytest.mark.parametrize(("name", "model"), [("case", CaseFields), ("tool", ToolFields)])
def test_every_field_of_a_file_is_there_once_in_its_order(book, name, model):
    paths = [one.field.path for one in getattr(codebook(book), name)]

    expected = [one.path for field in blanks(model) for one in field.all()]
    assert paths == ["id", *expected, "sections"]


def test_a_field_is_used_by_the_cases_that_say_something_there(make_book, make_case):
    told = make_case("told", funding="Paid by the city.", held="2025")
    book = make_book(make_case("mute"), told)

    assert ids(entry(codebook(book).case, "funding").used_in) == ["told"]
    assert ids(entry(codebook(book).case, "title").used_in) == ["mute", "told"]
    assert entry(codebook(book).case, "published").used_in == ()


def test_a_field_within_a_list_is_used_by_a_case_once_however_many_entries_fill_it(
    make_book, make_case
):
    asks = [
        {"id": f"A-{n}", "title": "T", "text": "X.", "themes": ["skills"], "group": "G"}
        for n in (1, 2)
    ]
    book = make_book(make_case("one", recommendations=asks), make_case("two"))

    assert ids(entry(codebook(book).case, "recommendations.group").used_in) == ["one"]
    assert entry(codebook(book).case, "recommendations.reason").used_in == ()


def test_what_stands_there_because_nothing_was_said_fills_no_field(make_book, make_case):
    action = {"id": "A-1", "axis": "A", "priority": 1, "text": "X.", "themes": ["skills"]}
    done = {**action, "id": "A-2", "status": "done"}
    book = make_book(make_case("mute", actions=[action]), make_case("told", actions=[done]))

    status = entry(codebook(book).case, "actions.status")

    assert ids(status.used_in) == ["told"]
    assert status.field.default == "unknown"
    assert dict(status.values) == {"planned": 0, "in-progress": 0, "done": 1, "unknown": 1}


def test_sections_of_the_body_are_counted_by_their_headings(make_book, make_case):
    book = make_book(make_case("one", sections={"Context": "A town."}), make_case("two"))

    sections = entry(codebook(book).case, "sections")

    assert dict(sections.values)["Context"] == 1
    assert dict(sections.values)["Analysis"] == 0


def test_counts_of_values_are_those_of_the_book(book):
    kinds = dict(entry(codebook(book).case, "kind").values)

    assert sum(kinds.values()) == len(book.cases)
    assert kinds["peer-review"] == len([one for one in book.cases if one.kind == "peer-review"])


# Terms.


def test_every_term_of_every_vocabulary_is_there_once(book):
    listed = [
        (one.vocabulary, one.term.id)
        for entry in codebook(book).vocabularies
        for one in entry.terms
    ]

    assert listed == [
        (name, one.id) for name, vocabulary in book.vocabularies.items() for one in vocabulary.terms
    ]


@pytest.mark.parametrize("vocabulary", ["areas", "countries", "themes"])
def test_terms_with_pages_count_the_cases_of_their_pages(book, vocabulary):
    for one in book.terms(vocabulary):
        expected = sorted(ids(book.cases_with(vocabulary, one)))
        assert ids(term(book, vocabulary, one.id).cases) == expected


def test_themes_and_kinds_of_support_count_asks(book):
    for one in book.terms("themes"):
        assert term(book, "themes", one.id).asks == book.asks_by_theme[one.id]
    for one in book.terms("support-kinds"):
        asking = [ask for ask in book.asks if one.id in ask.support]
        assert term(book, "support-kinds", one.id).asks == len(asking)


def test_a_term_is_used_by_cases_and_tools_that_name_it_in_any_field(
    make_book, make_case, make_tool
):
    book = make_book(
        make_case("b", audiences=["funders"]),
        make_case("a", audiences=["funders"]),
        make_case("c"),
        tools=(make_tool("t", audiences=["funders"]), make_tool("u")),
    )

    funders = term(book, "audiences", "funders")

    assert (ids(funders.cases), ids(funders.tools), funders.asks) == (["a", "b"], ["t"], 0)


def test_a_vocabulary_says_which_fields_name_its_terms(book):
    named = {
        one.vocabulary.id: [field.anchor for field in one.named_in]
        for one in codebook(book).vocabularies
    }

    assert named["audiences"] == ["case-audiences", "tool-audiences"]
    assert "case-portfolios.asks.themes" in named["themes"]
    assert named["glossary"] == []


# Anchors, rules, examples.


def test_no_two_entries_have_one_anchor(book):
    found = codebook(book)
    anchors = [one.anchor for one in (*found.case, *found.tool, *found.term)]
    anchors += [one.anchor for entry in found.vocabularies for one in entry.terms]
    anchors += [entry.vocabulary.id for entry in found.vocabularies]

    assert sorted(anchors) == sorted(set(anchors))


def test_rules_are_those_of_the_fields_each_once(book):
    found = codebook(book)
    used = {rule for one in (*found.case, *found.tool, *found.term) for rule in one.field.rules}

    assert set(found.rules) == used
    assert len(found.rules) == len(used)


def fields_with_examples(model):
    """Yield each field of a model and of those in it with its examples."""
    for name, field in model.model_fields.items():
        if inner := nested_model(field.annotation):
            yield from fields_with_examples(inner)
        for example in field.examples or ():
            yield pytest.param(field, example, id=f"{model.__name__}.{name}")


@pytest.mark.parametrize(
    ("field", "example"),
    [one for model in (Case, Tool, Term) for one in fields_with_examples(model)],
)
def test_every_example_is_accepted_by_the_model(field, example):
    value = tuple(example) if isinstance(example, list) else example

    adapter = TypeAdapter(field.rebuild_annotation())

    assert adapter.validate_python(value, strict=False) == value
