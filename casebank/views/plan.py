"""The session planner: its form, and every run sheet as it stands, for those without a script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casebank.plan import MOST, sheets, steps_of, things, usual
from casebank.run_sheet import rows
from casebank.views.templates import macros

if TYPE_CHECKING:
    from markupsafe import Markup

    from casebank.book import Book


def session_planner(book: Book, tool_id: str) -> Markup:
    """The session planner of a tool that has run sheets."""
    tool = book.tool(tool_id)
    if not tool.formats:
        message = f"{tool.path} has no run sheets to plan with."
        raise ValueError(message)
    steps = steps_of(tool.formats, tool)
    parts = macros("plan.html", rows=rows)
    # What is said of a run sheet cites sources that stand on the page of the tool.
    formats = [one.model_copy(update={"note": None}) for one in tool.formats]
    return parts["planner"](tool, formats, usual(tool), MOST, things(steps), sheets(book, steps))
