"""Problems as lines: for people, for the forge's annotations, and as JSON for other programs."""

from __future__ import annotations

import json
from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING

from casebank.phrases import plural
from casebank.problem import Problem, Severity, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SCHEMA_VERSION = 1
"""Raised when a field of the JSON report changes its meaning or goes away."""

ANNOTATIONS = 10
"""Errors, and warnings, that GitHub shows of one step; it drops all others in silence."""

_HEADINGS = {
    Severity.ERROR: ("error", "to be mended before this can be published"),
    Severity.WARNING: ("warning", "worth a look"),
}


def counted(problems: Iterable[Problem]) -> str:
    """Return how many errors and warnings there are: `2 errors and 1 warning`."""
    counts = Counter(problem.severity for problem in problems)
    return " and ".join(plural(counts[one], one.value) for one in Severity if counts[one])


def text_report(problems: tuple[Problem, ...]) -> Iterator[str]:
    """Yield errors and then warnings, each group under its heading."""
    separator: tuple[str, ...] = ()
    for severity, (noun, meaning) in _HEADINGS.items():
        group = [problem for problem in problems if problem.severity is severity]
        if group:
            yield from separator
            yield f"{plural(len(group), noun)}, {meaning}:"
            yield from map(str, group)
            separator = ("",)


def json_report(problems: tuple[Problem, ...]) -> Iterator[str]:
    """Yield one JSON document: `schema_version`, `errors`, `warnings` and `problems`.

    Each problem has the fields of `Problem`. Only ASCII is written: nothing in it can be mistaken.
    """
    counts = Counter(problem.severity for problem in problems)
    report = {
        "schema_version": SCHEMA_VERSION,
        "errors": counts[Severity.ERROR],
        "warnings": counts[Severity.WARNING],
        "problems": [problem.__dict__ for problem in problems],
    }
    yield json.dumps(report, indent=1)


def github_report(problems: tuple[Problem, ...]) -> Iterator[str]:
    """Yield annotations for the forge, and then everything as text in which it reads no commands.

    Annotations begin with the first problem of each file, so that no file goes unnoticed.
    """
    for severity in Severity:
        group = [problem for problem in problems if problem.severity is severity]
        yield from map(_annotation, _first_of_each_file(group)[:ANNOTATIONS])
    lines = list(text_report(problems))
    if lines:
        token = _token("\n".join(lines))
        yield f"::stop-commands::{token}"
        yield from lines
        yield f"::{token}::"


def _first_of_each_file(problems: list[Problem]) -> list[Problem]:
    seen: Counter[str] = Counter()
    ranks = {}
    for problem in problems:
        ranks[problem] = seen[problem.path]
        seen[problem.path] += 1
    return sorted(problems, key=ranks.__getitem__)


def _annotation(problem: Problem) -> str:
    properties = {
        "file": problem.path,
        "line": problem.line,
        "col": problem.column,
        "title": problem.field or "In the file",
    }
    named = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{problem.severity} {named}::{_data(f'{problem.message} {problem.remedy}')}"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _token(text: str) -> str:
    """Return what ends the protected lines: the same at every run, and not to be found in them."""
    token = sha256(text.encode()).hexdigest()
    while token in text:
        token = sha256(token.encode()).hexdigest()
    return token
