"""What maintainers could do next, read from the book itself; nothing of it is kept anywhere."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from casebank.case import Case, CaseFields
from casebank.completeness import Completeness, completeness
from casebank.grouping import grouped
from casebank.prose import CITATION
from casebank.references import references
from casebank.tool import Tool, ToolFields

if TYPE_CHECKING:
    from collections.abc import Callable

    from casebank.book import Book
    from casebank.provenance import Source
    from casebank.term import Term, Vocabulary

CaseOrTool: TypeAlias = Case | Tool
SourcesByRecord: TypeAlias = "tuple[tuple[CaseOrTool, tuple[Source, ...]], ...]"

_UNCOUNTED = ("countries", "glossary")
"""Vocabularies whose terms are there before they are used: countries invite a first case, and the
glossary explains words of texts."""


@dataclass(frozen=True)
class Upkeep:
    """Everything that asks for an editor's attention."""

    unreviewed: tuple[CaseOrTool, ...]
    """Not compared with their sources, or to be compared again; drafts first."""

    reviewed: tuple[CaseOrTool, ...]
    """All others, the oldest review first."""

    incomplete: tuple[tuple[CaseOrTool, Completeness], ...]
    """Cases and tools without some expected field, those that lack most first."""

    lacking: dict[str, tuple[CaseOrTool, ...]]
    """By field, what has none; the field that is missing most often first."""

    sources_without_address: SourcesByRecord
    """Nobody can follow these; they are known by the name of a file alone."""

    unencrypted_sources: SourcesByRecord
    """Their addresses begin with `http:`."""

    uncited_sources: SourcesByRecord
    """Sources that no text cites. The first of a case counts as cited: facts without a mark come
    from it."""

    unused_terms: tuple[tuple[Vocabulary, tuple[Term, ...]], ...]
    """By vocabulary, terms that no case and no tool names."""

    terms_used_once: tuple[tuple[Vocabulary, tuple[Term, ...]], ...]
    """By vocabulary, terms that one case or tool alone names."""

    unused_tools: tuple[Tool, ...]
    """Tools that no case says it used."""

    doubts: tuple[tuple[Case, tuple[str, ...]], ...]
    """Editors' remarks on doubts in the sources and on later facts."""


def upkeep_of(book: Book) -> Upkeep:
    """Return what there is to do in a book."""
    records: tuple[CaseOrTool, ...] = (*book.cases, *book.tools)
    by_review = sorted(records, key=_urgency)
    states = [(record, completeness(record)) for record in records]
    incomplete = [(record, state) for record, state in states if state.missing]
    lacking = grouped((field, record) for record, state in incomplete for field in state.missing)
    uses = Counter(named for record in records for named in _named(record))
    return Upkeep(
        unreviewed=tuple(one for one in by_review if one.review.status != "reviewed"),
        reviewed=tuple(one for one in by_review if one.review.status == "reviewed"),
        incomplete=tuple(sorted(incomplete, key=lambda one: -len(one[1].missing))),
        lacking=dict(sorted(lacking.items(), key=lambda one: (-len(one[1]), one[0]))),
        sources_without_address=_sources(records, lambda source: not source.url),
        unencrypted_sources=_sources(
            records, lambda source: (source.url or "").startswith("http:")
        ),
        uncited_sources=_uncited(book, records),
        unused_terms=_terms_used(book, uses, times=0),
        terms_used_once=_terms_used(book, uses, times=1),
        unused_tools=tuple(tool for tool in book.tools if not book.cases_using(tool.id)),
        doubts=tuple((case, case.editor_notes) for case in book.cases if case.editor_notes),
    )


def _urgency(record: CaseOrTool) -> tuple[str, str]:
    """Order by status, drafts first, then by the day of the last review; none is the oldest."""
    return record.review.status, record.review.reviewed_on or ""


def _named(record: CaseOrTool) -> dict[tuple[str, str], None]:
    """Return the terms that a record names, each once and in order."""
    fields = CaseFields if isinstance(record, Case) else ToolFields
    named = references(fields, record.model_dump(mode="json"))
    return dict.fromkeys((one.to, one.value) for one in named)


def _terms_used(
    book: Book, uses: Counter[tuple[str, str]], times: int
) -> tuple[tuple[Vocabulary, tuple[Term, ...]], ...]:
    """Return the terms that so many cases and tools name, by vocabulary."""
    found = (
        (vocabulary, tuple(term for term in vocabulary.terms if uses[name, term.id] == times))
        for name, vocabulary in book.vocabularies.items()
        if name not in _UNCOUNTED
    )
    return tuple((vocabulary, terms) for vocabulary, terms in found if terms)


def _sources(records: tuple[CaseOrTool, ...], wanted: Callable[[Source], bool]) -> SourcesByRecord:
    found = ((record, tuple(filter(wanted, record.sources))) for record in records)
    return tuple((record, sources) for record, sources in found if sources)


def _uncited(book: Book, records: tuple[CaseOrTool, ...]) -> SourcesByRecord:
    in_the_guide = {key for part in book.guide for key in CITATION.findall(part.text)}
    found = []
    for record in records:
        cited = set(CITATION.findall(record.model_dump_json()))
        cited |= {record.sources[0].id} if isinstance(record, Case) else in_the_guide
        found.append((record, tuple(one for one in record.sources if one.id not in cited)))
    return tuple((record, sources) for record, sources in found if sources)
