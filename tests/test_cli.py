"""What holds for every command: help, faulty content, and packages that are not installed."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version

import click
import pytest
from click.testing import CliRunner

from casebank.cli import main
from casebank.commands.new import new

COMMANDS = {**main.commands, **{f"new {name}": one for name, one in new.commands.items()}}
"""Every command by what one types."""


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_says_what_it_does(name):
    result = CliRunner().invoke(main, [*name.split(), "--help"])

    assert result.exit_code == 0
    assert " ".join(COMMANDS[name].help.split()) in " ".join(result.output.split())


@pytest.mark.parametrize(
    "option",
    [
        pytest.param(option, id=f"{command.name} {option.name}")
        for command in (main, *COMMANDS.values())
        for option in command.params
        if isinstance(option, click.Option)
    ],
)
def test_every_option_says_what_it_is_for(option):
    assert option.help


def test_the_commands_are_listed():
    result = CliRunner().invoke(main, ["-h"])

    assert result.exit_code == 0
    commands = {"check", "export", "fix", "import", "list", "new", "query"}
    assert commands <= set(result.output.split())


def test_the_version_is_told():
    result = CliRunner().invoke(main, ["--version"])

    assert result.output.endswith(f", version {version('casebank')}\n")


def test_a_letter_that_the_terminal_does_not_know_is_escaped(folder, add, case_text):
    add("cases/testville.md", case_text.replace("[skills]", "[Łódź]"))

    result = CliRunner(charset="cp1252").invoke(main, ["--root", str(folder), "check"])

    assert result.exit_code == 1
    assert r"'\u0141ód\u017a' is not a theme." in result.output


def test_a_folder_that_does_not_exist_is_refused():
    result = CliRunner().invoke(main, ["--root", "/nowhere", "check"])

    assert result.exit_code == 2
    assert "'/nowhere' does not exist" in result.output


THREE_PROBLEMS = """\
cases/testville.md:24:14: recommendations.1.themes.1: 'skils' is not a theme. Did you mean 'skills'?
cases/unclosed.md:1:1: the front matter that begins here has no end. \
Add a line '---' after the last field.
tools-and-methods/prototyping-workshop.md:3:7: kind: 'x' is not one of method, canvas, guide, \
template. Write one of: method, canvas, guide, template.
"""


@pytest.mark.usefixtures("break_three_files")
@pytest.mark.parametrize("command", [["list", "cases"], ["export", "--to", "out"]])
def test_no_command_works_with_faulty_content(run, command, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    result = run(*command)

    assert result.exit_code == 1
    assert result.stdout == THREE_PROBLEMS


PRINTING = ("typst", "pikepdf", "PIL", "docx", "pptx", "segno", "fontTools")


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
