"""How much of what a record of its kind should hold is there: computed, never typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casebank.case import CaseKind

if TYPE_CHECKING:
    from casebank.case import Case

_EVERY = (
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


_WORDS = {
    "held": "date of the event",
    "published": "date of publication",
    "audiences": "readers",
    "tools": "methods",
    "quotes": "quotations",
}
"""Names of fields that say little to a reader."""


@dataclass(frozen=True)
class Completeness:
    """The expected fields of one case, by whether they are filled."""

    filled: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def missing_in_words(self) -> tuple[str, ...]:
        """What is missing, as a reader would call it."""
        return tuple(_WORDS.get(name, name.replace("_", " ")) for name in self.missing)

    @property
    def text(self) -> str:
        """In words, such as "13 of 14 fields"."""
        total = len(self.filled) + len(self.missing)
        return (
            f"all {total} fields" if not self.missing else f"{len(self.filled)} of {total} fields"
        )


def completeness(case: Case) -> Completeness:
    """Return which of the fields that a case of this kind should have are filled."""
    expected = _EVERY + (_FULL[case.kind] if case.is_full else ())
    filled = tuple(name for name in expected if getattr(case, name))
    return Completeness(filled, tuple(name for name in expected if name not in filled))
