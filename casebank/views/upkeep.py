"""What maintainers could do next, as lists in words: for a page, and for a terminal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casebank.case import Case, CaseFields
from casebank.completeness import field_in_words
from casebank.phrases import review_in_words
from casebank.prose import without_citations
from casebank.tool import ToolFields
from casebank.views.templates import fragment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from markupsafe import Markup

    from casebank.book import Book
    from casebank.forge import Forge
    from casebank.provenance import Source
    from casebank.term import Term, Vocabulary
    from casebank.upkeep import CaseOrTool, Upkeep

MOST_SHOWN = 25
"""Items that the page shows of one list; the terminal has all."""


@dataclass(frozen=True)
class Item:
    """A case, tool or vocabulary, and what there is to know."""

    id: str
    """Of the case, tool or vocabulary."""

    name: str
    """Its title."""

    address: str
    """Its page; empty for a vocabulary, of which some have none."""

    file: str
    """What to edit."""

    texts: tuple[str, ...] = ()
    """What is missing or in doubt; empty where the title of the list says it."""

    count: int = 1
    """How many things there are to look at."""


@dataclass(frozen=True)
class Work:
    """One list of things to do, all of a kind."""

    id: str
    """Anchor on the page, and the first word of each line in a terminal."""

    title: str
    remedy: str
    """What to do about it, in one sentence."""

    items: tuple[Item, ...]

    @property
    def count(self) -> int:
        """How many things there are to look at."""
        return sum(item.count for item in self.items)


def upkeep_lists(book: Book, group: str, forge: Forge | None) -> Markup:
    """Return one group of lists, with links to edit each file if a forge is known."""
    works = GROUPS[group](book.upkeep)
    return fragment("upkeep.html", works=tuple(works), forge=forge, most=MOST_SHOWN)


def all_work(book: Book) -> Iterator[Work]:
    """Yield the lists of all groups, without those that say the same again for each field."""
    for group in GROUPS.values():
        yield from (work for work in group(book.upkeep) if not work.id.startswith(_WITHOUT))


def _reviews(upkeep: Upkeep) -> Iterator[Work]:
    yield Work(
        "unreviewed",
        "Waiting for a review",
        "Compare the file with its sources line by line, then set the status to reviewed and give "
        "the day.",
        tuple(_item(one, review_in_words(one.review)) for one in upkeep.unreviewed),
    )
    yield Work(
        "reviewed",
        "Reviewed longest ago",
        "Begin at the top: see whether its links still work and what has happened since, then give "
        "the new day.",
        tuple(_item(one, review_in_words(one.review)) for one in upkeep.reviewed),
    )


_WITHOUT = "without-"


def _missing(upkeep: Upkeep) -> Iterator[Work]:
    items = [
        (record, _item(record, ", ".join(state.missing_in_words)))
        for record, state in upkeep.incomplete
    ]
    cards = {one.id for one, _ in items if isinstance(one, Case) and not one.is_full}
    yield Work(
        "incomplete",
        "Cases and tools that miss something",
        "Look into the sources again; what they do not say stays out.",
        tuple(item for record, item in items if record.id not in cards),
    )
    yield Work(
        "linked",
        "Linked cases that could tell more",
        "A linked case is good as it is; if its original tells one of these facts, add it.",
        tuple(item for record, item in items if record.id in cards),
    )
    fields = ToolFields.model_fields | CaseFields.model_fields
    for name, records in upkeep.lacking.items():
        yield Work(
            f"{_WITHOUT}{name}",
            f"Without {field_in_words(name)}",
            f"Fill in the field “{name}”: {fields[name].description}",
            tuple(map(_item, records)),
        )


def _sources(upkeep: Upkeep) -> Iterator[Work]:
    yield Work(
        "source-without-address",
        "Sources without a public address",
        "Look whether the document has been published since; if so, give its address.",
        tuple(_of_sources(upkeep.sources_without_address)),
    )
    yield Work(
        "unencrypted-source",
        "Addresses that begin with http:",
        "Try the same address with https:, and change it if it shows the same page.",
        tuple(_of_sources(upkeep.unencrypted_sources)),
    )
    yield Work(
        "uncited-source",
        "Sources that no text cites",
        "Cite the source where a fact comes from it, or take it out.",
        tuple(_of_sources(upkeep.uncited_sources)),
    )


def _terms(upkeep: Upkeep) -> Iterator[Work]:
    yield Work(
        "unused-term",
        "Terms that nothing names",
        "Look whether a case should carry the term; one that nobody will need can go, if it has no "
        "page.",
        tuple(_of_terms(upkeep.unused_terms)),
    )
    yield Work(
        "term-used-once",
        "Terms that one case or tool names",
        "Look whether others should carry it too, or whether a wider term would do.",
        tuple(_of_terms(upkeep.terms_used_once)),
    )


def _tools(upkeep: Upkeep) -> Iterator[Work]:
    yield Work(
        "unused-tool",
        "Tools that no case says it used",
        "Look for a city that has used it, and ask how it went.",
        tuple(map(_item, upkeep.unused_tools)),
    )


def _doubts(upkeep: Upkeep) -> Iterator[Work]:
    yield Work(
        "doubt",
        "Doubts and later facts",
        "Take a note out once a source settles it, and keep those that a reader should know.",
        tuple(_item(case, *map(without_citations, notes)) for case, notes in upkeep.doubts),
    )


GROUPS = {
    "reviews": _reviews,
    "missing": _missing,
    "sources": _sources,
    "terms": _terms,
    "tools": _tools,
    "doubts": _doubts,
}
"""The lists by the name under which a page calls them."""


def _item(record: CaseOrTool, *texts: str) -> Item:
    return Item(
        record.id, record.title, record.address, record.path, texts, count=max(1, len(texts))
    )


def _of_sources(found: Iterable[tuple[CaseOrTool, tuple[Source, ...]]]) -> Iterator[Item]:
    for record, sources in found:
        yield _item(
            record, *(f"{one.title}, {one.url}" if one.url else one.title for one in sources)
        )


def _of_terms(found: Iterable[tuple[Vocabulary, tuple[Term, ...]]]) -> Iterator[Item]:
    for vocabulary, terms in found:
        names = ", ".join(term.name for term in terms)
        text = f"{len(terms)} of {len(vocabulary.terms)}: {names}"
        title = vocabulary.title.en
        yield Item(vocabulary.id, title, "", vocabulary.path, (text,), count=len(terms))
