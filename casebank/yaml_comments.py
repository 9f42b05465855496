"""Comments in YAML, which a parser drops: where each stands, and behind which value."""

from __future__ import annotations

import re
from bisect import bisect
from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

from casebank.strict_yaml import KEY, FastestSafeLoader

if TYPE_CHECKING:
    from casebank.strict_yaml import Parsed, Path, Position

_BEGINNING = re.compile(r"(?<!\S)#")


@dataclass(frozen=True)
class Comment:
    """One comment, to the end of its line."""

    line: int
    """In the file, counted from 1."""

    column: int
    """Of its sign #, counted from 1."""

    text: str
    """What stands behind the sign, spaces included."""

    path: Path
    """The field on whose line it stands; empty for a comment that has a line of its own."""

    first_line: int
    """The first line of the value that it stands behind, and its own if there is none."""

    last_line: int
    """The last line of that value."""

    value: Path
    """The unquoted value that it cuts off; empty if there is none directly before it."""


def comments(parsed: Parsed) -> tuple[Comment, ...]:
    """Return the comments of a YAML text that could be parsed, from top to bottom."""
    if "#" not in parsed.text:
        return ()
    scalars = [
        token
        for token in yaml.scan(parsed.text, Loader=FastestSafeLoader)
        if isinstance(token, yaml.ScalarToken)
    ]
    starts = [(token.start_mark.line, token.start_mark.column) for token in scalars]
    places = _Places(parsed)
    found = []
    for number, line in enumerate(parsed.text.split("\n")):
        for match in _BEGINNING.finditer(line):
            place = (number, match.start())
            before = bisect(starts, place) - 1
            token = scalars[before] if before >= 0 else None
            if token is None or not _holds(token, place):
                found.append(_comment(places, parsed.first_line, line, place, token))
                break
    return tuple(found)


class _Places:
    """What stands where: fields by line, values by position."""

    def __init__(self, parsed: Parsed) -> None:
        self.values: dict[Position, Path] = {}
        self.fields: dict[int, Path] = {}
        firsts: dict[int, tuple[bool, int]] = {}
        for path, place in parsed.positions.items():  # the first key, or the innermost value
            is_key = path[-1:] == (KEY,)
            rank = (not is_key, place[1] if is_key else -len(path))
            if path and rank <= firsts.get(place[0], rank):
                firsts[place[0]] = rank
                self.fields[place[0]] = path[:-1] if is_key else path
            self.values[place] = path


def _holds(token: yaml.ScalarToken, place: tuple[int, int]) -> bool:
    """Tell whether a sign # is a part of a text, as it is also in the lines below `>-`."""
    end = (token.end_mark.line, token.end_mark.column)
    introduces = token.style in {"|", ">"} and place[0] == token.start_mark.line
    return place < end and not introduces


def _comment(
    places: _Places,
    first_line: int,
    line: str,
    place: tuple[int, int],
    token: yaml.ScalarToken | None,
) -> Comment:
    number, column = place[0] + first_line, place[1] + 1
    text = line[column:]
    if token is None or not _is_behind(token, place[0]):
        return Comment(number, column, text, places.fields.get(number, ()), number, number, ())
    first = token.start_mark.line + first_line
    last = token.end_mark.line + first_line - (token.end_mark.column == 0)
    cut: Path = ()
    if not token.style and not line[token.end_mark.column : place[1]].strip():
        cut = places.values.get((first, token.start_mark.column + 1), ())
    field = places.fields.get(first, ())
    return Comment(number, column, text, field, first, last, cut if cut[-1:] != (KEY,) else ())


def _is_behind(token: yaml.ScalarToken, line: int) -> bool:
    """Tell whether a text ends on this line, or is introduced there by `>-`."""
    mark = token.start_mark if token.style in {"|", ">"} else token.end_mark
    return bool(mark.line == line)
