"""Read YAML the way authors expect it, and know the line and column of every value.

A strict subset of YAML 1.2: `NO` is Norway, dates stay text, and nothing that makes a file larger
or other than it looks (anchors, aliases, tags, duplicate keys, deep nesting) is accepted.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeAlias

import yaml

from casebank.problem import Problem, echo, first_hidden
from casebank.yaml_faults import forbidden_character, unreadable

MAX_DEPTH = 12
"""Levels of lists and mappings in each other; a case needs five."""

Path: TypeAlias = tuple[str | int, ...]
"""Keys and list positions (from 0) that lead to a value."""

Position: TypeAlias = tuple[int, int]
"""Line and column, both counted from 1."""


FastestSafeLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's where PyYAML was built with it: ten times faster, with the same positions."""


class _Loader(FastestSafeLoader):  # type: ignore[misc]  # chosen at run time
    """A safe loader with the scalars of the YAML 1.2 core schema, without octal and hexadecimal."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 (PyYAML's own interface)


_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:null", re.compile(r"^(?:~|null|)$"), ["~", "n", ""]
)
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), ["t", "f"])
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile(r"^[-+]?(?:0|[1-9][0-9]{0,17})$"), list("-+0123456789")
)
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"^[-+]?[0-9]{1,18}\.[0-9]{1,18}$"), list("-+0123456789")
)


@dataclass(frozen=True)
class Parsed:
    """The data of one YAML text, where each value stands, and what was wrong with the text."""

    data: Any = None
    """Mappings, lists, text, numbers, booleans and None; None as well when the text has faults."""

    positions: dict[Path, Position] = field(default_factory=dict)
    """Position of each value, and of each key under `(*path, key, KEY)`."""

    problems: tuple[Problem, ...] = ()

    text: str = ""
    """What was parsed."""

    first_line: int = 1
    """The line of the file on which `text` begins."""

    def position(self, path: Path) -> Position:
        """Where the value at `path` stands, or its nearest parent if it is absent."""
        while path and path not in self.positions:
            path = path[:-1]
        return self.positions.get(path, (1, 1))

    def find(self, path: Path, snippet: str) -> Position:
        """Where `snippet` stands in the value at `path`; the value's beginning if not literally.

        A folded text breaks its lines anywhere, so spaces match any space.
        """
        start = self.position(path)
        words = r"\s+".join(map(re.escape, snippet.split()))
        if not words:
            return start
        after = bisect_right(self._in_order, start)
        end = self._in_order[after : after + 1]
        last = self._offset(end[0]) if end else len(self.text)
        match = re.compile(words).search(self.text, self._offset(start), last)
        if match is None:
            return start
        line = bisect_right(self._line_starts, match.start()) - 1
        return self.first_line + line, match.start() - self._line_starts[line] + 1

    def _offset(self, position: Position) -> int:
        """Return how many characters of the text stand before a position."""
        line = min(position[0] - self.first_line, len(self._line_starts) - 1)
        return self._line_starts[line] + position[1] - 1

    @cached_property
    def _in_order(self) -> list[Position]:
        return sorted(set(self.positions.values()))

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]


KEY = "\0key"
"""Marks the position of a key itself, as against its value; no key can hold this character."""


def parse(text: str, path: str, first_line: int = 1) -> Parsed:
    """Parse `text`, which begins on line `first_line` of the file `path`."""
    try:
        problem = _refused(text, path, first_line)
        if problem:
            return Parsed(problems=(problem,))
        node = yaml.compose(text, Loader=_Loader)
        reader = _NodeReader(path, first_line)
        data = None if node is None else reader.read(node, ())
    except yaml.MarkedYAMLError as error:
        return Parsed(problems=(unreadable(error, text, path, first_line),))
    except (yaml.YAMLError, ValueError) as error:  # ValueError: an escape that is no character
        problem = forbidden_character(error, text, path, first_line)
        return Parsed(problems=(problem,))
    if reader.problems:
        return Parsed(positions=reader.positions, problems=tuple(reader.problems))
    return Parsed(data, reader.positions, text=text, first_line=first_line)


def _refused(text: str, path: str, first_line: int) -> Problem | None:
    """Return the first construct that is valid YAML and yet not accepted here.

    Works on the event stream, before any value is built, so that a hostile text costs nothing.
    """
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        mark = event.start_mark
        if mark is None:
            continue
        line, column = mark.line + first_line, mark.column + 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            message = "YAML anchors and aliases (& and *) are not accepted."
            return Problem(
                path, line, column, "", message, "Put a text that begins with & or * in quotes."
            )
        if tag := getattr(event, "tag", None):
            message = f"YAML tags ({echo(tag)}) are not accepted."
            return Problem(
                path, line, column, "", message, "Put a text that begins with ! in quotes."
            )
        if depth > MAX_DEPTH:
            message = f"nested more than {MAX_DEPTH} levels deep."
            return Problem(
                path, line, column, "", message, "Check the indentation and the brackets."
            )
        if isinstance(event, yaml.DocumentStartEvent) and event.explicit:
            return Problem(
                path, line, column, "", "a second document begins.", "Remove the line '---'."
            )
    return None


class _NodeReader:
    """Turns PyYAML's nodes into data, noting positions and duplicate keys on the way."""

    def __init__(self, path: str, first_line: int) -> None:
        self.path = path
        self.first_line = first_line
        self.positions: dict[Path, Position] = {}
        self.problems: list[Problem] = []
        self._scalars = yaml.constructor.SafeConstructor()

    def read(self, node: yaml.Node, path: Path) -> Any:
        self.positions[path] = self._position(node)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.read(item, (*path, index)) for index, item in enumerate(node.value)]
        value = self._scalars.construct_object(node)
        if isinstance(value, str):
            self._check_escapes(node, path, value)
        return value

    def _check_escapes(self, node: yaml.Node, path: Path, value: str) -> None:
        """Find invisible characters that a quoted text spells as escapes."""
        if hidden := first_hidden(value):
            message = f"holds the invisible character U+{ord(hidden):04X}."
            self._fault(node, path, message, "Remove its escape, which begins with a backslash.")

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._fault(
                    key_node, path, "a field name must be plain text.", "Remove the brackets."
                )
                continue
            key = str(key_node.value)
            self._check_escapes(key_node, path, key)
            if key in data:
                first = self.positions[(*path, key, KEY)][0]
                self._fault(
                    key_node,
                    (*path, key),
                    f"appears twice, first on line {first}.",
                    "Keep one of the two.",
                )
                continue
            self.positions[(*path, key, KEY)] = self._position(key_node)
            data[key] = self.read(value_node, (*path, key))
        return data

    def _fault(self, node: yaml.Node, path: Path, message: str, remedy: str) -> None:
        line, column = self._position(node)
        self.problems.append(Problem(self.path, line, column, dotted(path), message, remedy))

    def _position(self, node: yaml.Node) -> Position:
        return node.start_mark.line + self.first_line, node.start_mark.column + 1


def dotted(path: Path) -> str:
    """Write a path as people count: `("asks", 0, "id")` is `asks.1.id`."""
    return ".".join(
        str(part + 1) if isinstance(part, int) else part for part in path if part != KEY
    )
