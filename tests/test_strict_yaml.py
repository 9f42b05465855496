"""YAML is read as authors expect it, every value has a place, and nothing hidden is accepted."""

from __future__ import annotations

import pytest

from casebank.strict_yaml import KEY, dotted, parse


def problems(text, first_line=1):
    return [str(problem) for problem in parse(text, "x.yml", first_line).problems]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("NO", "NO"),
        ("no", "no"),
        ("yes", "yes"),
        ("On", "On"),
        ("True", "True"),
        ("2024-11-20", "2024-11-20"),
        ("2024-11-20T10:00:00Z", "2024-11-20T10:00:00Z"),
        ("12:30:45", "12:30:45"),
        ("010", "010"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("1e3", "1e3"),
        (".5", ".5"),
        (".inf", ".inf"),
        ("1234567890123456789", "1234567890123456789"),
        ("Null", "Null"),
        ("=", "="),
        ("'5'", "5"),
        ('"true"', "true"),
        ("Saint-Étienne", "Saint-Étienne"),
    ],
)
def test_what_looks_like_text_stays_text(written, read):
    assert parse(f"value: {written}", "x.yml").data == {"value": read}


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("42", 42),
        ("-7", -7),
        ("+5", 5),
        ("0", 0),
        ("45.44", 45.44),
        ("-0.5", -0.5),
    ],
)
def test_only_plain_numbers_true_false_and_nothing_are_more_than_text(written, read):
    value = parse(f"value: {written}", "x.yml").data["value"]

    assert value == read
    assert type(value) is type(read)


def test_a_folded_text_becomes_one_line():
    assert parse("a: >-\n  one\n  two\n", "x.yml").data == {"a": "one two"}


def test_the_merge_key_is_a_name_like_any_other():
    assert parse("<<: {a: 1}", "x.yml").data == {"<<": {"a": 1}}


def test_a_number_as_a_key_is_a_name():
    assert parse("2025: x", "x.yml").data == {"2025": "x"}


def test_an_empty_text_holds_nothing_and_is_no_fault():
    parsed = parse("# only a comment\n", "x.yml")

    assert (parsed.data, parsed.problems) == (None, ())


TEXT = """\
title: Testville
places:
  - city: Testville
    country: NO
areas: [crafts, games]
"""


@pytest.mark.parametrize(
    ("path", "position"),
    [
        (("title",), (1, 8)),
        (("title", KEY), (1, 1)),
        (("places",), (3, 3)),
        (("places", 0, "country"), (4, 14)),
        (("places", 0, "country", KEY), (4, 5)),
        (("areas", 1), (5, 17)),
    ],
)
def test_every_key_and_value_has_its_place(path, position):
    assert parse(TEXT, "x.yml").position(path) == position


def test_an_absent_value_has_the_place_of_its_nearest_parent():
    assert parse(TEXT, "x.yml").position(("places", 0, "region", "x")) == (3, 5)


def test_places_are_counted_from_the_line_on_which_the_text_begins():
    assert parse(TEXT, "x.yml", first_line=10).position(("title",)) == (10, 8)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "a: 1\nb: 2\na: 3\n",
            "x.yml:3:1: a: appears twice, first on line 1. Keep one of the two.",
        ),
        (
            "list:\n  - {a: 1, a: 2}\n",
            "x.yml:2:12: list.1.a: appears twice, first on line 2. Keep one of the two.",
        ),
        (
            "a: &name x\n",
            "x.yml:1:4: YAML anchors and aliases (& and *) are not accepted. "
            "Put a text that begins with & or * in quotes.",
        ),
        (
            "a: *name\n",
            "x.yml:1:4: YAML anchors and aliases (& and *) are not accepted. "
            "Put a text that begins with & or * in quotes.",
        ),
        (
            "a: [&x {b: 1}]\n",
            "x.yml:1:5: YAML anchors and aliases (& and *) are not accepted. "
            "Put a text that begins with & or * in quotes.",
        ),
        (
            "a: !!python/object/apply:os.system ['id']\n",
            "x.yml:1:4: YAML tags ('tag:yaml.org,2002:python/object/apply:os.system') are not "
            "accepted. Put a text that begins with ! in quotes.",
        ),
        (
            "a: !secret x\n",
            "x.yml:1:4: YAML tags ('!secret') are not accepted. "
            "Put a text that begins with ! in quotes.",
        ),
        (
            "a: !!str 5\n",
            "x.yml:1:4: YAML tags ('tag:yaml.org,2002:str') are not accepted. "
            "Put a text that begins with ! in quotes.",
        ),
        (
            "a: 1\n--- b\n",
            "x.yml:2:1: a second document begins. Remove the line '---'.",
        ),
        (
            "? [a, b]\n: c\n",
            "x.yml:1:3: a field name must be plain text. Remove the brackets.",
        ),
    ],
)
def test_what_is_hidden_or_doubled_is_refused_with_its_place(text, problem):
    assert problems(text) == [problem]


@pytest.mark.parametrize(
    ("text", "place", "remedy"),
    [
        (
            "a: 1\nb: c: d\n",
            "x.yml:2:5: ",
            'Put a text that has a colon followed by a space in quotes: "…".',
        ),
        (
            "a:\n\t- b\n",
            "x.yml:2:1: ",
            "Indent with spaces, not with the Tab key.",
        ),
        (
            "a: [b\nc: d\n",
            "x.yml:2:2: ",
            'Check indentation and quotes here and in the line above; put long texts in "…".',
        ),
        (
            "a: 'b\n",
            "x.yml:2:1: ",
            'Check indentation and quotes here and in the line above; put long texts in "…".',
        ),
        (
            '%YAML 1.1\na: "b"\n',
            "x.yml:2:1: ",
            'Check indentation and quotes here and in the line above; put long texts in "…".',
        ),
    ],
)
def test_a_text_that_cannot_be_read_says_where_and_how_to_mend_it(text, place, remedy):
    # What stands between the brackets is the word of the YAML library, which has two parsers.
    (problem,) = problems(text)

    assert problem.startswith(f"{place}cannot be read as YAML (")
    assert problem.endswith(f"). {remedy}")


def test_a_text_with_faults_gives_no_data():
    assert parse("a: 1\na: 2\n", "x.yml").data is None


def test_a_fault_is_placed_from_the_line_on_which_the_text_begins():
    assert problems("a: 1\na: 2\n", first_line=5) == [
        "x.yml:6:1: a: appears twice, first on line 5. Keep one of the two."
    ]


def test_every_duplicate_is_reported():
    assert len(problems("a: 1\na: 2\nb: 1\nb: 2\n")) == 2


@pytest.mark.parametrize("text", ["a: 'x & y'", "a: '*x*'", "a: R&D", "a: 2 * 3", "a: Wow!"])
def test_ampersands_stars_and_exclamation_marks_in_a_text_are_fine(text):
    assert problems(text) == []


def test_twelve_levels_are_read():
    assert problems("[" * 12 + "]" * 12) == []


def test_thirteen_levels_are_refused():
    assert problems("[" * 13 + "]" * 13) == [
        "x.yml:1:13: nested more than 12 levels deep. Check the indentation and the brackets."
    ]


def test_nesting_without_end_costs_nothing():
    assert problems("[" * 100_000) == [
        "x.yml:1:13: nested more than 12 levels deep. Check the indentation and the brackets."
    ]


@pytest.mark.parametrize("escape", [r"\U00110000", r"\UFFFFFFFF", r"\ud800"])
def test_an_escape_for_no_character_is_a_problem(escape):
    assert problems(f'a: "{escape}"')


@pytest.mark.parametrize(
    ("escape", "code"),
    [
        (r"\x1b", "001B"),
        (r"\r", "000D"),
        (r"\u202e", "202E"),
        (r"\u200b", "200B"),
        (r"\0", "0000"),
    ],
)
def test_an_escape_for_an_invisible_character_is_refused(escape, code):
    assert problems(f'a: "x{escape}y"') == [
        f"x.yml:1:4: a: holds the invisible character U+{code}. "
        "Remove its escape, which begins with a backslash."
    ]


def test_a_character_that_yaml_forbids_is_one_line_with_its_place():
    (problem,) = problems("a: 1\nb: x\uffff\n")

    assert "\n" not in problem
    assert problem.startswith("x.yml:2:5: ")


def test_a_path_is_written_as_people_count():
    assert dotted(("recommendations", 1, "themes", 0)) == "recommendations.2.themes.1"


def test_the_path_of_a_key_is_that_of_its_value():
    assert dotted(("title", KEY)) == "title"
