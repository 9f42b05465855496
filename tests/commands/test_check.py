"""`casebank check` tells everything at once, and what it prints cannot be forged."""

from __future__ import annotations

import json
import re

import pytest

WARNING = ("A town by the sea.", "A town  by the sea.")


def test_check_counts_what_it_found(run):
    result = run("check")

    assert result.exit_code == 0
    assert re.findall(r"\d+ [a-z]+", result.output) == [
        "1 case",
        "1 ask",
        "1 tool",
        "11 vocabularies",
    ]
    assert result.output.endswith(": no problem found.\n")


@pytest.mark.usefixtures("break_three_files")
def test_check_prints_every_error_under_a_heading_and_fails(run):
    result = run("check")

    assert result.exit_code == 1
    assert result.stdout.splitlines()[0] == "3 errors, to be mended before this can be published:"
    assert [line.split(":")[0] for line in result.stdout.splitlines()[1:]] == [
        "cases/testville.md",
        "cases/unclosed.md",
        "tools-and-methods/prototyping-workshop.md",
    ]
    assert result.stderr == "Error: 3 errors found.\n"


def test_warnings_come_after_errors_and_are_counted_apart(run, add, case_text):
    add("cases/testville.md", case_text.replace(*WARNING).replace("[skills]", "[skils]"))

    result = run("check")

    assert [line[:40] for line in result.stdout.splitlines()] == [
        "1 error, to be mended before this can be",
        "cases/testville.md:24:14: recommendation",
        "",
        "1 warning, worth a look:",
        "cases/testville.md:31:3: more than one s",
    ]
    assert result.stderr == "Error: 1 error and 1 warning found.\n"


def test_warnings_alone_do_not_fail(run, add, case_text):
    add("cases/testville.md", case_text.replace(*WARNING))

    result = run("check")

    assert result.exit_code == 0
    assert result.stdout.endswith("11 vocabularies: no error, 1 warning.\n")


def test_only_the_problems_of_the_named_files_are_told(run, add, case_text):
    add("cases/testville.md", case_text.replace("[skills]", "[skils]"))
    other = add("cases/other.md", case_text.replace("TV-1", "OT-1"))

    result = run("check", str(other))

    assert (result.exit_code, result.stdout) == (
        0,
        "1 file: no problem found. Other files have 1 error.\n",
    )


def test_a_named_file_is_told_that_it_took_an_id_even_if_it_comes_first(run, add, case_text):
    first = add("cases/a-town.md", case_text)

    result = run("check", str(first))

    assert "cases/a-town.md:21:9: recommendations.1.id: 'TV-1' is used already" in result.stdout


def test_a_file_from_elsewhere_is_checked_as_a_draft_of_a_case(run, tmp_path, case_text):
    draft = tmp_path / "drafts" / "newtown.md"
    draft.parent.mkdir()
    draft.write_text(case_text.replace("[skills]", "[skils]").replace("TV-", "NT-"), "utf-8")

    result = run("check", str(draft))

    assert result.stdout.splitlines()[1].startswith("drafts/newtown.md:24:14: recommendations.1")


@pytest.mark.parametrize(
    ("name", "told"),
    [("nowhere.md", "does not exist"), ("cases", "is a directory"), ("vocabularies", "directory")],
)
def test_what_is_no_file_is_refused(run, folder, name, told):
    result = run("check", str(folder / name))

    assert (result.exit_code, told in result.stderr) == (2, True)


def test_what_is_no_markdown_is_sent_to_the_import(run, tmp_path):
    report = tmp_path / "report.pdf"
    report.write_bytes(b"%PDF-")

    result = run("check", str(report))

    assert result.exit_code == 1
    assert result.stderr.endswith(
        "is no Markdown file. To draft a case from a report: casebank import.\n"
    )


def test_a_folder_that_is_no_casebook_is_told_even_for_one_file(tmp_path, case_text):
    from click.testing import CliRunner

    from casebank.cli import main

    draft = tmp_path / "x.md"
    draft.write_text(case_text, "utf-8")

    result = CliRunner().invoke(main, ["--root", str(tmp_path), "check", str(draft)])

    assert result.exit_code == 1
    assert "vocabularies:1:1: is not here: this is no casebook." in result.stdout


def test_json_is_one_document_and_nothing_else(run, add, case_text):
    add("cases/testville.md", case_text.replace(*WARNING).replace("[skills]", "[skils]"))

    result = run("check", "--format", "json")
    report = json.loads(result.stdout)

    assert {name: report[name] for name in ("schema_version", "errors", "warnings")} == {
        "schema_version": 1,
        "errors": 1,
        "warnings": 1,
    }
    assert report["problems"][0] == {
        "path": "cases/testville.md",
        "line": 24,
        "column": 14,
        "field": "recommendations.1.themes.1",
        "message": "'skils' is not a theme.",
        "remedy": "Did you mean 'skills'?",
        "severity": "error",
    }
    assert run("check", "--format", "json").stdout == result.stdout


def test_the_summary_page_of_the_forge_gets_a_table(run, add, case_text, tmp_path, monkeypatch):
    summary = tmp_path / "summary.md"
    summary.write_text("Before\n", "utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    add("cases/testville.md", case_text.replace("[skills]", "[skils]"))

    run("check", "--format", "github")

    text = summary.read_text("utf-8")
    assert text.startswith("Before\n### Check of the content: 1 error\n")
    assert "| cases/testville.md | 24 | recommendations.1.themes.1 |" in text


def test_the_summary_page_is_left_alone_by_other_formats(run, tmp_path, monkeypatch):
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))

    run("check")

    assert not summary.exists()


HOSTILE = [
    r"x\n::error file=README.md,line=1::pwned",
    r"x\r\n::stop-commands::pwned",
    r"x\n##[error]pwned",
    r"\e[31mred\e[0m",
    r"\u202Edesrever",
    "| a | <b>b</b> | `c` |",
    "%0A::error::pwned",
    "x" * 5000,
]


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("form", ["text", "github", "json"])
def test_no_value_can_forge_a_line_of_the_output(run, add, case_text, value, form):
    add("cases/testville.md", case_text.replace("kind: city-case", f'kind: "{value}"'))

    lines = run("check", "--format", form).stdout.splitlines()

    assert all(line.isprintable() for line in lines)
    commands = [line for line in lines if line.startswith(("::", "##["))]
    assert [line.partition(" ")[0][:15] for line in commands] == (
        ["::error", "::stop-commands", f"::{commands[-1][2:15]}"] if form == "github" else []
    )
    assert max(map(len, lines)) < 1000
