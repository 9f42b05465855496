"""The columns of the LIEPT tracking sheet, its zones and layers, and where each column lies."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What can be entered into a column."""

    TEXT = "text"
    ZONE = "zone"
    LAYER = "layer"
    DATE = "date"
    END = "end"
    """A date that is not before the one in the column on its left."""

    NUMBER = "number"


@dataclass(frozen=True)
class Column:
    """One column of a table."""

    name: str
    help: str
    """How to fill it in."""

    kind: Kind
    width: float
    """In characters."""

    example: str | float = ""
    """What the invented example has in it."""


@dataclass(frozen=True)
class Table:
    """A sheet with a header in its first row, and blank rows below."""

    name: str
    columns: tuple[Column, ...]
    rows: int

    @property
    def last_row(self) -> int:
        """Number of the last blank row, as Excel counts."""
        return self.rows + 1

    def letter(self, name: str) -> str:
        """Return the letter of a column."""
        return "ABCDEFGHIJ"[[column.name for column in self.columns].index(name)]

    def range(self, name: str) -> str:
        """Return all data cells of a column, as a formula on another sheet names them."""
        letter = self.letter(name)
        return f"{self.name}!${letter}$2:${letter}${self.last_row}"


ZONES = {
    "yellow": "organisations explore together; nobody owns it yet",
    "green": "partners have agreed on a joint undertaking",
    "blue": "one organisation takes it forward within its own walls",
}
LAYERS = {
    1: "core money of the platform itself",
    2: "projects that the platform leads or takes part in",
    3: "projects of partners, without the platform",
    4: "events to do with business and private investment",
}

_ZONE = "The phase it is in: yellow, green or blue."
_LAYER = "Whose money it is: 1, 2, 3 or 4."

ACTIVITIES = Table(
    "Activities",
    (
        Column("Name", "One activity or project a row.", Kind.TEXT, 34, "Course on AI for stages"),
        Column(
            "Partners",
            "Organisations, with a semicolon between them.",
            Kind.TEXT,
            34,
            "School A; Theatre B",
        ),
        Column("Zone", _ZONE, Kind.ZONE, 10, "green"),
        Column("Layer", _LAYER, Kind.LAYER, 8, 3),
        Column("Start", "First day; a year is its 1 January.", Kind.DATE, 12, "2026-03-01"),
        Column("End", "Last day; empty while it goes on.", Kind.END, 12, "2026-12-31"),
        Column(
            "Money",
            "In one currency for the whole sheet. It counts in the year of the start: a project"
            " over several years gets a row for each.",
            Kind.NUMBER,
            14,
            12000,
        ),
        Column("Source of money", "Who gave it.", Kind.TEXT, 26, "Regional programme"),
        Column("Time given (days)", "Working days of all partners.", Kind.NUMBER, 12, 20),
        Column("Remarks", "Where the figures are from; what is left out.", Kind.TEXT, 44, ""),
    ),
    60,
)
EVENTS = Table(
    "Events",
    (
        Column("Date", "When it happened.", Kind.DATE, 12),
        Column("Event", "A turning point, in a few words.", Kind.TEXT, 48),
        Column("Zone", _ZONE, Kind.ZONE, 10),
        Column("Layer", _LAYER, Kind.LAYER, 8),
        Column("What changed", "What was different afterwards, and who says so.", Kind.TEXT, 70),
    ),
    40,
)
