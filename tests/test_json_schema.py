"""The schemas say what the models say: they are compared on real records, changed at random."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from casebank.blank import blanks
from casebank.case import CaseFields
from casebank.document import read_document
from casebank.json_schema import BEYOND, case_schema, tool_schema
from casebank.schema import nested_model
from casebank.strict_yaml import Parsed
from casebank.tool import ToolFields
from casebank.validation import validated

REPOSITORY = Path(__file__).parent.parent
MODELS = {"cases": CaseFields, "tools-and-methods": ToolFields}
SCHEMAS = {CaseFields: case_schema(), ToolFields: tool_schema()}
VALIDATORS = {model: Draft202012Validator(schema) for model, schema in SCHEMAS.items()}


def real_records():
    """Return model, file name and data of every file of the book."""
    return [
        (model, file.stem, read_document(file, file.name)[0].front_matter.data)
        for folder, model in MODELS.items()
        for file in sorted((REPOSITORY / folder).glob("*.md"))
    ]


def exemplary(model=CaseFields):
    """Return a record in which every field has its example."""
    return {
        name: _exemplary(field) for name, field in model.model_fields.items() if name != "aliases"
    }


def _exemplary(field):
    if nested := nested_model(field.annotation):
        record = exemplary(nested)
        return record if field.annotation is nested else [record]
    return field.examples[0]


RECORDS = [*real_records(), (CaseFields, "exemplary", exemplary())]


def faults(model, data):
    """Return what the models find wrong, in words."""
    problems = validated(model, Parsed(data), "x.md")[1]
    return [f"{problem.field}: {problem.message}" for problem in problems]


def fits(model, data):
    return VALIDATORS[model].is_valid(data)


# What schemas are.


@pytest.mark.parametrize("model", SCHEMAS)
def test_a_schema_is_one_of_draft_2020_12(model):
    schema = SCHEMAS[model]

    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_a_schema_has_a_name_that_depends_on_no_site():
    assert [schema["$id"] for schema in SCHEMAS.values()] == [
        "urn:casebank:schema:case",
        "urn:casebank:schema:tool",
    ]


def groups(schema):
    return [schema, *(part for part in schema["$defs"].values() if "properties" in part)]


@pytest.mark.parametrize("model", SCHEMAS)
def test_every_group_of_fields_is_closed_and_says_what_it_is(model):
    for group in groups(SCHEMAS[model]):
        assert group["additionalProperties"] is False
        assert group["description"]


@pytest.mark.parametrize("model", SCHEMAS)
def test_every_field_has_a_title_and_a_description_and_if_it_is_no_group_an_example(model):
    schema = SCHEMAS[model]
    for group in groups(schema):
        for name, field in group["properties"].items():
            assert field["description"], name
            of = json.dumps(field)
            is_group = any(
                f"/{key}" in of for key, part in schema["$defs"].items() if "properties" in part
            )
            assert is_group != ("examples" in field), name


def test_titles_are_those_of_forms():
    place = SCHEMAS[CaseFields]["$defs"]["Place"]["properties"]

    assert [field["title"] for field in place.values()] == [
        *("City", "Region", "Country", "Latitude", "Longitude")
    ]


def test_a_field_that_names_terms_says_of_which_vocabulary():
    case = SCHEMAS[CaseFields]

    assert case["properties"]["areas"]["items"]["x-vocabulary"] == "areas"
    assert case["properties"]["scope"]["x-vocabulary"] == "scopes"
    assert case["properties"]["tools"]["items"]["x-vocabulary"] == "tools"
    assert "x-vocabulary" not in case["properties"]["title"]


def test_descriptions_are_the_documentation_of_the_models():
    properties = SCHEMAS[CaseFields]["properties"]

    assert {name: field["description"] for name, field in properties.items()} == {
        field.name: field.meaning for field in blanks()
    }


# What they accept.


@pytest.mark.parametrize(("model", "name", "data"), real_records(), ids=lambda one: str(one)[:40])
def test_every_real_record_fits(model, name, data):
    assert [error.message for error in VALIDATORS[model].iter_errors(data)] == [], name


def test_a_case_made_of_the_examples_of_all_fields_passes_and_fits():
    assert faults(CaseFields, exemplary()) == []
    assert fits(CaseFields, exemplary())


@pytest.mark.parametrize("model", SCHEMAS)
def test_each_example_is_accepted_by_its_field(model):
    schema = SCHEMAS[model]
    for group in groups(schema):
        for name, field in group["properties"].items():
            validator = Draft202012Validator({**field, "$defs": schema["$defs"]})
            for example in field.get("examples", ()):
                assert validator.is_valid(example), f"{name}: {example}"


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("title", "less than 5 < 6 & {curly}"),
        ("held", 2025),
        ("held", "2024-11/2024"),
        ("held", None),
        ("places.0.lat", 45),
        ("sources.0.year", "0999"),
        ("quotes.0.text", "Two lines\nare fine."),
        ("rights", "Not stated [^report]."),
    ],
)
def test_what_authors_may_write_fits(path, value):
    data = changed(exemplary(), path, value)

    assert faults(CaseFields, data) == []
    assert fits(CaseFields, data)


# What they refuse.


def changed(data, path, value):
    """Return the data with another value at a dotted path."""
    copy = deepcopy(data)
    *before, last = (int(part) if part.isdigit() else part for part in path.split("."))
    within = copy
    for part in before:
        within = within[part]
    within[last] = value
    return copy


SCRIPT = "<script>alert(1)</script>"
HOSTILE = [
    ("title", SCRIPT),
    ("title", "{{ config }}"),
    ("title", "{% raw %}"),
    ("title", "two\nlines"),
    ("title", "cited [^report]"),
    ("title", ""),
    ("title", "a" * 201),
    ("title", 5),
    ("title", None),
    ("summary", "a" * 301),
    ("summary", "</p>"),
    ("summary", "cited [^report]"),
    ("rights", "first line\n<!-- second -->"),
    ("rights", "first line\n--8<-- '.git/config'"),
    ("rights", "a" * 2001),
    ("kind", "citycase"),
    ("record", ""),
    ("areas", []),
    ("areas", "ai-cci"),
    ("areas", ["AI"]),
    ("areas", ["../x"]),
    ("areas", ["a" * 81]),
    ("scope", 'city" onclick="alert(1)'),
    ("language", "English"),
    ("language", "en-" + "-".join(["abcdefgh"] * 9)),
    ("held", "last spring"),
    ("held", "2025-13"),
    ("held", "2025-11-32"),
    ("held", "2025/2026/2027"),
    ("held", "2025-1-1"),
    ("held", 99),
    ("held", 20250319),
    ("held", True),
    ("template", "evil.html"),
    ("places", []),
    ("places.0", "Lund"),
    ("places.0.city", SCRIPT),
    ("places.0.country", "fr"),
    ("places.0.country", "FRA"),
    ("places.0.lat", 90.1),
    ("places.0.lat", "45.44"),
    ("places.0.lat", None),
    ("places.0.lon", -180.1),
    ("places.0.onclick", "alert(1)"),
    ("sources", []),
    ("sources.0.url", "javascript:alert(1)"),
    ("sources.0.url", "data:text/html,x"),
    ("sources.0.url", "//t.example"),
    ("sources.0.url", "https://t.example/a b"),
    ("sources.0.url", 'https://t.example/"onclick="x'),
    ("sources.0.url", "https://t.example/{{config}}"),
    ("sources.0.url", "https://t.example/" + "a" * 500),
    ("sources.0", {"id": "report", "title": "A"}),
    ("sources.0", {"id": "report", "title": "A", "url": None}),
    ("quotes.0.text", "words [^report]"),
    ("portfolios.0.id", "se-p1"),
    ("portfolios.0.id", 'SE"onclick'),
    ("portfolios.0.id", "A" * 41),
    ("portfolios.0.asks.0.themes", []),
    ("actions.0.priority", 0),
    ("actions.0.priority", "1"),
    ("actions.0.status", "soon"),
    ("opsi", {"assessed_by": "editor"}),
    ("opsi", {"assessed_by": "editor", "facets": []}),
    ("opsi", {"facets": ["mission"]}),
    ("opsi", {"assessed_by": "not-assessed", "facets": ["mission"]}),
    ("review", {"status": "reviewed"}),
    ("review", {"status": "reviewed", "reviewed_on": None}),
    ("review", "draft"),
    ("images.0.file", "../../x.png"),
    ("images.0.file", "a b.png"),
    ("images.0.alt", SCRIPT),
]


@pytest.mark.parametrize(("path", "value"), HOSTILE, ids=lambda one: repr(one)[:50])
def test_what_the_models_refuse_the_schema_refuses_too(path, value):
    data = changed(exemplary(), path, value)

    assert faults(CaseFields, data) != []
    assert not fits(CaseFields, data)


STEP = {"title": "Welcome", "how": "Say hello."}
BLOCK = {"minutes": 10}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("link", "javascript:alert(1)"),
        ("duration", {"at_least": 0, "at_most": 5}),
        ("steps.0", {**STEP, "tasks": [{"minutes": 5, "do": "Say it."}]}),
        ("steps.0", {**STEP, "at_least": 5}),
        ("steps.0", {**STEP, "minutes": 5, "goal": "a" * 301}),
        ("steps.0", {**STEP, "supplies": [{"item": "Map", "per": "team", "paper": "A1"}]}),
        ("formats.0.sessions.0.start", "24:00"),
        ("formats.0.sessions.0.blocks.0", BLOCK),
        ("formats.0.sessions.0.blocks.0", {**BLOCK, "step": "welcome", "pause": "Lunch"}),
        ("formats.0.sessions.0.blocks.0", {"pause": "Lunch", "minutes": 481}),
    ],
    ids=lambda one: repr(one)[:50],
)
def test_what_the_models_refuse_in_a_tool_the_schema_refuses_too(path, value):
    workshop = next(data for _, name, data in RECORDS if name == "prototyping-workshop")
    data = changed(workshop, path, value)

    assert faults(ToolFields, data) != []
    assert not fits(ToolFields, data)


# What only the models know.


def workshop(path, value):
    real = next(data for _, name, data in RECORDS if name == "prototyping-workshop")
    return ToolFields, changed(real, path, value)


def case(path, value):
    return CaseFields, changed(exemplary(), path, value)


ONLY_MODELS = {
    "is not in the calendar": case("held", "2025-02-31"),
    "ends before it begins": case("held", "2025/2024"),
    "at_most is smaller": workshop("duration", {"at_least": 60, "at_most": 30}),
    "is longer than its own": workshop("steps.0", {**STEP, "minutes": 5, "at_least": 6}),
    "add up to": workshop("formats.0.sessions.0.minutes", 1),
    "after midnight": workshop("formats.0.sessions.0.start", "23:00"),
    "expected a whole number": case("actions.0.priority", 1.0),
}


def test_for_each_thing_that_a_schema_cannot_say_there_is_a_reason_and_an_example():
    assert set(ONLY_MODELS) == set(BEYOND)
    assert all(BEYOND.values())


@pytest.mark.parametrize("words", ONLY_MODELS)
def test_it_is_found_by_the_models_and_not_by_the_schema(words):
    model, data = ONLY_MODELS[words]

    assert any(words in fault for fault in faults(model, data))
    assert fits(model, data)


def test_spaces_at_the_ends_of_a_text_count_for_the_schema_only():
    model, data = case("title", f" {'a' * 200} ")

    assert faults(model, data) == []
    assert not fits(model, data)


# Both compared, at random.

texts = st.one_of(
    st.sampled_from([value for _, value in HOSTILE if isinstance(value, str)]),
    st.sampled_from(["reviewed", "editor", "source", "2025", "2024-12-01/2025", "a", "A-1", "fr"]),
    st.text(max_size=20),
    st.from_regex(r"[0-9]{4}(-[0-9]{2}){0,2}(/[0-9]{4})?", fullmatch=True),
).map(str.strip)
values = st.one_of(
    texts,
    st.none(),
    st.booleans(),
    st.integers(-1, 10_000),
    st.floats(-200, 200),
    st.lists(texts, max_size=2),
    st.dictionaries(st.sampled_from(["id", "text", "url", "facets"]), texts, max_size=2),
)


def places(data, path=()):
    """Yield the path of every value, groups and lists too."""
    inner = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in inner:
        yield (*path, key)
        if isinstance(value, dict | list):
            yield from places(value, (*path, key))


@st.composite
def mutants(draw):
    """Return a real record with one to three values replaced, removed or added."""
    model, _, original = draw(st.sampled_from(RECORDS))
    data = deepcopy(original)
    for _ in range(draw(st.integers(1, 3))):
        *before, last = draw(st.sampled_from(sorted(places(data), key=str)))
        within = data
        for part in before:
            within = within[part]
        action = draw(st.sampled_from(["replace", "remove", "add"]))
        if action == "replace":
            within[last] = draw(values)
        elif action == "remove":
            del within[last]
        elif isinstance(within, dict):
            model_names = sorted(
                {name for part in groups(SCHEMAS[model]) for name in part["properties"]}
            )
            within[draw(st.sampled_from([*model_names, "onclick"]))] = draw(values)
        else:
            within.append(draw(values))
        if not data:
            break
    return model, data


@settings(deadline=None, max_examples=300, derandomize=True)
@given(mutants())
def test_models_and_schema_agree_on_whatever_is_written(mutant):
    model, data = mutant
    found = faults(model, data)

    if not fits(model, data):
        assert found != [], [error.message for error in VALIDATORS[model].iter_errors(data)]
    else:
        assert [fault for fault in found if not any(words in fault for words in BEYOND)] == []
