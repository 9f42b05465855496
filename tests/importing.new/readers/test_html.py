"""HTML is read by its tags; scripts are no text, and menus are furniture."""

from __future__ import annotations

import pytest

from casebank.passages import Kind, UnreadableError
from casebank.readers.html import read


def kinds_of(html: str) -> list[tuple[str, str]]:
    """Kind and text of each passage."""
    return [(one.kind.value, one.text) for one in read(html.encode())]


def test_each_block_is_a_passage_of_its_kind():
    html = (
        "<h2>Part</h2><p>A <b>bold</b> word<br>and more.</p><ul><li>One</li><li>Two</li></ul>"
        "<table><tr><th>a</th><th></th><td>c</td></tr></table>"
        "<figure><figcaption>Picture</figcaption></figure>Loose text"
    )

    assert kinds_of(html) == [
        ("heading", "Part"),
        ("paragraph", "A bold word and more."),
        ("item", "One"),
        ("item", "Two"),
        ("row", "a | c"),
        ("caption", "Picture"),
        ("paragraph", "Loose text"),
    ]


def test_empty_cells_keep_their_column():
    (passage,) = read(b"<table><tr><td></td><td>b</td></tr></table>")

    assert passage.cells == ("", "b")


def test_only_the_first_item_opens_a_list():
    passages = read(b"<ul><li>a</li><li>b</li></ul><ul><li>c</li></ul>")

    assert [one.opens for one in passages] == [True, False, True]


def test_a_short_bold_paragraph_is_a_heading():
    assert kinds_of("<p><strong>Next steps</strong></p><p>More.</p>")[0][0] == "heading"


@pytest.mark.parametrize("tag", ["script", "style", "template", "noscript", "svg", "iframe"])
def test_what_is_no_text_is_left_out(tag):
    assert kinds_of(f"<{tag}>hidden</{tag}><!-- nor this --><p>Shown.</p>") == [
        ("paragraph", "Shown.")
    ]


@pytest.mark.parametrize("tag", ["nav", "footer", "aside", "header", "form"])
def test_what_surrounds_the_text_is_furniture(tag):
    passages = read(f"<{tag}><p>Menu</p></{tag}><p>Text.</p>".encode())

    assert [one.kind for one in passages] == [Kind.FURNITURE, Kind.PARAGRAPH]


def test_the_head_of_an_article_is_a_part_of_it():
    assert kinds_of("<article><header><h1>Title</h1></header></article>")[0][0] == "heading"


def test_a_page_without_text_is_refused():
    with pytest.raises(UnreadableError, match="holds no text"):
        read(b"<html><script>1</script></html>")


def test_tags_in_each_other_without_end_do_no_harm():
    (passage,) = read(b"<div>" * 20_000 + b"deep")

    assert passage.text == "deep"
