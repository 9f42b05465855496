"""How tools lead to each other: what comes after what, is part of what, and is handed over."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from casebank.problem import echo
from casebank.strict_yaml import Path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from casebank.tool import Tool

_ORDER = "Remove one of them from 'precedes' or 'follows'."
_WHOLE = "Remove one of them from 'part_of'."


@dataclass(frozen=True)
class Link:
    """One tool that leads to another."""

    before: str
    """Id of the tool that comes first."""

    after: str
    """Id of the tool that it leads to."""

    artefacts: tuple[str, ...]
    """Ids of what the first produces and the second needs."""

    stated: bool
    """Whether a file says that one comes after the other; otherwise it follows from artefacts."""


class MethodMap:
    """The tools of a book as they lead to each other; answers what a drawing and a list ask."""

    def __init__(self, tools: Iterable[Tool]) -> None:
        self.tools = {tool.id: tool for tool in tools}
        """By id, in the order of the book."""

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every pair of which one leads to the other, a whole and its part aside."""
        links = (
            Link(one.id, other.id, _handed(one, other), _stated(one, other))
            for one in self.tools.values()
            for other in self.tools.values()
            if not self._are_kin(one.id, other.id)
        )
        return tuple(link for link in links if link.stated or link.artefacts)

    @cached_property
    def main_links(self) -> tuple[Link, ...]:
        """The links that a drawing needs: what holds for a whole is not said again of its parts.

        What is handed against the stated order, as from a review back to the beginning, is left
        out as well; a list tells it.
        """
        pairs = {(link.before, link.after) for link in self.links}
        order = _edges((link.before, link.after) for link in self.links if link.stated)
        return tuple(
            link
            for link in self.links
            if not self._said_of_wholes(link, pairs)
            and (link.stated or not _way(order, link.after, link.before))
        )

    def whole_of(self, id_: str) -> str | None:
        """Return the first tool that this one is a part of, within which it is drawn."""
        return next((whole for whole in self.tools[id_].part_of if whole in self.tools), None)

    def parts_of(self, id_: str | None) -> tuple[str, ...]:
        """Return the tools that are drawn within this one, or the outermost ones for None."""
        return tuple(part for part in self.tools if self.whole_of(part) == id_)

    def within(self, id_: str, whole: str | None) -> str | None:
        """Return the part of `whole` that holds a tool, which can be itself; None if none does."""
        current: str | None = id_
        while current is not None and self.whole_of(current) != whole:
            current = self.whole_of(current)
        return current

    def ranks(self, whole: str | None = None) -> tuple[tuple[str, ...], ...]:
        """Return the parts of a whole in groups: each comes after something in the group before.

        The outermost ones are those of None, without the tools that stand alone.
        """
        pairs = {
            (self.within(link.before, whole), self.within(link.after, whole), not link.stated)
            for link in self.main_links
        }
        before: dict[str, set[str]] = {part: set() for part in self.parts_of(whole)}
        if whole is None:
            before = {part: set() for part in before if part not in self.alone}
        for _, one, other in sorted(
            (unsure, one, other) for one, other, unsure in pairs if one and other and one != other
        ):
            if not _way(before, one, other):  # it would come before itself
                before[other].add(one)
        ranks: list[tuple[str, ...]] = []
        done: set[str] = set()
        while len(done) < len(before):
            ready = [one for one in before if one not in done and before[one] <= done]
            ranks.append(tuple(ready))
            done.update(ready)
        return tuple(ranks)

    @cached_property
    def alone(self) -> tuple[str, ...]:
        """The tools that lead nowhere, come from nowhere, have no parts and are none."""
        linked = {end for link in self.main_links for end in (link.before, link.after)}
        outermost = self.parts_of(None)
        return tuple(one for one in outermost if one not in linked and not self.parts_of(one))

    @cached_property
    def in_reading_order(self) -> tuple[Tool, ...]:
        """The tools as they are used: each whole is followed by its parts; lastly those alone."""
        return (*self._in_order(None), *(self.tools[id_] for id_ in self.alone))

    def _in_order(self, whole: str | None) -> Iterator[Tool]:
        for rank in self.ranks(whole):
            for id_ in rank:
                yield self.tools[id_]
                yield from self._in_order(id_)

    def makers_of(self, artefact: str) -> tuple[Tool, ...]:
        """Return the tools that produce an artefact."""
        return tuple(tool for tool in self.tools.values() if artefact in tool.produces)

    def users_of(self, artefact: str) -> tuple[Tool, ...]:
        """Return the tools that need an artefact."""
        return tuple(tool for tool in self.tools.values() if artefact in tool.needs)

    def _said_of_wholes(self, link: Link, pairs: set[tuple[str, str]]) -> bool:
        return any(
            (one, other) in pairs and (one, other) != (link.before, link.after)
            for one in (link.before, *self._wholes[link.before])
            for other in (link.after, *self._wholes[link.after])
        )

    def _are_kin(self, one: str, other: str) -> bool:
        return one == other or one in self._wholes[other] or other in self._wholes[one]

    @cached_property
    def _wholes(self) -> dict[str, tuple[str, ...]]:
        """All that each tool is a part of, at any depth."""
        edges = {tool.id: {*tool.part_of} & {*self.tools} for tool in self.tools.values()}
        return {id_: _reached(edges, id_) for id_ in self.tools}


def cycles(
    tools: Mapping[str, Mapping[str, Any]],
) -> Iterator[tuple[str, Path, str, str]]:
    """Yield each way that leads back to its beginning: tool, path, message and remedy.

    `tools` is the front matter of each tool by its id, as read: what is no list of ids in it was
    reported before.
    """
    order: dict[tuple[str, str], tuple[str, Path]] = {}
    wholes: dict[tuple[str, str], tuple[str, Path]] = {}
    for id_, data in tools.items():
        for other, path in _named(data, "precedes"):
            order.setdefault((id_, other), (id_, path))
        for other, path in _named(data, "follows"):
            order.setdefault((other, id_), (id_, path))
        for other, path in _named(data, "part_of"):
            wholes[id_, other] = (id_, path)
    yield from _cycles(order, "comes before", _ORDER)
    yield from _cycles(wholes, "is a part of", _WHOLE)


def _cycles(
    stated: Mapping[tuple[str, str], tuple[str, Path]], verb: str, remedy: str
) -> Iterator[tuple[str, Path, str, str]]:
    edges = _edges(stated)
    seen: set[str] = set()
    for start in sorted(edges):
        way = _way(edges, start, start)
        if len(way) > 2 and not seen & {*way}:  # a tool that names itself was reported before
            seen |= {*way}
            tool, path = stated[way[0], way[1]]
            steps = f", which {verb} ".join(echo(id_) for id_ in way[1:])
            yield tool, path, f"{echo(start)} {verb} {steps} again.", remedy


def _handed(one: Tool, other: Tool) -> tuple[str, ...]:
    return tuple(artefact for artefact in one.produces if artefact in other.needs)


def _stated(one: Tool, other: Tool) -> bool:
    return other.id in one.precedes or one.id in other.follows


def _named(data: Mapping[str, Any], field: str) -> Iterator[tuple[str, Path]]:
    items = data.get(field)
    for index, item in enumerate(items if isinstance(items, list) else ()):
        if isinstance(item, str):
            yield item, (field, index)


def _edges(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    edges: dict[str, set[str]] = {}
    for one, other in pairs:
        edges.setdefault(one, set()).add(other)
    return edges


def _reached(edges: Mapping[str, set[str]], start: str) -> tuple[str, ...]:
    """Return all that can be reached from `start`, the nearest first."""
    return tuple(one for one in _origins(edges, start) if one != start)


def _way(edges: Mapping[str, set[str]], start: str, goal: str) -> tuple[str, ...]:
    """Return the shortest way of one step or more, with both ends; () where there is none."""
    origins = _origins(edges, start)
    if goal not in origins:
        return ()
    way = [goal, origins[goal]]
    while way[-1] != start:
        way.append(origins[way[-1]])
    return tuple(reversed(way))


def _origins(edges: Mapping[str, set[str]], start: str) -> dict[str, str]:
    """Return, for all that can be reached in one step or more, from where the nearest way comes."""
    origins: dict[str, str] = {}
    waiting = deque([start])
    while waiting:
        one = waiting.popleft()
        for other in sorted(edges.get(one, ())):
            if other not in origins:
                origins[other] = one
                waiting.append(other)
    return origins
