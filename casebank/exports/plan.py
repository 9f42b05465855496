"""What the session planner loads: each tool with run sheets, its steps, and what they need.

It lies at `plan/formats.json`, beside the page that uses it; like the files of the explorers it is
no promise, unlike /api/v1/. Texts have their citations taken out: there is no list of sources.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from casebank.page import Output
from casebank.plan import (
    MOST,
    TEAM,
    block_keys,
    canvases_of,
    planned,
    sheets,
    steps_of,
    supplies,
    usual,
)
from casebank.prose import without_citations
from casebank.run_sheet import rows
from casebank.typography import typographic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casebank.book import Book
    from casebank.plan import Sheet
    from casebank.run_sheet import Format, Row
    from casebank.step import Step
    from casebank.tool import Tool

PATH = "plan/formats.json"


def plan_files(book: Book) -> Iterator[Output]:
    """Yield the one file, if there is anything to plan."""
    tools = {tool.id: _tool(book, tool) for tool in book.tools if planned(tool)}
    if tools:
        text = json.dumps(tools, ensure_ascii=False, separators=(",", ":"))
        yield Output(PATH, text, "")


def _tool(book: Book, tool: Tool) -> dict[str, Any]:
    steps = steps_of(tool.formats, tool)
    artefacts = {id_ for step in steps for id_ in (*step.needs, *step.produces)}
    group = tool.group_size
    canvases = {sheet.canvas.id: _sheet(sheet) for sheet in sheets(book, steps)}
    return {
        "title": _said(tool.title),
        "usual": asdict(usual(tool)),
        "most": MOST,
        "team": dict(zip(("at_least", "at_most"), TEAM, strict=True)),
        "group": group and {"at_least": group.at_least, "at_most": group.at_most},
        "needs": tool.needs,
        "produces": tool.produces,
        "artefacts": {id_: _said(book.term("artefacts", id_).name) for id_ in sorted(artefacts)},
        "canvases": canvases,
        "steps": {step.id: _step(step) for step in steps},
        "formats": [_format(tool, format_) for format_ in tool.formats],
    }


def _sheet(sheet: Sheet) -> dict[str, Any]:
    title = _said(sheet.canvas.title)
    return {"title": title, "per": sheet.per, "count": sheet.count, "size": sheet.size}


def _step(step: Step) -> dict[str, Any]:
    return {
        "at_least": step.at_least,
        "led_by": step.led_by and _said(step.led_by),
        "needs": step.needs,
        "produces": step.produces,
        "canvases": canvases_of(step),
        "supplies": [
            {"item": _said(one.item), "count": one.count, "per": one.per} for one in supplies(step)
        ],
    }


def _format(tool: Tool, format_: Format) -> dict[str, Any]:
    keys = block_keys(format_)
    return {
        "id": format_.id,
        "title": _said(format_.title),
        "sessions": [
            {
                "title": _said(session.title or format_.title),
                "start": session.start,
                "days_later": session.days_later,
                "blocks": [_block(next(keys), row) for row in rows(session, tool.steps_by_id)],
            }
            for session in format_.sessions
        ],
    }


def _block(key: str, row: Row) -> dict[str, Any]:
    return {
        "key": key,
        "step": row.block.step,
        "pause": row.block.pause is not None,
        "title": _said(row.title),
        "minutes": row.block.minutes,
        "result": _said(row.result),
    }


def _said(text: str) -> str:
    return typographic(without_citations(text))
