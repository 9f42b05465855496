"""Headings, lists and paragraphs of plain text are known by how their lines look."""

from __future__ import annotations

import pytest

from casebank.passages import Kind, UnreadableError
from casebank.readers.text import read


def kinds_of(text: str) -> list[tuple[str, str]]:
    """Kind and text of each passage."""
    return [(one.kind.value, one.text) for one in read(text.encode())]


@pytest.mark.parametrize(
    "heading",
    [
        "## A title",
        "A TITLE IN CAPITALS",
        "2. A numbered title",
        "Author of this:",
        "A short line",
        "➤ Portfolio 1",
        "Who was there?",
    ],
)
def test_a_heading_can_look_in_many_ways(heading):
    text = f"Report\n\n{heading}\n\nA sentence that stands below it.\n"

    assert kinds_of(text)[1][0] == "heading"


@pytest.mark.parametrize(
    "line",
    [
        "A short sentence.",
        "here it goes on in small letters",
        "Among the things that stood in the way:",
        "“A quotation without its speaker”",
        "5",
    ],
)
def test_a_sentence_is_no_heading(line):
    text = f"Report\n\n{line}\n\nA sentence that stands below it.\n"

    assert kinds_of(text)[1][0] != "heading"


def test_an_underlined_line_is_a_heading():
    passages = read(b"Report\n======\n\nPart\n----\nText of the part.\n")

    assert [(one.kind, one.level) for one in passages[:2]] == [(Kind.HEADING, 1), (Kind.HEADING, 2)]
    assert "=" not in "".join(one.text for one in passages)


@pytest.mark.parametrize("sign", ["-", "*", "•", "- ·", "⇒", "·"])
def test_an_item_loses_its_sign(sign):
    text = f"Report\n\n{sign} One thing to do, and more.\n{sign} Another thing, and more.\n"

    assert kinds_of(text)[1:] == [
        ("item", "One thing to do, and more."),
        ("item", "Another thing, and more."),
    ]


def test_a_new_list_opens_after_an_empty_line_but_not_after_the_end_of_a_page():
    passages = read(b"Report\n\n- a.\n- b.\n\n- c.\n\n\n\n\n- d.\n")

    assert [one.opens for one in passages[1:]] == [True, False, True, False]


def test_lines_broken_by_the_width_of_a_page_are_one_paragraph():
    text = (
        "Report\n\n"
        "The town has built boats for nine centuries, and its yards closed one\n"
        "after another. Then the tools went into sheds, where they still lie in\n"
        "good order.\n"
    )

    assert len(kinds_of(text)) == 2


def test_a_line_that_ends_a_sentence_ends_its_paragraph():
    text = "Report\n\nThe first is short.\nThe second follows without a gap.\n"

    assert len(kinds_of(text)) == 3


def test_short_lines_in_a_row_are_a_list():
    assert [kind for kind, _ in kinds_of("Report\n\nBoats\nLooms\nOvens\n")[1:]] == ["item"] * 3


def test_tabs_separate_the_cells_of_a_row():
    _, passage = read(b"Report\n\nName\tCountry\t\n")

    assert (passage.kind, passage.cells) == (Kind.ROW, ("Name", "Country"))


def test_signs_of_emphasis_and_links_are_left_out():
    text = "Report\n\nSee **the hall** under [Places](https://t.example/), it is open.\n"

    assert kinds_of(text)[1][1] == "See the hall under Places (https://t.example/), it is open."


def test_a_passage_says_on_which_line_it_begins():
    assert read(b"Report\n\nText that follows.\n")[1].where == "line 3"


def test_text_in_another_encoding_is_refused():
    with pytest.raises(UnreadableError, match="Save it again with the encoding UTF-8"):
        read("Métropole".encode("latin-1"))


def test_bytes_are_no_text():
    with pytest.raises(UnreadableError, match="is no text"):
        read(b"\x00\x01\x02")


def test_an_empty_file_has_no_passages():
    assert read(b"\n \n") == ()
