"""What workflows run, as a forge runs it."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.forge.files import REPOSITORY, all_steps, commands_of, data_of
from tests.scripts.runner import Repository

if TYPE_CHECKING:
    from pathlib import Path

COMMANDS = [step for step in all_steps() if "run" in step]


def bash(command: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command as a forge does where a workflow says `shell: bash`."""
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", command],
        cwd=folder,
        env={"PATH": os.environ["PATH"]} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("step", COMMANDS, ids=lambda step: step["name"])
def test_a_command_is_bash(step: dict[str, str]) -> None:
    run = subprocess.run(["bash", "-n", "-c", step["run"]], capture_output=True, check=False)

    assert run.returncode == 0, run.stderr


def test_only_the_command_that_is_tested_here_has_more_than_one_line() -> None:
    long = [step["name"] for step in COMMANDS if "\n" in step["run"].strip()]

    assert long == ["Keep the issue"]


def test_the_guard_is_that_of_the_branch_and_not_that_of_the_proposal(tmp_path: Path) -> None:
    folder = tmp_path / "repository"
    folder.mkdir()
    repository = Repository(folder)
    repository.git("init", "--quiet", "--bare", "--initial-branch=main", ".")
    for file in (REPOSITORY / "scripts").glob("*.py"):
        repository.put(f"scripts/{file.name}", file.read_bytes())
    repository.commit()
    repository.put("scripts/path_guard.py", "raise SystemExit(0)")
    repository.commit()

    runs = [
        bash(step["run"], folder, RUNNER_TEMP=str(tmp_path), AUTHOR_ASSOCIATION="NONE")
        for step in commands_of("check", "paths")
    ]

    assert [run.returncode for run in runs] == [0, 1]
    assert "::error file=scripts/path_guard.py::" in runs[-1].stdout


GH = """\
#!/usr/bin/env bash
echo "${@:1:3}" >>log
case "$1 $2" in
  "issue list") echo "$NUMBER" ;;
  "issue edit" | "issue create") cat >body ;;
esac
"""
"""Stands for the forge's command line: notes what it is asked and keeps the text of the issue."""


@pytest.mark.parametrize(
    ("faults", "number", "asked"),
    [
        ("3", "", ["issue create --title"]),
        ("3", "12", ["issue edit 12", "issue reopen 12"]),
        ("0", "12", ["issue edit 12", "issue close 12"]),
        ("0", "", []),
    ],
    ids=["first faults", "faults again", "all well again", "all well"],
)
def test_one_issue_is_kept(tmp_path: Path, faults: str, number: str, asked: list[str]) -> None:
    (tmp_path / "gh").write_text(GH, encoding="utf-8")
    (tmp_path / "gh").chmod(0o755)
    (step,) = commands_of("links", "tell")
    report = "- `$(touch hacked)` \"; touch hacked; '\n- ${IFS}`touch hacked`"

    run = bash(
        step["run"],
        tmp_path,
        PATH=f"{tmp_path}{os.pathsep}{os.environ['PATH']}",
        LABEL=step["env"]["LABEL"],
        FAULTS=faults,
        REPORT=report,
        NUMBER=number,
    )

    assert run.returncode == 0, run.stderr
    log = (tmp_path / "log").read_text(encoding="utf-8").splitlines()
    assert log == ["label create broken links", "issue list --label", *asked]
    assert not (tmp_path / "hacked").exists()
    if asked:
        assert (tmp_path / "body").read_text(encoding="utf-8") == f"{report}\n"


def test_the_job_that_writes_the_issue_is_given_texts_by_the_environment_alone() -> None:
    (step,) = commands_of("links", "tell")

    assert step["env"]["REPORT"] == "${{ needs.follow.outputs.report }}"
    assert data_of("workflows/links.yml")["jobs"]["tell"]["permissions"] == {"issues": "write"}


def test_pages_find_the_issue_by_its_label() -> None:
    (step,) = commands_of("links", "tell")
    told = (REPOSITORY / "docs" / "maintain.md").read_text(encoding="utf-8")

    assert f'label:"{step["env"]["LABEL"]}"' in told
