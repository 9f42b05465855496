"""Which letters can be printed, and what stands for the others."""

from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont

from casebank.letters import MISSING, printable
from casebank.press import FONTS


def test_the_list_is_what_the_typefaces_have():
    common = set.intersection(
        *({*TTFont(file).getBestCmap()} for file in FONTS.glob("SourceSans3-*.ttf"))
    )
    letters = [chr(code) for code in range(0x80, 0x20000) if not 0xD800 <= code < 0xE000]

    known = {ord(char) for char in letters if printable(char) == char}
    assert known == {code for code in common if code >= 0x80}


@pytest.mark.parametrize(
    "text", ["Saint-Étienne", "Košice, Łódź, Brașov", "Θεσσαλονίκη", "Київ", "20 °C – “5′”", "€"]
)
def test_the_letters_of_europe_are_printed_as_they_are(text):
    assert printable(text) == text


@pytest.mark.parametrize(
    ("text", "printed"),
    [("A 🎉!", "A □!"), ("中国", "□□"), ("x ∈ y", "x □ y"), ("क्\u200dष", "□□□")],
)
def test_a_box_stands_for_a_letter_that_no_typeface_has(text, printed):
    assert printable(text) == printed


def test_the_box_itself_can_be_printed():
    assert printable(MISSING) == MISSING
