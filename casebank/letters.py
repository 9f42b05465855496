"""Which letters our printed pages can show: those of every sans typeface in fonts/.

Texts may be written in any script, and the site shows them all. Print has Latin, Greek and
Cyrillic.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from unicodedata import category

LETTERS = "letters.txt"
"""Ranges of code points in hexadecimal digits, one a line; made by scripts/make_fonts.py."""

MISSING = "□"
"""Stands in print for a letter that no typeface has, as readers know it."""


def printable(text: str) -> str:
    """Return a text with a box for each letter that cannot be printed."""
    if text.isascii():
        return text
    letters = _letters()
    return "".join(char if ord(char) in letters else _instead(char) for char in text)


def _instead(char: str) -> str:
    """Return nothing for what only joins or directs letters, else a box."""
    return "" if category(char) == "Cf" else MISSING


@cache
def _letters() -> frozenset[int]:
    found: set[int] = {ord("\n"), ord("\t")}
    for line in (files("casebank") / LETTERS).read_text(encoding="ascii").split():
        first, _, last = line.partition("-")
        found.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(found)
