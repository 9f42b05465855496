"""Every collection of the API, with the models of its items: the one list of what there is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from casebank.api.ask import AskItem, ask_items
from casebank.api.canvas import CanvasItem, canvas_items
from casebank.api.case import CaseRecord, case_record
from casebank.api.case_summary import CaseSummary, case_summaries
from casebank.api.organisation import OrganisationItem, organisation_items
from casebank.api.permanence import MoveItem, RemovalItem, move_items, removal_items
from casebank.api.place import PlaceItem, place_items
from casebank.api.term import (
    TermRecord,
    TermSummary,
    VocabularyItem,
    term_record,
    term_summaries,
    vocabulary_items,
)
from casebank.api.tool import ToolRecord, ToolSummary, tool_record, tool_summaries

if TYPE_CHECKING:
    from casebank.api.addresses import Addresses
    from casebank.api.item import Item


@dataclass(frozen=True)
class Stored:
    """A record with the file of the repository that it is made from, and its page."""

    record: Item
    page: str
    """Site address."""

    source: str


@dataclass(frozen=True)
class ApiCollection:
    """One collection, and how its items are made."""

    name: str
    """Name of its file, and of the folder of its records."""

    description: str
    """What it holds, in a sentence."""

    page: str
    """Site address of the page that lists the same; empty where there is none."""

    model: type[Item]
    """What its items are like."""

    items: Callable[[Addresses], Iterable[Item]]
    record_model: type[Item] | None = None
    """What its records are like; none where an item says everything."""

    records: Callable[[Addresses], Iterator[Stored]] | None = None


def _cases(addresses: Addresses) -> Iterator[Stored]:
    for case in addresses.book.cases:
        yield Stored(case_record(case, addresses), case.address, case.path)


def _tools(addresses: Addresses) -> Iterator[Stored]:
    for tool in addresses.book.tools:
        yield Stored(tool_record(tool, addresses), tool.address, tool.path)


def _terms(name: str, addresses: Addresses) -> Iterator[Stored]:
    vocabulary = addresses.book.vocabularies[name]
    for term in vocabulary.terms:
        record = term_record(name, term, addresses)
        yield Stored(record, f"/{name}/{term.id}/", vocabulary.path)


def _of_terms(name: str, description: str) -> ApiCollection:
    items, records = partial(term_summaries, name), partial(_terms, name)
    return ApiCollection(name, description, f"/{name}/", TermSummary, items, TermRecord, records)


COLLECTIONS = (
    ApiCollection(
        "cases",
        "Every case in short, in the order of ids. Each has a record with everything it tells.",
        "/cases/",
        CaseSummary,
        case_summaries,
        CaseRecord,
        _cases,
    ),
    ApiCollection(
        "tools",
        "Every method, canvas, guide and template in short, in the order of ids. Each has a record"
        " of its own.",
        "/tools-and-methods/",
        ToolSummary,
        tool_summaries,
        ToolRecord,
        _tools,
    ),
    ApiCollection(
        "asks",
        "Everything that a case asks for, complete, by case.",
        "/recommendations/",
        AskItem,
        ask_items,
    ),
    ApiCollection(
        "organisations",
        "Every organisation that took part in a case, complete, in the order of ids.",
        "/organisations/",
        OrganisationItem,
        organisation_items,
    ),
    ApiCollection(
        "places",
        "Every city with a case, complete, in the order of ids.",
        "/countries/",
        PlaceItem,
        place_items,
    ),
    _of_terms("areas", "Every innovation area in short. Each has a record with all under it."),
    _of_terms("countries", "Every country in short. Each has a record with all under it."),
    _of_terms("themes", "Every theme of asks in short. Each has a record with all under it."),
    ApiCollection(
        "vocabularies",
        "Every other vocabulary with all of its terms, in the order of ids.",
        "/data/codebook/",
        VocabularyItem,
        vocabulary_items,
    ),
    ApiCollection(
        "canvases",
        "Every drawing, complete, in the order of ids.",
        "/downloads/",
        CanvasItem,
        canvas_items,
    ),
    ApiCollection(
        "moved", "Every address that leads elsewhere now.", "/data/api/", MoveItem, move_items
    ),
    ApiCollection(
        "removed",
        "Everything that was published and is no more, with the reason.",
        "/data/api/",
        RemovalItem,
        removal_items,
    ),
)
"""In the order in which the entry names them."""
