"""Method cards: two on a page, backs behind their fronts, and no text that does not fit."""

from __future__ import annotations

from io import BytesIO

import pypdf
import pytest

from casebank.downloads.method_cards import method_cards
from casebank.press import Press
from casebank.problem import PrintError
from casebank.publication import Publication
from tests.pdf_checks import assert_accessible, assert_valid

HERE = Publication("Test book", "https://t.example/")


@pytest.fixture(scope="module")
def cards(book):
    return method_cards(book, HERE, Press())


def pages_of(pdf: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(BytesIO(pdf)).pages]


def test_the_set_is_accessible_and_in_a4(cards):
    assert_accessible(
        cards.content, title="Method cards", pages=cards.pages, size_mm=(210, 297), language="en-GB"
    )


def test_the_set_is_valid_pdf_ua_and_pdf_a(cards, tmp_path):
    assert_valid([cards], tmp_path)


def test_every_tool_and_every_step_of_the_day_has_a_card(book, cards):
    text = " ".join(pages_of(cards.content)).replace("’", "'")
    titles = [tool.title for tool in book.tools]
    titles += [step.title for tool in book.tools for step in tool.steps if step.id and step.goal]

    assert len(titles) > len(book.tools)
    assert [title for title in titles if title not in text] == []


def test_a_back_is_printed_behind_its_front(make_book, make_tool):
    tools = tuple(
        make_tool(f"t{n}", title=f"Front {n}", use_when=[f"Back {n}."]) for n in (1, 2, 3)
    )

    pages = pages_of(method_cards(make_book(tools=tools), HERE, Press()).content)

    # Turned on the long edge, top stays top: cards 1 and 2 on a sheet, card 3 on the next.
    assert ["Front 1" in pages[0], "Front 2" in pages[0], "Front 3" in pages[2]] == [True] * 3
    assert ["Back 1." in pages[1], "Back 2." in pages[1], "Back 3." in pages[3]] == [True] * 3


def test_texts_that_do_not_fit_are_refused_all_at_once_with_their_file(make_book, make_tool):
    long = ["Far too much. " * 60] * 3
    tools = (make_tool("a", use_when=long), make_tool("b", use_when=long), make_tool("c"))

    with pytest.raises(PrintError) as refused:
        method_cards(make_book(tools=tools), HERE, Press())

    first, second = str(refused.value).splitlines()
    assert first.startswith("tools-and-methods/a.md: the card, back: the text is ")
    assert first.endswith(" mm too tall for its place. Shorten it.")
    assert second.startswith("tools-and-methods/b.md: the card, back: ")
