"""What the documents claim: commands, map, templates, tables, links."""

from __future__ import annotations

import hashlib
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from click.testing import CliRunner

import casebank
from casebank.case import BODY_SECTIONS, CaseFields
from casebank.cli import main
from casebank.fields import Record

REPOSITORY = Path(__file__).parent.parent
DOCUMENTS = ["README.md", "CONTRIBUTING.md", "HACKING.md", "CHANGELOG.md", "SECURITY.md"]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def text_of(path: str) -> str:
    """Read a file of the repository."""
    return (REPOSITORY / path).read_text(encoding="utf-8")


def blocks(path: str, language: str) -> list[str]:
    """Return the blocks of code of a document in one language."""
    return [match[2] for match in FENCE.finditer(text_of(path)) if match[1] == language]


def prose_of(path: str) -> str:
    """Return a document without its blocks of code."""
    return FENCE.sub("", text_of(path))


def make_targets_in(path: str) -> set[str]:
    """Return the targets that a document names in code: `make site`."""
    code = [*re.findall(r"`([^`\n]+)`", prose_of(path)), *blocks(path, "sh")]
    return {name for piece in code for name in re.findall(r"\bmake ([a-z]+)", piece)}


# Commands.


@pytest.mark.parametrize("path", DOCUMENTS)
def test_every_make_command_that_a_document_names_exists(path: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", text_of("Makefile"), re.MULTILINE))

    assert make_targets_in(path) <= targets


def test_the_readme_names_every_public_make_command() -> None:
    public = set(re.findall(r"^([a-z]+):.*## ", text_of("Makefile"), re.MULTILINE))

    assert public - make_targets_in("README.md") == set()


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_casebank_command_is_documented(command: str) -> None:
    documents = text_of("README.md") + text_of("CONTRIBUTING.md")

    assert re.search(rf"casebank (--root DIR )?{command}\b", documents)


@pytest.mark.parametrize(
    ("number", "shown"),
    [(0, "SE-1 Develop certified training"), (1, "Rotterdam")],
    ids=["asks", "cases"],
)
def test_a_python_example_of_the_readme_runs(number: int, shown: str) -> None:
    example = blocks("README.md", "python")[number]

    run = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", example],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )

    assert run.stderr == ""
    assert shown in run.stdout


def test_every_python_example_of_the_readme_is_run() -> None:
    assert len(blocks("README.md", "python")) == 2


def test_a_theme_that_is_misspelt_is_told_as_the_readme_says(book: casebank.Book) -> None:
    with pytest.raises(casebank.UnknownIdError) as raised:
        book.asks_where(theme="skils")

    assert f"`UnknownIdError: {raised.value}`" in text_of("README.md")


def queries_in(path: str) -> list[str]:
    """Return the commands of a document that ask the book for data."""
    lines = "".join(blocks(path, "sh")).splitlines()
    return [line for line in lines if line.startswith("casebank query")]


@pytest.mark.parametrize("line", queries_in("README.md"))
def test_every_query_of_the_readme_finds_something(line: str) -> None:
    command = line.partition(" > ")[0]
    _, *arguments = shlex.split(command, comments=True)

    result = CliRunner().invoke(main, ["--root", str(REPOSITORY), *arguments])

    assert result.exit_code == 0, result.output
    assert len(result.stdout.splitlines()) > 1
    assert "Nothing found" not in result.stderr


def test_the_readme_names_the_whole_public_interface() -> None:
    section = text_of("README.md").partition("### In Python")[2].partition("\n## ")[0]
    first_cells = re.findall(r"^\| (`.+?) \| ", section, re.MULTILINE)
    named = re.findall(r"`(\w+)`", " ".join(first_cells))
    inside = {"Problem", "ProblemsError", "Severity"}

    assert sorted({*named, *inside}) == sorted(casebank.__all__)
    assert all(f"`{name}`" in section for name in inside)


# The map in HACKING.md.


def map_entries() -> list[str]:
    """Return the paths in the map: two spaces of indentation lead into a folder."""
    folders: list[str] = []
    paths = []
    for line in blocks("HACKING.md", "text")[0].splitlines():
        if match := re.match(r"^((?:  )*)(\S+) {2,}\S", line):
            folders[len(match[1]) // 2 :] = [match[2]]
            paths.append("".join(folders))
    return paths


def test_nothing_in_the_map_is_missing_on_disk() -> None:
    assert [path for path in map_entries() if not (REPOSITORY / path).exists()] == []


def test_every_module_template_and_script_is_in_the_map() -> None:
    files = [file for file in (REPOSITORY / "casebank").rglob("*.*") if file.suffix != ".pyc"]
    files += [
        file for name in ("scripts", "benchmarks") for file in (REPOSITORY / name).glob("*.py")
    ]
    there = {file.relative_to(REPOSITORY).as_posix() for file in files if file.is_file()}

    assert there - set(map_entries()) == set()


# Dependencies.


def test_every_run_time_dependency_has_its_sentence_and_no_other_has() -> None:
    project = tomllib.loads(text_of("pyproject.toml"))["project"]
    extras = project["optional-dependencies"]
    required = [*project["dependencies"], *extras["import"], *extras["print"], *extras["site"]]
    section = text_of("HACKING.md").partition("## Run-time dependencies")[2].partition("\n## ")[0]

    explained = re.findall(r"^- `([\w.-]+)`: .+\.$", section, re.MULTILINE)

    names = {re.match(r"[\w.-]+", line)[0] for line in required} - {project["name"]}
    assert sorted(explained) == sorted(names)


# Templates and tables in CONTRIBUTING.md.


@pytest.mark.parametrize("number", [0, 1], ids=["city case", "card"])
def test_a_template_passes_the_check_as_it_is(folder: Path, number: int) -> None:
    template = blocks("CONTRIBUTING.md", "markdown")[number]
    (folder / "cases" / "your-city-subject.md").write_text(template, encoding="utf-8")

    assert casebank.check(folder) == ()


def test_the_problems_that_are_shown_are_those_that_the_check_finds(folder: Path) -> None:
    faults = [
        ("themes: [skills]", "themes: [skils]"),
        ("what was there before.", "what was <b>there</b> before."),
        ("## Analysis\n", "## Analysis\n\nSeen by one source only [^raport].\n"),
    ]
    text = blocks("CONTRIBUTING.md", "markdown")[0]
    for right, wrong in faults:
        assert right in text
        text = text.replace(right, wrong, 1)
    (folder / "cases" / "your-city-subject.md").write_text(text, encoding="utf-8")

    found = CliRunner().invoke(main, ["--root", str(folder), "check"]).output

    beginning, left_out, end = blocks("CONTRIBUTING.md", "text")[0].partition("…\n")
    assert left_out
    assert found.startswith(beginning)
    assert found.endswith(end)


def fields_of(model: type[Record], prefix: str = "") -> dict[str, str]:
    """Return whether each field is needed, by its dotted name, with the fields within it."""
    found = {}
    for name, field in model.model_fields.items():
        found[prefix + name] = "yes" if field.is_required() else "no"
        if inner := record_in(field.annotation):
            found |= fields_of(inner, f"{prefix}{name}.")
    return found


def record_in(annotation: Any) -> type[Record] | None:
    """Return the model within an annotation such as `tuple[Place, ...]`."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next(filter(None, map(record_in, get_args(annotation))), None)


def test_the_tables_hold_every_field_of_a_case_and_whether_it_is_needed() -> None:
    rows = re.findall(r"^\| `([\w.]+)` \| (yes|no) \| \S", text_of("CONTRIBUTING.md"), re.MULTILINE)

    assert dict(rows) == fields_of(CaseFields)


@pytest.mark.parametrize("kind", BODY_SECTIONS)
def test_the_sections_of_each_kind_are_listed_in_order(kind: str) -> None:
    assert f"| `{kind}` | {', '.join(BODY_SECTIONS[kind])} |" in text_of("CONTRIBUTING.md")


# Links.


def anchors_of(path: str) -> set[str]:
    """Return the anchors that a forge makes from a document's headings."""
    headings = re.findall(r"^#+ (.+)$", prose_of(path), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-") for text in headings}


@pytest.mark.parametrize("path", DOCUMENTS)
def test_links_lead_to_files_and_headings(path: str) -> None:
    targets = re.findall(r"\]\(([^)\s]+)\)", prose_of(path))
    dead = []
    for target in targets:
        file, _, anchor = target.partition("#")
        if file.startswith("https://"):
            continue
        if not (REPOSITORY / (file or path)).exists() or (
            anchor and anchor not in anchors_of(file or path)
        ):
            dead.append(target)

    assert dead == []


# Citation.


def test_the_citation_fits_its_schema() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema"]
    run = subprocess.run(
        [*command, "vendor.citation-file-format", "CITATION.cff"],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0, run.stdout + run.stderr


def test_the_citation_has_the_version_of_the_package() -> None:
    version = tomllib.loads(text_of("pyproject.toml"))["project"]["version"]

    assert yaml.safe_load(text_of("CITATION.cff"))["version"] == version


# Libraries of others.


def test_every_library_of_others_is_the_file_that_hacking_names() -> None:
    section = text_of("HACKING.md").partition("## Decisions")[2]
    for file in sorted((REPOSITORY / "docs/assets/javascripts/vendor").iterdir()):
        assert f"vendor/{file.name}" in section
        assert hashlib.sha256(file.read_bytes()).hexdigest() in section, file.name
