"""A canvas to fill in on screen has a field in every box: named, described, and in order."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pypdf
import pytest

from casebank.downloads.canvas_form import filled_in_on_screen
from casebank.downloads.canvas_print import form_base
from casebank.press import Press
from tests.downloads.canvas_examples import IDS, real_drawing, real_files, small_drawing
from tests.pdf_checks import assert_accessible

WORDS = "Łódź, Θεσσαλονίκη, Київ, žluťoučký kůň – 100 €"


def form(id_: str) -> pypdf.PdfReader:
    return pypdf.PdfReader(BytesIO(real_files()[f"{id_}-form.pdf"].content))


@pytest.mark.parametrize("id_", IDS)
def test_there_is_a_field_for_every_box_that_is_written_in(id_: str) -> None:
    drawing = real_drawing(id_)

    boxes = [panel for sheet in drawing.sheets for panel in sheet if not panel.head]
    names = [blank.id for blank in drawing.blanks]
    names += [f"box-{panel.id}".replace(".", "_") for panel in boxes]
    assert list(form(id_).get_fields() or {}) == names


def test_a_field_says_what_goes_in() -> None:
    fields = form("policy-canvas").get_fields() or {}

    assert fields["box-timeline"]["/TU"] == "9 Timeline: What comes first, and by when?"


def test_long_answers_have_several_lines_and_names_have_one() -> None:
    fields = form("policy-canvas").get_fields() or {}

    several_lines = 1 << 12
    assert fields["box-activities"]["/Ff"] & several_lines
    assert not fields["blank-city"]["/Ff"] & several_lines


def test_what_is_written_in_any_script_is_kept() -> None:
    writer = pypdf.PdfWriter(clone_from=form("policy-canvas"))
    writer.update_page_form_field_values(writer.pages[0], {"box-activities": WORDS})
    file = BytesIO()
    writer.write(file)

    assert (pypdf.PdfReader(file).get_fields() or {})["box-activities"]["/V"] == WORDS


def test_what_is_written_is_shown_in_the_typeface_of_the_file() -> None:
    writer = pypdf.PdfWriter(clone_from=form("policy-canvas"))
    writer.update_page_form_field_values(
        writer.pages[0], {"box-activities": WORDS}, auto_regenerate=False, flatten=True
    )
    file = BytesIO()
    writer.write(file)

    shown = pypdf.PdfReader(file).pages[0].extract_text().replace("\n", " ")
    assert "Θεσσαλονίκη, Київ" in shown


@pytest.mark.parametrize("id_", IDS)
def test_a_form_is_as_accessible_as_the_sheet(id_: str) -> None:
    drawing = real_drawing(id_)

    content = real_files()[f"{id_}-form.pdf"].content

    assert_accessible(
        content,
        title=drawing.canvas.title,
        pages=len(drawing.sheets),
        size_mm=drawing.canvas.size(),
        language="en-GB",
    )


def test_a_field_is_read_after_the_question_of_its_box() -> None:
    content = real_files()["policy-canvas-form.pdf"].content
    with pikepdf.open(BytesIO(content)) as pdf:
        kinds = [(str(one.S), str(one.get("/T", ""))) for one in pdf.Root.StructTreeRoot.K[0].K]

    first = kinds.index(("/H2", "1 Link to the policy"))
    assert [kind for kind, _ in kinds[first - 5 : first + 3]] == [
        "/Form",
        "/Form",
        "/Form",
        "/H2",
        "/Form",
        "/H2",
        "/P",
        "/Form",
    ]


@pytest.mark.parametrize("id_", IDS)
def test_fields_lie_on_their_page_and_have_room(id_: str) -> None:
    width, height = (side * 72 / 25.4 for side in real_drawing(id_).canvas.size())
    with pikepdf.open(BytesIO(real_files()[f"{id_}-form.pdf"].content)) as pdf:
        widgets = [one for page in pdf.pages for one in page.Annots if one.Subtype == "/Widget"]
        areas = [[float(edge) for edge in one.Rect] for one in widgets]

    for left, lower, right, upper in areas:
        assert 0 < left < right < width
        assert 0 < lower < upper < height
        assert upper - lower >= 11


def test_a_box_and_a_blank_of_one_name_are_two_fields() -> None:
    drawing = small_drawing({"blanks": ["City"]}, id="city")

    content = filled_in_on_screen(*form_base(drawing, Press()))

    fields = pypdf.PdfReader(BytesIO(content)).get_fields() or {}
    assert list(fields) == ["blank-city", "box-city"]


def test_no_reader_is_asked_to_draw_the_fields_itself() -> None:
    with pikepdf.open(BytesIO(real_files()["policy-canvas-form.pdf"].content)) as pdf:
        assert "/NeedAppearances" not in pdf.Root.AcroForm
        assert all("/AP" in field for field in pdf.Root.AcroForm.Fields)
