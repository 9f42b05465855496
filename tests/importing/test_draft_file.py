"""Fields are written so that YAML reads them again, and texts so that Markdown shows them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from casebank.importing.draft_file import BLANK, Finding, escaped, finding, front_matter
from casebank.importing.passages import Kind, Passage, clean
from casebank.strict_yaml import parse

SHOWN = st.text(min_size=1, max_size=200).map(clean).filter(bool)


def read_again(fields: dict) -> object:
    """What the strict reader makes of written fields."""
    text = front_matter(fields, "A draft.").split("---\n")[1]
    parsed = parse(text, "x.md")
    assert parsed.problems == ()
    return parsed.data


@given(SHOWN, SHOWN)
def test_any_text_is_read_as_it_was_written(text, note):
    assert read_again({"a": [{"b": Finding(text, note)}]}) == {"a": [{"b": text}]}


@pytest.mark.parametrize("text", ["true", "null", "~", "12", "a: b", "a #b", "- a", "'", "é è"])
def test_a_text_that_yaml_could_take_for_something_else_stays_text(text):
    assert read_again({"a": Finding(text)}) == {"a": text}


def test_a_long_text_is_folded_at_its_spaces():
    text = "A plain sentence of words. " * 10

    written = front_matter({"a": Finding(text.strip(), "page 3")}, "A draft.")

    assert "a: >-  # TO CONFIRM: page 3\n  A plain sentence" in written
    assert max(map(len, written.splitlines())) <= 100


def test_what_was_not_found_is_blank_with_its_mark():
    assert "a:  # TO CONFIRM: not found in the report\n" in front_matter({"a": BLANK}, "A draft.")


def test_many_places_are_told_by_the_first_and_the_last():
    passages = [Passage("x", Kind.ROW, f"line {number}") for number in range(1, 9)]

    assert finding("x", *passages).note == "line 1 to line 8"


@given(SHOWN)
def test_markdown_shows_an_escaped_text_and_nothing_else(text):
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(escaped(text))

    assert not re.search(r"<(?!/?(p|code)>)", html)


@pytest.mark.parametrize("text", ["{{ x }}", "[^a]", "[a]: b", "{% x", "--8<-- x"])
def test_what_cannot_be_escaped_becomes_code(text):
    assert escaped(text) == f"`{text}`"
