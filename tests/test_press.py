"""The press sets the same bytes each time, prints texts letter for letter, and says what fails."""

from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from casebank import press
from casebank.press import Press
from casebank.problem import PrintError
from tests.pdf_checks import assert_accessible, verapdf

SAMPLE = b"""\
#import "common.typ": *
#let data = json("data.json")
#set document(title: data.title, date: day("2026-11-22"))
#set page(width: 105mm, height: 148mm)
#set text(font: sans, lang: "en")
= #data.title
== Words
#data.text
#fitted(80mm, 20mm, "Box 3", data.text)
== Picture
#image("wheel.svg", width: 9mm, alt: data.at("alt", default: none))
#metadata(data.title) <mark>
#metadata("second") <mark>
"""

HOSTILE = (
    "*bold* _it_ #panic() $x$ <tag> @ref `raw` \\ // ~ -- [x] {y} 'q' \"q\" ... = + / http://a.b"
)

WHEEL = {
    "wheel.svg": b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 4'><circle r='2'/></svg>"
}

OWN = press._templates()

DATA = {"title": "Testville", "text": "By the sea.", "alt": "A wheel"}


@pytest.fixture(autouse=True)
def sample(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a template "sample" beside the real ones."""
    monkeypatch.setattr(press, "_templates", lambda: {**OWN, "sample.typ": SAMPLE})


def printed(cache: Press | None = None, **data: Any) -> bytes:
    """Set the sample, with some of its data changed."""
    return (cache or Press()).pdf("sample", {**DATA, **data}, WHEEL)


def text_of(content: bytes) -> str:
    """Return what a reader can copy from the pages, without ends of lines and spaces."""
    pages = PdfReader(BytesIO(content)).pages
    return "".join("".join(page.extract_text() for page in pages).split())


def test_a_document_is_accessible():
    assert_accessible(printed(), title="Testville", pages=1, size_mm=(105, 148))


@pytest.mark.parametrize("profile", ["PDFUA-1", "PDFA-2A"])
def test_a_document_keeps_its_standards(tmp_path, profile):
    file = tmp_path / "testville.pdf"
    file.write_bytes(printed(text=HOSTILE))

    assert verapdf([file], profile) == []


def test_the_same_data_give_the_same_bytes():
    assert printed() == printed()


def test_the_order_of_the_data_is_no_matter():
    backwards = dict(reversed(DATA.items()))

    assert Press().pdf("sample", backwards, WHEEL) == printed()


def test_bytes_do_not_depend_on_the_process_or_its_time_zone():
    program = (
        "import sys, tests.test_press as t;"
        "t.press._templates = lambda: {**t.OWN, 'sample.typ': t.SAMPLE};"
        "sys.stdout.buffer.write(t.printed())"
    )
    elsewhere = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "TZ": "Pacific/Auckland", "PYTHONHASHSEED": "7", "LANG": "C"},
        capture_output=True,
        check=True,
    )

    assert elsewhere.stdout == printed()


def test_what_was_set_before_comes_from_the_cache(tmp_path):
    first, second = Press(tmp_path / "cache"), Press(tmp_path / "cache")

    assert printed(first) == printed(second) == printed(second)
    assert (first.made, second.made) == (1, 0)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("_templates", lambda: {**OWN, "sample.typ": SAMPLE + b"\nMore."}),
        ("_font_digests", lambda: {"other.ttf": b"1"}),
        ("STANDARDS", ["ua-1"]),
    ],
)
def test_another_template_font_or_standard_is_set_anew(tmp_path, monkeypatch, name, value):
    cached = Press(tmp_path)
    printed(cached)
    monkeypatch.setattr(press, name, value)

    printed(cached)

    assert cached.made == 2


def test_other_data_and_other_pictures_are_set_anew(tmp_path):
    cached = Press(tmp_path)
    printed(cached)
    printed(cached, text="Inland.")
    cached.pdf("sample", DATA, {"wheel.svg": WHEEL["wheel.svg"].replace(b"r='2'", b"r='1'")})

    assert cached.made == 3
    assert [file.suffix for file in tmp_path.iterdir()] == [".pdf"] * 3


def test_hostile_text_is_printed_letter_for_letter():
    assert text_of(printed(title=HOSTILE, text="-")).startswith("".join(HOSTILE.split()))


@pytest.mark.parametrize(
    "text", ["Łódź, Košice, Őrség, Timișoara", "Θεσσαλονίκη", "София", "“quoted” – it’s 5 €"]
)
def test_letters_of_europe_are_printed(text):
    assert "".join(text.split()) in text_of(printed(text=text))


def test_a_text_that_is_too_long_for_its_place_is_refused_by_name():
    with pytest.raises(PrintError, match=r"Box 3: the text is [0-9.]+ mm too tall for its place"):
        printed(text="Too long. " * 40)


def test_every_text_that_is_too_long_is_named_at_once(monkeypatch):
    second = SAMPLE + b'\n#fitted(80mm, 20mm, "Box 4", data.text)'
    monkeypatch.setattr(press, "_templates", lambda: {**OWN, "sample.typ": second})

    with pytest.raises(PrintError, match=r"(?s)Box 3.*Box 4"):
        printed(text="Too long. " * 40)


def test_nothing_that_was_refused_is_kept(tmp_path):
    with pytest.raises(PrintError):
        printed(Press(tmp_path), text="Too long. " * 40)

    assert list(tmp_path.iterdir()) == []


def test_a_picture_without_alternative_text_is_refused():
    with pytest.raises(PrintError, match=r"(?s)sample: .*missing alt text"):
        printed(alt=None)


def test_a_box_is_printed_for_a_letter_that_no_font_has():
    assert "a□b" in text_of(printed(text="a 中 b"))


def test_a_mark_tells_what_the_document_says_of_itself():
    assert Press().marks("sample", DATA, "mark", WHEEL) == ["Testville", "second"]
