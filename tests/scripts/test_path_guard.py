"""Which files a proposal may change, as the guard says it on a runner."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest

from tests.scripts.runner import FILE, LINK, PROGRAM, SUBMODULE, Repository, Result, Runner

if TYPE_CHECKING:
    from collections.abc import Callable

    Guard = Callable[..., Result]

OUTSIDER = {"AUTHOR_ASSOCIATION": "FIRST_TIME_CONTRIBUTOR", "HEAD_REPOSITORY": "anna/casebook"}


@pytest.fixture
def guard(repository: Repository, runner: Runner) -> Guard:
    """Commit what was put, and run the guard for somebody who may not write to the repository."""

    def run(**environment: str) -> Result:
        repository.commit()
        return runner.run("path_guard.py", "main^", "main", **(OUTSIDER | environment))

    return run


def errors(result: Result) -> list[str]:
    """Return the files beside which an error is shown."""
    lines = [line for line in result.log.splitlines() if line.startswith("::error ")]
    return [line.removeprefix("::error file=").partition("::")[0] for line in lines]


@pytest.mark.parametrize(
    "path",
    [
        "cases/bergen-design.md",
        "cases/lund-ai.md",
        "cases/media/lund-ai/room.jpg",
        "tools-and-methods/walk.md",
        "vocabularies/themes.yml",
    ],
)
def test_everybody_may_propose_content(repository: Repository, guard: Guard, path: str) -> None:
    repository.put(path, "new")

    result = guard()

    assert result.code == 0
    assert "All are in order." in result.summary


@pytest.mark.parametrize(
    "path",
    [
        ".github/workflows/check.yml",
        "Makefile",
        "canvases/new.yml",
        "cases/conftest.py",
        "cases/.gitattributes",
        "cases/media/lund-ai/drawing.svg",
        "cases/deep/er.md",
        "casebank/cli.py",
        "docs/index.md",
        "schemas/case.schema.json",
        "xcases/lund-ai.md",
    ],
)
def test_other_files_are_for_those_who_may_write(
    repository: Repository, guard: Guard, path: str
) -> None:
    repository.put(path, "new")

    result = guard()

    assert result.code == 1
    assert errors(result) == [path]
    assert "a maintainer looks at it" in result.summary


def test_a_file_that_goes_away_is_a_changed_file(repository: Repository, guard: Guard) -> None:
    repository.remove("Makefile")

    assert errors(guard()) == ["Makefile"]


@pytest.mark.parametrize(
    "who",
    [
        {"AUTHOR_ASSOCIATION": "OWNER"},
        {"AUTHOR_ASSOCIATION": "MEMBER"},
        {"AUTHOR_ASSOCIATION": "COLLABORATOR"},
        {"AUTHOR_ASSOCIATION": "NONE", "HEAD_REPOSITORY": "ekip/casebook"},
    ],
    ids=["owner", "member", "collaborator", "from a branch of the repository"],
)
def test_who_may_write_may_propose_any_file(
    repository: Repository, guard: Guard, who: dict[str, str]
) -> None:
    repository.put("Makefile", "new")

    assert guard(**who).code == 0


def test_who_is_unknown_is_an_outsider(repository: Repository, guard: Guard) -> None:
    repository.put("Makefile", "new")

    assert guard(AUTHOR_ASSOCIATION="", HEAD_REPOSITORY="", GITHUB_REPOSITORY="").code == 1


# For everybody.


@pytest.mark.parametrize(
    ("path", "mode", "message"),
    [
        ("cases/leak.md", LINK, "is a symbolic link"),
        ("docs/leak.md", LINK, "is a symbolic link"),
        ("cases/media", SUBMODULE, "is a submodule"),
        ("cases/run.md", PROGRAM, "is marked as a program"),
        ("cases/Lund-AI.md", FILE, "cannot tell from cases/lund-ai.md"),
        ("Cases/new.md", FILE, "cannot tell from cases"),
        ("cases/a\tb.md", FILE, "not every computer"),
        ("cases/a\u202eb.md", FILE, "not every computer"),
        ("cases/a\u200bb.md", FILE, "not every computer"),
        (b"cases/a\xff.md", FILE, "not every computer"),
        ("cases/a\\b.md", FILE, "not every computer"),
        ("cases/a:b.md", FILE, "not every computer"),
        ("cases/a.", FILE, "not every computer"),
    ],
)
def test_nobody_may_propose(
    repository: Repository, guard: Guard, path: str | bytes, mode: str, message: str
) -> None:
    repository.put(path, "../.git/config", mode)

    result = guard(AUTHOR_ASSOCIATION="OWNER")

    assert result.code == 1
    assert message in result.log


def test_a_file_of_more_than_a_megabyte_is_too_large(repository: Repository, guard: Guard) -> None:
    repository.put("cases/media/lund-ai/large.png", "x" * 1_000_001)

    result = guard(AUTHOR_ASSOCIATION="OWNER")

    assert result.code == 1
    assert "1,000,001 bytes" in result.log


def test_accents_that_are_written_in_two_ways_collide(repository: Repository, guard: Guard) -> None:
    for form in ("NFC", "NFD"):
        repository.put(f"cases/{unicodedata.normalize(form, 'malmö')}.md")

    assert "cannot tell from" in guard().log


def test_a_large_file_that_was_there_before_is_nobodys_fault(
    repository: Repository, guard: Guard
) -> None:
    repository.put("docs/large.bin", "x" * 2_000_000)
    repository.commit()
    repository.put("cases/bergen-design.md")

    assert guard().code == 0


def test_programs_outside_content_are_for_those_who_may_write(
    repository: Repository, guard: Guard
) -> None:
    repository.put(".ci/run", "text", PROGRAM)

    assert guard(AUTHOR_ASSOCIATION="OWNER").code == 0


# A case that goes away.


def test_a_case_without_its_earlier_id_is_a_warning(repository: Repository, guard: Guard) -> None:
    repository.remove("cases/lund-ai.md")

    result = guard()

    assert result.code == 0
    assert result.log.startswith("::warning file=cases/lund-ai.md::")
    assert "an address that people may have cited" in result.summary


@pytest.mark.parametrize(
    "field", ["aliases: [lund-ai]", "aliases:\n  - lund\n  - lund-ai", "aliases:\n- 'lund-ai'"]
)
def test_a_case_with_a_new_name_lists_the_old_one(
    repository: Repository, guard: Guard, field: str
) -> None:
    repository.remove("cases/lund-ai.md")
    repository.put("cases/lund-artificial-intelligence.md", f"---\n{field}\nkind: x\n---\n")

    assert "::warning" not in guard().log


@pytest.mark.parametrize(
    "text", ["aliases: [lund-ai-2]", "title: lund-ai", "aliases: [x]\nkind: lund-ai"]
)
def test_a_name_elsewhere_is_no_alias(repository: Repository, guard: Guard, text: str) -> None:
    repository.remove("cases/lund-ai.md")
    repository.put("cases/lund.md", text)

    assert "::warning" in guard().log


# Addresses that were promised.


def test_a_promise_is_for_maintainers_to_give(repository: Repository, guard: Guard) -> None:
    repository.put("addresses/published.txt", "/cases/lund-ai/\n")

    assert errors(guard()) == ["addresses/published.txt"]
    assert guard(AUTHOR_ASSOCIATION="OWNER").code == 0


def test_a_promise_is_not_taken_back_even_by_them(repository: Repository, guard: Guard) -> None:
    repository.put("addresses/published.txt", "/cases/lund-ai/\n/cases/x/\n")
    repository.commit()
    repository.put("addresses/published.txt", "/cases/x/\n/cases/y/\n")

    result = guard(AUTHOR_ASSOCIATION="OWNER")

    assert result.code == 1
    assert "takes back what was promised: /cases/lund-ai/." in result.log


def test_all_promises_are_not_taken_back_at_once(repository: Repository, guard: Guard) -> None:
    repository.put("addresses/published.txt", "/cases/lund-ai/\n/cases/x/\n")
    repository.commit()
    repository.remove("addresses/published.txt")

    result = guard(AUTHOR_ASSOCIATION="OWNER")

    assert "takes back what was promised: /cases/lund-ai/ and 1 more." in result.log


def test_promises_may_be_many(repository: Repository, guard: Guard) -> None:
    lines = "".join(f"/cases/a-case-with-a-long-name-{number:06}/\n" for number in range(30_000))
    repository.put("addresses/published.txt", lines)

    assert guard(AUTHOR_ASSOCIATION="OWNER").code == 0


# What names may do to the log and to the page.


def test_a_name_cannot_begin_a_command(repository: Repository, guard: Guard) -> None:
    repository.put("docs/x\n::error file=Makefile::forged\n::stop-commands::y")

    lines = guard().log.splitlines()

    assert [line[:8] for line in lines if line.startswith("::")] == ["::error "] * 2
    assert not any("::forged" in line.partition("::docs")[0] for line in lines)


def test_a_name_cannot_set_another_property(repository: Repository, guard: Guard) -> None:
    repository.put("docs/x,title=forged,line=1%0A.md")

    assert errors(guard())[0] == "docs/x%2Ctitle=forged%2Cline=1%250A.md"


@pytest.mark.parametrize("mark", ["|", "<b>", "`", "[x](y)", "**", "@anna", "www.a"])
def test_a_name_is_no_markup_on_the_page(repository: Repository, guard: Guard, mark: str) -> None:
    repository.put(f"docs/x{mark}y")

    result = guard()
    rows = [line for line in result.summary.splitlines() if line.startswith("| <code>docs")]

    assert len(rows) > 0
    assert all(row.count("|") == 4 and mark not in row.replace("|", "", 4) for row in rows)


def test_a_page_does_not_grow_without_end(repository: Repository, guard: Guard) -> None:
    for number in range(205):
        repository.put(f"docs/{number}.md")

    result = guard()

    assert len(errors(result)) == 200
    assert "And 5 more." in result.summary
