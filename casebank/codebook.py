"""The codebook: what each field and each term means, and which records use it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from casebank.blank import Blank, blanks
from casebank.case import BODY_SECTIONS, Case
from casebank.grouping import grouped
from casebank.term import BROWSED, Term
from casebank.tool import BODY_SECTIONS as TOOL_SECTIONS
from casebank.tool import Tool

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from casebank.book import Book
    from casebank.rule import Rule
    from casebank.term import Vocabulary

ADDRESS = "/data/codebook/"
"""Where it is published; `ADDRESS#<vocabulary>-<term>` is the place of a term."""

_UNREAD = frozenset({"path"})
"""Fields that only the engine needs."""

_Uses = dict[tuple[str, str], tuple[Any, ...]]
"""Records by the path of a field and a value in it; by the path and nothing, all that fill it."""


@dataclass(frozen=True)
class FieldEntry:
    """One field, with the records that fill it."""

    record: str
    """What it is a field of: `case`, `tool` or `term`."""

    field: Blank
    """What the model says of it."""

    used_in: tuple[Case | Tool, ...]
    """Records that hold something else there than what stands if the field is left out, by id."""

    values: tuple[tuple[str, int], ...]
    """Its only values, each with the number of records that have it; empty for most fields."""

    @property
    def anchor(self) -> str:
        """Its place on the page: `case-places.city`."""
        return f"{self.record}-{self.field.path}"

    @property
    def depth(self) -> int:
        """How many fields it is in."""
        return self.field.path.count(".")


@dataclass(frozen=True)
class TermEntry:
    """One term of a vocabulary, with what uses it."""

    vocabulary: str
    term: Term

    cases: tuple[Case, ...]
    """Cases that name it, by id."""

    tools: tuple[Tool, ...]
    """Tools that name it, by id."""

    asks: int
    """How many asks name it: only of themes and kinds of support."""

    @property
    def anchor(self) -> str:
        """Its place on the page: `themes-skills`."""
        return f"{self.vocabulary}-{self.term.id}"


@dataclass(frozen=True)
class VocabularyEntry:
    """One vocabulary, with the fields that name its terms."""

    vocabulary: Vocabulary

    named_in: tuple[FieldEntry, ...]
    """Fields of cases, then of tools; none for the glossary, whose words stand in texts."""

    terms: tuple[TermEntry, ...]
    """In the order of the vocabulary."""


@dataclass(frozen=True)
class Codebook:
    """Everything that a reader of the data may have to look up."""

    case: tuple[FieldEntry, ...]
    """The fields of a case in the order of its file, each before its parts."""

    tool: tuple[FieldEntry, ...]
    """The same of a tool."""

    term: tuple[FieldEntry, ...]
    """The same of a term of a vocabulary; which terms fill them is not counted."""

    rules: tuple[Rule, ...]
    """What texts must be like in any of these fields, in the order in which they first come up."""

    vocabularies: tuple[VocabularyEntry, ...]
    """In the order of the book."""


@lru_cache(maxsize=2)
def codebook(book: Book) -> Codebook:
    """Return the codebook of a book."""
    case, cases = _entries("case", Case, book.cases, BODY_SECTIONS.values())
    tool, tools = _entries("tool", Tool, book.tools, [TOOL_SECTIONS])
    term, _ = _entries("term", Term, (), ())
    rules = (rule for entry in (*case, *tool, *term) for rule in entry.field.rules)
    asks = {
        "themes": Counter(id_ for ask in book.asks for id_ in ask.themes),
        "support-kinds": Counter(id_ for ask in book.asks for id_ in ask.support),
    }

    def entry(name: str, named_in: Sequence[FieldEntry], one: Term) -> TermEntry:
        # Where a term has a page, a case counts here if it stands there.
        by_case = (
            book.cases_with(name, one) if name in BROWSED else _naming(cases, named_in, one.id)
        )
        by_tool = _naming(tools, named_in, one.id)
        return TermEntry(name, one, _by_id(by_case), by_tool, asks.get(name, Counter())[one.id])

    vocabularies = []
    for name, vocabulary in book.vocabularies.items():
        named_in = tuple(one for one in (*case, *tool) if one.field.terms == name)
        terms = tuple(entry(name, named_in, one) for one in vocabulary.terms)
        vocabularies.append(VocabularyEntry(vocabulary, named_in, terms))
    return Codebook(case, tool, term, tuple(dict.fromkeys(rules)), tuple(vocabularies))


def _entries(
    name: str,
    model: type[BaseModel],
    records: Sequence[Case | Tool],
    sections: Iterable[Sequence[str]],
) -> tuple[tuple[FieldEntry, ...], _Uses]:
    """Return the fields of a model, id first, and which records use what."""
    fields = [field for field in blanks(model) if field.name not in _UNREAD]
    fields.sort(key=lambda field: field.name != "id")
    headings = tuple(dict.fromkeys(heading for group in sections for heading in group))
    known = [
        replace(one, values=headings) if one.name == "sections" else one
        for field in fields
        for one in field.all()
    ]
    counted = {one.path for one in known if one.values or one.terms}
    uses = grouped((key, record) for record in records for key in _keys(record, counted))

    def entry(field: Blank) -> FieldEntry:
        values = ((value, len(uses.get((field.path, value), ()))) for value in field.values)
        return FieldEntry(name, field, uses.get((field.path, ""), ()), tuple(values))

    return tuple(map(entry, known)), uses


def _keys(record: BaseModel, counted: set[str]) -> dict[tuple[str, str], None]:
    """Return each path that a record fills, once, and each of its values where these count."""
    return dict.fromkeys((path, value if path in counted else "") for path, value in _held(record))


def _held(record: BaseModel, within: str = "") -> Iterator[tuple[str, str]]:
    """Yield path and value of all that a record holds; without a value, that it fills a field."""
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        if value is None or value == ():
            continue
        path = f"{within}{name}"
        if value != field.default:
            yield path, ""
        for one in value if isinstance(value, tuple | dict) else (value,):
            if isinstance(one, BaseModel):
                yield from _held(one, f"{path}.")
            elif isinstance(one, str):
                yield path, str(one)


def _naming(uses: _Uses, fields: Iterable[FieldEntry], id_: str) -> tuple[Any, ...]:
    """Return the records that name a term in any of these fields, by id."""
    return _by_id(record for one in fields for record in uses.get((one.field.path, id_), ()))


def _by_id(records: Iterable[Any]) -> tuple[Any, ...]:
    found = {record.id: record for record in records}
    return tuple(found[id_] for id_ in sorted(found))
