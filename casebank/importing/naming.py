"""Which terms of a vocabulary a text names, by their labels and aliases."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from casebank.importing.part_words import folded, pattern
from casebank.term import Term
from casebank.tool import Tool

_LONGEST_ACRONYM = 5


def named(text: str, terms: Iterable[Term], *, by_parts: bool = False) -> list[str]:
    """Return the ids of the terms that a text names, the one with most of its words first.

    `by_parts` looks for each part of a label too: "training" of "Skills, training and …".
    A name within a longer one of another term does not count: "funding" in "public funding".
    """
    spans = {term.id: spans_of(text, names_of(term, by_parts=by_parts)) for term in terms}
    every = [span for found in spans.values() for span in found]
    ranks = []
    for id_, found in spans.items():
        if own := [span for span in found if not any(_is_within(span, other) for other in every)]:
            ranks.append((-len(own), min(own), id_))
    return [id_ for _, _, id_ in sorted(ranks)]


def _is_within(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return other != span and other[0] <= span[0] and span[1] <= other[1]


def spans_of(text: str, names: Iterable[str]) -> list[tuple[int, int]]:
    """Return where in a text each of the names that stand in it stands first."""
    plain = folded(text)
    return sorted({span for name in names if (span := _span(text, plain, name))})


def _span(text: str, plain: str, name: str) -> tuple[int, int] | None:
    if name.isupper() and len(name) <= _LONGEST_ACRONYM:  # "IT" is not "it"
        match = re.search(rf"(?<!\w){re.escape(name)}s?(?!\w)", text)
    else:
        match = pattern(name).search(plain)
    return match.span() if match else None


@cache
def names_of(term: Term, *, by_parts: bool) -> tuple[str, ...]:
    """Return every name of a term."""
    labels = [term.label.en, term.label.fr, *([term.short] if term.short else [])]
    parts = [part for label in labels for part in re.split(r", | and | et | or | ou ", label)]
    return tuple(dict.fromkeys([*labels, *term.aliases, *(parts if by_parts else ())]))


def is_name(text: str, term: Term) -> bool:
    """Tell whether a text is a name of a term and nothing else."""
    plain = folded(text).strip(" :.")
    return any(pattern(name).fullmatch(plain) for name in names_of(term, by_parts=True))


def tool_names(tool: Tool) -> tuple[str, ...]:
    """Return every name of a tool."""
    acronym = (f"{tool.acronym} model",) if tool.acronym else ()
    return (tool.title, *acronym, *tool.aliases)
