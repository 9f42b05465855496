"""Shared fixtures: the real book, and small books that a test writes itself."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

import casebank
from casebank.case import Case
from casebank.cli import main
from casebank.country import country
from casebank.term import Vocabulary
from casebank.tool import Tool

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

pytest_plugins = ["tests.built_site"]
"""The built site, for the tests in site/ and browser/."""

REPOSITORY = Path(__file__).parent.parent

CASE = """\
---
title: "Testville: a small case"
summary: A case with only what a full city case must have.
kind: city-case
record: full
places:
  - city: Testville
    country: "NO"
areas: [ai-cci]
tools: [prototyping-workshop]
scope: city
resource_type: city-case
publisher: Testville
language: en
rights: None stated.
sources:
  - id: report
    title: Report
    url: https://testville.example/report
recommendations:
  - id: TV-1
    title: Teach
    text: Offer courses.
    themes: [skills]
review:
  status: draft
---

## Context

A town by the sea.

## Opportunity

There is one.

## Sensemaking

Two teams.

## Analysis

Little money.

## What happened next

Nothing yet.
"""
"""A valid case. Tests change one thing in it and look at what the check says."""

TOOL = """\
---
title: Small workshop
kind: method
summary: A tool with only what a tool must have.
purpose: To test.
use_when: [Testing.]
avoid_when: [Not testing.]
outputs: [A result.]
origin: Made for the tests.
sources:
  - id: made-up
    title: Made up
    url: https://testville.example/tool
rights: None stated.
review:
  status: draft
---

## How it works

Quickly.
"""
"""A valid tool."""


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what tests measured, after all of them: a figure that nobody sees says nothing."""
    for outcome in ("passed", "failed"):
        for test in terminalreporter.getreports(outcome):
            for name, text in test.user_properties:
                if name == "report" and test.when == "call":
                    terminalreporter.write_line(str(text))


@pytest.fixture(scope="session")
def book() -> casebank.Book:
    """The real book of this repository."""
    return casebank.load(REPOSITORY)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A content folder with the real vocabularies, one small case and one small tool."""
    shutil.copytree(REPOSITORY / "vocabularies", tmp_path / "vocabularies")
    write(tmp_path, "cases/testville.md", CASE)
    write(tmp_path, "tools-and-methods/prototyping-workshop.md", TOOL)
    return tmp_path


@pytest.fixture
def problems_of(folder: Path) -> Callable[..., list[str]]:
    """Check the small case after replacing `old` by `new` in it; return the problems as lines."""

    def check(old: str, new: str, text: str = CASE, path: str = "cases/testville.md") -> list[str]:
        assert old in text, f"{old!r} is not in the sample"
        write(folder, path, text.replace(old, dedent(new), 1))
        return [str(problem) for problem in casebank.check(folder)]

    return check


def write(root: Path, path: str, text: str) -> Path:
    """Write a file below `root`, with its folders."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


@pytest.fixture(scope="session")
def case_text() -> str:
    """The text of the small case."""
    return CASE


@pytest.fixture
def tool_text() -> str:
    """The text of the small tool."""
    return TOOL


@pytest.fixture
def add(folder: Path) -> Callable[[str, str], Path]:
    """Write a file into the content folder: `add("cases/x.md", text)`."""
    return lambda path, text: write(folder, path, text)


@pytest.fixture
def break_three_files(add: Callable[[str, str], Path]) -> None:
    """Put one fault each into two cases and a tool."""
    add("cases/testville.md", CASE.replace("[skills]", "[skils]"))
    add("cases/unclosed.md", "---\ntitle: A\n")
    add("tools-and-methods/prototyping-workshop.md", TOOL.replace("kind: method", "kind: x"))


@pytest.fixture
def run(folder: Path) -> Callable[..., Result]:
    """Run a command on the content folder: `run("list", "cases")`."""
    return lambda *arguments: CliRunner().invoke(main, ["--root", str(folder), *arguments])


def _vocabulary(name: str, *terms: tuple[str, str]) -> Vocabulary:
    """Make a vocabulary of ids and English labels."""
    return Vocabulary.model_validate_json(
        json.dumps(
            {
                "id": name,
                "path": f"vocabularies/{name}.yml",
                "title": {"en": name.capitalize(), "fr": name.capitalize()},
                "definition": "Made for the tests.",
                "terms": [
                    {
                        "id": id_,
                        "label": {"en": label, "fr": label},
                        "definition": f"What is {label}.",
                        "origin": "ours",
                    }
                    for id_, label in terms
                ],
            }
        )
    )


@pytest.fixture
def make_case() -> Callable[..., Case]:
    """Make a card with this id; named values replace or add fields."""

    def make(id_: str, **fields: object) -> Case:
        values = {
            "id": id_,
            "path": f"cases/{id_}.md",
            "sections": {},
            "title": f"Case {id_}",
            "summary": "A card.",
            "kind": "city-case",
            "record": "card",
            "places": [{"city": "Testville", "country": "NO"}],
            "areas": ["crafts"],
            "scope": "city",
            "resource_type": "city-case",
            "publisher": "Testville",
            "language": "en",
            "rights": "None stated.",
            "sources": [{"id": "report", "title": "Report", "url": "https://t.example/"}],
            "review": {"status": "draft"},
        }
        return Case.model_validate_json(json.dumps({**values, **fields}))

    return make


@pytest.fixture
def make_tool() -> Callable[..., Tool]:
    """Make a tool with this id; named values replace or add fields."""

    def make(id_: str, **fields: object) -> Tool:
        values = {
            "id": id_,
            "path": f"tools-and-methods/{id_}.md",
            "sections": {"How it works": "Quickly."},
            "title": f"Tool {id_}",
            "kind": "method",
            "summary": "A tool.",
            "purpose": "To test.",
            "use_when": ["Testing."],
            "avoid_when": ["Not testing."],
            "outputs": ["A result."],
            "origin": "Made for the tests.",
            "sources": [{"id": "made-up", "title": "Made up", "url": "https://t.example/"}],
            "rights": "None stated.",
            "review": {"status": "draft"},
        }
        return Tool.model_validate_json(json.dumps({**values, **fields}))

    return make


@pytest.fixture
def make_book() -> Callable[..., casebank.Book]:
    """Make a book of these cases and tools, with vocabularies of two or three terms.

    Areas: crafts, games. Themes: skills, funding, spaces. Countries: France, Norway.
    """

    def make(*cases: Case, tools: tuple[Tool, ...] = ()) -> casebank.Book:
        vocabularies = {
            "areas": _vocabulary("areas", ("crafts", "Crafts"), ("games", "Games")),
            "themes": _vocabulary(
                "themes", ("skills", "Skills"), ("funding", "Funding"), ("spaces", "Spaces")
            ),
            "stakeholder-groups": _vocabulary(
                "stakeholder-groups", ("cci", "Creatives"), ("academia", "Research")
            ),
            "support-kinds": _vocabulary("support-kinds", ("people", "People")),
            "audiences": _vocabulary("audiences", ("funders", "Funders")),
            "scopes": _vocabulary("scopes", ("city", "City")),
            "resource-types": _vocabulary("resource-types", ("city-case", "City case")),
            "opsi-facets": _vocabulary("opsi-facets", ("mission", "Mission")),
            "artefacts": _vocabulary("artefacts", ("shared-aim", "Shared aim")),
            "glossary": _vocabulary("glossary", ("canvas", "canvas")),
        }
        countries = _vocabulary("countries", ("placeholder", "Placeholder")).model_copy(
            update={"terms": (country("FR"), country("NO"))}
        )
        return casebank.Book(cases, tools, {**vocabularies, "countries": countries})

    return make
