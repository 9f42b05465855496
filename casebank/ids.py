"""Ids that two things share: keys within a file, asks of the whole book, addresses of cases."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from casebank.problem import Problem, echo
from casebank.records import RESERVED, groups

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casebank.case import Case
    from casebank.records import Entry
    from casebank.strict_yaml import Path
    from casebank.tool import Tool


_LOOK_ALIKE = str.maketrans("oil", "011")
"""Letters that look like a digit, or like each other as capitals."""


def repeated_keys(entry: Entry[Case] | Entry[Tool]) -> Iterator[Problem]:
    """Find keys of sources and of run sheets that are used twice within one file."""
    for name in ("sources", "formats"):
        seen: set[str] = set()
        for index, item in enumerate(entry.groups(name)):
            id_ = str(item.get("id"))
            if id_ in seen:
                message = f"{echo(id_)} is used twice."
                yield entry.problem((name, index, "id"), message, "Give each one a key of its own.")
            seen.add(id_)


def shared_anchors(cases: list[Entry[Case]]) -> Iterator[Problem]:
    """Find ids that two asks or portfolios share, or that a reader could not tell apart."""
    first_uses: dict[str, tuple[Entry[Case], Path, str]] = {}
    for entry in cases:
        for path, id_ in anchor_ids(entry.data):
            alike = id_.casefold().translate(_LOOK_ALIKE)
            first, place, used = first_uses.setdefault(alike, (entry, path, id_))
            if (first, place) != (entry, path):
                line, _ = first.document.front_matter.position(place)
                where = f"at {first.document.path}:{line}"
                message = f"{echo(id_)} is used already, {where}."
                if id_.casefold() != used.casefold():
                    message = f"{echo(id_)} looks like {echo(used)}, {where}."
                remedy = "Give it an id that no other ask or portfolio of the book has."
                yield entry.problem(path, message, remedy)


def anchor_ids(data: dict[str, Any]) -> Iterator[tuple[Path, str]]:
    """Yield the id of each ask and portfolio of a case as read, with its place."""
    for name in ("portfolios", "recommendations", "examples", "conclusions", "actions"):
        for index, item in enumerate(groups(data, name)):
            if isinstance(item.get("id"), str):
                yield (name, index, "id"), item["id"]
            for position, ask in enumerate(groups(item, "asks")):
                if isinstance(ask.get("id"), str):
                    yield (name, index, "asks", position, "id"), ask["id"]


def taken_aliases(cases: list[Entry[Case]], known_paths: frozenset[str]) -> Iterator[Problem]:
    """Find earlier ids that are the address of another case."""
    owners = {PurePath(path).stem: path for path in known_paths if path.startswith("cases/")}
    for entry in cases:
        aliases = entry.record.aliases if entry.record else ()
        for index, alias in enumerate(aliases):
            owner = "another page or file" if alias in RESERVED else owners.get(alias)
            owners.setdefault(alias, entry.document.path)
            if owner:
                message = f"{echo(alias)} is the address of {owner} already."
                remedy = "List only earlier ids of this very case, each once."
                yield entry.problem(("aliases", index), message, remedy)
