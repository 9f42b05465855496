"""Canvases are read strictly: each fault of a drawing is a problem with its place and a remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import casebank
from casebank.drawing import Area

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SHEET = """\
title: Small sheet
purpose: Write into the boxes.
description: Two boxes beside each other.
boxes:
  - {id: left, number: 1, title: Left, x: 10, y: 40, w: 60, h: 50, becomes: portfolios.idea}
  - {id: right, term: stakeholder-groups.cci, x: 80, y: 40, w: 60, h: 50, tint: wash}
"""
"""A valid canvas."""

CARDS = """\
title: Cards
purpose: Cut them out.
description: Cards to cut out.
orientation: portrait
repeat: {over: support-kinds, columns: 2, rows: 3, blank: 2}
boxes:
  - {id: kind, x: 4, y: 4, w: 80, h: 20}
"""
"""A valid canvas of cards."""


@pytest.fixture
def sheet(folder: Path, add: Callable[[str, str], Path], tool_text: str) -> Callable[..., Path]:
    """Write a canvas that the tool lists; `old` is replaced by `new` in its text."""

    def write(old: str = "", new: str = "", text: str = SHEET) -> Path:
        assert old in text
        listed = tool_text.replace("kind: method", "kind: method\ncanvases: [small]")
        add("tools-and-methods/prototyping-workshop.md", listed)
        add("canvases/small.yml", text.replace(old, new, 1))
        return folder

    return write


@pytest.fixture
def faults(sheet: Callable[..., Path]) -> Callable[..., list[str]]:
    """Return the problems of a canvas in which `old` is replaced by `new`."""
    return lambda *change, **text: [str(one) for one in casebank.check(sheet(*change, **text))]


def test_a_canvas_is_read_with_its_boxes(sheet: Callable[..., Path]) -> None:
    canvas = casebank.load(sheet()).canvas("small")

    assert [box.id for box in canvas.boxes] == ["left", "right"]


def test_cards_need_no_title_since_each_shows_a_term(faults: Callable[..., list[str]]) -> None:
    assert faults(text=CARDS) == []


def test_the_book_knows_which_tool_lists_a_canvas(sheet: Callable[..., Path]) -> None:
    book = casebank.load(sheet())

    assert [tool.id for tool in book.tools_with(book.canvas("small"))] == ["prototyping-workshop"]


def test_a_book_without_the_folder_has_no_canvases(folder: Path) -> None:
    assert casebank.load(folder).canvases == ()


def test_a_changed_canvas_is_read_again(sheet: Callable[..., Path]) -> None:
    casebank.load(sheet())

    changed = casebank.load(sheet("Small sheet", "Another sheet"))

    assert changed.canvas("small").title == "Another sheet"


def test_a_canvas_that_no_tool_lists_is_a_problem(
    folder: Path, add: Callable[[str, str], Path]
) -> None:
    add("canvases/lonely.yml", SHEET)

    assert [str(one) for one in casebank.check(folder)] == [
        "canvases/lonely.yml:1:1: is listed by no tool. "
        "Add 'lonely' to the field 'canvases' of the tool that it belongs to."
    ]


def test_a_tool_can_only_list_a_canvas_that_is_there(
    folder: Path, add: Callable[[str, str], Path], tool_text: str
) -> None:
    listed = tool_text.replace("kind: method", "kind: method\ncanvases: [smal]")
    add("tools-and-methods/prototyping-workshop.md", listed)

    assert [str(one) for one in casebank.check(folder)] == [
        "tools-and-methods/prototyping-workshop.md:4:12: canvases.1: 'smal' is not a canvas. "
        "Name a file in canvases/."
    ]


def test_a_file_that_is_no_drawing_is_a_problem(
    folder: Path, add: Callable[[str, str], Path]
) -> None:
    add("canvases/sheet.svg", "<svg/>")

    assert [str(one) for one in casebank.check(folder)] == [
        "canvases/sheet.svg:1:1: is not a drawing. Give it the ending .yml, or put it elsewhere."
    ]


@pytest.mark.parametrize("name", ["My Sheet", "my_sheet", "Ünïcode", "a--b", "x.svg", "-", "x\n"])
def test_a_name_that_cannot_be_an_address_is_a_problem(
    folder: Path, add: Callable[[str, str], Path], name: str
) -> None:
    add(f"canvases/{name}.yml", SHEET)

    (problem,) = casebank.check(folder)

    assert problem.path == f"canvases/{name}.yml"
    assert (problem.message, problem.remedy) == (
        "has a name that cannot be an address.",
        "Use at most 80 small letters, digits and hyphens.",
    )


def test_a_canvas_that_only_a_step_uses_belongs_to_no_tool(
    folder: Path, add: Callable[[str, str], Path], tool_text: str
) -> None:
    supply = "{item: Sheets, per: team, canvas: small}"
    steps = f"steps: [{{title: A, how: Do it., canvases: [small], supplies: [{supply}]}}]\nrights:"
    add("tools-and-methods/prototyping-workshop.md", tool_text.replace("rights:", steps))
    add("canvases/small.yml", SHEET)

    (problem,) = casebank.check(folder)

    assert problem.message == "is listed by no tool."


def test_a_supply_names_a_canvas_that_is_there(
    folder: Path, add: Callable[[str, str], Path], tool_text: str
) -> None:
    supply = "{item: Sheets, per: team, canvas: smal, paper: A2}"
    steps = f"steps: [{{title: A, how: Do it., supplies: [{supply}]}}]\nrights:"
    add("tools-and-methods/prototyping-workshop.md", tool_text.replace("rights:", steps))

    (problem,) = casebank.check(folder)

    assert (problem.field, problem.message) == (
        "steps.1.supplies.1.canvas",
        "'smal' is not a canvas.",
    )


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        pytest.param(
            "x: 80, y: 40, w: 60",
            "x: 240, y: 40, w: 60",
            "6:5: boxes.2: 'right' lies outside of the sheet. "
            "Keep it between 8 to 289 and 31 to 195 mm.",
            id="box outside of the sheet",
        ),
        pytest.param(
            "y: 40, w: 60, h: 50, becomes",
            "y: 2, w: 60, h: 50, becomes",
            "5:5: boxes.1: 'left' lies outside of the sheet. "
            "Keep it between 8 to 289 and 31 to 195 mm.",
            id="box over the title",
        ),
        pytest.param(
            "x: 80",
            "x: 60",
            "6:5: boxes.2: 'right' overlaps 'left'. Move one of the two, or make it smaller.",
            id="boxes that overlap",
        ),
        pytest.param(
            "id: right",
            "id: left",
            "6:10: boxes.2.id: 'left' is used twice. Give each box an id of its own.",
            id="id used twice",
        ),
        pytest.param(
            "boxes:",
            "blanks: [City, Date, ' CITY']\nboxes:",
            "4:22: blanks.3: 'CITY' is used twice. Give each blank a name of its own.",
            id="blank used twice",
        ),
        pytest.param(
            "boxes:",
            "blanks: [Team A, Team-A]\nboxes:",
            "4:18: blanks.2: 'Team-A' is used twice. Give each blank a name of its own.",
            id="blanks of one id",
        ),
        pytest.param(
            "portfolios.idea",
            "portfolios.ideas",
            "5:77: boxes.1.becomes: 'portfolios.ideas' is not a field of a case. "
            "Did you mean 'idea'?",
            id="unknown field of a case",
        ),
        pytest.param(
            "portfolios.idea",
            "portfolio.idea",
            "5:77: boxes.1.becomes: 'portfolio.idea' is not a field of a case. "
            "Did you mean 'portfolios'?",
            id="unknown parent of a field",
        ),
        pytest.param(
            "portfolios.idea",
            "title.idea",
            "5:77: boxes.1.becomes: 'title.idea' is not a field of a case. Did you mean 'title'?",
            id="field of a text",
        ),
        pytest.param(
            "tint: wash",
            "tint: mauve",
            "6:81: boxes.2.tint: 'mauve' is not one of",
            id="unknown tint",
        ),
        pytest.param(
            "stakeholder-groups.cci",
            "stakeholder-groups.ccis",
            "6:23: boxes.2.term: 'stakeholder-groups.ccis' is not a term. "
            "Did you mean 'stakeholder-groups.cci'?",
            id="unknown term",
        ),
        pytest.param(
            "stakeholder-groups.cci",
            "stakeholders.cci",
            "6:23: boxes.2.term: 'stakeholders.cci' is not a term.",
            id="unknown vocabulary",
        ),
        pytest.param(
            "term: stakeholder-groups.cci, ",
            "",
            "6:5: boxes.2: has neither 'title' nor 'term'. Say in a title what goes in.",
            id="box that says nothing",
        ),
        pytest.param(
            "title: Left",
            "title: '<script>'",
            "5:34: boxes.1.title: holds HTML or a template expression.",
            id="markup in a title",
        ),
        pytest.param(
            "w: 60, h: 50, becomes",
            "w: 0, h: 50, becomes",
            "5:57: boxes.1.w: '0' is too small. Write 1 or more.",
            id="box without width",
        ),
        pytest.param(
            "boxes:",
            "shapes:\n  - {line: [[10, 40], [500, 40]]}\nboxes:",
            "5:5: shapes.1: lies outside of the sheet.",
            id="figure outside of the sheet",
        ),
        pytest.param(
            "boxes:",
            "shapes:\n  - {stroke: teal}\nboxes:",
            "5:5: shapes.1: is not one figure. Give a line, a polygon or an ellipse.",
            id="figure without a form",
        ),
        pytest.param(
            "boxes:",
            "captions:\n  - {x: 10, y: 999, text: Far below}\nboxes:",
            "5:5: captions.1: lies outside of the sheet.",
            id="caption outside of the sheet",
        ),
        pytest.param(
            "title: Small sheet\n", "", "1:1: title: is missing; expected: Name of the sheet.",
            id="no title",
        ),
        pytest.param(
            "boxes:", "colour: red\nboxes:", "4:1: colour: is not a field.", id="unknown field"
        ),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_its_place(
    old: str, new: str, problem: str, faults: Callable[..., list[str]]
) -> None:
    (found,) = faults(old, new)

    assert found.startswith(f"canvases/small.yml:{problem}")


def test_a_card_must_fit_into_its_share_of_the_sheet(faults: Callable[..., list[str]]) -> None:
    (found,) = faults("w: 80", "w: 100", text=CARDS)

    assert "'kind' lies outside of the sheet. Keep it between 0 to 97 and 0 to 83.6667 mm" in found


def test_what_is_drawn_beside_cards_has_its_place_on_the_sheet(
    faults: Callable[..., list[str]],
) -> None:
    caption = "captions:\n  - {x: 150, y: 280, text: To cut}\nboxes:"

    assert faults("boxes:", caption, text=CARDS) == []


def test_cards_show_a_vocabulary_that_is_there(faults: Callable[..., list[str]]) -> None:
    (found,) = faults("over: support-kinds", "over: support-kind", text=CARDS)

    assert found == (
        "canvases/small.yml:5:16: repeat.over: 'support-kind' is no vocabulary. "
        "Did you mean 'support-kinds'?"
    )


@pytest.mark.parametrize(
    ("without", "problem"),
    [
        pytest.param(
            "[vouchers, voucher]",
            "repeat.without.2: 'voucher' is not a term of 'support-kinds'. "
            "Did you mean 'vouchers'?",
            id="unknown term",
        ),
        pytest.param(
            "[cci]",
            "repeat.without.1: 'cci' is not a term of 'support-kinds'.",
            id="term of another vocabulary",
        ),
        pytest.param(
            "[vouchers, vouchers]",
            "repeat.without.2: 'vouchers' is named twice. Name it once.",
            id="named twice",
        ),
        pytest.param("['{{ 7*7 }}']", "repeat.without.1: ", id="template expression"),
        pytest.param("[../secrets]", "repeat.without.1: ", id="path"),
    ],
)
def test_only_terms_of_the_vocabulary_can_go_without_a_card(
    without: str, problem: str, faults: Callable[..., list[str]]
) -> None:
    (found,) = faults("blank: 2", f"blank: 2, without: {without}", text=CARDS)

    assert problem in found


def test_a_sheet_of_cards_has_at_least_one(folder: Path, faults: Callable[..., list[str]]) -> None:
    ids = ", ".join(term.id for term in casebank.load(folder).terms("support-kinds"))

    (found,) = faults("blank: 2", f"without: [{ids}]", text=CARDS)

    assert "repeat.without: leaves no card. Leave out fewer terms." in found


def test_boxes_that_share_an_edge_do_not_overlap() -> None:
    assert not Area(x=0, y=0, w=10.1, h=5).meets(Area(x=10.1, y=0, w=5, h=5))


def test_every_canvas_of_the_real_book_is_listed_by_a_tool(book: casebank.Book) -> None:
    assert {canvas.id: book.tools_with(canvas)[0].id for canvas in book.canvases} == {
        "liept-sheet": "liept-model",
        "opsi-diamond": "opsi-model",
        "policy-canvas": "innovation-portfolio-policy-canvas",
        "portfolio-sheet": "portfolio-sensemaking",
        "stakeholder-map": "prototyping-workshop",
        "support-need-cards": "prototyping-workshop",
    }


def test_the_policy_canvas_asks_what_its_page_asks(book: casebank.Book) -> None:
    page = " ".join(
        book.tool("innovation-portfolio-policy-canvas").sections["How it works"].split()
    )

    title, *boxes = sorted(book.canvas("policy-canvas").boxes, key=lambda box: box.number or 0)

    fields = [f"{box.number}. **{box.title}.** {box.prompt}" for box in boxes]
    assert title.id == "title"
    assert [field for field in fields if field not in page] == []
    assert [box.number for box in boxes] == list(range(1, 13))


def test_the_stakeholder_map_has_every_group_that_is_invited_in_a_city(book: casebank.Book) -> None:
    groups = {f"stakeholder-groups.{term.id}" for term in book.terms("stakeholder-groups")}
    groups.remove("stakeholder-groups.peer-expert")

    assert {box.term for box in book.canvas("stakeholder-map").boxes if box.term} == groups


def test_the_facets_are_at_the_tips_of_the_diamond(book: casebank.Book) -> None:
    boxes = {box.id: box for box in book.canvas("opsi-diamond").boxes}
    middle_x, middle_y = 148.5, 113

    assert boxes["enhancement"].x + boxes["enhancement"].w < middle_x < boxes["anticipatory"].x
    assert boxes["mission"].y + boxes["mission"].h < middle_y < boxes["adaptive"].y
