"""Passages of our texts that stand word for word in a source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from casebank.fingerprints import RUN_LENGTH, fingerprint, located_words, runs
from casebank.references import texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from casebank.fingerprints import Word
    from casebank.strict_yaml import Path

_WORD_FOR_WORD = frozenset(
    [
        *("quotes.text", "publisher", "authors.organisation", "stakeholders.organisations.name"),
        *("sources.title", "sources.file", "sources.publisher", "portfolios.title"),
    ]
)
"""Fields that repeat a source exactly: quotations, titles and names."""

_SMALL = frozenset(
    [
        *("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with"),
        *("d", "de", "des", "du", "en", "et", "l", "la", "le", "les"),
        *("das", "der", "die", "und", "di", "da", "della", "e", "el", "los", "y"),
    ]
)
"""Words that stand in names without a capital."""


@dataclass(frozen=True)
class CopiedPassage:
    """Words that follow each other in a text of ours and in a source."""

    text: str
    source: str
    """The document, by the name of its file of fingerprints."""

    start: int
    """Where it begins in our text."""


def is_word_for_word(path: Path) -> bool:
    """Tell whether a field repeats its source on purpose."""
    return ".".join(part for part in path if isinstance(part, str)) in _WORD_FOR_WORD


def excused_runs(records: Iterable[dict[str, Any]]) -> frozenset[tuple[str, ...]]:
    """Return the runs of words that may stand anywhere: those of quotations, titles and names."""
    exact = (text for data in records for path, text in texts(data) if is_word_for_word(path))
    return frozenset(run for text in exact for run in runs(text))


def copied(
    text: str, known: Mapping[str, str], excused: frozenset[tuple[str, ...]]
) -> Iterator[CopiedPassage]:
    """Yield the passages of a text whose fingerprints are known, each as long as it goes."""
    if not known:
        return
    found = located_words(text)
    plain = tuple(word.plain for word in found)
    begin = end = 0
    source = ""
    for first in range(len(found) - RUN_LENGTH + 1):
        run = plain[first : first + RUN_LENGTH]
        document = known.get(fingerprint(run))
        if document is None or run in excused or _is_name(text, found[first : first + RUN_LENGTH]):
            continue
        if source and first >= end:
            yield _passage(text, found[begin:end], source)
            source = ""
        if not source:
            begin, source = first, document
        end = first + RUN_LENGTH
    if source:
        yield _passage(text, found[begin:end], source)


def _passage(text: str, found: tuple[Word, ...], source: str) -> CopiedPassage:
    return CopiedPassage(text[found[0].start : found[-1].end], source, found[0].start)


def _is_name(text: str, run: Iterable[Word]) -> bool:
    """Tell whether all words but small ones have a capital: names have to be exact."""
    return all(not text[word.start].islower() or word.plain in _SMALL for word in run)
