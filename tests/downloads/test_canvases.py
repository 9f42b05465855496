"""Canvases are printed in true sizes, tagged, box by box; a text that does not fit is refused."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdf
import pytest
import segno

import casebank
from casebank.downloads.canvas_fit import check_fit
from casebank.downloads.canvas_print import form_base, printed
from casebank.downloads.canvas_slides import slides
from casebank.downloads.canvases import canvas_files
from casebank.press import Press
from casebank.problem import PrintError
from casebank.provenance import Review
from casebank.qr import QUIET
from tests.downloads.canvas_examples import (
    IDS,
    LANDSCAPE,
    PUBLICATION,
    SHEETS,
    real_drawing,
    real_files,
    small_canvas,
    small_drawing,
)
from tests.pdf_checks import assert_accessible, assert_valid

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAPERS = {
    "a4": (297, 210),
    "a3": (420, 297),
    "a2": (594, 420),
    "a1": (841, 594),
    "a0": (1189, 841),
}


def text_of(name: str, page: int = 0) -> str:
    return pypdf.PdfReader(BytesIO(real_files()[name].content)).pages[page].extract_text()


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("id_", LANDSCAPE)
def test_a_sheet_has_the_size_of_its_paper_and_is_tagged(id_: str, paper: str) -> None:
    content = real_files()[f"{id_}-{paper}.pdf"].content

    title = real_drawing(id_).canvas.title
    assert_accessible(content, title=title, pages=1, size_mm=PAPERS[paper], language="en-GB")


def test_an_upright_sheet_stands_on_every_paper() -> None:
    for paper, (long, short) in PAPERS.items():
        content = real_files()[f"portfolio-sheet-{paper}.pdf"].content
        assert_accessible(
            content, title="Portfolio sheet", pages=1, size_mm=(short, long), language="en-GB"
        )


@pytest.mark.parametrize("id_", SHEETS)
def test_a_poster_on_small_sheets_has_a_page_on_how_to_join_them(id_: str) -> None:
    width, height = real_drawing(id_).canvas.size()

    content = real_files()[f"{id_}-a0-on-a4.pdf"].content

    title = real_drawing(id_).canvas.title
    assert_accessible(content, title=title, pages=17, size_mm=(width, height), language="en-GB")


def test_each_small_sheet_says_where_it_belongs() -> None:
    assert "Row 2, column 3" in text_of("opsi-diamond-a0-on-a4.pdf", page=7)


def test_a_poster_on_small_sheets_has_the_scale_of_a0() -> None:
    """Sixteen times what lies within the margin of A4, and that four times as large."""
    assert "112.4 by 77.6 cm" in text_of("opsi-diamond-a0-on-a4.pdf")


def test_cards_come_in_a4_only_on_as_many_sheets_as_they_need() -> None:
    sizes = {name: file.pages for name, file in real_files().items() if "cards" in name}

    assert sizes == {
        "support-need-cards-a4.pdf": 3,
        "support-need-cards-form.pdf": 3,
        "support-need-cards.svg": 0,
        "support-need-cards.pptx": 3,
    }


def test_there_is_a_card_for_every_kind_of_support_that_a_team_can_ask_for(
    book: casebank.Book,
) -> None:
    pages = [text_of("support-need-cards-a4.pdf", page) for page in range(3)]
    text = " ".join(" ".join(pages).split())

    missing = [term.id for term in book.terms("support-kinds") if term.label.en not in text]
    assert missing == ["funding-unspecified"]
    assert text.count("Something else") == 3


@pytest.mark.parametrize("id_", IDS)
def test_every_box_is_a_heading_below_the_title_in_the_order_of_reading(id_: str) -> None:
    drawing = real_drawing(id_)

    with pikepdf.open(BytesIO(real_files()[f"{id_}-a4.pdf"].content)) as pdf:
        children = list(pdf.Root.StructTreeRoot.K[0].K)
        found = [str(one.T) for one in children if str(one.S) in ("/H1", "/H2")]

    boxes = [panel.label for sheet in drawing.sheets for panel in sheet]
    assert found == [drawing.canvas.title, *boxes]


def test_the_diamond_is_told_in_words() -> None:
    with pikepdf.open(BytesIO(real_files()["opsi-diamond-a4.pdf"].content)) as pdf:
        figures = [str(one.get("/Alt")) for one in pdf.Root.StructTreeRoot.K[0].K if "/Alt" in one]

    assert real_drawing("opsi-diamond").canvas.description in figures


@pytest.mark.parametrize("id_", IDS)
def test_the_foot_says_whose_drawing_it_is_and_where_it_is_published(id_: str) -> None:
    text = " ".join(text_of(f"{id_}-a4.pdf").split())

    assert "Test book · Our own drawing, not ekip’s template · CC BY 4.0" in text
    assert real_drawing(id_).url in text


def test_the_portfolio_sheet_names_the_fields_of_a_case() -> None:
    text = text_of("portfolio-sheet-a4.pdf")

    for field in ("title", "idea", "asks.text", "support", "support_text", "timeline"):
        assert f"portfolios.{field}" in text


@pytest.mark.parametrize("id_", [id_ for id_ in IDS if id_ != "portfolio-sheet"])
def test_guests_read_no_names_of_fields(id_: str) -> None:
    assert "→" not in text_of(f"{id_}-a4.pdf")


def test_the_code_is_that_of_the_address() -> None:
    drawing = real_drawing("opsi-diamond")
    expected = segno.make_qr(drawing.url, error="m", boost_error=False).matrix

    cells = {(x + step - QUIET, y - QUIET) for x, y, run in drawing.dark for step in range(run)}

    dark = {(x, y) for y, row in enumerate(expected) for x, cell in enumerate(row) if cell}
    assert cells == dark


def test_a_long_address_goes_below_the_line_at_the_foot() -> None:
    drawing = real_drawing("portfolio-sheet")

    url = f"{drawing.url}a-part-of-a-page-with-a-long-name/"

    upper, lower = replace(
        drawing, url=url, name="A book with a name that is rather long"
    ).foot_rows

    assert upper < lower


def test_a_prompt_that_is_too_tall_is_refused_with_file_and_box() -> None:
    with pytest.raises(PrintError, match=r"^canvases/small.yml: box 'actors': the text is .* mm"):
        printed(small_drawing(h=10), "A4", Press())


def test_a_word_that_is_wider_than_its_box_is_refused() -> None:
    word = "Donaudampfschifffahrtsgesellschaftskapitän" * 2

    with pytest.raises(PrintError, match=r"^canvases/small.yml: box 'actors': the word “Donau"):
        check_fit(small_drawing(title=word))


def test_a_box_without_room_to_write_is_refused() -> None:
    with pytest.raises(PrintError, match=r"box 'actors': no room is left to write"):
        form_base(small_drawing(h=16.5), Press())


@pytest.mark.parametrize(
    "caption",
    [
        {"x": 230, "text": "A caption that is much too long for what is left of the sheet here"},
        {"x": 20, "anchor": "end", "text": "Too far to the left"},
        {"x": 285, "anchor": "middle", "text": "Half of it beyond"},
        {"x": 20, "turn": -90, "text": "Upwards over the title of the sheet and out of it" * 2},
        {"x": 20, "y": 190, "turn": 90, "text": "Downwards over the foot"},
        {"x": 250, "size": 12, "strong": True, "text": "Large letters"},
        {"x": 20, "y": 31, "text": "Upon the edge of the room"},
        {"x": 20, "text": "W" * 200},
    ],
)
def test_a_caption_that_leaves_the_sheet_is_refused_with_its_file(caption: dict[str, Any]) -> None:
    with pytest.raises(PrintError, match=r"^canvases/small.yml: caption '.*' leaves the sheet\. "):
        check_fit(small_drawing({"captions": [{"y": 100, **caption}]}))


@pytest.mark.parametrize(
    "caption",
    [
        {"x": 8, "text": "From the left edge"},
        {"x": 289, "anchor": "end", "text": "To the right edge"},
        {"x": 20, "y": 190, "turn": -90, "text": "Upwards from the foot"},
        {"x": 286, "y": 100, "turn": 90, "anchor": "middle", "text": "Turned at the right"},
    ],
)
def test_a_caption_that_stays_on_the_sheet_is_drawn(caption: dict[str, Any]) -> None:
    drawing = small_drawing({"captions": [{"y": 100, **caption}]})

    check_fit(drawing)
    assert drawing.canvas.captions


def test_a_blank_that_leaves_no_line_is_refused_with_its_file() -> None:
    blank = "City, region and country in which you work"

    with pytest.raises(PrintError, match=r"^canvases/small.yml: blank 'City, .*' leaves no line"):
        check_fit(small_drawing({"blanks": [blank]}))


def test_a_note_that_is_wider_than_the_sheet_is_refused_with_its_file() -> None:
    with pytest.raises(PrintError, match=r"^canvases/small.yml: note: the line at the foot is"):
        check_fit(small_drawing({"orientation": "portrait", "note": "OUR OWN DRAWING " * 12}))


def test_all_that_does_not_fit_is_told_at_once(book: casebank.Book) -> None:
    captions = [{"x": 285, "y": 100, "anchor": "middle", "text": f"Half of {n}"} for n in (1, 2)]
    faulty = [
        small_canvas({"id": id_, "path": f"canvases/{id_}.yml", "captions": captions}, h=10)
        for id_ in ("a", "b")
    ]
    tool = book.tool("opsi-model").model_copy(update={"canvases": ("a", "b")})

    with pytest.raises(PrintError) as refused:
        canvas_files(casebank.Book((), (tool,), {}, tuple(faulty)), PUBLICATION, Press())

    told = [tuple(line.split(" ")[:2]) for line in str(refused.value).splitlines()]
    assert [told.count((f"canvases/{id_}.yml:", "caption")) for id_ in "ab"] == [2, 2]
    assert {(f"canvases/{id_}.yml:", "box") for id_ in "ab"} <= set(told)


def test_the_canvas_of_a_draft_is_printed_too() -> None:
    review = Review(status="draft")

    drawing = small_drawing(of_tool={"review": review})

    assert drawing.date == "1980-01-01"
    assert printed(drawing, "A4", Press()).startswith(b"%PDF")
    assert slides(drawing).startswith(b"PK")


def test_the_code_of_an_address_is_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    make = segno.make_qr
    monkeypatch.setattr(segno, "make_qr", lambda *a, **k: made.append(a) or make(*a, **k))
    drawing = replace(small_drawing(), url="https://book.example/made-once/")

    codes = {drawing.code for _ in range(3)}

    assert len(codes) == len(made) == 1


def test_a_title_that_is_no_plain_word_is_printed_as_it_stands() -> None:
    content = printed(small_drawing(title="*#panic() $x$ @y* [z] \\"), "A4", Press())

    text = pypdf.PdfReader(BytesIO(content)).pages[0].extract_text()
    assert "*#panic() $x$ @y* [z] \\" in text


@pytest.mark.parametrize("title", ["Łódź, Θεσσαλονίκη, Київ", "Ősz 'n' \"tél\""])
def test_letters_of_all_languages_are_printed(title: str) -> None:
    drawing = small_drawing(title=title)

    content = printed(drawing, "A4", Press())

    assert drawing.sheets[0][0].title in pypdf.PdfReader(BytesIO(content)).pages[0].extract_text()


def test_a_book_without_canvases_has_no_files(make_book: Callable[..., casebank.Book]) -> None:
    assert list(canvas_files(make_book(), PUBLICATION, Press())) == []


def test_the_files_have_the_same_bytes_when_they_are_made_again(book: casebank.Book) -> None:
    first = {file.path: file.sha256 for file in real_files().values()}

    again = {file.path: file.sha256 for file in canvas_files(book, PUBLICATION, Press())}

    assert again == first


def test_a_download_says_what_sets_it_apart() -> None:
    details = [file.detail for name, file in real_files().items() if name.startswith("opsi")]

    assert details == [
        "A4",
        "A3",
        "A2",
        "A1",
        "A0",
        "A0 on A4 sheets",
        "to fill in on screen",
        "editable drawing",
        "slide",
    ]


def test_every_pdf_is_valid_pdf_ua_and_pdf_a(tmp_path: Path) -> None:
    assert_valid((file for file in real_files().values() if file.format == "PDF"), tmp_path)
