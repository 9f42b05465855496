"""A report is read in a process of its own, within limits, or refused with a remedy."""

from __future__ import annotations

import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import casebank.importing.reading
from casebank.importing.passages import UnreadableError
from casebank.importing.readers import docx, html, pdf, text
from casebank.importing.reading import read_report


def test_the_ending_of_the_name_chooses_the_reader(tmp_path):
    file = tmp_path / "REPORT.HTM"
    file.write_text("<h1>Boats</h1>", encoding="utf-8")

    assert [one.text for one in read_report(file)] == ["Boats"]


def test_passages_come_back_as_they_were(tmp_path):
    file = tmp_path / "report.txt"
    raw = b"Report\n\n- a.\n\nName\tCountry\n"
    file.write_bytes(raw)

    there = [(one.text, one.kind, one.where, one.cells, one.opens) for one in read_report(file)]

    assert there == [
        (one.text, one.kind, one.where, one.cells, one.opens) for one in text.read(raw)
    ]


def test_a_format_that_is_not_known_is_refused(tmp_path):
    file = tmp_path / "report.odt"
    file.touch()

    with pytest.raises(UnreadableError, match="Save it as PDF, DOCX, HTML or text"):
        read_report(file)


def test_a_file_that_is_too_large_is_not_opened(tmp_path, monkeypatch):
    monkeypatch.setattr(casebank.importing.reading, "LARGEST", 10)
    file = tmp_path / "report.txt"
    file.write_bytes(b"x" * 11)

    with pytest.raises(UnreadableError, match="Save it without its pictures"):
        read_report(file)


def test_a_file_that_takes_too_long_is_given_up(tmp_path, monkeypatch):
    monkeypatch.setattr(casebank.importing.reading, "MOST_SECONDS", 0.01)
    file = tmp_path / "report.txt"
    file.write_text("Report", encoding="utf-8")

    with pytest.raises(UnreadableError, match="takes too long or too much memory"):
        read_report(file)


@pytest.mark.skipif(sys.platform != "linux", reason="only here memory has an end that is kept")
def test_a_file_that_grows_without_end_is_given_up(tmp_path, monkeypatch):
    monkeypatch.setattr(casebank.importing.reading, "MOST_MEMORY", 400_000_000)
    packed = zlib.compress(b" " * 500_000_000, 1)
    size = str(len(packed)).encode()
    file = tmp_path / "bomb.pdf"
    file.write_bytes(
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n"
        b"4 0 obj<</Filter/FlateDecode/Length " + size + b">>stream\n" + packed + b"\nendstream\n"
        b"endobj\ntrailer<</Root 1 0 R>>\n"
    )

    with pytest.raises(UnreadableError):
        read_report(file)


def test_without_the_extra_it_says_what_to_install(tmp_path):
    file = tmp_path / "report.pdf"
    file.write_bytes(b"%PDF-1.7")
    program = (
        "import sys; sys.modules['pdfminer'] = None\n"
        "from pathlib import Path; from casebank.importing.reading import answer\n"
        f"print(answer(Path({str(file)!r})))"
    )

    told = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert told.stdout == "needs pdfminer, which is not installed. Install casebank[import].\n"


def test_the_command_line_begins_without_the_extra():
    blocked = "import sys; sys.modules.update(dict.fromkeys(('mammoth', 'pdfminer')))"

    done = subprocess.run([sys.executable, "-c", f"{blocked}; import casebank.cli"], check=False)

    assert done.returncode == 0


@pytest.mark.parametrize("reader", [docx, html, pdf, text], ids=lambda one: Path(one.__file__).stem)
@settings(max_examples=60, deadline=None, derandomize=True)
@given(raw=st.binary(max_size=400))
def test_no_bytes_make_a_reader_fail_otherwise(reader, raw):
    for beginning in (b"", b"%PDF-1.4\n", b"PK\x03\x04", b"<html>"):
        try:
            passages = reader.read(beginning + raw)
        except UnreadableError:
            continue
        assert all(passage.where for passage in passages)
