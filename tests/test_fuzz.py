"""Whatever a file holds, the check answers with problems and never with a crash."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import casebank
from casebank.document import read_document
from casebank.downloads.briefing import briefings
from casebank.exports.plain import plain_files
from casebank.pages import generated_pages
from casebank.press import Press
from casebank.problem import Problem
from casebank.publication import Publication
from casebank.strict_yaml import parse
from casebank.vocabularies import VOCABULARIES

few = settings(
    deadline=None, max_examples=40, derandomize=True, suppress_health_check=list(HealthCheck)
)
many = settings(few, max_examples=300)

NAMES = """
title kind record places areas sources recommendations review id text themes images file asks
city-case full skills city NO null true ~ << 2025-03 -1 1.5 .inf 0x1f é
"""
WORDS = st.sampled_from([*NAMES.split(), "", "\u2028"])

YAML_SIGNS = """: - ? [ ] { } , &a *a ! !!str | >- ' " # % @ ` --- ..."""
YAML_MARKS = st.sampled_from(
    [
        *YAML_SIGNS.split(),
        *(": ", "- ", "? ", "\n", "\n  ", "\n    ", "\n- ", "\n\n", "\t"),
        *(r'"\x1b"', r'"\u202e"', r'"\ud800"', r'"\UFFFFFFFF"', r'"\0"'),
        *("\ufeff", "\x85", "\uffff"),
    ]
)
NEAR_YAML = st.lists(st.one_of(WORDS, YAML_MARKS), max_size=40).map("".join)

MARKDOWN_SIGNS = "` ``` [ ]( ) [^report] * ** _ | # & &lt; ( https://t.example testville.md"
MARKDOWN_MARKS = st.sampled_from(
    [
        *MARKDOWN_SIGNS.split(),
        *("### ", "> ", "- ", "1. ", "    ", "\\", "\n", "\n\n", "|\n|---|\n|", " "),
        *("[a](testville.md#TV-1)", "A skill, Skills and city.", "\n\n[a]: testville.md\n\n"),
    ]
)
HOSTILE_SIGNS = "~~~ < <b> </ {{ {% --8<-- ## javascript: // <!-- {: } ![ [^ ]: # ="
HOSTILE_MARKS = st.sampled_from(HOSTILE_SIGNS.split())
NEAR_MARKDOWN = st.lists(MARKDOWN_MARKS, min_size=1, max_size=30).map("".join)
HOSTILE_MARKDOWN = st.lists(
    st.one_of(MARKDOWN_MARKS, HOSTILE_MARKS, st.text(max_size=5)), min_size=1, max_size=40
).map("".join)

VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-(10**20), 10**20), st.text(max_size=8), WORDS),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(WORDS, inner, max_size=4)),
    max_leaves=8,
)


PLAIN_TEXTS = st.one_of(
    st.text(max_size=60), NEAR_MARKDOWN, st.lists(MARKDOWN_MARKS, max_size=6).map(" ".join)
)
TERM_FIELDS = ["id", "label", "short", "definition", "aliases", "origin", "code", "other"]
TOOL = "tools-and-methods/prototyping-workshop.md"
PLACE = Publication("Small book", "https://site.example/")
CANVAS = """{
  "title": "Sheet", "purpose": "To write on.", "description": "One box.",
  "boxes": [{"id": "box", "title": "Box", "x": 10, "y": 40, "w": 60, "h": 40}]
}"""


def as_json(value):
    """Return a value in JSON, which is YAML too."""
    return json.dumps(value).encode()


def small_vocabulary(name):
    """Return a vocabulary with the terms of the small case, in JSON, which is YAML too."""
    remark = {"definition": "x", "origin": "ours"}
    terms = [
        {"id": id_, "label": {"en": id_.capitalize(), "fr": id_}, **remark}
        for id_ in ("ai-cci", "city", "city-case", "skills")
    ]
    if name == "countries":
        terms = [{"code": "NO", **remark}]
    return json.dumps({"title": {"en": "x", "fr": "x"}, "definition": "x", "terms": terms})


@pytest.fixture(scope="module")
def small_folder(tmp_path_factory):
    """A content folder with small vocabularies, which are read quickly."""
    folder = tmp_path_factory.mktemp("fuzz")
    for subfolder in ("cases", "vocabularies", "tools-and-methods"):
        (folder / subfolder).mkdir()
    for name in VOCABULARIES:
        file = folder / "vocabularies" / f"{name}.yml"
        file.write_text(small_vocabulary(name), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def press(tmp_path_factory):
    """What sets PDFs, without anything set before."""
    return Press(tmp_path_factory.mktemp("press"))


@pytest.fixture
def check(small_folder, tool_text):
    """Check the small folder with this text as its case."""
    tool = small_folder / "tools-and-methods" / "prototyping-workshop.md"
    tool.write_text(tool_text, encoding="utf-8")

    def check(text):
        (small_folder / "cases" / "testville.md").write_text(text, encoding="utf-8")
        return casebank.check(small_folder)

    return check


def are_problems(problems):
    return all(isinstance(problem, Problem) and str(problem) for problem in problems)


def fields_of(case_text):
    return parse(case_text.split("---\n")[1], "x").data


def with_fields(fields, case_text):
    """Return the small case with other fields, in JSON, which is YAML too."""
    return f"---\n{json.dumps(fields)}\n---\n{case_text.split('---', 2)[2]}"


@many
@given(text=st.one_of(st.text(max_size=200), NEAR_YAML))
def test_any_text_is_data_or_problems(text):
    parsed = parse(text, "x.yml")

    assert are_problems(parsed.problems)
    assert not parsed.problems or parsed.data is None


@many
@given(text=NEAR_YAML)
def test_every_place_that_is_told_is_in_the_file(text):
    parsed = parse(text, "x.yml")

    # An empty last value stands below the text, where a file has its second line '---'.
    lines = 2 + len(re.findall(r"\r\n|[\n\r\x85\u2028\u2029]", text))
    told = [(problem.line, problem.column) for problem in parsed.problems]
    for line, column in [*parsed.positions.values(), *told]:
        assert 1 <= line <= lines
        assert 1 <= column <= len(text) + 1


@many
@given(raw=st.one_of(st.binary(max_size=200), NEAR_YAML.map(str.encode)))
def test_any_file_is_a_document_or_problems(tmp_path_factory, raw):
    file = tmp_path_factory.getbasetemp() / "fuzz.md"
    file.write_bytes(raw)

    document, problems = read_document(file, "cases/fuzz.md")

    assert are_problems(problems)
    assert document is not None or problems


@few
@given(fields=NEAR_YAML)
def test_any_front_matter_is_checked(check, fields):
    assert are_problems(check(f"---\ntitle: A\n{fields}\n---\n\n## Context\n\nText.\n"))


@many
@given(data=st.data())
def test_any_value_in_any_field_is_checked(check, case_text, data):
    fields = fields_of(case_text)
    name = data.draw(st.sampled_from([*fields, "images", "portfolios", "opsi", "aliases", "held"]))
    fields[name] = data.draw(VALUES)

    assert are_problems(check(with_fields(fields, case_text)))


@few
@given(data=st.data())
def test_any_value_within_an_entry_is_checked(check, case_text, data):
    fields = fields_of(case_text)
    name = data.draw(st.sampled_from(["places", "sources", "recommendations"]))
    entry = data.draw(st.sampled_from(sorted(fields[name][0])))
    fields[name][0][entry] = data.draw(VALUES)

    assert are_problems(check(with_fields(fields, case_text)))


@many
@given(body=st.one_of(st.text(max_size=200), HOSTILE_MARKDOWN))
def test_any_body_is_checked(check, case_text, body):
    assert are_problems(check(case_text.replace("A town by the sea.", body)))


@many
@given(body=NEAR_MARKDOWN)
def test_a_body_that_passes_the_check_can_be_published(check, small_folder, case_text, body):
    """As pages; the export below makes the data of fewer examples too, which takes longer."""
    problems = check(case_text.replace("A town by the sea.", body))

    assert problems or list(generated_pages(casebank.load(small_folder)))


@few
@given(body=NEAR_MARKDOWN)
def test_a_body_that_passes_the_check_can_be_exported(check, small_folder, case_text, body):
    """The export renders each page with Python-Markdown, as MkDocs does, and takes it back."""
    problems = check(case_text.replace("A town by the sea.", body))

    assert problems or list(plain_files(small_folder, casebank.load(small_folder)))


@few
@given(data=st.data())
def test_a_text_that_passes_the_check_can_be_published(check, small_folder, case_text, data):
    fields = fields_of(case_text)
    for name in ("title", "summary", "publisher", "rights"):
        fields[name] = data.draw(PLAIN_TEXTS)
    fields["recommendations"][0]["text"] = data.draw(PLAIN_TEXTS)
    problems = check(with_fields(fields, case_text))

    assert problems or list(plain_files(small_folder, casebank.load(small_folder)))


@settings(few, max_examples=8)
@given(body=NEAR_MARKDOWN)
def test_a_body_that_passes_the_check_can_be_printed(check, small_folder, press, case_text, body):
    problems = check(case_text.replace("A town by the sea.", body))

    assert problems or list(briefings(casebank.load(small_folder), PLACE, press))


@few
@given(fields=NEAR_YAML)
def test_any_front_matter_of_a_tool_is_checked(small_folder, check, case_text, tool_text, fields):
    check(case_text)
    tool = tool_text.replace("kind: method", fields)
    (small_folder / TOOL).write_text(tool, encoding="utf-8")

    assert are_problems(casebank.check(small_folder))


@few
@given(data=st.data())
def test_any_value_in_any_field_of_a_tool_is_checked(
    small_folder, check, case_text, tool_text, data
):
    check(case_text)
    fields = fields_of(tool_text)
    more = ["steps", "formats", "roles", "materials", "duration", "canvases", "precedes"]
    fields[data.draw(st.sampled_from([*fields, *more]))] = data.draw(VALUES)
    (small_folder / TOOL).write_text(with_fields(fields, tool_text), encoding="utf-8")

    assert are_problems(casebank.check(small_folder))


@few
@given(text=st.one_of(st.binary(max_size=200), NEAR_YAML.map(str.encode), VALUES.map(as_json)))
def test_any_vocabulary_is_checked(small_folder, check, case_text, text):
    check(case_text)
    file = small_folder / "vocabularies/scopes.yml"
    file.write_bytes(text)
    problems = casebank.check(small_folder)
    file.write_text(small_vocabulary("scopes"), encoding="utf-8")

    assert problems
    assert are_problems(problems)


@few
@given(data=st.data())
def test_any_value_in_any_field_of_a_term_is_checked(small_folder, check, case_text, data):
    check(case_text)
    vocabulary = json.loads(small_vocabulary("scopes"))
    vocabulary["terms"][0][data.draw(st.sampled_from(TERM_FIELDS))] = data.draw(VALUES)
    file = small_folder / "vocabularies/scopes.yml"
    file.write_bytes(as_json(vocabulary))
    problems = casebank.check(small_folder)
    file.write_text(small_vocabulary("scopes"), encoding="utf-8")

    assert are_problems(problems)


@few
@given(text=st.one_of(st.binary(max_size=200), NEAR_YAML.map(str.encode), VALUES.map(as_json)))
def test_any_drawing_is_checked(small_folder, check, case_text, text):
    check(case_text)
    (small_folder / "canvases").mkdir(exist_ok=True)
    file = small_folder / "canvases/sheet.yml"
    file.write_bytes(text)
    problems = casebank.check(small_folder)
    file.unlink()

    assert problems
    assert are_problems(problems)


@few
@given(data=st.data())
def test_any_value_in_any_field_of_a_drawing_is_checked(small_folder, check, case_text, data):
    check(case_text)
    canvas = json.loads(CANVAS)
    part = data.draw(st.sampled_from([canvas, canvas["boxes"][0]]))
    more = ["shapes", "captions", "repeat", "term", "tint", "h"]
    part[data.draw(st.sampled_from([*part, *more]))] = data.draw(VALUES)
    (small_folder / "canvases").mkdir(exist_ok=True)
    file = small_folder / "canvases/sheet.yml"
    file.write_bytes(as_json(canvas))
    problems = casebank.check(small_folder)
    file.unlink()

    assert problems  # no tool lists it, at least
    assert are_problems(problems)


def test_the_sample_itself_passes(check, case_text):
    assert check(case_text) == ()
