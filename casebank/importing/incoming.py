"""A report as it is taken apart: its parts, the desk with its passages, and the book it is for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from casebank.book import Book
from casebank.case import CaseKind
from casebank.importing.desk import Desk
from casebank.importing.draft_file import BLANK, Fields, Finding, finding
from casebank.importing.naming import named
from casebank.importing.part_words import field_of, found, words
from casebank.importing.parts import Part, split_parts
from casebank.importing.passages import Kind, Passage
from casebank.slug import slug
from casebank.term import Term

MOST_THEMES = 3


@dataclass
class Incoming:
    """One report on its way to a draft."""

    desk: Desk
    book: Book
    kind: CaseKind
    language: str
    prefix: str = "X"
    """With which the ids of its asks begin."""

    city: str = ""
    """Its main place, once that is known."""

    all_parts: list[Part] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.all_parts = split_parts(self.desk.passages)

    def parts(self, *names: str) -> list[Part]:
        """Return the parts with one of these names, in the order of the report."""
        return [part for part in self.all_parts if part.name in names]

    def told(self) -> Iterator[Passage]:
        """Yield the passages of the report itself, without what surrounds it."""
        return (one for one in self.desk.passages if one.kind is not Kind.FURNITURE)

    def terms(self, vocabulary: str) -> tuple[Term, ...]:
        """Return the terms of a vocabulary."""
        return self.book.vocabularies[vocabulary].terms

    def ask(self, id_: str, text: Finding, *passages: Passage, words: str = "") -> Fields:
        """Return the fields that every kind of ask has, with the terms that its text names."""
        told = text.value if isinstance(text.value, str) else ""
        themes = named(told, self.terms("themes"), by_parts=True)[:MOST_THEMES]
        support = named(told, self.terms("support-kinds"))
        heading = finding(id_, *passages, words=words) if words else Finding(id_)
        note = "words of the text"
        fields: Fields = {
            "id": heading,
            "text": text,
            "themes": Finding(tuple(themes), note) if themes else BLANK,
        }
        return fields | ({"support": Finding(tuple(support), note)} if support else {})


def kind_of(passages: Iterable[Passage]) -> CaseKind | None:
    """Return the kind of a report, if its words tell one kind more often than the other."""
    counts = dict.fromkeys(CaseKind, 0)
    for passage in passages:
        for kind in CaseKind:
            counts[kind] += bool(found(passage.text, words()["kinds"][kind]))
    least, most = sorted(CaseKind, key=lambda kind: counts[kind])
    return most if counts[most] > 2 * counts[least] else None


def initials(city: str) -> str:
    """Return the letters with which ids of a place's asks begin: SE for Saint-Étienne."""
    parts = (slug(city) or "x").split("-")
    letters = "".join(part[0] for part in parts) if len(parts) > 1 else parts[0][:2]
    return re.sub(r"^[^A-Z]+", "", letters.upper()) or "X"


def unused(prefix: str, used: Iterable[str]) -> str:
    """Return a prefix that no id of the book has: SE, or else SE2, SE3 and so on."""
    taken = {id_.partition("-")[0].casefold() for id_ in used}
    number = 1
    while (candidate := prefix if number == 1 else f"{prefix}{number}").casefold() in taken:
        number += 1
    return candidate


_ASIDE = ("cover", "author", "rights", "disclaimer", "about")
"""Parts in which lines with a label stand, such as "Publisher: City of Lund"."""


def labelled(report: Incoming, name: str) -> tuple[str, list[Passage]]:
    """Return what stands behind a label or in the passage below it, and where; "" if nothing."""
    for part in report.parts(*_ASIDE):
        for passage, after in pairwise([*report.desk.free(part.passages), None]):
            field_, _, rest = field_of(passage.text, name) if passage else ("", "", "")
            if passage and field_ and rest:
                return rest, [passage]
            if passage and field_ and after and not field_of(after.text, *words()["labels"])[0]:
                return after.text, [passage, after]
    return "", []
