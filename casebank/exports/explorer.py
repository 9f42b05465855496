"""What explorers and comparison load: facets as small numbers, records as HTML of the pages.

All files lie in `assets/explorer/<collection>/`; they serve the pages of this site and are no
promise, unlike /api/v1/. With ten thousand cases a reader still loads facets.json and a few cards.

- `facets.json`: which record has which values (`casebank.facets.facet_data`), and `at_once`
- `cards-<n>.json`: the HTML of `AT_ONCE` records
- `ids.json`: the id of each record
- `order-<id>.json`: the places of the records in another order
- `words-<part>.json`, asks only: which asks have which words (`casebank.word_index`); `words` of
  facets.json names the parts

`assets/explorer/compare/<case>.json` is what the comparison shows of a case.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from casebank.addresses import relative, relink
from casebank.collection import ask_collection, case_collection
from casebank.facets import facet_data
from casebank.page import Output
from casebank.prose import without_citations
from casebank.views.comparison import comparison
from casebank.views.explorer import ask_items, case_items
from casebank.views.finding import ask_words
from casebank.word_index import word_index

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from markupsafe import Markup

    from casebank.ask import Ask
    from casebank.book import Book
    from casebank.collection import Collection, Record

AT_ONCE = 24
"""Records in one file of cards."""


def explorer_files(book: Book) -> Iterator[Output]:
    """Yield the files of both explorers and of the comparison."""
    cases = case_collection(book)
    yield from _collection_files(cases, case_items(book, cases.records), {})
    asks = ask_collection(book)
    parts = word_index(_findable(book, ask) for ask in asks.records)
    yield from _collection_files(asks, ask_items(book, asks.records), {"words": list(parts)})
    for name, words in parts.items():
        yield _file(asks.id, f"words-{name}", words)
    for case in book.cases:
        yield _file("compare", case.id, _fitting(comparison(book, case), "/cases/compare/"))


def _collection_files(
    collection: Collection[Record], cards: Sequence[Markup], more: Mapping[str, Any]
) -> Iterator[Output]:
    known = facet_data(collection.all_facets, len(collection.records))
    data = {"at_once": AT_ONCE, **known, **more}
    yield _file(collection.id, "facets", data)
    yield _file(collection.id, "ids", [record.id for record in collection.records])
    for order in collection.orders:
        yield _file(collection.id, f"order-{order.id}", collection.positions(order))
    for start in range(0, len(cards), AT_ONCE):
        some = [str(card) for card in cards[start : start + AT_ONCE]]
        number = start // AT_ONCE
        yield _file(collection.id, f"cards-{number}", _fitting(some, collection.address))


def _findable(book: Book, ask: Ask) -> str:
    """Return all words under which an ask is found."""
    said = without_citations(f"{ask.title} {ask.text} {ask.place}")
    return " ".join([said, ask.case.title, *ask_words(book, ask)])


def _fitting(data: Any, page: str) -> Any:
    """Return `data` with the links in all of its HTML made to fit the address of a page."""
    if isinstance(data, dict):
        return {key: _fitting(value, page) for key, value in data.items()}
    if isinstance(data, list):
        return [_fitting(value, page) for value in data]
    if isinstance(data, str):
        return relink(data, lambda target: relative(target, page))
    return data


def _file(collection: str, name: str, data: object) -> Output:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Output(f"assets/explorer/{collection}/{name}.json", text, "")
