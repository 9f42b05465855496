"""What workflows may: few events, no right beside contributed files, nothing unpinned."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.forge.files import FORGE, WORKFLOWS, jobs_of

UNPRIVILEGED = {"pull_request", "push", "schedule", "workflow_dispatch"}
"""Events at which no contributed text meets a right or a secret."""


def faults_of(workflow: dict[Any, Any]) -> list[str]:
    """Return which of our own rules a workflow breaks; zizmor has more."""
    events = workflow[True]  # YAML 1.1 takes the word `on` for yes
    names = {events} if isinstance(events, str) else set(events)
    found = [f"event {name}" for name in sorted(names - UNPRIVILEGED)]
    if workflow.get("permissions") != {}:
        found.append("rights for every job")
    for job, steps in jobs_of(workflow):
        rights = job.get("permissions", {})
        writes = rights == "write-all" or "write" in dict(rights).values()
        if writes and any("actions/checkout" in step.get("uses", "") for step in steps):
            found.append("a right to write beside contributed files")
        if "timeout-minutes" not in job:
            found.append("no limit of time")
        if any("${{" in step.get("run", "") for step in steps):
            found.append("an expression in a command")
    return found


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_a_workflow_keeps_our_rules(file: Path) -> None:
    assert faults_of(yaml.safe_load(file.read_text(encoding="utf-8"))) == []


WORKFLOW = """\
name: Example
on:
  pull_request:
permissions: {}
concurrency:
  group: example
  cancel-in-progress: true
jobs:
  check:
    name: Check
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions:
      contents: read # to check out the files
    steps:
      - name: Get the files
        uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          persist-credentials: false
      - name: Check
        run: make check
"""
"""A workflow that breaks no rule. Tests change one thing in it."""

PINNED = "checkout@3d3c42e5aac5ba805825da76410c181273ba90b1"


@pytest.mark.parametrize(
    ("right", "wrong", "fault"),
    [
        ("pull_request:", "pull_request_target:", "event pull_request_target"),
        ("pull_request:", "workflow_run:", "event workflow_run"),
        ("pull_request:", "issue_comment:", "event issue_comment"),
        ("permissions: {}\n", "", "rights for every job"),
        ("contents: read", "contents: write", "a right to write beside contributed files"),
        ("    timeout-minutes: 5\n", "", "no limit of time"),
        ("make check", "echo ${{ github.event.pull_request.title }}", "an expression in a command"),
    ],
)
def test_our_rules_find(right: str, wrong: str, fault: str) -> None:
    assert faults_of(yaml.safe_load(WORKFLOW)) == []

    assert faults_of(yaml.safe_load(WORKFLOW.replace(right, wrong, 1))) == [fault]


def zizmor(folder: Path) -> str:
    """Return what zizmor finds in a folder, as `make lint` runs it."""
    command = ["zizmor", "--offline", "--persona", "pedantic", "--format", "plain", str(folder)]
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    run = subprocess.run(
        command, env=os.environ | {"PATH": path}, capture_output=True, text=True, check=False
    )
    return run.stdout + run.stderr


def test_zizmor_finds_nothing() -> None:
    assert "No findings to report" in zizmor(FORGE)


@pytest.mark.parametrize(
    ("right", "wrong", "audit"),
    [
        ("pull_request:", "pull_request_target:", "dangerous-triggers"),
        (f"{PINNED} # v7.0.1", "checkout@v7", "unpinned-uses"),
        ("          persist-credentials: false", "          fetch-depth: 2", "artipacked"),
        ("permissions: {}", "permissions: write-all", "excessive-permissions"),
        ("make check", "echo ${{ github.event.pull_request.title }}", "template-injection"),
    ],
)
def test_zizmor_finds(tmp_path: Path, right: str, wrong: str, audit: str) -> None:
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    (folder / "right.yml").write_text(WORKFLOW, encoding="utf-8")
    assert "No findings to report" in zizmor(tmp_path)

    (folder / "wrong.yml").write_text(WORKFLOW.replace(right, wrong, 1), encoding="utf-8")
    assert f"[{audit}]" in zizmor(tmp_path)


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_every_action_is_the_forges_own_and_says_its_version(file: Path) -> None:
    used = re.findall(r"uses: (.*)", file.read_text(encoding="utf-8"))

    own = r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+"
    assert [line for line in used if not re.fullmatch(own, line)] == []
