"""No file makes the check hang: twice as much text takes about twice as long, never its square."""

from __future__ import annotations

import gc
import time

import pytest

import casebank

BODIES = {
    "brackets": "[",
    "pictures": "![",
    "links that never close": "[a](",
    "emphasis": "*a **b ",
    "underscores": "_a ",
    "quotations": "> ",
    "lists": "- ",
    "list items": "* a\n\n",
    "backticks": "` `` ``` ",
    "fences": "```\n",
    "cells": "|a",
    "rows": "|a|\n|-|\n|b|\n",
    "tags": "<a ",
    "tags with an attribute": "<a b='",
    "comments": "<!--",
    "autolinks": "<https://a",
    "entities": "&#8238;",
    "citations": "[^x] ",
    "citations on lines": "[^x]\n",
    "links": "[a](nowhere.md) ",
    "links written otherwise": "[ä](ä.md)\n",
    "definitions": "[a]: b\n",
    "headings": "### a\n\n",
    "sections": "\n## Context\n\na\n",
    "underlined headings": "a\n=\n",
    "invisible characters": "\u202e a\n",
    "template expressions": "{% ",
    "snippets": "\n-",
    "empty lines": "\n",
    "spaces": " ",
    "quotes": "\"a' ",
}
"""Pieces of text, repeated in a body."""

FIELDS = {
    "lists": ("[ai-cci]", "["),
    "groups": ("[ai-cci]", "{"),
    "indents": ("[ai-cci]", "- "),
    "questions": ("[ai-cci]", "? "),
    "quotes": ("[ai-cci]", "'"),
    "unknown fields": ("kind:", "%n: 1\n"),
    "the same field": ("kind:", "title: 1\n"),
    "comments": ("kind:", "# a\n"),
    "comments that cut a text": ("review:", "  - id: TV-%n\n    title: a #b\n"),
    "entries": ("review:", "  - {id: TV-1, title: T, text: T, themes: [skils]}\n"),
    "digits": ("[ai-cci]", "1"),
    "text": ("Offer", "a "),
    "lesser signs": ("Offer", "<"),
    "lines in quotes": ("Offer", "a\n      "),
}
"""Places in the front matter, and what is repeated before them."""

SIZE = 8_000
"""Characters of the smaller of the two files; 300,000 are read at most."""


@pytest.fixture
def seconds(folder):
    """Measure how long the check of a case takes the processor, the better of two.

    Garbage is left alone meanwhile: how long it takes to collect depends on the tests before.
    """

    def measure(text):
        (folder / "cases/testville.md").write_text(text, encoding="utf-8")
        times = []
        for _ in range(2):
            start = time.process_time()
            casebank.inspect(folder)
            times.append(time.process_time() - start)
        return min(times)

    gc.collect()
    gc.disable()
    yield measure
    gc.enable()


def repeated(piece, characters):
    return "".join(piece.replace("%n", f"k{n}") for n in range(characters // len(piece) + 1))


def grows_with_its_square(seconds, text_of):
    """Tell whether four times the text takes nearly sixteen times as long."""
    small, large = seconds(text_of(SIZE)), seconds(text_of(4 * SIZE))
    return large > 9 * max(small, 0.02)


@pytest.mark.parametrize("piece", BODIES.values(), ids=BODIES)
def test_no_body_takes_forever(seconds, case_text, piece):
    def text_of(size):
        return case_text.replace("A town by the sea.", piece * (size // len(piece)) + "a")

    assert not grows_with_its_square(seconds, text_of)


@pytest.mark.parametrize(("place", "piece"), FIELDS.values(), ids=FIELDS)
def test_no_front_matter_takes_forever(seconds, case_text, place, piece):
    def text_of(size):
        return case_text.replace(place, repeated(piece, size) + place, 1)

    assert not grows_with_its_square(seconds, text_of)


def test_a_square_is_recognised():
    def slow(text):
        return len(text) ** 2 / SIZE**2

    assert grows_with_its_square(slow, lambda size: "a" * size)
