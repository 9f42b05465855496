"""An index of words, cut into small parts: a reader who looks for a word loads its part alone."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

OTHER = "other"
"""The part of all words that do not begin with two plain letters or digits."""

_MARKS = "\u0300"
"""The first mark; no accent comes before it."""

_WORD = re.compile(r"[^\W_]{2,}")
_PLAIN = re.compile(r"[a-z0-9]{2}")


def word_index(texts: Iterable[str]) -> dict[str, dict[str, list[int]]]:
    """Return the places of the texts with each word, by the first two letters of the word.

    Places are written as distances, each from the one before, which are small and compress well:
    a word of the texts 3, 4 and 9 has `[3, 1, 5]`.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        for word in set(_WORD.findall(fold(text))):
            places[word].append(place)
    parts: dict[str, dict[str, list[int]]] = defaultdict(dict)
    for word in sorted(places):
        found = places[word]
        steps = [found[0], *(after - before for before, after in pairwise(found))]
        parts[_part(word)][word] = steps
    return dict(sorted(parts.items()))


def fold(text: str) -> str:
    """Return `text` in lower case and without accents, exactly as text.js of the site does."""
    if text.isascii():  # as most are; the rest takes ten times as long
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text)
    kept = (char for char in decomposed if char < _MARKS or unicodedata.category(char)[0] != "M")
    return "".join(kept).lower()


def _part(word: str) -> str:
    return word[:2] if _PLAIN.match(word) else OTHER
