"""`casebank export` writes everything or nothing."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from casebank.cli import main


def test_export_writes_the_book_and_counts_the_files(run, tmp_path):
    target = tmp_path / "out"

    result = run("export", "--to", str(target))

    files = sorted(file for file in target.rglob("*") if file.is_file())
    assert result.exit_code == 0
    assert result.output == f"{len(files)} files written to {target}.\n"
    assert target / "cases" / "testville.md" in files


@pytest.mark.usefixtures("break_three_files")
def test_export_writes_nothing_when_the_content_is_faulty(run, tmp_path):
    target = tmp_path / "out"

    assert run("export", "--to", str(target)).exit_code == 1
    assert not target.exists()


def test_export_brings_the_files_to_take_along(run, tmp_path):
    target = tmp_path / "out"

    assert run("export", "--to", str(target), "--site-url", "https://t.example/").exit_code == 0

    assert (target / "downloads" / "cases" / "testville.pdf").read_bytes().startswith(b"%PDF-")


def test_export_without_files_to_take_along_makes_none(run, tmp_path):
    target = tmp_path / "out"

    assert run("export", "--to", str(target), "--no-downloads").exit_code == 0

    assert list(target.rglob("*.pdf")) == []


def test_export_writes_into_an_empty_folder(run, tmp_path):
    target = tmp_path / "out"
    target.mkdir()

    assert run("export", "--to", str(target)).exit_code == 0
    assert (target / "cases" / "testville.md").is_file()


def test_export_refuses_a_folder_that_is_not_empty_and_leaves_it_alone(run, tmp_path):
    target = tmp_path / "out"
    target.mkdir()
    (target / "mine.txt").write_text("mine", encoding="utf-8")

    result = run("export", "--to", str(target))

    assert result.exit_code == 1
    assert result.output == (f"Error: {target}: The folder is not empty. Name another folder.\n")
    assert [file.name for file in target.iterdir()] == ["mine.txt"]


def test_export_needs_to_be_told_where_to():
    result = CliRunner().invoke(main, ["export"])

    assert result.exit_code == 2
    assert "Missing option '--to'" in result.output
