"""Fingerprints of a document are made by a script and recognise its words in any dress."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebank.fingerprints import fingerprint, located_words, read_fingerprints, runs, words

SCRIPT = Path(__file__).parent.parent / "scripts" / "make_fingerprints.py"
SENTENCE = "The town by the sea has always had a theatre of its own."


@pytest.mark.parametrize(
    "dressed",
    ["The TOWN, by the *sea*", "the [town](x.md) by[^report]\nthe séa", "«The» town – by the sea!"],
)
def test_words_are_the_same_in_any_dress(dressed):
    assert words(dressed) == ("the", "town", "by", "the", "sea")


@settings(derandomize=True, deadline=None)
@given(st.text("aÉßﬁ œ-.’[^x](é)<b>\n½", max_size=40))
def test_words_with_places_are_those_without(text):
    assert tuple(word.plain for word in located_words(text)) == words(text)
    assert all(text[word.start : word.end].strip() for word in located_words(text))


def test_the_script_writes_what_the_check_reads(tmp_path):
    (tmp_path / "fingerprints").mkdir()
    (tmp_path / "REPORT.txt").write_text(SENTENCE, "utf-8")

    subprocess.run([sys.executable, SCRIPT, "report=REPORT.txt"], cwd=tmp_path, check=True)

    known = read_fingerprints(tmp_path)
    assert known == {fingerprint(run): "report" for run in runs(SENTENCE)}
    assert len(known) == 6


def test_the_words_themselves_are_not_in_the_file(tmp_path):
    (tmp_path / "fingerprints").mkdir()
    (tmp_path / "REPORT.txt").write_text(SENTENCE, "utf-8")

    subprocess.run([sys.executable, SCRIPT, "report=REPORT.txt"], cwd=tmp_path, check=True)

    written = (tmp_path / "fingerprints" / "report.txt").read_text("ascii")
    assert {len(line) for line in written.splitlines()} == {12}
    assert "theatre" not in written


def test_a_folder_without_fingerprints_has_none(tmp_path):
    assert read_fingerprints(tmp_path) == {}
