"""Fields of a record as YAML in which each is explained, for people who fill them in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from casebank.rule import SLUG

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casebank.blank import Blank
    from casebank.term import Vocabulary

_WIDTH = 98


@dataclass(frozen=True)
class Commented:
    """Writes fields: those that are needed or known stand open, others are comments."""

    terms: Mapping[str, tuple[str, ...]]
    """The ids to choose from, by vocabulary; one that is not here is not listed."""

    known: Mapping[str, Any]
    """Values that are filled in, by dotted path; of a list of groups, those of the first entry."""

    shown: frozenset[str] = frozenset()
    """Other fields that stand open although a record need not have them."""

    _told: set[str] = field(default_factory=set)
    """Vocabularies whose terms have been listed already."""

    def lines(self, fields: Iterable[Blank]) -> Iterator[str]:
        """Yield the lines of all fields, with an empty one after each."""
        for one in fields:
            yield from comment(self._explained(one))
            yield from ("#" * self._is_closed(one) + line for line in self._field(one))
            yield ""

    def _field(self, one: Blank) -> list[str]:
        """Return a field as lines of YAML, those in it explained."""
        if not one.parts:
            return [f"{one.name}: {self._value(one)}"]
        lines = [f"{one.name}:"]
        indent = "    " if one.many else "  "
        for place, part in enumerate(one.parts):
            closed = "#" * (place > 0 and self._is_closed(part))
            lines += (indent + line for line in comment(self._explained(part)))
            first, *rest = self._field(part)
            start = "  - " if one.many and place == 0 else indent
            lines += [f"{start}{closed}{first}"]
            lines += (f"{indent}{closed}{line}" for line in rest)
        return lines

    def _is_closed(self, one: Blank) -> bool:
        """Tell whether a field is a comment until somebody needs it."""
        inside = {part.path for part in one.all()}
        return not (one.needed or inside & self.shown or inside & self.known.keys())

    def _value(self, one: Blank) -> str:
        if one.path in self.known:
            return _yaml(self.known[one.path])
        if one.many:
            return "[]" if one.terms or not one.shape else '[""]'
        return "0.0" if one.shape == "number" else '""'

    def _explained(self, one: Blank) -> str:
        """Return what a field means and takes, with an example; a vocabulary is told once."""
        parts = ["needed"] * one.needed + ["list"] * one.many + [one.shape] * bool(one.shape)
        choices = one.values or self.terms.get(one.terms, ())
        told = one.terms in self._told
        if choices and told:
            parts.append(f"terms of {one.terms}, as above" if one.many else "one of them, as above")
        self._told.add(one.terms or one.path)
        listed = "" if not choices or told else f" Choose from: {', '.join(choices)}."
        shape = f" ({'; '.join(parts)})" if parts else ""
        shown = one.example and not choices and one.example not in one.meaning
        example = f"\nFor example: {one.example}" if shown and one.path not in self.known else ""
        return f"{one.meaning}{shape}{listed}{example}"


def choices(
    vocabularies: Mapping[str, Vocabulary], tools: Iterable[str]
) -> dict[str, tuple[str, ...]]:
    """Return the ids to choose from; every country can be named, so none is listed."""
    terms = {name: tuple(one.by_id) for name, one in vocabularies.items() if name != "countries"}
    return {**terms, "tools": tuple(tools)}


def comment(text: str) -> list[str]:
    """Return a text as comments of YAML, broken into lines."""
    return [
        f"# {line}"
        for paragraph in text.splitlines()
        for line in wrap(paragraph, _WIDTH, break_long_words=False, break_on_hyphens=False)
    ]


def _yaml(value: Any) -> str:
    """Write a value so that it is read as it was: JSON is YAML too, and ids need no quotes."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(_yaml, value))}]"
    return value if SLUG.fits(value) else json.dumps(value, ensure_ascii=False)
