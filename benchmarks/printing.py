"""How long printing takes: a hundred cases at once, then the same again, then one that changed."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from synthetic import write_content

from casebank import load
from casebank.downloads.briefing import briefings
from casebank.press import Press
from casebank.publication import Publication

if TYPE_CHECKING:
    from pathlib import Path

CASES = 100
HERE = Publication("Bench", "https://bench.example/")


@dataclass(frozen=True)
class Printing:
    """Seconds of three runs over the same cases, and how many documents each set anew."""

    first: float
    again: float
    made: int
    made_again: int


def printing(folder: Path) -> Printing:
    """Print a hundred synthetic cases with a cache in `folder`, twice."""
    root = folder / "content-printing"
    write_content(root, 2 * CASES)  # some of them are cards
    book = load(root)
    full = [case for case in book.cases if case.is_full][:CASES]
    hundred = type(book)(tuple(full), book.tools, book.vocabularies)
    runs = []
    for _ in range(2):
        press = Press(folder / "press")
        begin = time.perf_counter()
        list(briefings(hundred, HERE, press))
        runs.append((time.perf_counter() - begin, press.made))
    (first, made), (again, made_again) = runs
    return Printing(first, again, made, made_again)
