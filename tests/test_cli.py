"""The commands do what they say, tell every problem and exit with a status that scripts can use."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.metadata import version

import click
import pytest
from click.testing import CliRunner

from casebank.cli import main


@pytest.fixture
def run(folder):
    """Run a command on the content folder."""
    return lambda *arguments: CliRunner().invoke(main, ["--root", str(folder), *arguments])


@pytest.fixture
def break_three_files(add, case_text, tool_text):
    """Put one fault each into two cases and a tool."""
    add("cases/testville.md", case_text.replace("[skills]", "[skils]"))
    add("cases/unclosed.md", "---\ntitle: A\n")
    add("tools-and-methods/prototyping-workshop.md", tool_text.replace("kind: method", "kind: x"))


THREE_PROBLEMS = """\
cases/testville.md:24:14: recommendations.1.themes.1: 'skils' is not a theme. Did you mean 'skills'?
cases/unclosed.md:1:1: the front matter that begins here has no end. \
Add a line '---' after the last field.
tools-and-methods/prototyping-workshop.md:3:7: kind: 'x' is not one of method, canvas, guide, \
template. Write one of: method, canvas, guide, template.
"""


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_says_what_it_does(name):
    result = CliRunner().invoke(main, [name, "--help"])

    assert result.exit_code == 0
    assert main.commands[name].help in " ".join(result.output.split())


@pytest.mark.parametrize(
    "option",
    [
        pytest.param(option, id=f"{command.name} {option.name}")
        for command in (main, *main.commands.values())
        for option in command.params
        if isinstance(option, click.Option)
    ],
)
def test_every_option_says_what_it_is_for(option):
    assert option.help


def test_the_commands_are_listed():
    result = CliRunner().invoke(main, ["-h"])

    assert result.exit_code == 0
    assert {"check", "export", "list"} <= set(result.output.split())


def test_the_version_is_told():
    result = CliRunner().invoke(main, ["--version"])

    assert result.output.endswith(f", version {version('casebank')}\n")


def test_a_folder_that_does_not_exist_is_refused():
    result = CliRunner().invoke(main, ["--root", "/nowhere", "check"])

    assert result.exit_code == 2
    assert "'/nowhere' does not exist" in result.output


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
def test_check_prints_every_problem_and_fails(run):
    result = run("check")

    assert result.exit_code == 1
    assert result.stdout == THREE_PROBLEMS
    assert result.stderr == "Error: 3 problems found; nothing was written.\n"


def test_check_says_that_there_is_no_problem(run):
    result = run("check")

    assert result.exit_code == 0
    assert result.output.endswith("11 vocabularies: no problem found.\n")


def test_one_problem_is_told_in_the_singular(run, add):
    add("cases/unclosed.md", "---\ntitle: A\n")

    assert run("check").stderr == "Error: 1 problem found; nothing was written.\n"


def test_a_value_cannot_speak_to_the_forge(run, add, case_text):
    add("cases/testville.md", case_text.replace("kind: city-case", 'kind: "x\\n::error::pwned"'))

    lines = run("check").stdout.splitlines()

    assert len(lines) == 1
    assert lines[0].startswith("cases/testville.md:4:7: kind: 'x\\n::error::pwned' is not one of")


@pytest.mark.parametrize(
    ("what", "output"),
    [
        pytest.param(
            ("cases",),
            "testville\tTestville: a small case (full, 1 ask)\n",
        ),
        (("tools",), "prototyping-workshop\tSmall workshop (method)\n"),
        (("asks",), "TV-1\tTeach [skills]\n"),
        (("organisations",), ""),
    ],
)
def test_list_writes_one_thing_a_line(run, what, output):
    result = run("list", *what)

    assert result.exit_code == 0
    assert result.output == output


def test_list_lists_cases_unless_told_otherwise(run):
    assert run("list").output == run("list", "cases").output != ""


def test_list_refuses_what_cannot_be_listed(run):
    result = run("list", "cities")

    assert result.exit_code == 2
    assert "'cities' is not one of" in result.output


@pytest.mark.usefixtures("break_three_files")
@pytest.mark.parametrize("command", [["list", "cases"], ["export", "--to", "out"]])
def test_no_command_works_with_faulty_content(run, command, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    result = run(*command)

    assert result.exit_code == 1
    assert result.stdout == THREE_PROBLEMS


def test_export_writes_the_book_and_counts_the_files(run, tmp_path):
    target = tmp_path / "out"

    result = run("export", "--to", str(target))

    files = sorted(file for file in target.rglob("*") if file.is_file())
    assert result.exit_code == 0
    assert result.output == f"{len(files)} files written to {target}.\n"
    assert target / "cases" / "testville.md" in files


@pytest.mark.usefixtures("break_three_files")
def test_export_writes_nothing_when_the_content_is_faulty(run, tmp_path):
    target = tmp_path / "out"

    assert run("export", "--to", str(target)).exit_code == 1
    assert not target.exists()


def test_export_brings_the_files_to_take_along(run, tmp_path):
    target = tmp_path / "out"

    assert run("export", "--to", str(target), "--site-url", "https://t.example/").exit_code == 0

    assert (target / "downloads" / "cases" / "testville.pdf").read_bytes().startswith(b"%PDF-")


def test_export_without_files_to_take_along_makes_none(run, tmp_path):
    target = tmp_path / "out"

    assert run("export", "--to", str(target), "--no-downloads").exit_code == 0

    assert list(target.rglob("*.pdf")) == []


PRINTING = ("typst", "pikepdf", "PIL", "docx", "pptx", "segno", "xlsxwriter", "fontTools")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["check"], 0),
        (["list", "cases"], 0),
        (["export", "--to", "out", "--no-downloads"], 0),
        (["export", "--to", "out"], 1),
    ],
)
def test_only_downloads_need_the_packages_for_print(folder, arguments, code):
    blocked = f"import sys; sys.modules.update(dict.fromkeys({PRINTING!r}))"
    program = f"{blocked}; from casebank.cli import main; main({arguments!r})"

    result = subprocess.run(
        [sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, check=False
    )

    assert result.returncode == code, result.stderr
    assert ("Install casebank[print], or say --no-downloads." in result.stderr) == bool(code)


def test_export_writes_into_an_empty_folder(run, tmp_path):
    target = tmp_path / "out"
    target.mkdir()

    assert run("export", "--to", str(target)).exit_code == 0
    assert (target / "cases" / "testville.md").is_file()


def test_export_refuses_a_folder_that_is_not_empty_and_leaves_it_alone(run, tmp_path):
    target = tmp_path / "out"
    target.mkdir()
    (target / "mine.txt").write_text("mine", encoding="utf-8")

    result = run("export", "--to", str(target))

    assert result.exit_code == 1
    assert result.output == (f"Error: {target}: The folder is not empty. Name another folder.\n")
    assert [file.name for file in target.iterdir()] == ["mine.txt"]


def test_export_needs_to_be_told_where_to():
    result = CliRunner().invoke(main, ["export"])

    assert result.exit_code == 2
    assert "Missing option '--to'" in result.output
