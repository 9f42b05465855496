"""A problem is a value: where it is, what is wrong and how to mend it; formatted late."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST_ECHO = 80
"""Characters of a contributor's own text that a message repeats at most."""


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

    def __str__(self) -> str:
        field = f"{self.field}: " if self.field else ""
        return visible(
            f"{self.path}:{self.line}:{self.column}: {field}{self.message} {self.remedy}"
        )


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
    return char not in "\u200c\u200d" and unicodedata.category(char) in hidden


def suggestion(value: str, known: Iterable[str], *, otherwise: str) -> str:
    """Return "Did you mean 'x'?" for a near miss among `known`, or the sentence `otherwise`."""
    by_folded = {name.casefold(): name for name in sorted(known)}
    near = get_close_matches(value.casefold(), by_folded, n=1, cutoff=0.65)
    return f"Did you mean '{by_folded[near[0]]}'?" if near else otherwise
