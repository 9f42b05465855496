"""Actions: tables and lists below the axes of a plan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from casebank.fields import Line, Text
from casebank.importing.draft_file import BLANK, Fields, Finding, accepted, finding
from casebank.importing.finders.columns import columns_of
from casebank.importing.incoming import Incoming
from casebank.importing.part_words import found, words
from casebank.importing.parts import number_of, sections
from casebank.importing.passages import Kind, Passage

_MARK = re.compile(r"^\S+\s+(?:\S+\s+)?\d+\s*[:.–—|-]*\s*")
_MOST_DIGITS = 2


@dataclass
class _Action:
    """One row of the plan, with the rows that go on with its timeline."""

    priority: int
    rows: list[Passage] = field(default_factory=list)
    text: str = ""
    steps: list[tuple[Passage, str]] = field(default_factory=list)


def find(report: Incoming) -> Fields:
    """Return the actions below each axis of the plan."""
    actions: list[Fields] = []
    axes = 0
    for part in report.parts("plan"):
        heads = [*([(part.heading, part.passages)] if _is_axis(part.heading) else [])]
        for heading, below in [*heads, *sections(part)]:
            if heading and _is_axis(heading) and report.desk.is_free(heading):
                axes += 1
                actions += _axis(report, axes, heading, report.desk.free(below))
    return {"actions": list(actions)}


def _is_axis(heading: Passage | None) -> bool:
    return heading is not None and bool(number_of(heading.text, "axis"))


def _axis(
    report: Incoming, number: int, heading: Passage, below: list[Passage]
) -> Iterator[Fields]:
    name = _MARK.sub("", heading.text) or heading.text
    if not accepted(Line, name):
        return
    rows = [one for one in below if one.kind is Kind.ROW]
    items = [one for one in below if one.kind is Kind.ITEM and accepted(Text, one.text)]
    header, actions = _rows(rows)
    actions = actions or [_Action(n, [one], one.text) for n, one in enumerate(items, 1)]
    said = heading.text + (f"; columns: {header.text}" if header else "")
    for action in actions:
        axis = finding(name, heading, words=heading.text)
        if report.desk.is_free(heading):
            report.desk.place(heading, *([header] if header else []))
            axis = finding(name, heading, words=said)
        report.desk.place(*action.rows)
        yield _fields(report, number, axis, action)


def _fields(report: Incoming, number: int, axis: Finding, action: _Action) -> Fields:
    text = finding(action.text, *action.rows) if action.text else BLANK
    ask = report.ask(f"{report.prefix}-X{number}.{action.priority}", text)
    fields: Fields = {
        "id": ask.pop("id"),
        "axis": axis,
        "priority": finding(action.priority, *action.rows),
        **ask,
        "timeline": [finding(step, row) for row, step in action.steps],
    }
    if not action.steps:
        fields["timeline"] = BLANK
    if status := _status(" ".join(step for _, step in action.steps)):
        fields["status"] = Finding(status, "words of the timeline")
    return fields


def _status(text: str) -> str:
    states: dict[str, list[str]] = words()["status"]
    return next((status for status, phrases in states.items() if found(text, phrases)), "")


def _rows(rows: list[Passage]) -> tuple[Passage | None, list[_Action]]:
    """Return the heads of the columns and the actions; a row without a number goes on with one."""
    header, columns = columns_of(rows)
    if header is None or not {"priority", "action"} <= columns.keys():
        return None, []
    actions: list[_Action] = []
    early: list[tuple[Passage, str]] = []
    for row in rows[rows.index(header) + 1 :]:
        cell = {name: _cell(row, place) for name, place in columns.items()}
        if not all(accepted(Text, text) for text in row.cells if text):
            continue
        told = cell.get("timeline", "")
        if cell["priority"].isdigit() and len(cell["priority"]) <= _MOST_DIGITS and cell["action"]:
            steps = [*early, *([(row, told)] if told else [])]
            rows_of = [*dict.fromkeys(one for one, _ in early), row]
            actions.append(_Action(int(cell["priority"]) or 1, rows_of, cell["action"], steps))
            early = []
        elif told and told == row.text:
            if not actions or told.endswith(":"):  # it introduces what follows
                early.append((row, told))
            else:
                actions[-1].rows.append(row)
                actions[-1].steps.append((row, told))
    return header, actions


def _cell(row: Passage, place: int) -> str:
    return row.cells[place] if place < len(row.cells) else ""
