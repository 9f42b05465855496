"""What the documents claim: commands, map, templates, tables, links, forge files."""

from __future__ import annotations

import re
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


def test_the_python_example_of_the_readme_runs() -> None:
    (example,) = blocks("README.md", "python")

    run = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", example],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )

    assert run.stderr == ""
    assert "SE-1 Develop certified training" in run.stdout


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


def test_every_module_and_template_is_in_the_map() -> None:
    files = [file for file in (REPOSITORY / "casebank").rglob("*.*") if file.suffix != ".pyc"]
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

    assert found == blocks("CONTRIBUTING.md", "text")[0]


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


# Citation and forge.

FORGE_FILES = [
    ("vendor.citation-file-format", "CITATION.cff"),
    ("vendor.dependabot", ".github/dependabot.yml"),
    ("vendor.github-workflows", ".github/workflows/check.yml"),
    ("vendor.github-workflows", ".github/workflows/pages.yml"),
    ("vendor.github-issue-config", ".github/ISSUE_TEMPLATE/config.yml"),
    ("vendor.github-issue-forms", ".github/ISSUE_TEMPLATE/case.yml"),
    ("vendor.github-issue-forms", ".github/ISSUE_TEMPLATE/correction.yml"),
    ("vendor.github-issue-forms", ".github/ISSUE_TEMPLATE/term.yml"),
]


@pytest.mark.parametrize(("schema", "path"), FORGE_FILES, ids=[path for _, path in FORGE_FILES])
def test_a_file_for_the_forge_fits_its_schema(schema: str, path: str) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, path],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0, run.stdout + run.stderr


def test_every_yaml_file_for_the_forge_is_compared_with_a_schema() -> None:
    files = (REPOSITORY / ".github").rglob("*.yml")

    assert {file.relative_to(REPOSITORY).as_posix() for file in files} == {
        path for _, path in FORGE_FILES if path.startswith(".github/")
    }


def test_the_citation_has_the_version_of_the_package() -> None:
    version = tomllib.loads(text_of("pyproject.toml"))["project"]["version"]

    assert yaml.safe_load(text_of("CITATION.cff"))["version"] == version


def test_the_form_for_a_term_offers_every_vocabulary_to_which_terms_are_added(
    book: casebank.Book,
) -> None:
    form = yaml.safe_load(text_of(".github/ISSUE_TEMPLATE/term.yml"))
    offered = form["body"][0]["attributes"]["options"][:-1]
    titles = {id_: vocabulary.title.en for id_, vocabulary in book.vocabularies.items()}
    del titles["countries"]  # every country may be used already

    assert sorted(offered) == sorted(titles.values())


def test_forms_and_steps_have_the_names_by_which_authors_are_told_to_find_them() -> None:
    told = text_of("CONTRIBUTING.md")
    files = [path for schema, path in FORGE_FILES if schema == "vendor.github-issue-forms"]
    forms = [yaml.safe_load(text_of(path))["name"] for path in files]

    assert [name for name in forms if f"*{name}*" not in told] == []
    assert "*Check the content*" in told
    assert "- name: Check the content\n" in text_of(".github/workflows/check.yml")
