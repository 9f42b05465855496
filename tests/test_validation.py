"""What pydantic finds wrong is told in plain words, at the line and column of the value."""

from __future__ import annotations

import pytest

from casebank.case import CaseFields
from casebank.strict_yaml import parse
from casebank.tool import ToolFields
from casebank.validation import validated


@pytest.fixture
def case_problems(case_text):
    """Check the small case's fields after a change; lines are those of the file."""

    def check(old, new):
        assert old in case_text, f"{old!r} is not in the sample"
        fields = case_text.replace(old, new, 1).split("---\n")[1]
        parsed = parse(fields, "cases/x.md", first_line=2)
        return [str(problem) for problem in validated(CaseFields, parsed, "cases/x.md")[1]]

    return check


@pytest.fixture
def tool_problems(tool_text):
    """Check the small tool's fields with some lines more."""

    def check(more):
        parsed = parse(tool_text.split("---\n")[1] + more, "tools-and-methods/x.md", first_line=2)
        return [str(problem) for problem in validated(ToolFields, parsed, "x.md")[1]]

    return check


def test_fields_without_fault_become_a_model(case_text):
    parsed = parse(case_text.split("---\n")[1], "cases/x.md")

    case, problems = validated(CaseFields, parsed, "cases/x.md")

    assert (case.title, case.places[0].country, problems) == (
        "Testville: a small case",
        "NO",
        (),
    )


def test_lists_become_tuples_which_nobody_changes(case_text):
    case, _ = validated(CaseFields, parse(case_text.split("---\n")[1], "x"), "x")

    assert case.areas == ("ai-cci",)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "publisher: Testville\n",
            "",
            "cases/x.md:2:1: publisher: is missing; expected: "
            "Organisation that published the source. Add the field.",
        ),
        (
            "    title: Teach\n",
            "",
            "cases/x.md:21:5: recommendations.1.title: is missing; expected: "
            "The recommendation in a few words. Add the field.",
        ),
        (
            "summary:",
            "sumary: x\nsummary:",
            "cases/x.md:3:1: sumary: is not a field. Did you mean 'summary'?",
        ),
        (
            "kind: city-case",
            "kind: citycase",
            "cases/x.md:4:7: kind: 'citycase' is not one of city-case, peer-review. "
            "Did you mean 'city-case'?",
        ),
        (
            "record: full",
            "record: zzz",
            "cases/x.md:5:9: record: 'zzz' is not one of full, card. Write one of: full, card.",
        ),
        (
            "status: draft",
            "status: drafted",
            "cases/x.md:26:11: review.status: 'drafted' is not one of draft, reviewed, to-review. "
            "Did you mean 'draft'?",
        ),
        (
            "areas: [ai-cci]",
            "areas: ai-cci",
            "cases/x.md:9:8: areas: expected a list, found the text 'ai-cci'. "
            "Begin each entry with '- ' on a line of its own.",
        ),
        (
            "areas: [ai-cci]",
            "areas:",
            "cases/x.md:9:7: areas: expected a list, found nothing. "
            "Begin each entry with '- ' on a line of its own.",
        ),
        (
            "areas: [ai-cci]",
            "areas: []",
            "cases/x.md:9:8: areas: is empty. Add at least one entry.",
        ),
        (
            "scope: city",
            "scope: [city]",
            "cases/x.md:11:8: scope: expected text, found a list. Put the text in quotes.",
        ),
        (
            "publisher: Testville",
            "publisher: 2025",
            "cases/x.md:13:12: publisher: expected text, found the number '2025'. "
            "Put the text in quotes.",
        ),
        (
            "publisher: Testville",
            "publisher: true",
            "cases/x.md:13:12: publisher: expected text, found the yes/no value 'true'. "
            "Put the text in quotes.",
        ),
        (
            "publisher: Testville",
            'publisher: " "',
            "cases/x.md:13:12: publisher: is empty. Write something, or leave the field out.",
        ),
        (
            "publisher: Testville",
            'publisher: "<script>alert(1)</script>"',
            "cases/x.md:13:12: publisher: holds HTML or a template expression. "
            "Write plain text, without < > and {{ }}.",
        ),
        (
            "publisher: Testville",
            'publisher: "one\\n::error::two"',
            "cases/x.md:13:12: publisher: spans several lines. "
            "Write it on one line; long texts have a field of their own.",
        ),
        (
            "summary: A case",
            f"summary: {'a' * 283}",
            "cases/x.md:3:10: summary: has 326 characters; at most 300 fit. Shorten it by 26.",
        ),
        (
            "publisher: Testville",
            "publisher: Testville\nheld: last spring",
            "cases/x.md:14:7: held: 'last spring' is not a date. "
            "Write 2025, 2025-03, 2025-03-19 or 2025-03-19/2025-03-20.",
        ),
        (
            "publisher: Testville",
            "publisher: Testville\nheld: 2025/2024",
            "cases/x.md:14:7: held: ends before it begins. Write the earlier date first.",
        ),
        (
            "id: TV-1",
            "id: 1-TV",
            "cases/x.md:21:9: recommendations.1.id: '1-TV' is not an id. "
            "Begin with a capital and use letters, digits, hyphens and dots, as in SE-P1a.",
        ),
        (
            "review:\n  status: draft",
            "review: draft",
            "cases/x.md:25:9: review: expected fields, found the text 'draft'. "
            "Write 'name: value' lines, indented under it.",
        ),
    ],
)
def test_a_wrong_value_is_explained_at_its_place(case_problems, old, new, problem):
    assert case_problems(old, new) == [problem]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "  - city: Testville\n",
            "  - city: Testville\n    latitude: 5\n",
            "cases/x.md:8:5: places.1.latitude: is not a field. "
            "Use one of: city, region, country, lat, lon.",
        ),
        (
            "areas: [ai-cci]",
            "areas: [AI]",
            "cases/x.md:9:9: areas.1: 'AI' is not an id. "
            "Use small letters, digits and hyphens, as in saint-etienne.",
        ),
        (
            'country: "NO"',
            "country: Norway",
            "cases/x.md:8:14: places.1.country: 'Norway' is not a country code. "
            "Write the two capital letters of ISO 3166-1, such as FR.",
        ),
        (
            'country: "NO"',
            'country: "NO"\n    lat: north',
            "cases/x.md:9:10: places.1.lat: expected a number, found the text 'north'. "
            "Write it with a point, such as 45.44.",
        ),
        (
            'country: "NO"',
            'country: "NO"\n    lat: 91.0',
            "cases/x.md:9:10: places.1.lat: '91.0' is too large. Write 90 or less.",
        ),
        (
            'country: "NO"',
            'country: "NO"\n    lon: -180.5',
            "cases/x.md:9:10: places.1.lon: '-180.5' is too small. Write -180 or more.",
        ),
        (
            "url: https://testville.example/report",
            "url: javascript:alert(1)",
            "cases/x.md:19:10: sources.1.url: 'javascript:alert(1)' is not a web address. "
            "Begin it with https:// and write it without spaces.",
        ),
    ],
)
def test_a_wrong_value_within_an_entry_of_a_list_is_explained_at_its_place(
    case_problems, old, new, problem
):
    assert problem in case_problems(old, new)


def test_a_list_with_a_faulty_entry_is_not_called_empty(case_problems):
    assert case_problems("areas: [ai-cci]", "areas: [AI]") == [
        "cases/x.md:9:9: areas.1: 'AI' is not an id. "
        "Use small letters, digits and hyphens, as in saint-etienne."
    ]


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        (
            "duration: {at_least: long, at_most: 60}\n",
            "x.md:17:22: duration.at_least: expected a whole number, found the text 'long'. "
            "Write digits only, without quotes.",
        ),
        (
            "duration: {at_least: 0, at_most: 60}\n",
            "x.md:17:22: duration.at_least: '0' is too small. Write 1 or more.",
        ),
        (
            "duration: {at_least: 60, at_most: 30}\n",
            "x.md:17:11: duration: at_most is smaller than at_least. Exchange the two numbers.",
        ),
    ],
)
def test_numbers_that_do_not_fit_are_explained(tool_problems, more, problem):
    assert tool_problems(more) == [problem]


def test_a_range_of_one_number_is_fine(tool_problems):
    assert tool_problems("duration: {at_least: 60, at_most: 60}\n") == []


def test_every_wrong_value_is_reported_at_once(case_problems):
    problems = case_problems("kind: city-case\nrecord: full", "kind: x\nrecord: y")

    assert [problem.split(" ")[1] for problem in problems] == ["kind:", "record:"]


def test_a_value_cannot_start_a_line_of_the_report(case_problems):
    (problem,) = case_problems("kind: city-case", 'kind: "x\\n::error file=README.md::pwned"')

    assert "\n" not in problem
    assert "x\\n::error file=README.md::pwned" in problem


def test_a_field_name_cannot_start_a_line_of_the_report(case_problems):
    (problem,) = case_problems("kind:", '"x\\n::error file=README.md::pwned": 1\nkind:')

    assert "\n" not in problem
