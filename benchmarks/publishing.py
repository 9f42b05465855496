"""How much there is for programs to read, and how long it takes to make: API, dataset, feeds."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from casebank import load
from casebank.outputs import data_files
from casebank.publication import Publication

if TYPE_CHECKING:
    from pathlib import Path

HERE = Publication("Bench", "https://bench.example/")


@dataclass(frozen=True)
class Publishing:
    """What `data_files` yields for one book."""

    files: int
    size: int
    """Bytes of all of them."""

    seconds: float


def publishing(content: Path) -> Publishing:
    """Make every data file of a content folder, and keep none."""
    book = load(content)
    files = size = 0
    begin = time.perf_counter()
    for output in data_files(book, HERE):
        files += 1
        size += len(output.data)
    return Publishing(files, size, time.perf_counter() - begin)
