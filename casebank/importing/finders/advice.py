"""Recommendations with their groups, local examples, conclusions and challenges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from casebank.case import CaseKind
from casebank.fields import Line, Text
from casebank.importing.draft_file import BLANK, Fields, Finding, accepted, finding, together
from casebank.importing.incoming import Incoming
from casebank.importing.part_words import field_of, found, words
from casebank.importing.parts import NUMBER, sections
from casebank.importing.passages import Kind, Passage

LOST = Finding(None, "no heading stands above this list")
NO_TITLE = Finding(None, "say it in a few words")

_LEAD = re.compile(r"^([^.:;]{3,60}):\s+(\S.*)$")


@dataclass
class _Lists:
    """What the recommendations of a report hold, in its order."""

    report: Incoming
    recommendations: list[Fields] = field(default_factory=list)
    examples: list[Fields] = field(default_factory=list)

    def add(self, fields: Fields, group: Finding | None) -> None:
        """Add a recommendation, with its group behind its id if it has one."""
        id_ = fields.pop("id")
        self.recommendations.append({"id": id_, **({"group": group} if group else {}), **fields})

    @property
    def next_id(self) -> str:
        """The id of the recommendation to come."""
        return f"{self.report.prefix}-{len(self.recommendations) + 1}"


def find(report: Incoming) -> Fields:
    """Return recommendations and examples, conclusions of a city case, challenges of a review."""
    lists = _Lists(report)
    for part in report.parts("recommendations"):
        for heading, below in sections(part):
            _section(lists, heading, report.desk.free(below))
    fields: Fields = {"recommendations": list(lists.recommendations)}
    fields["examples"] = list(lists.examples)
    if report.kind is CaseKind.CITY_CASE:
        fields["conclusions"] = list(_conclusions(report))
    else:
        fields["challenges"] = list(_challenges(report))
    return fields


def _section(lists: _Lists, heading: Passage | None, below: list[Passage]) -> None:
    """Read what stands below one heading: one recommendation, or a group of them."""
    kinds = {one.kind for one in below}
    is_numbered = heading is not None and bool(NUMBER.match(heading.text))
    tells = Kind.PARAGRAPH in kinds and (is_numbered or Kind.ITEM not in kinds)
    if heading and tells and accepted(Line, _titled(heading)):
        _titled_recommendation(lists, heading, below)
    else:
        _listed(lists, heading, below)


def _titled(heading: Passage) -> str:
    return NUMBER.sub("", heading.text)


def _titled_recommendation(lists: _Lists, heading: Passage, below: list[Passage]) -> None:
    report = lists.report
    advice: list[tuple[Passage, str]] = []
    reasons: list[tuple[Passage, str]] = []
    said = ""
    for passage in below:
        name, label, rest = field_of(passage.text, "advice", "reason")
        if passage.kind in {Kind.ROW, Kind.CAPTION}:
            continue
        said = said or (label if name == "advice" else "")
        (advice if name == "advice" else reasons).append((passage, rest))
    if not advice:
        advice, reasons = reasons, []
    text, used = together(Text, advice, words=said)
    reason, also = together(Text, reasons)
    ask = report.ask(lists.next_id, text, heading, words=heading.text)
    extra: Fields = {"reason": reason} if also else {}
    id_ = ask.pop("id")
    lists.add({"id": id_, "title": finding(_titled(heading), heading), **_before(ask, extra)}, None)
    report.desk.place(heading, *used, *also)


def _before(ask: Fields, extra: Fields) -> Fields:
    """Put further fields behind the text, where the models have them."""
    return {"text": ask.pop("text"), **extra, **ask}


def _listed(lists: _Lists, heading: Passage | None, below: list[Passage]) -> None:
    """Read lists below the heading of a group: recommendations, then examples of them."""
    report = lists.report
    group = _group(heading)
    lead: Passage | None = None
    seen_examples = False
    for passage in below:
        if passage.kind is Kind.PARAGRAPH and _announces_examples(passage):
            lead, seen_examples = passage, False
        elif passage.kind is Kind.ITEM and accepted(Text, passage.text):
            if lead and seen_examples and passage.opens:  # a list of its own, whose heading is lost
                lead, group = None, LOST
            if heading and report.desk.is_free(heading):
                report.desk.place(heading)
            report.desk.place(passage)
            if lead:
                _example(lists, passage, group or LOST, lead)
                seen_examples = True
            else:
                title, text = _title_and_text(passage)
                ask = report.ask(lists.next_id, text)
                lists.add({"id": ask.pop("id"), "title": title, **ask}, group)


def _group(heading: Passage | None) -> Finding | None:
    if heading is None:
        return None
    name = NUMBER.sub("", heading.text).rstrip(" :")
    return finding(name, heading, words=heading.text) if accepted(Line, name) else LOST


def _title_and_text(passage: Passage) -> tuple[Finding, Finding]:
    """Split "Title: text"; a text without a title keeps a blank one."""
    match = _LEAD.match(passage.text)
    if match and accepted(Line, match[1]):
        return finding(match[1], passage), finding(match[2], passage)
    return NO_TITLE, finding(passage.text, passage)


def _announces_examples(passage: Passage) -> bool:
    return passage.text.endswith(":") and bool(found(passage.text, words()["examples"]))


def _example(lists: _Lists, passage: Passage, group: Finding, lead: Passage) -> None:
    report = lists.report
    ask = report.ask(f"{report.prefix}-E{len(lists.examples) + 1}", finding(passage.text, passage))
    if report.desk.is_free(lead):
        report.desk.place(lead)
        note = f'{lead.where}: "{lead.text}"'
        group = Finding(group.value, f"{group.note}; {note}")
    lists.examples.append({"id": ask.pop("id"), "group": group, **ask})


def _conclusions(report: Incoming) -> Iterator[Fields]:
    number = 0
    for part in report.parts("conclusions"):
        free = report.desk.free(part.passages)
        items = [one for one in free if one.kind is Kind.ITEM]
        for passage in items or [one for one in free if one.kind is Kind.PARAGRAPH]:
            if accepted(Text, passage.text):
                number += 1
                heading = part.heading if number == 1 else None
                shown = heading if heading and report.desk.is_free(heading) else None
                report.desk.place(passage, *([shown] if shown else []))
                id_ = f"{report.prefix}-O{number}"
                text = finding(passage.text, passage)
                yield (
                    report.ask(id_, text, shown, words=shown.text)
                    if shown
                    else report.ask(id_, text)
                )


def _challenges(report: Incoming) -> Iterator[Fields]:
    """Yield the items of lists below a heading; a list without one has lost its group."""
    for part in report.parts("challenge"):
        for heading, below in sections(part):
            group = _group(heading)
            items = [one for one in report.desk.free(below) if one.kind is Kind.ITEM]
            for passage in items if group else ():
                if passage.opens and passage is not items[0]:
                    group = LOST
                if accepted(Text, passage.text):
                    if heading and report.desk.is_free(heading):
                        report.desk.place(heading)
                    report.desk.place(passage)
                    yield {"group": group or BLANK, "text": finding(passage.text, passage)}
