"""An inspection answers with problems, whatever a draft holds, and tells nothing twice."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import casebank
from casebank.inspection import inspect

SIGNS = st.sampled_from(
    [
        *("---\n", "title: ", "summary: ", "kind: method\n", "kind: [a]\n", "sources:\n  - url: "),
        *("# TO CONFIRM", " # TO CONFIRM: why\n", ">-\n  ", '"', "'", "[^x]", "TODO", "a  b", "\n"),
        *("## To place\n", "## Context\n", "[here](x)", "http://t.example/", "jo@t.example", "#1"),
        *("images: [{alt: picture of it.png}]\n", "é", "\r\n", "\ufeff"),
        *("- ", "| ", "`", "* ", "."),
    ]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(SIGNS, max_size=30).map("".join))


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    """A folder that is no casebook: a draft can be looked at even there."""
    return tmp_path_factory.mktemp("empty")


@settings(
    max_examples=400, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
@given(fields=TEXTS, body=TEXTS)
def test_any_draft_is_told_its_problems_at_places_that_it_has(empty, fields, body):
    text = f"---\n{fields}\n---\n{body}"

    problems = inspect(empty, [casebank.Draft("x.md", text)]).only(frozenset({"x.md"})).problems

    lines = text.splitlines()
    for problem in problems:
        assert str(problem).isprintable()
        assert 1 <= problem.line <= len(lines) + 1
        assert 1 <= problem.column <= max(map(len, lines)) + 2
    assert len({str(problem) for problem in problems}) == len(problems)


def test_errors_and_warnings_are_apart(folder, add, case_text):
    add("cases/testville.md", case_text.replace("skills", "skils").replace("by the", "by  the"))

    found = inspect(folder)

    assert [one.field for one in found.errors] == ["recommendations.1.themes.1"]
    assert [one.line for one in found.warnings] == [31]
    assert found.problems == (*found.errors, *found.warnings)


def test_only_the_problems_of_some_files_can_be_asked_for(folder, add, case_text):
    add("cases/testville.md", case_text.replace("skills", "skils"))

    found = inspect(folder)

    assert found.only(frozenset({"cases/other.md"})).problems == ()
    assert found.only(frozenset({"cases/testville.md"})).problems == found.problems


def test_of_two_files_with_one_id_the_last_one_is_told(folder, add, case_text):
    add("cases/a-town.md", case_text)

    for path in ("cases/a-town.md", "cases/testville.md"):
        assert [one.path for one in inspect(folder, last=frozenset({path})).errors] == [path]


WORDY = "A town by  the sea. TODO"


def warnings_of(folder, text):
    """Return the messages on a draft."""
    return {
        one.message for one in inspect(folder, [casebank.Draft("drafts/new.md", text)]).warnings
    }


def test_how_a_draft_reads_is_told(folder, case_text):
    told = warnings_of(folder, case_text.replace("A town by the sea.", WORDY))

    assert told == {"'TODO' looks like a text to be replaced.", "more than one space behind 'by'."}


def test_how_a_draft_reads_is_not_told_before_its_doubts_are_settled(folder, case_text):
    text = case_text.replace("A town by the sea.", WORDY)

    told = warnings_of(folder, text.replace("scope: city", "scope: city  # TO CONFIRM: line 3"))

    assert told == {"to be confirmed: line 3."}


def test_how_a_draft_reads_is_not_told_while_passages_have_no_place(folder, case_text):
    told = warnings_of(folder, f"{case_text}\n## To place\n\nTODO\n")

    assert told == {"passages of the source still have to find their place."}
