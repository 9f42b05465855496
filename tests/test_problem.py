"""Problems read well, sort by place and cannot forge the output around them."""

from __future__ import annotations

import pytest

from casebank.problem import FieldError, Problem, ProblemsError, echo, suggestion


def test_a_problem_reads_place_field_message_remedy():
    problem = Problem("cases/x.md", 7, 11, "themes.1", "'skils' is not a theme.", "Try 'skills'.")

    assert str(problem) == "cases/x.md:7:11: themes.1: 'skils' is not a theme. Try 'skills'."


def test_a_problem_outside_a_field_names_none():
    problem = Problem("cases/x.md", 1, 1, "", "is a symbolic link.", "Put the file itself here.")

    assert str(problem) == "cases/x.md:1:1: is a symbolic link. Put the file itself here."


def test_problems_are_reported_once_and_from_top_to_bottom():
    second = Problem("cases/a.md", 10, 1, "", "b.", "Mend.")
    first = Problem("cases/a.md", 9, 1, "", "a.", "Mend.")
    third = Problem("cases/b.md", 1, 1, "", "c.", "Mend.")

    error = ProblemsError([third, second, first, second])

    assert error.problems == (first, second, third)
    assert (
        str(error)
        == "cases/a.md:9:1: a. Mend.\ncases/a.md:10:1: b. Mend.\ncases/b.md:1:1: c. Mend."
    )


def test_a_field_error_carries_both_halves_of_a_problem():
    error = FieldError("ends before it begins.", "Write the earlier date first.")

    assert (error.message, error.remedy) == (
        "ends before it begins.",
        "Write the earlier date first.",
    )


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("skils", "'skils'"),
        ("", "''"),
        (2025, "'2025'"),
        ("Saint-Étienne", "'Saint-Étienne'"),
        ("x\n::error file=README.md::pwned", "'x\\n::error file=README.md::pwned'"),
        ("x\r\n##[error]", "'x\\r\\n##[error]'"),
        ("\x1b[2J", "'\\x1b[2J'"),
        ("a\u202eb", "'a\\u202eb'"),
        ("a\u200bb", "'a\\u200bb'"),
    ],
)
def test_an_echoed_value_is_quoted_and_shows_what_is_invisible(value, shown):
    assert echo(value) == shown


def test_an_echoed_value_of_80_characters_is_repeated_whole():
    assert echo("a" * 80) == f"'{'a' * 80}'"


def test_a_longer_echoed_value_is_cut_to_80_characters():
    assert echo("a" * 81) == f"'{'a' * 79}…'"


@pytest.mark.parametrize("value", ["skils", "Skills", "SKILLS"])
def test_a_near_miss_is_suggested_whatever_its_case(value):
    known = ["funding", "skills", "spaces"]

    assert suggestion(value, known, otherwise="Look.") == "Did you mean 'skills'?"


def test_a_suggestion_is_written_as_it_is_known():
    assert suggestion("context", ["Context"], otherwise="Look.") == "Did you mean 'Context'?"


def test_without_a_near_miss_the_other_sentence_is_said():
    assert suggestion("zzz", ["skills"], otherwise="Use a theme.") == "Use a theme."


def test_nothing_is_suggested_when_nothing_is_known():
    assert suggestion("skills", [], otherwise="Use a theme.") == "Use a theme."
