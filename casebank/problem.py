"""A problem is a value: where it is, what is wrong and how to mend it; formatted late."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST_ECHO = 80
"""Characters of a contributor's own text that a message repeats at most."""

_NEIGHBOURS = 50
"""Names on either side of a wrong one, in alphabetical order, that are compared with it."""


_INKLESS = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0\U000e0100-\U000e01ef]"
)
"""Fillers and selectors of variants, which count as letters and show nothing. U+FE0F, which makes
an emoji of a sign, is none of them."""


class Severity(StrEnum):
    """Whether a problem forbids to publish."""

    ERROR = "error"
    """Nothing is published as long as it is there."""

    WARNING = "warning"
    """Worth a look: it can be right as it is."""


@dataclass(frozen=True, order=True)
class Problem:
    """One fault in one file. Sorts by place, so that a report reads from top to bottom."""

    path: str
    """The file, relative to the repository, with forward slashes."""

    line: int
    """Counted from 1."""

    column: int
    """Counted from 1, in characters."""

    field: str
    """Dotted, list positions from 1: `recommendations.2.themes.1`; empty outside a field."""

    message: str
    """What was found and what was expected, as one sentence."""

    remedy: str
    """How to mend it, as one sentence that begins with a verb or a question."""

    severity: Severity = Severity.ERROR
    """Errors forbid to publish, warnings do not."""

    @property
    def is_error(self) -> bool:
        """Whether it forbids to publish."""
        return self.severity is Severity.ERROR

    def __str__(self) -> str:
        field = f"{self.field}: " if self.field else ""
        return visible(
            f"{self.path}:{self.line}:{self.column}: {field}{self.message} {self.remedy}"
        )


class PrintError(Exception):
    """A document cannot be set: texts that do not fit their places, or a fault of a template."""


class ProblemsError(Exception):
    """Raised by `casebank.load` when content has faults; `problems` holds all of them, sorted."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class FieldError(ValueError):
    """Raised by a check of one field's value; carries the two halves of a `Problem`."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


def echo(value: object) -> str:
    """Repeat a contributor's value in a message: quoted, shortened and unable to forge output."""
    text = value if isinstance(value, str) else str(value)
    shortened = text if len(text) <= LONGEST_ECHO else text[: LONGEST_ECHO - 1] + "…"
    return f"'{visible(shortened)}'"


def visible(text: str) -> str:
    """Return `text` with control, format and line characters as escapes.

    So nothing that a contributor wrote can start a line of its own in a log, where a forge would
    read commands, or reorder the text around it.
    """
    return "".join(
        char.encode("unicode_escape").decode() if is_hidden(char) else char for char in text
    )


def is_hidden(char: str) -> bool:
    """Tell whether a character shows a reader nothing, or other text than there is.

    Not counted are joiners (U+200C, U+200D), which several scripts need, and characters that
    this Python does not know yet, such as a new emoji.
    """
    hidden = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
    if char in "\u200c\u200d":
        return False
    return unicodedata.category(char) in hidden or _INKLESS.match(char) is not None


def first_hidden(text: str) -> str | None:
    """Return the first hidden character of a text, ends of lines and tabs aside."""
    if text.isprintable() and not _INKLESS.search(text):  # as nearly every text is
        return None
    return next((char for char in text if is_hidden(char) and char not in "\n\t"), None)


def suggestion(value: str, known: Iterable[str], *, otherwise: str) -> str:
    """Return "Did you mean 'x'?" for a near miss among `known`, or the sentence `otherwise`."""
    near = near_miss(value, known)
    return f"Did you mean '{near}'?" if near else otherwise


def near_miss(value: str, known: Iterable[str]) -> str | None:
    """Return the name among `known` that `value` is most likely a slip of.

    A comparison is slow and a book can have ten thousand names and many faults. So only neighbours
    are compared, in the order of first letters and of last ones: a slip leaves one end as it was.
    """
    return _nearest(value, frozenset(known))


@lru_cache(maxsize=256)  # the same slip is often made again
def _nearest(value: str, known: frozenset[str]) -> str | None:
    by_folded, by_beginning, by_end = _in_order(known)
    folded = value.casefold()
    ending_alike = (name[::-1] for name in _neighbours(folded[::-1], by_end))
    candidates = {*_neighbours(folded, by_beginning), *ending_alike}
    near = get_close_matches(folded, candidates, n=1, cutoff=0.65)
    return by_folded[near[0]] if near else None


@lru_cache(maxsize=32)  # the faults of a book have few sets of names between them
def _in_order(known: frozenset[str]) -> tuple[dict[str, str], list[str], list[str]]:
    """Return the names by their folded form, and these forms sorted by beginning and by end."""
    by_folded = {name.casefold(): name for name in sorted(known)}
    return by_folded, sorted(by_folded), sorted(name[::-1] for name in by_folded)


def _neighbours(value: str, names: list[str]) -> list[str]:
    place = bisect(names, value)
    return names[max(0, place - _NEIGHBOURS) : place + _NEIGHBOURS]
