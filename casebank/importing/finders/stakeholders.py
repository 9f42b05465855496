"""Who took part: organisations below the name of a group, or in tables of participants.

Names of persons are not taken over: a row with one stays aside, and only its organisation and
position are read from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from casebank.fields import Line
from casebank.importing.draft_file import BLANK, Fields, Finding, accepted, finding
from casebank.importing.finders.columns import columns_of
from casebank.importing.incoming import Incoming
from casebank.importing.naming import is_name, named
from casebank.importing.parts import Part, sections
from casebank.importing.passages import Kind, Passage
from casebank.importing.place_names import country_named

_COMMA = re.compile(r"\s*[,;]\s*(?![^()]*\))")
"""Between organisations; not within brackets."""


@dataclass
class _Group:
    """A group of stakeholders as the report lists it."""

    heading: Passage
    term: str = ""
    below: list[Passage] = field(default_factory=list)


def find(report: Incoming) -> Fields:
    """Return the organisations of each group."""
    groups = [group for part in report.parts("participants") for group in _groups(report, part)]
    return {"stakeholders": [fields for group in groups for fields in _fields(report, group)]}


def _groups(report: Incoming, part: Part) -> Iterator[_Group]:
    """Yield each heading that names a group, or has a list or table below it.

    A heading right behind that of a group is its content: a single organisation looks like one.
    """
    terms = report.terms("stakeholder-groups")
    group: _Group | None = None
    for heading, below in sections(part):
        if heading is None:
            continue
        exact = next((term.id for term in terms if is_name(heading.text, term)), "")
        if not exact and group and not group.below and group.term:
            group.below += [heading, *below]
            continue
        if group:
            yield group
        group = None
        named_here = exact or next(iter(named(heading.text, terms)), "")
        if exact or any(one.kind in {Kind.ROW, Kind.ITEM} for one in below):
            group = _Group(heading, named_here, list(below))
    if group:
        yield group


def _fields(report: Incoming, group: _Group) -> Iterator[Fields]:
    header, columns = columns_of([one for one in group.below if one.kind is Kind.ROW])
    if header:
        organisations = list(_from_rows(report, group, header, columns))
    else:
        organisations = list(_from_lists(report, group))
    if not organisations or not accepted(Line, group.heading.text):
        return
    placed = [group.heading, *([header] if header else [])]
    report.desk.place(*placed)
    term = finding(group.term, group.heading) if group.term else BLANK
    said = f'; columns: "{header.text}"' if header else ""
    label = finding(group.heading.text.rstrip(" :"), group.heading)
    yield {
        "group": term,
        "label": Finding(label.value, label.note + said),
        "organisations": list(organisations),
    }


def _from_lists(report: Incoming, group: _Group) -> Iterator[Fields]:
    for passage in group.below:
        names = [name for name in _COMMA.split(passage.text) if name]
        is_list = passage.kind in {Kind.ITEM, Kind.PARAGRAPH, Kind.HEADING}
        ends = re.search(r"[.!?:]$", passage.text) and len(passage.text) > 60
        if is_list and not ends and all(accepted(Line, name) for name in names):
            report.desk.place(passage)
            for name in names:
                yield {"name": finding(name, passage)}


def _from_rows(
    report: Incoming, group: _Group, header: Passage, columns: dict[str, int]
) -> Iterator[Fields]:
    """Yield each organisation of a table once, with all of its positions.

    Without a column of organisations, the heading names the one to which all of them belong.
    """
    found: dict[str, tuple[list[Passage], list[str], str]] = {}
    rows = _whole_rows(group.below[group.below.index(header) + 1 :], columns)
    for cells, row in rows:
        name = cells.get("organisation", "") if "organisation" in columns else group.heading.text
        position = cells.get("position", "")
        if not accepted(Line, name) or (position and not accepted(Line, position)):
            continue
        passages, positions, _ = found.setdefault(name, ([], [], cells.get("country", "")))
        passages.append(row)
        positions += [position] if position and position not in positions else []
        if "person" not in columns:
            report.desk.place(row)
    for name, (passages, positions, country) in found.items():
        fields: Fields = {"name": finding(name, *passages)}
        if code := country_named(country):
            fields["country"] = finding(code, passages[0], words=country)
        if positions:
            fields["roles"] = [finding(position, *passages) for position in positions]
        yield fields


def _whole_rows(
    passages: list[Passage], columns: dict[str, int]
) -> list[tuple[dict[str, str], Passage]]:
    """Return the cells of each row by column; a row that begins empty goes on with the last."""
    rows: list[tuple[dict[str, str], Passage]] = []
    for passage in passages:
        if passage.kind is not Kind.ROW:
            continue
        cells = {
            name: passage.cells[place]
            for name, place in columns.items()
            if place < len(passage.cells) and passage.cells[place]
        }
        if rows and not passage.cells[0]:
            for name, text in cells.items():
                rows[-1][0][name] = f"{rows[-1][0].get(name, '')} {text}".strip()
        else:
            rows.append((cells, passage))
    return rows
