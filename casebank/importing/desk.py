"""The desk on which a report is taken apart: each passage is placed once, or left over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from casebank.importing.passages import Kind, Passage


@dataclass(frozen=True)
class Coverage:
    """What became of the passages of a report."""

    placed: int
    """In a field or a section of the body."""

    aside: int
    """Kept under 'To place'."""

    repeated: int
    """Running heads and the like, of which the first is kept."""

    lost: int
    """Whose words are not in the draft; more than none is a fault of the import."""

    contacts: int = 0
    """From which an e-mail address or telephone number was left out, as nobody's is published."""

    def __str__(self) -> str:
        total = self.placed + self.aside + self.repeated
        repeated = f"{self.repeated} the same on several pages, " if self.repeated else ""
        lost = f"{self.lost} lost" if self.lost else "none lost"
        contacts = f" E-mail addresses and telephone numbers were left out of {self.contacts}."
        return (
            f"{total} passages: {self.placed} placed, {self.aside} kept under 'To place', "
            f"{repeated}{lost}.{contacts if self.contacts else ''}"
        )


class Desk:
    """The passages of one report, and which of them have found their place."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self.passages = tuple(passages)
        self._placed: set[Passage] = set()

    def place(self, *passages: Passage) -> None:
        """Note that the whole text of these passages stands in the draft."""
        for passage in passages:
            if passage in self._placed:
                raise ValueError(f"placed twice: {passage.where}")
            self._placed.add(passage)

    def is_free(self, passage: Passage) -> bool:
        """Tell whether a passage still has to find its place."""
        return passage not in self._placed

    def free(self, passages: Iterable[Passage]) -> list[Passage]:
        """Return those of the passages that still have to find their place."""
        return [passage for passage in passages if self.is_free(passage)]

    @property
    def repeated(self) -> frozenset[Passage]:
        """Furniture whose text stood before."""
        seen: Counter[str] = Counter()
        again = set()
        for passage in self.passages:
            if passage.kind is Kind.FURNITURE and self.is_free(passage):
                seen[passage.text] += 1
                if seen[passage.text] > 1:
                    again.add(passage)
        return frozenset(again)

    @property
    def aside(self) -> tuple[Passage, ...]:
        """What found no place, in the order of the report, without repetitions."""
        repeated = self.repeated
        return tuple(one for one in self.passages if self.is_free(one) and one not in repeated)
