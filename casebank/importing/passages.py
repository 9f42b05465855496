"""A passage: one heading, paragraph, item or row of a report, and where it stands in it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from casebank.contacts import contacts
from casebank.problem import is_hidden


class Kind(StrEnum):
    """What a passage is in the make-up of its report."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    """One item of a list."""

    ROW = "row"
    """One row of a table."""

    CAPTION = "caption"
    """What stands under a picture."""

    FURNITURE = "furniture"
    """What surrounds the text: running heads, page numbers, menus."""


@dataclass(frozen=True, eq=False)
class Passage:
    """One passage. Two with the same text are two, so that each can be accounted for."""

    text: str
    """Cleaned, on one line, without the sign of a list."""

    kind: Kind
    where: str
    """Where it begins, in words: `page 3`, `line 12`."""

    level: int = 0
    """Of a heading: 1 for the highest."""

    cells: tuple[str, ...] = ()
    """Of a row: its cells, empty ones included."""

    opens: bool = False
    """Of an item: whether a new list begins with it."""


CONTACT = "(contact left out)"
"""What stands in the place of an e-mail address or telephone number."""


class UnreadableError(Exception):
    """A report cannot be read; the text says why and what to do."""


def clean(text: str) -> str:
    """Return a text on one line, without characters that show nothing."""
    text = unicodedata.normalize("NFC", re.sub(r"\s+", " ", text))
    shown = (char for char in text if not is_hidden(char) and not _is_no_character(char))
    return re.sub(" +", " ", "".join(shown)).strip()


def _is_no_character(char: str) -> bool:
    """Tell whether a code point is one that Unicode sets aside, which YAML refuses."""
    point = ord(char)
    return point & 0xFFFE == 0xFFFE or 0xFDD0 <= point <= 0xFDEF


def without_contacts(text: str) -> str:
    """Return a text without e-mail addresses and telephone numbers."""
    while found := [snippet for snippet, _, _ in contacts(text)]:
        for snippet in found:
            text = text.replace(snippet, CONTACT)
    return text


def row(cells: tuple[str, ...], where: str) -> Passage:
    """Return a row of a table; its text is that of its cells."""
    return Passage(" | ".join(filter(None, cells)), Kind.ROW, where, cells=cells)
