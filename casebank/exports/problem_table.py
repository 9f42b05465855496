"""Problems as a table in Markdown, for the summary page of the forge."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from casebank.exports.problem_report import counted
from casebank.phrases import plural
from casebank.problem import Problem, visible

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOM = 1_000_000
"""Bytes that are used at most; GitHub takes 1 MiB a step and refuses what is larger as a whole."""

_SPECIAL = re.compile(r"[^\w\s.,;'\-–—“”‘’/]")
"""Whatever could mean something in Markdown or HTML."""

_HEAD = "\n| | File | Line | Field | What is wrong | How to mend it |\n|---|---|---|---|---|---|\n"


def problem_table(problems: tuple[Problem, ...], room: int = ROOM) -> str:
    """Return a heading and a row a problem, errors first, as many as there is room for."""
    if not problems:
        return "### Check of the content: no problem found\n"
    text = f"### Check of the content: {counted(problems)}\n{_HEAD}"
    room -= len(text.encode()) + 200  # for the last sentence
    shown = 0
    rows = []
    for row in map(_row, _errors_first(problems)):
        room -= len(row.encode())
        if room < 0:
            break
        rows.append(row)
        shown += 1
    left = len(problems) - shown
    end = f"\n{plural(left, 'more problem')} did not fit: see the log.\n" if left else ""
    return text + "".join(rows) + end


def _errors_first(problems: Iterable[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda problem: not problem.is_error)


def _row(problem: Problem) -> str:
    cells = (
        problem.severity.value,
        problem.path,
        str(problem.line),
        problem.field,
        problem.message,
        problem.remedy,
    )
    return "".join(f"| {_cell(cell)} " for cell in cells) + "|\n"


def _cell(text: str) -> str:
    """Return a text that is only a text in a cell, whatever it holds."""
    return _SPECIAL.sub(lambda match: f"&#{ord(match[0])};", visible(text)).replace("_", "&#95;")
