"""What a parser of YAML finds wrong, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casebank.problem import Problem

if TYPE_CHECKING:
    import yaml


def unreadable(error: yaml.MarkedYAMLError, text: str, path: str, first_line: int) -> Problem:
    """Say what a parser of YAML could not read, and what people mostly did there."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.splitlines()
    shown = lines[line] if line < len(lines) else ""
    if "\t" in shown:
        remedy = "Indent with spaces, not with the Tab key."
    elif "mapping values are not allowed" in (error.problem or ""):
        remedy = 'Put a text that has a colon followed by a space in quotes: "…".'
    else:
        remedy = 'Check indentation and quotes here and in the line above; put long texts in "…".'
    return Problem(
        path,
        line + first_line,
        column + 1,
        "",
        f"cannot be read as YAML ({error.problem}).",
        remedy,
    )


def forbidden_character(error: Exception, text: str, path: str, first_line: int) -> Problem:
    """Say where a character stands that YAML does not allow."""
    position = getattr(error, "position", None)
    before = text[:position] if isinstance(position, int) else ""
    line, column = before.count("\n"), len(before) - before.rfind("\n")
    remedy = "Delete it and type the word again."
    message = "holds a character that cannot be shown."
    return Problem(path, line + first_line, column, "", message, remedy)
