"""`casebank new` writes a file that the check accepts, and never over another one."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

import casebank
from casebank.case import BODY_SECTIONS, CaseKind
from casebank.cli import main

CASE = {
    "--title": "Gent: design",
    "--city": "Gent",
    "--country": "BE",
    "--area": "crafts",
    "--publisher": "City of Gent",
    "--source-title": 'A "report": first part',
    "--source-url": "https://gent.example/report",
}
TOOL = {
    "--title": "Dot voting",
    "--kind": "method",
    "--source-title": "A handbook",
    "--source-url": "https://t.example/handbook",
}


@pytest.fixture
def new(folder):
    """Begin a record from options, without questions unless there are answers."""

    def run(kind, options, *more, answers=None):
        given = [part for option in options.items() for part in option]
        quiet = () if answers is not None else ("--no-input",)
        arguments = ["--root", str(folder), "new", kind, *given, *quiet, *more]
        return CliRunner().invoke(main, arguments, input=answers)

    return run


def test_a_new_case_is_a_card_that_the_check_accepts(new, folder):
    result = new("case", CASE)

    assert result.exit_code == 0
    assert result.output.startswith("cases/gent-design.md is written. The check accepts it.\n")
    assert casebank.check(folder) == ()
    case = casebank.load(folder).case("gent-design")
    assert (case.title, case.place.city, case.areas) == ("Gent: design", "Gent", ("crafts",))
    assert case.sources[0].title == 'A "report": first part'
    assert not case.is_full


def test_what_is_still_to_be_written_is_told_and_stays_a_warning(new, folder):
    result = new("case", CASE)

    told = [problem.field for problem in casebank.inspect(folder).warnings]
    assert told == ["summary", "rights"]
    assert "Still to be written, 2 places:\n  cases/gent-design.md:" in result.output


def test_with_summary_and_rights_nothing_is_left_to_be_said(new, folder):
    new("case", CASE, "--summary", "Gent tried design.", "--rights", "None stated.")

    assert casebank.inspect(folder).problems == ()


@pytest.mark.parametrize("kind", list(CaseKind))
def test_a_full_case_has_the_sections_of_its_kind(new, folder, kind):
    new("case", CASE, "--record", "full", "--kind", kind)

    assert tuple(casebank.load(folder).case("gent-design").sections) == BODY_SECTIONS[kind]
    in_body = [one for one in casebank.inspect(folder).warnings if not one.field]
    assert len(in_body) == len(BODY_SECTIONS[kind])


def test_every_other_field_is_explained_as_a_comment(new, folder):
    new("case", CASE)

    text = (folder / "cases" / "gent-design.md").read_text("utf-8")
    assert "\n# Quotations, each with its speaker. (list)\n#quotes:\n" in text
    assert "Choose from: ai-cci, " in text


def test_several_areas_can_be_given(new, folder):
    new("case", CASE, "--area", "ai-cci")

    assert casebank.load(folder).case("gent-design").areas == ("crafts", "ai-cci")


def test_a_new_tool_is_accepted_too(new, folder):
    result = new("tool", TOOL)

    assert result.output.startswith("tools-and-methods/dot-voting.md is written.")
    assert casebank.check(folder) == ()
    assert casebank.load(folder).tool("dot-voting").kind == "method"


def test_all_missing_answers_are_named_at_once(new):
    result = new("case", {"--city": "Gent"})

    assert result.exit_code == 2
    assert result.stderr.endswith(
        "Error: Missing: --title, --country, --area, --publisher, --source-title, --source-url.\n"
    )


def test_a_title_without_letters_of_europe_needs_an_id(new, folder):
    options = {**CASE, "--title": "東京: 芸術"}

    assert "Missing: --id." in new("case", options).stderr
    assert new("case", options, "--id", "tokyo-arts").exit_code == 0
    assert casebank.load(folder).case("tokyo-arts").title == "東京: 芸術"


def test_the_questions_are_asked_again_until_the_answer_fits(new, folder):
    answers = "Gent: design\nGent\nbelgium\nBE\ncraft\ncrafts, ai-cci\nGent\nA <b>\nA report\n"
    answers += "javascript:alert(1)\nhttps://gent.example/\ntestville\n\n"

    result = new("case", {}, answers=answers)

    assert result.exit_code == 0, result.output
    assert "Did you mean 'crafts'?" in result.output
    assert "cases/testville.md is taken already." in result.output
    assert "Name of the file without .md [gent-design]" in result.output
    assert casebank.load(folder).case("gent-design").areas == ("crafts", "ai-cci")


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [
        ("--title", "<script>", "--title: holds HTML or a template expression."),
        ("--title", "{{ x }}", "--title: holds HTML or a template expression."),
        ("--title", "x" * 201, "has 201 characters; at most 200 fit."),
        ("--country", "XX", "'XX' is not among the values of 'places.country'."),
        ("--area", "craft", "Did you mean 'crafts'?"),
        ("--source-url", "javascript:x", "is not a web address."),
        (
            "--kind",
            "city-cse",
            "'city-cse' is not among the values of 'kind'. Did you mean 'city-case'?",
        ),
        ("--id", "testville", "cases/testville.md is taken already."),
        ("--id", "index", "no name for a file."),
        ("--id", "../../evil", "no name for a file."),
        ("--id", "a/b", "no name for a file."),
        ("--id", "Gent", "no name for a file."),
        ("--summary", "Ask jo@gent.example.", "'jo@gent.example' is an e-mail address."),
    ],
)
def test_what_the_check_would_refuse_is_not_written(new, folder, option, value, told):
    before = sorted(folder.rglob("*"))

    result = new("case", {**CASE, option: value})

    assert result.exit_code != 0
    assert told in result.output
    assert sorted(folder.rglob("*")) == before


def test_a_former_id_of_a_case_is_taken_too(new, add, case_text):
    add("cases/testville.md", case_text.replace("review:", "aliases: [gent-design]\nreview:"))

    assert "cases/gent-design.md is taken already." in new("case", CASE).stderr


def test_a_file_that_is_there_is_never_overwritten(new, add):
    broken = add("cases/gent-design.md", "---\nnot: [yet\n---\n")

    assert new("case", CASE).exit_code == 2
    assert broken.read_text("utf-8") == "---\nnot: [yet\n---\n"


def test_faults_elsewhere_do_not_keep_a_case_from_being_begun(new, add):
    add("cases/broken.md", "---\ntitle: A\n")

    assert new("case", CASE).exit_code == 0
