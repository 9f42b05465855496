"""Synthetic content is accepted, and the same each time."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from statistics import mean

import pytest

import casebank

MODULE = Path(__file__).parent.parent / "benchmarks" / "synthetic.py"


@pytest.fixture(scope="module")
def write_content():
    """The function of the script, which no package holds."""
    spec = importlib.util.spec_from_file_location("synthetic", MODULE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.write_content


def files_in(folder: Path) -> dict[str, bytes]:
    """Return the bytes of all files by their path."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def test_synthetic_cases_pass_the_check(write_content, tmp_path):
    write_content(tmp_path, 12)

    assert casebank.check(tmp_path) == ()
    assert len(casebank.load(tmp_path).cases) == 12


def test_a_seed_gives_the_same_bytes_each_time(write_content, tmp_path):
    write_content(tmp_path / "one", 12, seed=3)
    write_content(tmp_path / "two", 12, seed=3)

    assert files_in(tmp_path / "one") == files_in(tmp_path / "two")


def test_another_seed_gives_other_cases(write_content, tmp_path):
    write_content(tmp_path / "one", 1, seed=3)
    write_content(tmp_path / "two", 1, seed=4)

    assert files_in(tmp_path / "one") != files_in(tmp_path / "two")


def test_more_cases_begin_with_the_same_ones(write_content, tmp_path):
    write_content(tmp_path / "few", 5)
    write_content(tmp_path / "many", 12)

    few, many = files_in(tmp_path / "few"), files_in(tmp_path / "many")
    assert few.items() < many.items()


def test_full_cases_have_fifteen_kilobytes_on_average(write_content, tmp_path):
    write_content(tmp_path, 60)

    cases = casebank.load(tmp_path).cases
    sizes = [(tmp_path / case.path).stat().st_size for case in cases if case.is_full]
    assert 12_000 < mean(sizes) < 18_000
