"""What the session planner counts with: keys of blocks, usual numbers, and what a format takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from markdown.extensions.toc import slugify

from casebank.book import Book
from casebank.canvas import Canvas
from casebank.run_sheet import LONGEST, Format
from casebank.step import Per, Step, Supply
from casebank.tool import Tool

TEAM = (5, 7)
"""The smallest and the largest team that we advise."""

MOST = {"people": 500, "teams": 100, "minutes": LONGEST}
"""Beyond these numbers a plan is a slip of the hand."""

SIZES = {Per.PERSON: "A4", Per.TEAM: "A2", Per.ROOM: "A0"}
"""Paper on which all who work on a sheet can read it at once, where no supply says another."""


@dataclass(frozen=True)
class Numbers:
    """How many come, and into how many teams they are divided."""

    people: int
    teams: int

    def of(self, per: Per) -> int:
        """Return how many there are of what something is counted by."""
        return {Per.PERSON: self.people, Per.TEAM: self.teams, Per.ROOM: 1}[per]


@dataclass(frozen=True)
class Thing:
    """What must lie ready, once for all blocks that use it."""

    supply: Supply
    """With the largest count that one of the blocks asks for."""

    blocks: tuple[str, ...]
    """Titles of the steps that use it."""


@dataclass(frozen=True)
class Sheet:
    """A canvas to print, and by what it is counted."""

    canvas: Canvas
    per: Per
    count: int
    size: str
    """Of the paper, such as A2."""


def planned(tool: Tool) -> bool:
    """Return whether a tool has run sheets whose blocks are its steps."""
    return any(block.step for format_ in tool.formats for block in format_.blocks)


def block_keys(format_: Format) -> Iterator[str]:
    """Yield a key for each block, by which the address of a plan names it: `opsi`, `break.2`."""
    seen: Counter[str] = Counter()
    for block in format_.blocks:
        name = block.step or slugify(block.pause or block.title or "", "-") or "block"
        seen[name] += 1
        yield name if seen[name] == 1 else f"{name}.{seen[name]}"


def usual(tool: Tool) -> Numbers:
    """Return the numbers that a plan begins with: full teams, of about as many as a tool is for."""
    size = sum(TEAM) // 2
    span = tool.group_size
    teams = round((span.at_least + span.at_most) / 2 / size) if span else 4
    return Numbers(max(teams, 1) * size, max(teams, 1))


def steps_of(formats: Iterable[Format], tool: Tool) -> list[Step]:
    """Return the steps that happen in any of the formats, in the order of the tool."""
    names = {block.step for format_ in formats for block in format_.blocks}
    return [step for step in tool.steps if step.id and step.id in names]


def things(steps: Sequence[Step], *, canvases: bool = False) -> list[Thing]:
    """Return what lies ready for these steps, each thing once, in order of first use.

    Canvases are counted by `sheets`; they are among the things only if asked for.
    """
    found: dict[tuple[str, Per], Thing] = {}
    for step in steps:
        for supply in step.supplies if canvases else supplies(step):
            key = (supply.item, supply.per)
            known = found.get(key, Thing(supply, ()))
            most = max(known.supply, supply, key=lambda one: one.count)
            found[key] = replace(known, supply=most, blocks=(*known.blocks, step.title))
    return list(found.values())


def supplies(step: Step) -> list[Supply]:
    """Return the supplies of a step without those that are canvases, which count as such."""
    return [one for one in step.supplies if not one.canvas]


def canvases_of(step: Step) -> list[str]:
    """Return which canvases a step uses: those that it lists, and those among its supplies."""
    named = [one.canvas for one in step.supplies if one.canvas]
    return list(dict.fromkeys([*step.canvases, *named]))


def sheets(book: Book, steps: Sequence[Step]) -> list[Sheet]:
    """Return the canvases of these steps, each once; the supply that is one says how many.

    Where no supply does, there is one for each team.
    """
    ids = dict.fromkeys(id_ for step in steps for id_ in canvases_of(step))
    return [_sheet(book.canvas(id_), steps) for id_ in ids]


def _sheet(canvas: Canvas, steps: Sequence[Step]) -> Sheet:
    named = [one for step in steps for one in step.supplies if one.canvas == canvas.id]
    supply = max(named, key=lambda one: one.count, default=None)
    per, count = (supply.per, supply.count) if supply else (Per.TEAM, 1)
    said = supply.paper if supply else None
    return Sheet(canvas, per, count, said or ("A4" if canvas.repeat else SIZES[per]))
