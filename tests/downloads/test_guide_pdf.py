"""The guide in print: whole, in order, with working links and notes, and valid."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdf
import pytest

from casebank.downloads.everything import downloads_of
from casebank.press import Press
from casebank.publication import Publication
from tests.pdf_checks import assert_accessible, assert_valid

ROOT = Path(__file__).parents[2]
HERE = Publication("Test book", "https://t.example/")


@pytest.fixture(scope="module")
def guide(book):
    files = downloads_of(ROOT, book, HERE, Press(ROOT / ".cache" / "press"))
    return next(file for file in files if file.path == "downloads/facilitators-guide.pdf")


@pytest.fixture(scope="module")
def pages(guide):
    return [page.extract_text() for page in pypdf.PdfReader(BytesIO(guide.content)).pages]


def test_the_guide_is_accessible_and_in_a4(guide):
    assert_accessible(
        guide.content,
        title="Facilitator’s Guide",
        pages=guide.pages,
        size_mm=(210, 297),
        language="en-GB",
    )


def test_the_guide_is_valid_pdf_ua_and_pdf_a(guide, tmp_path):
    assert_valid([guide], tmp_path)


def test_the_guide_is_as_long_as_one_can_read_in_an_afternoon(guide):
    assert 25 <= guide.pages <= 40


def test_the_contents_name_every_part_with_its_number(book, pages):
    contents = " ".join(pages[1].split())

    assert [
        part.title for part in book.guide if f"{part.number} {part.title} ." not in contents
    ] == []


def test_every_part_is_in_the_bookmarks(book, guide):
    with pikepdf.open(BytesIO(guide.content)) as pdf, pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]

    assert titles[-len(book.guide) :] == [f"{part.number} {part.title}" for part in book.guide]


def test_each_page_says_which_it_is_of_how_many(guide, pages):
    for number, text in enumerate(pages[1:], 2):
        assert re.search(rf"\b{number} / {guide.pages}\b", text), number


def test_every_step_of_the_day_is_explained_with_its_words(book, pages):
    text = " ".join(" ".join(pages).split())
    for step in book.tool("prototyping-workshop").steps:
        if step.id:
            assert step.script
            opening = " ".join(step.script.split()[:5]).replace("'", "’")
            assert opening in text, step.id


def test_links_between_parts_stay_within_the_guide(guide):
    with pikepdf.open(BytesIO(guide.content)) as pdf:
        targets = [
            str(annotation.A.URI)
            for page in pdf.pages
            for annotation in page.get("/Annots", [])
            if "/A" in annotation and "/URI" in annotation.A
        ]

    assert [one for one in targets if re.search(r"t\.example/facilitators-guide/.", one)] == []
    assert "https://t.example/plan/" in targets


def test_no_citation_and_no_macro_is_left_unread(pages):
    text = " ".join(pages)

    assert [word for word in ("[^", "{{", "}}", "{:") if word in text] == []


def test_each_drawing_is_shown_with_its_description(book, guide):
    with pikepdf.open(BytesIO(guide.content)) as pdf:
        described = {
            str(element.Alt)
            for element in pdf.objects
            if isinstance(element, pikepdf.Dictionary) and "/Alt" in element
        }

    assert {
        one.title for one in book.canvases if not any(one.title in text for text in described)
    } == set()
