"""The SVG of a canvas is a drawing with real text: layers, lines within their boxes, no danger."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebank.downloads import canvas_style as style
from casebank.downloads.canvas_svg import svg
from casebank.problem import PrintError
from tests.downloads.canvas_examples import IDS, real_drawing, real_files, small_drawing

SVG = "{http://www.w3.org/2000/svg}"
INKSCAPE = "{http://www.inkscape.org/namespaces/inkscape}"


def drawn(id_: str) -> ET.Element:
    return ET.fromstring(real_files()[f"{id_}.svg"].content)  # noqa: S314 (our own)


@pytest.mark.parametrize("id_", IDS)
def test_there_is_a_named_layer_for_every_box(id_: str) -> None:
    layers = {
        one.get("id"): one.get(f"{INKSCAPE}label")
        for one in drawn(id_)
        if one.get(f"{INKSCAPE}groupmode") == "layer"
    }

    assert {
        f"box-{panel.id}": panel.label for panel in real_drawing(id_).sheets[0]
    }.items() <= layers.items()


@pytest.mark.parametrize("id_", IDS)
def test_every_text_of_every_box_is_there_as_text(id_: str) -> None:
    layers = {one.get("id"): " ".join(one.itertext()) for one in drawn(id_) if one.get("id")}

    for panel in real_drawing(id_).sheets[0]:
        letters = layers[f"box-{panel.id}"].replace(" ", "")
        assert f"{panel.number}{panel.title}{panel.prompt}".replace(" ", "") in letters


@pytest.mark.parametrize("id_", IDS)
def test_every_line_stays_within_its_box(id_: str) -> None:
    for panel in real_drawing(id_).sheets[0]:
        title, prompt = panel.lines()
        widths = [style.width(line, panel.size, style.STRONG) + panel.hang for line in title]
        widths += [style.width(line, style.PROMPT) for line in prompt]
        assert max(widths) <= panel.w - 2 * style.INSET


@pytest.mark.parametrize("id_", IDS)
def test_it_has_a_name_and_a_description_for_who_does_not_see_it(id_: str) -> None:
    root = drawn(id_)

    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "title description"
    assert root.findtext(f"{SVG}title") == real_drawing(id_).canvas.title
    assert root.findtext(f"{SVG}desc") == real_drawing(id_).canvas.description


def test_it_has_a_white_ground_of_its_own_for_dark_pages() -> None:
    ground = drawn("opsi-diamond").find(f"{SVG}rect")

    assert ground is not None
    assert (ground.get("width"), ground.get("height"), ground.get("fill")) == ("297", "210", "#fff")


def test_it_loads_nothing_from_elsewhere() -> None:
    text = real_files()["policy-canvas.svg"].content.decode()

    loaded = [part for part in text.split("url(")[1:] if not part.startswith("data:font/ttf;")]
    assert loaded == []
    assert "href" not in text
    assert "<script" not in text


def test_the_diamond_stands_on_its_tip() -> None:
    paths = [one.get("d", "") for one in drawn("opsi-diamond").iter(f"{SVG}path")]

    assert "M54 113L148.5 50L243 113L148.5 176z" in paths


@pytest.mark.parametrize(
    "id_", ["head", "title", "description", "drawing", "captions", "cuts", "foot", "city"]
)
def test_no_id_stands_twice_whatever_a_box_is_called(id_: str) -> None:
    root = ET.fromstring(svg(small_drawing({"blanks": ["City"]}, id=id_)))  # noqa: S314 (our own)

    ids = [one.get("id") for one in root.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    assert f"box-{id_}" in ids


def test_what_could_be_markup_is_escaped() -> None:
    drawing = small_drawing(title="a & b > c \" ' d", prompt="&lt;")

    root = ET.fromstring(svg(drawing))  # noqa: S314 (our own)

    texts = ["".join(one.itertext()) for one in root.iter(f"{SVG}text")]
    assert "a & b > c ” ’ d" in texts
    assert "&lt;" in texts


@given(st.lists(st.text("abcdefghijklmnopqrstuvwxyzäß-", min_size=1, max_size=14), max_size=30))
@settings(max_examples=60, deadline=None, derandomize=True)
def test_breaking_a_text_loses_no_letter(words: list[str]) -> None:
    text = " ".join(words)

    try:
        lines = style.wrapped(text, 4, 30)
    except PrintError:
        return  # a word is wider than the line, which has a test of its own

    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(style.width(line, 4) <= 30 for line in lines)
