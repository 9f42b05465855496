"""How much of what a case or tool of its kind should hold is there: computed, never typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casebank.case import Case, CaseKind
from casebank.tool import ToolKind

if TYPE_CHECKING:
    from casebank.tool import Tool

_EVERY_CASE = (
    "summary",
    "places",
    "areas",
    "tools",
    "audiences",
    "held",
    "published",
    "authors",
    "sources",
)
_FULL = {
    CaseKind.CITY_CASE: ("stakeholders", "portfolios", "recommendations", "conclusions", "quotes"),
    CaseKind.PEER_REVIEW: (
        "stakeholders",
        "key_figures",
        "challenges",
        "recommendations",
        "actions",
    ),
}
_EVERY_TOOL = (
    "purpose",
    "audiences",
    "use_when",
    "avoid_when",
    "roles",
    "inputs",
    "outputs",
    "steps",
    "origin",
    "sources",
)
_TOOL = {
    ToolKind.METHOD: ("materials",),
    ToolKind.CANVAS: ("materials", "canvases"),
    ToolKind.GUIDE: (),
    ToolKind.TEMPLATE: (),
}

_WORDS = {
    "held": "date of the event",
    "published": "date of publication",
    "audiences": "intended readers",
    "tools": "methods",
    "quotes": "quotations",
    "canvases": "drawings",
    "inputs": "what must be ready before",
}
"""Names of fields that say little to a reader."""


@dataclass(frozen=True)
class Completeness:
    """The expected fields of one case or tool, by whether they are filled."""

    filled: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def missing_in_words(self) -> tuple[str, ...]:
        """What is missing, as a reader would call it."""
        return tuple(map(field_in_words, self.missing))

    @property
    def total(self) -> int:
        """How many fields are expected."""
        return len(self.filled) + len(self.missing)

    @property
    def text(self) -> str:
        """In words, such as "13 of 14 expected fields; missing: quotations"."""
        if not self.missing:
            return f"All {self.total} expected fields"
        known = f"{len(self.filled)} of {self.total} expected fields"
        return f"{known}; missing: {', '.join(self.missing_in_words)}"


def field_in_words(name: str) -> str:
    """Return the name of a field as a reader would call it."""
    return _WORDS.get(name, name.replace("_", " "))


def expected_fields(kind: CaseKind, *, full: bool) -> tuple[str, ...]:
    """Return the fields that a full case of this kind, or a card, should have."""
    return _EVERY_CASE + (_FULL[kind] if full else ())


def completeness(record: Case | Tool) -> Completeness:
    """Return which of the fields that a case or tool of this kind should have are filled."""
    if isinstance(record, Case):
        expected = expected_fields(record.kind, full=record.is_full)
    else:
        expected = _EVERY_TOOL + _TOOL[record.kind]
    filled = tuple(name for name in expected if getattr(record, name))
    return Completeness(filled, tuple(name for name in expected if name not in filled))
