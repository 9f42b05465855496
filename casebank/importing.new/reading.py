"""Read a report in a process of its own: a hostile file costs that process its life, not ours."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from casebank.passages import Kind, Passage, UnreadableError

FORMATS = {
    ".pdf": "pdf",
    ".docx": "docx",
    ".html": "html",
    ".htm": "html",
    ".txt": "text",
    ".md": "text",
}
"""The reader of each ending of a file's name."""

LARGEST = 40_000_000
"""Bytes of the largest report that is read."""

MOST_SECONDS = 120
MOST_MEMORY = 2_000_000_000
"""Bytes that reading may take, where the system can be told."""


def read_report(file: Path) -> tuple[Passage, ...]:
    """Return the passages of a report, or raise why it cannot be read."""
    if file.suffix.lower() not in FORMATS:
        message = "is of no format that can be read. Save it as PDF, DOCX, HTML or text."
        raise UnreadableError(message)
    if file.stat().st_size > LARGEST:
        message = f"has more than {LARGEST:,} bytes. Save it without its pictures."
        raise UnreadableError(message)
    module = [sys.executable, "-X", "utf8", "-m", "casebank.reading"]
    command = [*module, str(file.resolve()), str(MOST_MEMORY)]
    try:
        done = subprocess.run(  # noqa: S603 (our own module)
            command, capture_output=True, timeout=MOST_SECONDS, check=False
        )
        answer = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, ValueError):
        message = "takes too long or too much memory to read. Save it again, or save it as text."
        raise UnreadableError(message) from None
    if isinstance(answer, str):
        raise UnreadableError(answer)
    return tuple(
        Passage(**{**one, "kind": Kind(one["kind"]), "cells": tuple(one["cells"])})
        for one in answer
    )


def answer(file: Path) -> str | list[dict[str, object]]:
    """Return the passages as data, or why there are none."""
    try:
        reader = importlib.import_module(f"casebank.readers.{FORMATS[file.suffix.lower()]}")
    except ImportError as error:
        missing = str(error.name).partition(".")[0]
        return f"needs {missing}, which is not installed. Install casebank[import]."
    try:
        passages = reader.read(file.read_bytes())
    except UnreadableError as error:
        return str(error)
    return [asdict(passage) for passage in passages if passage.text]


def _limit(memory: int) -> None:
    """Give this process an end to its memory; not every system can."""
    with suppress(ImportError, ValueError, OSError):
        resource = importlib.import_module("resource")
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


if __name__ == "__main__":
    _limit(int(sys.argv[2]))
    json.dump(answer(Path(sys.argv[1])), sys.stdout)
