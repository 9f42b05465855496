"""`casebank fix` says what it mends, asks before it changes a term, and writes all or nothing."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

import casebank
from casebank.cli import main


@pytest.fixture
def spoilt(add, case_text):
    """A case with spaces at the end of a line, and with a slip in a term."""
    return add(
        "cases/testville.md",
        case_text.replace("kind: city-case", "kind: city-case  ").replace("[skills]", "[skils]"),
    )


def fix(folder, *arguments, answers=None):
    return CliRunner().invoke(main, ["--root", str(folder), "fix", *arguments], input=answers)


def test_nothing_to_mend_is_said(run):
    assert run("fix").output == "0 files mended.\n"


def test_what_was_mended_is_told(folder, spoilt, case_text):
    result = fix(folder, "--yes")

    assert result.output == (
        "cases/testville.md: no spaces at the ends of lines; 'skils' is now 'skills'\n"
        "1 file mended.\n"
    )
    assert spoilt.read_text("utf-8") == case_text


@pytest.mark.parametrize(
    ("answer", "term"), [("y\n", "skills"), ("\n", "skills"), ("n\n", "skils")]
)
def test_a_term_is_changed_only_by_consent(folder, spoilt, answer, term):
    result = fix(folder, answers=answer)

    asked = (
        "cases/testville.md:24:14: recommendations.1.themes.1: write 'skills' for 'skils'? [Y/n]"
    )
    assert asked in result.output
    assert f"[{term}]" in spoilt.read_text("utf-8")
    assert "kind: city-case\n" in spoilt.read_text("utf-8")


def test_without_an_answer_nothing_is_written(folder, spoilt):
    before = spoilt.read_bytes()

    assert fix(folder, answers="").exit_code == 1
    assert spoilt.read_bytes() == before


@pytest.mark.parametrize("option", ["--dry-run", "--diff"])
def test_a_dry_run_shows_the_difference_and_writes_nothing(folder, spoilt, option):
    before = spoilt.read_bytes()

    result = fix(folder, option, "--yes")

    assert "-kind: city-case  \n+kind: city-case\n" in result.output
    assert result.output.endswith("1 file would be mended.\n")
    assert spoilt.read_bytes() == before


@pytest.mark.usefixtures("spoilt")
def test_a_second_run_finds_nothing(folder):
    fix(folder, "--yes")

    assert fix(folder).output == "0 files mended.\n"
    assert casebank.check(folder) == ()


def test_only_the_named_file_is_mended(folder, spoilt, add, tool_text):
    tool = add("tools-and-methods/prototyping-workshop.md", tool_text + "\n")

    fix(folder, "--yes", str(tool))

    assert tool.read_text("utf-8") == tool_text
    assert "skils" in spoilt.read_text("utf-8")


def test_a_draft_is_mended_where_it_lies(folder, tmp_path, case_text):
    draft = tmp_path / "drafts" / "newtown.md"
    draft.parent.mkdir()
    draft.write_bytes(case_text.replace("\n", "\r\n").encode())
    draft.chmod(0o640)

    fix(folder, str(draft))

    assert draft.read_bytes() == case_text.encode()
    assert draft.stat().st_mode & 0o777 == 0o640
    assert list(draft.parent.iterdir()) == [draft]


def test_a_file_that_cannot_be_read_is_left_alone_and_named(folder, add):
    broken = add("cases/broken.md", "---\ntitle: [  \n---\n")

    result = fix(folder)

    assert "cases/broken.md: left alone, since it cannot be read; see casebank check." in (
        result.output
    )
    assert broken.read_text("utf-8") == "---\ntitle: [  \n---\n"


def test_a_name_cannot_forge_a_line(folder, add, case_text):
    add("cases/testville.md", case_text.replace("kind: city-case", 'kind: "\\n::error::x"  '))

    lines = fix(folder, "--diff").output.splitlines()

    assert not any(line.startswith("::") for line in lines)
