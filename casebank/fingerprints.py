"""Words of a text, and short hashes of runs of them, by which a copied sentence is recognised.

A fingerprint is a BLAKE2 hash cut down to twelve hexadecimal digits, far too short to hold the
words themselves and long enough that two different runs hardly ever share one. So documents that
may not be published can be compared with ours all the same.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FOLDER = "fingerprints"
"""One text file a document, made by scripts/make_fingerprints.py; a content folder may have it."""

RUN_LENGTH = 8
"""Words in a run: long enough for a coincidence to be rare, shorter than nearly any sentence."""

_NOT_PROSE = re.compile(r"\[\^[\w-]+\]|\]\([^)]*\)|<[^>]+>")
"""Citation marks, targets of links and tags stand between words without being words."""

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Word:
    """One word, and where it stands."""

    plain: str
    """Without case and accents."""

    start: int
    end: int


def located_words(text: str) -> tuple[Word, ...]:
    """Return the words of `text` with their places, without punctuation and markup."""
    blanked = _NOT_PROSE.sub(lambda match: " " * len(match[0]), text)
    return tuple(
        Word(plain, match.start(), match.end())
        for match in _WORD.finditer(blanked)
        for plain in _folded(match[0])
    )


def words(text: str) -> tuple[str, ...]:
    """Return the words of `text` without case, accents, punctuation and markup."""
    return _folded(_NOT_PROSE.sub(" ", text))


def _folded(text: str) -> tuple[str, ...]:
    if text.isascii():
        return tuple(_WORD.findall(text.lower()))
    folded = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(char for char in folded if not unicodedata.combining(char))
    return tuple(_WORD.findall(plain))


def runs(text: str, length: int = RUN_LENGTH) -> Iterator[tuple[str, ...]]:
    """Yield every run of `length` words that follow each other."""
    found = words(text)
    return (found[start : start + length] for start in range(len(found) - length + 1))


def fingerprint(run: tuple[str, ...]) -> str:
    """Return the short hash of some words."""
    return blake2b(" ".join(run).encode(), digest_size=6).hexdigest()


def read_fingerprints(root: Path) -> dict[str, str]:
    """Return the name of the document that each fingerprint comes from; none without a folder."""
    return {
        mark: file.stem
        for file in sorted((root / FOLDER).glob("*.txt"), reverse=True)
        for mark in file.read_text(encoding="ascii").split()
    }
