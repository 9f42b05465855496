"""What editors are told of a proposal on the page of its checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.scripts.runner import Repository, Runner

    Summary = Callable[[], str]


@pytest.fixture
def summary(repository: Repository, runner: Runner) -> Summary:
    """Commit what was put, and return what editors read."""

    def run() -> str:
        repository.commit()
        address = "https://forge.example/ekip/casebook/actions/runs/7/artifacts/9"
        result = runner.run("editors_summary.py", "main^", "main", SITE_ADDRESS=address)
        assert result.code == 0
        return result.summary

    return run


def test_each_record_is_named_with_what_is_done_to_it_and_its_address(
    repository: Repository, summary: Summary
) -> None:
    repository.put("cases/bergen-design.md")
    repository.put("cases/lund-ai.md", "other")
    repository.remove("cases/oslo-fashion.md")
    repository.put("tools-and-methods/walk.md")

    lines = summary().splitlines()

    assert [line.replace("&#46;", ".") for line in lines if " <code>" in line] == [
        "- new case <code>cases/bergen-design.md</code>: <code>/cases/bergen-design/</code>",
        "- changed case <code>cases/lund-ai.md</code>: <code>/cases/lund-ai/</code>",
        "- removed case <code>cases/oslo-fashion.md</code>",
        "- new tool <code>tools-and-methods/walk.md</code>: <code>/tools-and-methods/walk/</code>",
    ]


def test_the_built_site_can_be_found(repository: Repository, summary: Summary) -> None:
    repository.put("cases/bergen-design.md")

    assert "(https://forge.example/ekip/casebook/actions/runs/7/artifacts/9)" in summary()


@pytest.mark.parametrize("path", ["cases/bergen-design.md", "tools-and-methods/walk.md"])
def test_new_records_bring_the_checklist(
    repository: Repository, summary: Summary, path: str
) -> None:
    repository.put(path)

    told = summary()

    assert told.count("- [ ] ") == 8


@pytest.mark.parametrize("path", ["docs/index.md", "cases/media/lund-ai/x.png", "xcases/a.md"])
def test_what_changes_no_record_brings_no_checklist(
    repository: Repository, summary: Summary, path: str
) -> None:
    repository.put(path, "new")

    told = summary()

    assert "changes no case and no tool" in told
    assert "- [ ] " not in told


def test_a_name_is_no_markup(repository: Repository, summary: Summary) -> None:
    repository.put("cases/<img src=x>[a](https://b.example)`\n- [x] Facts.md")

    told = summary()

    assert "<img" not in told
    assert "](https://b.example)" not in told
    assert "\n- [x]" not in told


def test_a_page_does_not_grow_without_end(repository: Repository, summary: Summary) -> None:
    for number in range(103):
        repository.put(f"cases/case-{number}.md")

    assert "- and 3 more" in summary()
