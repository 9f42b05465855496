"""Cases as printed briefings: whole, short, accessible, quick, and harmless."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pypdf
import pytest

from casebank.downloads.briefing import briefings
from casebank.press import Press
from casebank.publication import Publication
from tests.pdf_checks import assert_accessible, assert_valid

if TYPE_CHECKING:
    from pathlib import Path

HERE = Publication("Test book", "https://t.example/")


def text_of(pdf: bytes) -> str:
    pages = pypdf.PdfReader(BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@pytest.fixture(scope="module")
def printed(book):
    return {file.about: file for file in briefings(book, HERE, Press())}


@pytest.fixture
def print_case(make_book, make_case):
    """Print one full case with these fields, and return its file."""

    def make(**fields: object):
        case = make_case("x", record="full", **fields)
        (file,) = briefings(make_book(case), HERE, Press())
        return file

    return make


def test_each_full_case_has_a_briefing_and_a_card_has_none(book, printed):
    assert set(printed) == {case.address for case in book.cases if case.is_full}


def test_a_briefing_has_two_to_four_pages_of_a4(book, printed):
    for id_, file in printed.items():
        assert 2 <= file.pages <= 4, id_
        title = book.case(id_.split("/")[2]).title.replace("'", "’")
        assert_accessible(
            file.content, title=title, pages=file.pages, size_mm=(210, 297), language="en-GB"
        )


def test_a_briefing_holds_every_ask_of_its_case(book, printed):
    for id_, file in printed.items():
        text = text_of(file.content)
        missing = [
            ask.id
            for ask in book.asks_of(book.case(id_.split("/")[2]))
            if f"{ask.id} · " not in text
        ]
        assert missing == [], id_


def test_an_ask_is_linked_to_its_place_on_the_site(printed):
    pages = pypdf.PdfReader(BytesIO(printed["/cases/amiens-cci-strategy/"].content)).pages
    targets = {
        annotation.get_object()["/A"]["/URI"]
        for page in pages
        for annotation in page.get("/Annots", [])
        if "/A" in annotation.get_object() and "/URI" in annotation.get_object()["/A"]
    }

    assert "https://t.example/cases/amiens-cci-strategy/#AM-G1" in targets


def test_a_briefing_says_how_to_cite_the_page(print_case):
    text = text_of(print_case().content)

    assert "Cite as. Case x. Test book. https://t.example/cases/x/ Based on: Testville." in text


def test_briefings_are_valid_pdf_ua_and_pdf_a(printed, tmp_path: Path):
    assert_valid(printed.values(), tmp_path)


@pytest.mark.parametrize(
    "text", ["*bold* _it_ `raw`", "#panic(1) $x$ @ref", "\\ [x] = /* y */ // z", "Łódź Αθήνα Київ"]
)
def test_a_text_is_printed_letter_for_letter(print_case, text):
    file = print_case(title=text, summary=text)

    assert text in text_of(file.content)


def test_a_hundred_briefings_are_not_made_again(book, tmp_path: Path):
    case = next(case for case in book.cases if case.is_full)
    many = tuple(case.model_copy(update={"id": f"c{number}"}) for number in range(100))
    hundred = type(book)(many, book.tools, book.vocabularies)

    first, second = Press(tmp_path), Press(tmp_path)
    made = [file.content for file in briefings(hundred, HERE, first)]
    again = [file.content for file in briefings(hundred, HERE, second)]

    assert (first.made, second.made) == (100, 0)
    assert made == again


def test_a_changed_case_is_made_again(make_book, make_case, tmp_path: Path):
    for summary, made in (("One.", 1), ("One.", 0), ("Two.", 1)):
        press = Press(tmp_path)
        list(briefings(make_book(make_case("x", record="full", summary=summary)), HERE, press))
        assert press.made == made, summary


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "Ψηφιακά 🎉 中国"),
        ("published", "2024-11-20/2024-11-21"),
        ("published", "2023/2024"),
        ("held", "2025-03"),
    ],
)
def test_what_a_case_may_hold_can_be_printed(print_case, field, value):
    assert print_case(**{field: value}).pages == 1
