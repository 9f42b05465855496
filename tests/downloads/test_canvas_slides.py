"""A canvas as slides can be changed in an office program, and read out by a screen reader."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from pptx import Presentation
from pptx.util import Mm

from tests.downloads.canvas_examples import IDS, real_drawing, real_files


def opened(id_: str) -> Any:
    return Presentation(BytesIO(real_files()[f"{id_}.pptx"].content))


@pytest.mark.parametrize("id_", IDS)
def test_there_is_a_shape_with_the_text_of_every_box(id_: str) -> None:
    drawing = real_drawing(id_)

    for slide, panels in zip(opened(id_).slides, drawing.sheets, strict=True):
        texts = {one.name: one.text_frame.text for one in slide.shapes if one.has_text_frame}
        for panel in panels:
            number = f"{panel.number}  " if panel.number else ""
            expected = "\n".join(filter(None, (f"{number}{panel.title}", panel.prompt)))
            assert texts[panel.id] == expected


def test_slides_have_the_size_of_a3() -> None:
    presentation = opened("opsi-diamond")

    assert presentation.slide_width == Mm(420)
    assert presentation.slide_height == pytest.approx(Mm(297), abs=Mm(0.1))


def test_every_slide_has_a_title_of_its_own() -> None:
    titles = [slide.shapes.title.text_frame.text for slide in opened("support-need-cards").slides]

    assert titles == [
        "Support-need cards (1 of 3)",
        "Support-need cards (2 of 3)",
        "Support-need cards (3 of 3)",
    ]


def test_the_notes_hold_the_questions_and_the_address() -> None:
    notes = opened("policy-canvas").slides[0].notes_slide.notes_text_frame.text

    assert "9 Timeline: What comes first, and by when?" in notes
    assert real_drawing("policy-canvas").url in notes


def test_the_drawing_is_told_in_words_and_its_parts_are_decoration() -> None:
    slide = opened("opsi-diamond").slides[0]

    (group,) = [one for one in slide.shapes if one.name == "Drawing"]

    said = group._element._nvXxPr.cNvPr.get("descr")
    assert said == real_drawing("opsi-diamond").canvas.description
    assert all("decorative" in one._element.xml for one in group.shapes)


def test_the_diamond_is_one_figure_that_can_be_moved() -> None:
    slide = opened("opsi-diamond").slides[0]

    (group,) = [one for one in slide.shapes if one.name == "Drawing"]

    scale = 420 / 297
    sides = [(one.width / Mm(scale), one.height / Mm(scale)) for one in group.shapes]
    assert (pytest.approx(189, abs=0.1), pytest.approx(126, abs=0.1)) in sides


@pytest.mark.parametrize("id_", IDS)
def test_every_text_says_its_language(id_: str) -> None:
    with ZipFile(BytesIO(real_files()[f"{id_}.pptx"].content)) as parts:
        slide = parts.read("ppt/slides/slide1.xml").decode()

    assert slide.count("<a:r>") == slide.count('lang="en-GB"')


def test_the_picture_of_the_code_names_its_address() -> None:
    slide = opened("opsi-diamond").slides[0]

    (code,) = [one for one in slide.shapes if one.name == "QR code"]

    said = code._element._nvXxPr.cNvPr.get("descr")
    assert said == f"QR code of {real_drawing('opsi-diamond').url}"


def test_the_file_says_what_it_is_and_of_which_day() -> None:
    properties = opened("opsi-diamond").core_properties

    assert properties.title == "OPSI diamond"
    assert f"{properties.modified:%Y-%m-%d}" == real_drawing("opsi-diamond").date
