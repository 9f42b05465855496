"""Key figures: items below a heading that announces figures, and numbers with a clear noun."""

from __future__ import annotations

import re
from functools import cache

from casebank.fields import Line
from casebank.importing.draft_file import Fields, accepted, finding
from casebank.importing.incoming import Incoming
from casebank.importing.part_words import words
from casebank.importing.passages import Kind

_NUMBER = r"\d{1,3}(?:[ ,.\u00a0\u202f]\d{3})+|\d+(?:[.,]\d+)?"
_BEHIND = r"(?:\s+(?:of|de|d['’])\s*[^\W\d_]+(?:\s+[^\W\d_]+)?(?=[,.;)]|\s+and\b|\s+et\b|$))?"


def find(report: Incoming) -> Fields:
    """Return the figures of a list of them whole, and those that a sentence gives."""
    figures: list[Fields] = []
    for part in report.parts("figures"):
        for passage in report.desk.free(part.passages):
            match = _item().match(passage.text)
            if passage.kind is Kind.ITEM and match and accepted(Line, match[2].rstrip(".")):
                report.desk.place(passage)
                value, label = match[1], match[2].rstrip(".")
                figures.append({"value": finding(value, passage), "label": finding(label, passage)})
    seen: set[tuple[str, str]] = set()
    for part in report.parts("cover", "context", "figures"):
        for passage in report.desk.free(part.passages):
            for match in _sentence().finditer(passage.text):
                if (match[1], match[2]) not in seen:
                    seen.add((match[1], match[2]))
                    value, label = finding(match[1], passage), finding(match[2], passage)
                    figures.append({"value": value, "label": label})
    return {"key_figures": list(figures)}


@cache
def _value() -> str:
    qualifiers = "|".join(map(re.escape, words()["figures"]["qualifiers"]))
    return rf"((?:(?:{qualifiers})\s+)?(?:{_NUMBER}))"


@cache
def _item() -> re.Pattern[str]:
    return re.compile(rf"^{_value()}\s+([^\W\d_].*)$", re.IGNORECASE)


@cache
def _sentence() -> re.Pattern[str]:
    nouns = "|".join(words()["figures"]["nouns"])
    adjectives = r"(?:[^\W\d_]+\s+){0,2}?"
    return re.compile(
        rf"(?<![\w.,]){_value()}\s+({adjectives}(?:{nouns})\b{_BEHIND})", re.IGNORECASE
    )
