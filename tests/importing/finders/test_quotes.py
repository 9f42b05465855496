"""A quotation is taken over if its speaker is named."""

from __future__ import annotations

import pytest

from tests.importing.imported_reports import fields_from, fields_of

WORDS = "Nobody asked us before this day in March."


def test_the_speaker_can_stand_in_the_line_below():
    (quote,) = fields_of("city-case.txt")["quotes"]

    assert quote["speaker"] == "Ingrid Solheim"
    assert quote["organisation"] == "Museum of Boats"


@pytest.mark.parametrize("marks", ["“”", "«»", '""', "„“"])
def test_the_speaker_can_stand_behind_the_quotation(marks):
    line = f"{marks[0]}{WORDS}{marks[1]} – Ada Ek, City of Lund"

    (quote,) = fields_from("# A report", "# Context", line)["quotes"]

    assert quote == {"text": WORDS, "speaker": "Ada Ek", "organisation": "City of Lund"}


def test_without_a_speaker_it_is_a_part_of_the_text():
    fields = fields_from("# A report", "# Context", f"“{WORDS}”", "The hall was full that day.")

    assert fields.get("quotes") is None
