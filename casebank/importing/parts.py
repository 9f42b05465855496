"""The parts of a report, as its headings announce them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from casebank.importing.part_words import folded, found, words
from casebank.importing.passages import Kind, Passage

COVER = "cover"
"""Name of the part before all others."""

NUMBER = re.compile(r"^\d{1,2}[.)]?\s+(?=[^\W\d_])")
"""Of a heading."""

_LONGEST_TITLE = 14
"""Words of a heading beyond which it is taken to tell something, not to name a part."""


@dataclass(frozen=True)
class Part:
    """What stands under one heading that names a part."""

    name: str
    """As in part_words.yml, or `cover`."""

    heading: Passage | None = None
    passages: list[Passage] = field(default_factory=list)
    """All below the heading."""


def split_parts(passages: Iterable[Passage]) -> list[Part]:
    """Split a report where a heading names a part; furniture belongs to none."""
    told = [passage for passage in passages if passage.kind is not Kind.FURNITURE]
    numbered = _has_numbered_parts(told)
    parts = [Part(COVER)]
    before: Passage | None = None
    for passage in told:
        name = part_of(passage) if before or is_exact(passage) else ""
        if name and _opens(passage, name, parts[-1], before, numbered=numbered):
            parts.append(Part(name, passage))
        else:
            parts[-1].passages.append(passage)
        before = passage
    return parts


def part_of(passage: Passage) -> str:
    """Return the part that a heading names; empty if none."""
    if passage.kind is not Kind.HEADING or len(passage.text.split()) > _LONGEST_TITLE:
        return ""
    if number_of(passage.text, "portfolio"):
        return "portfolios"
    if number_of(passage.text, "axis"):
        return "plan"
    best = {name: found(passage.text, part["words"]) for name, part in words()["parts"].items()}
    if best["recommendations"] or best["participants"]:
        best["conclusions"] = ""  # "Conclusions and recommendations" are recommendations
    return max(best, key=lambda name: len(best[name])) if any(best.values()) else ""


def is_exact(passage: Passage) -> bool:
    """Tell whether a heading says nothing but the name of a part; a title says more."""
    known = {folded(word) for part in words()["parts"].values() for word in part["words"]}
    return folded(passage.text.strip(" :")) in known


def number_of(text: str, noun: str) -> str:
    """Return the number of a heading such as "Portfolio 2: …" or "Axis 1 – …"; empty if none."""
    for word in words()["numbered"][noun]:
        if match := re.match(
            rf"{re.escape(folded(word))}\s+(?:no\.?\s*|n°\s*)?(\d+)\b", folded(text)
        ):
            return match[1]
    return ""


def _has_numbered_parts(passages: list[Passage]) -> bool:
    """Tell whether the parts are numbered, so that headings without a number are below them."""
    named = [one for one in passages if NUMBER.match(one.text) and part_of(one)]
    return len(named) > 1


def _opens(
    passage: Passage, name: str, current: Part, before: Passage | None, *, numbered: bool
) -> bool:
    """Tell whether a heading that names a part begins it here."""
    inner = name in words()["inner"]
    if name == current.name or (before and number_of(before.text, "portfolio")):
        return False
    if NUMBER.match(passage.text):
        return numbered or current.name != "recommendations"
    if numbered and not inner:
        return current.name == COVER
    if current.name in {"recommendations", "participants"} and numbered:
        return name in {"plan", "figures"}
    above = current.heading.level if current.heading else passage.level
    return inner or passage.level <= above


def sections(part: Part) -> Iterator[tuple[Passage | None, list[Passage]]]:
    """Yield each heading within a part with what stands below it."""
    heading: Passage | None = None
    below: list[Passage] = []
    for passage in part.passages:
        if passage.kind is Kind.HEADING:
            if heading or below:
                yield heading, below
            heading, below = passage, []
        else:
            below.append(passage)
    if heading or below:
        yield heading, below
