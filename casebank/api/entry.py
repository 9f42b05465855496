"""The entry of the API: what the book says of itself, and the way to everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import Field

from casebank.addresses import feed_address
from casebank.api.collections import COLLECTIONS
from casebank.api.item import SCHEMA_VERSION, Envelope, Uri
from casebank.fields import Record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casebank.api.addresses import Addresses


class AboutBook(Record):
    """The book as one work."""

    title: str
    """Its title."""

    abstract: str | None
    """What it is, in some sentences; null if it does not say."""

    version: str | None
    """Its version; null before the first."""

    released: str | None
    """The day of that version, as YYYY-MM-DD; null before the first release."""

    authors: tuple[str, ...]
    """Who answers for it."""

    licences: tuple[str, ...] = Field(examples=[["CC-BY-4.0", "MIT"]])
    """SPDX identifiers: of the texts and data first, then of the software."""

    keywords: tuple[str, ...]
    """What it is about."""


class CollectionLinks(Record):
    """Ways to a collection."""

    self: Uri
    """Its file."""

    page: Uri
    """The page that lists the same."""

    record: str | None
    """Where a record of it stands: put its id for `{id}`. Null where items are complete. Source of
    the form: RFC 6570."""


class CollectionEntry(Record):
    """One collection."""

    description: str
    """What it holds."""

    total: int
    """How many items."""

    links: CollectionLinks
    """Where it stands."""


class EntryLinks(Record):
    """Ways to all that is there for programs."""

    self: Uri
    """This file."""

    page: Uri
    """The front door of the site."""

    documentation: Uri
    """How the API works, what is promised, and what has changed."""

    openapi: Uri
    """The contract of the API, as OpenAPI 3.1."""

    case_schema: Uri
    """What the file of a case can hold, as JSON Schema."""

    tool_schema: Uri
    """What the file of a tool can hold, as JSON Schema."""

    atom: Uri
    """Feed of all cases, as Atom."""

    json_feed: Uri
    """The same, as JSON Feed."""

    bibtex: Uri
    """How to cite the whole book, as BibTeX."""

    ris: Uri
    """The same, as RIS."""

    csl: Uri
    """The same, as CSL-JSON."""

    dataset: Uri
    """All tables, described as a Frictionless Data Package."""

    linked_data: Uri
    """The book as JSON-LD, in terms of SKOS and schema.org."""

    catalogue: Uri
    """All files for programs, described in DCAT-AP."""

    codebook: Uri
    """Every field and every term explained, for readers."""


class Entry(Envelope):
    """The entry."""

    book: AboutBook
    """What the book says of itself."""

    collections: dict[str, CollectionEntry]
    """By name."""

    links: EntryLinks
    """Where everything else stands."""


def entry(addresses: Addresses, totals: Mapping[str, int]) -> Entry:
    """Return the entry; `totals` are the numbers of items by the name of their collection."""
    about = addresses.book.about
    return Entry(
        schema_version=SCHEMA_VERSION,
        book=AboutBook(**{name: _known(getattr(about, name)) for name in AboutBook.model_fields}),
        collections={
            one.name: CollectionEntry(
                description=one.description,
                total=totals[one.name],
                links=CollectionLinks(
                    self=addresses.collection(one.name),
                    page=addresses.of(one.page),
                    record=_template(one.name, addresses) if one.record_model else None,
                ),
            )
            for one in COLLECTIONS
        },
        links=EntryLinks(
            self=addresses.collection("index"),
            page=addresses.of("/"),
            documentation=addresses.of("/data/api/"),
            openapi=addresses.collection("openapi"),
            case_schema=addresses.of("/schemas/case.schema.json"),
            tool_schema=addresses.of("/schemas/tool.schema.json"),
            atom=addresses.of(feed_address("atom", "cases")),
            json_feed=addresses.of(feed_address("json", "cases")),
            **addresses.citations("/data/"),
            dataset=addresses.of("/data/datapackage.json"),
            linked_data=addresses.of("/data/casebook.jsonld"),
            catalogue=addresses.of("/data/catalogue.jsonld"),
            codebook=addresses.of("/data/codebook/"),
        ),
    )


def _known(value: Any) -> Any:
    """Return what the book says of itself; the API has null for what it does not say."""
    return None if value == "" else value


def _template(collection: str, addresses: Addresses) -> str:
    return addresses.collection(collection).removesuffix(".json") + "/{id}.json"
