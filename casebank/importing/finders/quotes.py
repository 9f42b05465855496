"""Quotations: a paragraph between quotation marks, with a line that says who spoke."""

from __future__ import annotations

import re
from itertools import pairwise

from casebank.fields import Line, Words
from casebank.importing.draft_file import BLANK, Fields, accepted, finding
from casebank.importing.incoming import Incoming
from casebank.importing.passages import Kind, Passage

_QUOTED = re.compile(r"^[“«„\"]\s*([^“”«»„\"]{20,})\s*[”»“\"]$")
_BEHIND = re.compile(r"^([“«„\"][^“”«»„\"]{20,}[”»“\"])\s*[–—-]\s*(.+)$")
_LONGEST_SPEAKER = 120


def find(report: Incoming) -> Fields:
    """Return the quotations whose speaker is named, next to them or in the line below."""
    quotes: list[Fields] = []
    told = [one for one in report.told() if report.desk.is_free(one)]
    for passage, after in pairwise([*told, None]):
        if passage is None or not report.desk.is_free(passage):
            continue
        behind = _BEHIND.match(passage.text)
        quoted = _QUOTED.match(behind[1] if behind else passage.text)
        speaker = behind[2] if behind else after.text if after and _is_speaker(after) else ""
        if quoted and speaker and accepted(Words, quoted[1]) and accepted(Line, speaker):
            places = [passage] if behind or after is None else [passage, after]
            report.desk.place(*places)
            name, _, organisation = speaker.lstrip("–—- ").partition(", ")
            quotes.append(
                {
                    "text": finding(quoted[1].strip(), passage),
                    "speaker": finding(name, places[-1]),
                    "organisation": finding(organisation, places[-1]) if organisation else BLANK,
                }
            )
    return {"quotes": list(quotes)}


def _is_speaker(passage: Passage) -> bool:
    """Tell whether a line is a name, with an organisation behind a comma if at all."""
    name = passage.text.lstrip("–—- ").partition(",")[0].split()
    is_line = passage.kind in {Kind.PARAGRAPH, Kind.HEADING, Kind.CAPTION, Kind.ITEM}
    is_name = 2 <= len(name) <= 5 and all(word[0].isupper() for word in (name[0], name[-1]))
    ends = passage.text.endswith((".", ":", "?", "!"))
    return is_line and is_name and not ends and len(passage.text) <= _LONGEST_SPEAKER
