"""`casebank import` writes a draft that can be checked, and never over another file."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

import casebank.commands.importing
from casebank.cli import main

REPORTS = Path(__file__).parents[1] / "importing" / "reports"
COVERAGE = "53 passages: 51 placed, 2 kept under 'To place', none lost."


@pytest.fixture
def report(tmp_path):
    """A report that lies outside the content folder."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    return Path(shutil.copy(REPORTS / "city-case.txt", folder))


def test_a_draft_is_written_and_its_coverage_told(run, folder, report):
    result = run("import", str(report))

    path = folder / "drafts" / "norvik-crafts-led-innovation.md"
    assert result.exit_code == 0
    assert result.output == (
        f"{COVERAGE}\nWritten to {path}. See what is left to do: casebank check {path}\n"
    )
    assert path.read_text(encoding="utf-8").startswith("---\n# This draft was made by")


def test_the_check_of_a_draft_finds_no_error(run, folder, report):
    run("import", str(report))

    result = run("check", str(folder / "drafts" / "norvik-crafts-led-innovation.md"))

    assert result.exit_code == 0
    assert "to be confirmed: not found in the report" in result.output


def test_a_draft_is_no_part_of_the_book(run, report):
    run("import", str(report))

    assert "norvik" not in run("list").output


def test_no_file_is_overwritten(run, folder, report):
    target = folder / "mine.md"
    target.write_text("mine", encoding="utf-8")

    result = run("import", str(report), "--to", str(target))

    assert result.exit_code == 1
    assert "exists already. Name another file with --to." in result.output
    assert target.read_text(encoding="utf-8") == "mine"


def test_the_target_names_the_record(run, folder, report):
    run("import", str(report), "--to", str(folder / "drafts" / "boats.md"))

    assert run("check", str(folder / "drafts" / "boats.md")).exit_code == 0


def test_a_kind_that_the_words_do_not_tell_is_asked_for(run):
    report = str(REPORTS / "meleti.txt")

    assert "Say --kind city-case or --kind peer-review." in run("import", report).output
    assert run("import", report, "--kind", "peer-review").exit_code == 0


def test_an_address_is_checked_before_anything_is_read(run, report):
    result = run("import", str(report), "--url", "javascript:alert(1)")

    assert result.exit_code == 2
    assert "Begin the address with https://" in result.output


def test_a_report_that_cannot_be_read_leaves_nothing_behind(run, folder, tmp_path):
    report = tmp_path / "broken.pdf"
    report.write_bytes(b"%PDF-1.7 broken")

    result = run("import", str(report))

    assert result.exit_code == 1
    assert result.output == (
        "Error: broken.pdf cannot be read as PDF. Open it and save it again, or save it as DOCX "
        "or text.\n"
    )
    assert not (folder / "drafts").exists()


def test_a_draft_that_is_too_long_for_the_check_is_refused(run, folder, report, monkeypatch):
    monkeypatch.setattr(casebank.commands.importing, "MAX_BYTES", 100)

    result = run("import", str(report))

    assert result.exit_code == 1
    assert "has too much text for one case" in result.output
    assert not (folder / "drafts").exists()


def test_it_runs_from_any_folder(report, folder, monkeypatch):
    monkeypatch.chdir(report.parent)

    result = CliRunner().invoke(main, ["--root", str(folder), "import", report.name])

    assert result.exit_code == 0
