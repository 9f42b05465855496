"""Problems read well, sort by place and cannot forge the output around them."""

from __future__ import annotations

import pytest

from casebank.problem import (
    FieldError,
    Problem,
    ProblemsError,
    echo,
    first_hidden,
    is_hidden,
    suggestion,
)


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


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("", None),
        ("Saint-Étienne, 東京 🎭", None),
        ("two\n\tlines", None),
        ("no\u00a0break, joined\u200d", None),
        ("two\nlines, a\u202eb\u200b", "\u202e"),
        ("\u00a0\u200c\u200bx", "\u200b"),
        ("a\rb", "\r"),
        ("\x00", "\x00"),
        ("x\U000e0041", "\U000e0041"),
        ("\ud800", "\ud800"),
    ],
)
def test_the_first_hidden_character_of_a_text_is_found(text, hidden):
    assert first_hidden(text) == hidden


def test_a_text_hides_each_character_that_is_hidden_but_ends_of_lines_and_tabs():
    characters = [chr(code) for code in (*range(0x10000), *range(0xE0000, 0xE0200))]

    found = [char for char in characters if first_hidden(f"a{char}b")]

    assert found == [char for char in characters if is_hidden(char) and char not in "\n\t"]


@pytest.mark.parametrize(
    "value",
    [
        "cases/xity-1234-lund.md",
        "cases/city-1234-lumd.md",
        "cases/city-1234-lund.mf",
        "case/city-1234-lund.md",
        "cases/CITY-1234-lund.md",
    ],
)
def test_a_near_miss_is_found_among_very_many_names(value):
    known = {
        f"cases/city-{number}-{'lund' if number == 1234 else 'oslo'}.md" for number in range(5000)
    }

    assert suggestion(value, known, otherwise="Look.") == "Did you mean 'cases/city-1234-lund.md'?"


def test_a_suggestion_is_written_as_it_is_known():
    assert suggestion("context", ["Context"], otherwise="Look.") == "Did you mean 'Context'?"


def test_without_a_near_miss_the_other_sentence_is_said():
    assert suggestion("zzz", ["skills"], otherwise="Use a theme.") == "Use a theme."


def test_nothing_is_suggested_when_nothing_is_known():
    assert suggestion("skills", [], otherwise="Use a theme.") == "Use a theme."
