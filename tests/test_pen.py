"""The pen: fonts by characters, lines that fit, and colours that stay what they are."""

from __future__ import annotations

import shutil
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from casebank.pen import Pen, Style, _faces

FONTS = Path(__file__).parents[1] / "docs" / "assets" / "fonts"
SERIF, SANS = Style("serif", 560, 40, line=50), Style("sans", 400, 40, line=50)
SMALL = Style("serif", 560, 20, line=25)
PAPER, INK = "#fbf9f4", "#17262b"
MISSING = "\U0010ffff"


@pytest.fixture
def pen():
    return Pen((400, 100), PAPER, FONTS)


def written(text, style, fonts=FONTS):
    """Return a picture with this text on it."""
    pen = Pen((400, 100), PAPER, fonts)
    pen.line(10, 60, text, style, INK)
    return pen.png([(PAPER, INK)])


@pytest.mark.parametrize("style", [SERIF, SANS])
@pytest.mark.parametrize("character", "aéœ€“…ğşıİłŁőűțșžđħŋŵỳẞ")
def test_letters_of_europe_are_drawn_as_themselves(style, character):
    assert written(character, style) != written(MISSING, style)


@pytest.mark.parametrize("style", [SERIF, SANS])
def test_a_character_that_no_font_has_is_a_box(style):
    assert written("Ω" if style is SERIF else "東", style) == written(MISSING, style)


@pytest.mark.parametrize("style", [SERIF, SANS])
@pytest.mark.parametrize("letter", "źšżćčńňőűęțșğķēĉŵ")
def test_accents_stand_where_the_font_of_the_letter_puts_them(tmp_path, style, letter):
    (_, extended) = _faces(style, FONTS)
    family = f"casebook-{style.family}-latin"
    for name in (f"{family}.woff2", f"{family}-ext.woff2"):
        shutil.copy(extended.path, tmp_path / name)

    assert written(letter, style) == written(letter, style, tmp_path)


def test_letter_and_accent_are_one_character():
    assert written("z\u0301", SERIF) == written("\u017a", SERIF)


def test_quotation_marks_are_printed_ones():
    assert written('"It\'s"', SERIF) == written("“It’s”", SERIF)


def test_a_width_adds_up_over_fonts(pen):
    assert pen.width("Košice", SERIF) == pytest.approx(
        pen.width("Ko", SERIF) + pen.width("š", SERIF) + pen.width("ice", SERIF)
    )


def test_tracking_widens_each_letter(pen):
    wide = Style("sans", 400, 40, tracking=2)

    assert pen.width("lll", wide) == pytest.approx(pen.width("lll", SANS) + 6)


def test_lines_have_like_lengths(pen):
    assert pen.wrapped("one two three four five", SERIF, 380, 2) == ["one two three", "four five"]


def test_what_has_no_place_becomes_an_ellipsis_after_a_word(pen):
    assert pen.wrapped("Alpha, beta, gamma, delta", SERIF, 300, 1) == ["Alpha, beta…"]


def test_a_word_that_is_too_wide_is_cut(pen):
    (line,) = pen.wrapped("M" * 50, SERIF, 300, 3)

    assert line.endswith("M…")
    assert pen.width(line, SERIF) <= 300


def test_no_text_makes_no_line(pen):
    assert pen.wrapped("", SERIF, 300, 3) == []


@pytest.mark.parametrize(
    ("text", "style"),
    [("Short", SERIF), ("Some more words than fit into one single line", SMALL), ("", SERIF)],
)
def test_the_largest_style_that_fits_is_chosen(pen, text, style):
    assert pen.fitted(text, [SERIF, SMALL], 300, 90)[0] == style


def test_what_fits_in_no_style_is_cut_in_the_last(pen):
    style, lines = pen.fitted("word " * 100, [SERIF, SMALL], 300, 300)

    assert style == SMALL
    assert len(lines) == 4
    assert lines[-1].endswith("word…")


def test_colours_of_a_file_are_exact(pen):
    pen.box(0, 0, 50, 100, INK)

    picture = Image.open(BytesIO(pen.png([(PAPER, INK)]))).convert("RGB")

    assert (picture.getpixel((0, 0)), picture.getpixel((60, 0))) == ((23, 38, 43), (251, 249, 244))


@pytest.mark.parametrize(
    "names",
    [
        ("casebook-serif-latin.woff2", "casebook-serif-latin-ext.woff2"),
        ("fraunces-latin-wght-normal.woff2", "casebook-serif-latin-ext.woff2"),
        ("fraunces-latin-wght-normal.woff2", "fraunces-latin-ext-wght-normal.woff2"),
    ],
)
def test_fonts_are_found_by_either_name(tmp_path, names):
    for name in names:
        shutil.copy(sorted(FONTS.glob("*.woff2"))[0], tmp_path / name)

    assert Pen((400, 100), PAPER, tmp_path).width("Lund", SERIF) > 0


def test_a_font_that_is_not_there_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match="no serif font for latin characters"):
        Pen((400, 100), PAPER, tmp_path).width("Lund", SERIF)
