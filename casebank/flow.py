"""Whether a run sheet can work: each block has time for its step and finds what the step needs.

Looks at the data as read, so that a tool with a fault elsewhere is looked at too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeGuard

from casebank.problem import echo, suggestion
from casebank.strict_yaml import Path

Fault = tuple[Path, str, str]
"""Where, what is wrong, and how to mend it."""


def faults_of(tool: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield what is wrong with the steps and run sheets in the front matter of a tool."""
    steps = {step["id"]: step for _, step in _groups(tool, "steps") if _is_text(step.get("id"))}
    yield from _faults_of_steps(tool)
    for index, format_ in _groups(tool, "formats"):
        there = set(_texts(tool, "needs"))
        for number, session in _groups(format_, "sessions"):
            for place, block in _groups(session, "blocks"):
                path = ("formats", index, "sessions", number, "blocks", place)
                name = block.get("step")
                if not _is_text(name):
                    continue
                if name not in steps:
                    remedy = suggestion(name, steps, otherwise="Name the id of a step above.")
                    yield (*path, "step"), f"{echo(name)} is no step of this tool.", remedy
                    continue
                yield from _faults_of_block(path, block, steps[name], there)
                there |= set(_texts(steps[name], "produces"))


def _faults_of_steps(tool: Mapping[str, Any]) -> Iterator[Fault]:
    roles = [role["name"] for _, role in _groups(tool, "roles") if _is_text(role.get("name"))]
    seen: set[str] = set()
    for index, step in _groups(tool, "steps"):
        id_, lead = step.get("id"), step.get("led_by")
        if _is_text(id_) and id_ in seen:
            remedy = "Give each step a key of its own."
            yield ("steps", index, "id"), f"{echo(id_)} is used twice.", remedy
        if _is_text(id_):
            seen.add(id_)
        if _is_text(lead) and lead not in roles:
            remedy = suggestion(lead, roles, otherwise="Name one of the tool's roles.")
            yield ("steps", index, "led_by"), f"{echo(lead)} is no role of this tool.", remedy


def _faults_of_block(
    path: Path, block: Mapping[str, Any], step: Mapping[str, Any], there: set[str]
) -> Iterator[Fault]:
    minutes, shortest = block.get("minutes"), step.get("at_least")
    if isinstance(minutes, int) and isinstance(shortest, int) and minutes < shortest:
        message = f"{minutes} minutes are too short for {echo(step['id'])}."
        remedy = f"Give it at least {shortest}, or leave the block out."
        yield (*path, "minutes"), message, remedy
    for artefact in _texts(step, "needs"):
        if artefact not in there:
            message = f"{echo(step['id'])} needs {echo(artefact)}, which nobody has produced yet."
            remedy = "Put a block before it that produces it, or list it in the tool's needs."
            yield (*path, "step"), message, remedy


def _groups(data: Mapping[str, Any], name: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Yield the groups of fields in a list with their places; what is none was reported before."""
    items = data.get(name)
    for index, item in enumerate(items if isinstance(items, list) else ()):
        if isinstance(item, dict):
            yield index, item


def _texts(data: Mapping[str, Any], name: str) -> list[str]:
    items = data.get(name)
    return [item for item in items if _is_text(item)] if isinstance(items, list) else []


def _is_text(value: object) -> TypeGuard[str]:
    return isinstance(value, str)
