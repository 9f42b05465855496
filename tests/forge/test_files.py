"""Issue forms, owners, updates and workflows: whether a forge can read them."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.forge.files import FORGE, REPOSITORY, commands_of, data_of

if TYPE_CHECKING:
    from pathlib import Path

    import casebank

SCHEMAS = {
    "dependabot.yml": "vendor.dependabot",
    "workflows/check.yml": "vendor.github-workflows",
    "workflows/links.yml": "vendor.github-workflows",
    "workflows/pages.yml": "vendor.github-workflows",
    "ISSUE_TEMPLATE/config.yml": "vendor.github-issue-config",
    "ISSUE_TEMPLATE/case.yml": "vendor.github-issue-forms",
    "ISSUE_TEMPLATE/correction.yml": "vendor.github-issue-forms",
    "ISSUE_TEMPLATE/term.yml": "vendor.github-issue-forms",
}
"""With what each file is compared, by its path in .github/."""

FORMS = [path for path, schema in SCHEMAS.items() if schema == "vendor.github-issue-forms"]


def fits(schema: str, file: Path) -> bool:
    """Tell whether a file fits a schema."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(file)]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


# Schemas.


@pytest.mark.parametrize(("path", "schema"), SCHEMAS.items(), ids=SCHEMAS)
def test_a_file_fits_its_schema(path: str, schema: str) -> None:
    assert fits(schema, FORGE / path)


def test_every_file_is_known_to_these_tests() -> None:
    there = {file.relative_to(FORGE).as_posix() for file in FORGE.rglob("*") if file.is_file()}

    assert there == {*SCHEMAS, "CODEOWNERS", "PULL_REQUEST_TEMPLATE.md"}


@pytest.mark.parametrize(
    ("path", "right", "wrong"),
    [
        ("dependabot.yml", "interval: weekly", "interval: seldom"),
        ("workflows/check.yml", "runs-on:", "run-on:"),
        ("ISSUE_TEMPLATE/config.yml", "blank_issues_enabled: true", "blank_issues_enabled: maybe"),
        ("ISSUE_TEMPLATE/correction.yml", "type: input", "type: inputs"),
    ],
)
def test_a_slip_does_not_fit(tmp_path: Path, path: str, right: str, wrong: str) -> None:
    text = (FORGE / path).read_text(encoding="utf-8")
    assert right in text
    (tmp_path / "slip.yml").write_text(text.replace(right, wrong), encoding="utf-8")

    assert not fits(SCHEMAS[path], tmp_path / "slip.yml")


# Owners and updates.


def test_every_path_that_has_owners_exists() -> None:
    lines = (FORGE / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    rules = [line.split() for line in lines if line and not line.startswith("#")]

    assert rules[0][0] == "*"
    assert [path for path, *_ in rules[1:] if not (REPOSITORY / path.strip("/")).exists()] == []
    assert all(owners and all(name.startswith("@") for name in owners) for _, *owners in rules)


def test_every_lock_file_is_kept_up_to_date_and_no_release_is_taken_at_once() -> None:
    updates = data_of("dependabot.yml")["updates"]
    folders = {folder for update in updates for folder in update.get("directories", ["/"])}

    assert {"/", "/requirements"} <= folders
    assert all(update["cooldown"]["default-days"] >= 7 for update in updates)


# Issue forms.


def test_a_page_can_say_in_its_link_to_the_form_what_it_is() -> None:
    fields = {field.get("id"): field for field in data_of("ISSUE_TEMPLATE/correction.yml")["body"]}

    assert fields["page"]["type"] == "input"


def test_the_form_for_a_term_offers_every_vocabulary_to_which_terms_are_added(
    book: casebank.Book,
) -> None:
    offered = data_of("ISSUE_TEMPLATE/term.yml")["body"][0]["attributes"]["options"][:-1]
    titles = {id_: vocabulary.title.en for id_, vocabulary in book.vocabularies.items()}
    del titles["countries"]  # every country may be used already

    assert sorted(offered) == sorted(titles.values())


def test_forms_and_steps_have_the_names_by_which_authors_are_told_to_find_them() -> None:
    told = (REPOSITORY / "CONTRIBUTING.md").read_text(encoding="utf-8")
    (step,) = commands_of("check", "content")

    assert [path for path in FORMS if f"*{data_of(path)['name']}*" not in told] == []
    assert f"*{step['name']}*" in told
