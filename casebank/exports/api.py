"""The book as JSON, below /api/v1/: the entry, its contract, collections and records.

- `/api/v1/index.json`: the entry, from which every other file is linked
- `/api/v1/openapi.json`: the contract, OpenAPI 3.1
- `/api/v1/<collection>.json`: `{"schema_version", "total", "items"}`
- `/api/v1/{cases,tools,areas,countries,themes}/<id>.json`: `{"schema_version", "item"}`

A record stands at its earlier addresses too; one that was removed says why. No file holds a date of
its own making, so that two builds of one commit are the same bytes.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from casebank.addresses import api_address
from casebank.api.addresses import Addresses, record_of_page
from casebank.api.collections import COLLECTIONS
from casebank.api.entry import entry
from casebank.api.item import SCHEMA_VERSION, collection_of, single_of
from casebank.api.openapi import openapi
from casebank.api.permanence import RemovedFile, removal_items
from casebank.page import Output
from casebank.publication import UNPUBLISHED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casebank.api.collections import ApiCollection
    from casebank.api.item import Envelope
    from casebank.book import Book
    from casebank.publication import Publication


def api_files(book: Book, publication: Publication = UNPUBLISHED) -> Iterator[Output]:
    """Yield every file of the API."""
    addresses = Addresses(book, publication)
    totals = {}
    for collection in COLLECTIONS:
        items = tuple(collection.items(addresses))
        totals[collection.name] = len(items)
        envelope = collection_of(collection.model)(
            schema_version=SCHEMA_VERSION, total=len(items), items=items
        )
        yield _file(api_address(collection.name), envelope)
        yield from _record_files(collection, addresses)
    yield from _removed_files(addresses)
    yield _file(api_address("index"), entry(addresses, totals))
    contract = json.dumps(openapi(addresses), ensure_ascii=False, indent=1) + "\n"
    yield Output(api_address("openapi").removeprefix("/"), contract, "")


def _record_files(collection: ApiCollection, addresses: Addresses) -> Iterator[Output]:
    """Yield the records of a collection, at their earlier addresses too."""
    if not (collection.records and collection.record_model):
        return
    model = single_of(collection.record_model)
    for stored in collection.records(addresses):
        envelope = model(schema_version=SCHEMA_VERSION, item=stored.record)
        pages = (stored.page, *addresses.book.former_addresses(stored.page))
        for path in dict.fromkeys(filter(None, map(record_of_page, pages))):
            yield _file(path, envelope, stored.source)


def _removed_files(addresses: Addresses) -> Iterator[Output]:
    for removal in removal_items(addresses):
        if path := record_of_page(removal.address):
            yield _file(path, RemovedFile(schema_version=SCHEMA_VERSION, removed=removal))


def _file(address: str, envelope: Envelope, source: str = "") -> Output:
    content = envelope.model_dump_json(indent=1) + "\n"
    return Output(address.removeprefix("/"), content, source)
