"""Turn what lychee found into the text of the standing issue on broken links.

    link_report.py LYCHEE.json REPORT.md

Links are contributed text: each is shown as code and never linked, so that the issue calls nobody
and leaves no mark on other issues.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from job import code, hand_over, run_address, summarise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LARGEST = 60_000
"""Bytes of the report. A forge takes 65,536 characters as the text of an issue."""

LONGEST_ADDRESS = 500

SHY = {401, 403, 405, 406, 429, 999}
"""Answers with which many sites meet programs but not people."""

GROUPS = {
    "broken": ("Broken", "The server says that nothing is there."),
    "silent": ("No answer", "No server was found, or it was at fault. Next week may tell more."),
    "shy": ("Not for programs", "The server answers only people. Open the link by hand."),
}
"""Heading and explanation of each kind of fault; the last does not open the issue."""


@dataclass(frozen=True, order=True)
class Link:
    """A link that did not work, where it stands."""

    path: str

    line: int
    """Counted from 1; 0 where lychee does not know."""

    address: str

    answer: str
    """What the server said, or why it said nothing, in lychee's words."""

    group: str
    """A key of `GROUPS`."""


def links(found: dict[str, Any]) -> list[Link]:
    """Return the links that lychee reports, from the first file and line to the last."""
    maps = [found.get("error_map", {}), found.get("timeout_map", {})]
    return sorted({link_of(path, fault) for map_ in maps for path in map_ for fault in map_[path]})


def link_of(path: str, fault: dict[str, Any]) -> Link:
    """Return one entry of lychee's lists as a link."""
    status = fault.get("status", {})
    return Link(
        path=Path(path).as_posix(),
        line=int(fault.get("span", {}).get("line", 0)),
        address=str(fault.get("url", "")),
        answer=answer_in(status),
        group=group_of(status),
    )


def answer_in(status: dict[str, Any]) -> str:
    """Return what the server said, or why it said nothing."""
    return str(status.get("details") or status.get("text", "")).removeprefix(
        "Rejected status code: "
    )


def group_of(status: dict[str, Any]) -> str:
    """Tell what kind of fault an answer is."""
    number = status.get("code", 0)
    if number in SHY:
        return "shy"
    return "broken" if 300 <= number < 500 else "silent"


def report(found: Iterable[Link]) -> str:
    """Return the text of the issue, cut at its limit between two links."""
    by_group = defaultdict(list)
    for link in found:
        by_group[link.group].append(link)
    lines = ["Kept by the weekly check of links. Do not edit: the next check writes it anew.", ""]
    for group, (heading, explanation) in GROUPS.items():
        if by_group[group]:
            lines += [f"## {heading}", "", explanation, *rows(by_group[group]), ""]
    if not any(by_group.values()):
        lines += ["Every link was answered.", ""]
    lines += [f"All results: {run_address()}"] if run_address() else []
    return cut(lines)


def rows(found: list[Link]) -> Iterator[str]:
    """Yield the links of one group, by file."""
    path = ""
    for link in found:
        if link.path != path:
            path = link.path
            yield from ("", f"### {code(path)}", "")
        address = link.address
        if len(address) > LONGEST_ADDRESS:
            address = address[: LONGEST_ADDRESS - 1] + "…"
        yield f"- line {link.line}: {code(address)}: {code(link.answer[:LONGEST_ADDRESS])}"


def cut(lines: list[str]) -> str:
    """Return lines as a text that an issue can hold."""
    size = 0
    for count, line in enumerate(lines):
        size += len(line.encode()) + 1
        if size > LARGEST:
            return "\n".join([*lines[:count], "", f"Cut here. All results: {run_address()}"])
    return "\n".join(lines)


def main(source: str, target: str) -> None:
    """Write the report; on a forge, also the summary and what the next job needs."""
    found = links(json.loads(Path(source).read_text(encoding="utf-8")))
    text = report(found)
    Path(target).write_text(text + "\n", encoding="utf-8")
    summarise(text)
    hand_over("faults", str(sum(link.group != "shy" for link in found)))
    hand_over("report", text)


if __name__ == "__main__":
    main(*sys.argv[1:])
