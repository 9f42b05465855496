"""The body: what no field has taken goes below the section that its part belongs to."""

from __future__ import annotations

from casebank.case import BODY_SECTIONS
from casebank.importing.draft_file import escaped, is_tame
from casebank.importing.incoming import Incoming
from casebank.importing.part_words import folded, words
from casebank.importing.parts import Part, number_of
from casebank.importing.passages import Kind, Passage


def find(report: Incoming) -> dict[str, list[str]]:
    """Return the Markdown blocks of each section, in the order of the report."""
    body: dict[str, list[str]] = {name: [] for name in BODY_SECTIONS[report.kind]}
    for part in report.all_parts:
        section = words()["parts"].get(part.name, {}).get(report.kind.value)
        if section is None:
            continue
        told = [one for one in report.desk.free(_tale(part)) if _is_told(report, one)]
        heading = part.heading if part.heading and report.desk.is_free(part.heading) else None
        if heading and is_tame(heading.text):
            report.desk.place(heading)
            if body[section] or folded(heading.text).strip(" :?") != folded(section):
                body[section].append(f"### {escaped(heading.text)}")
        report.desk.place(*told)
        body[section] += _blocks(told)
    return body


def _tale(part: Part) -> list[Passage]:
    """Return what a part tells; below the axes of a plan only rows and their fragments stand."""
    axes = (n for n, one in enumerate(part.passages) if number_of(one.text, "axis"))
    return part.passages[: next(axes, None)]


def _is_told(report: Incoming, passage: Passage) -> bool:
    """Tell whether a passage can stand in the body; the names of areas come from a menu."""
    kinds = {Kind.PARAGRAPH, Kind.ITEM, Kind.HEADING}
    labels = {label for term in report.terms("areas") for label in (term.label.en, term.label.fr)}
    return passage.kind in kinds and is_tame(passage.text) and passage.text not in labels


def _blocks(passages: list[Passage]) -> list[str]:
    """Write passages as Markdown; the items of a list are one block."""
    blocks: list[str] = []
    before: Passage | None = None
    for passage in passages:
        if passage.kind is Kind.HEADING:
            blocks.append(f"### {escaped(passage.text)}")
        elif passage.kind is Kind.ITEM and before and before.kind is Kind.ITEM:
            blocks[-1] += f"\n- {escaped(passage.text)}"
        else:
            sign = "- " if passage.kind is Kind.ITEM else ""
            blocks.append(f"{sign}{escaped(passage.text)}")
        before = passage
    return blocks
