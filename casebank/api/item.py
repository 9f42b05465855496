"""An item of the API, the file around it, and what every item has: an id and links."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any, Self

from pydantic import BaseModel, Field, create_model

from casebank.fields import Record, Refers

SCHEMA_VERSION = "1.0"
"""Of everything below /api/v1/. The first number rises when a field goes or changes its meaning,
the second when one is added; docs/data/api.md promises so, and lists the changes."""

Uri = Annotated[str, Field(json_schema_extra={"format": "uri"})]
"""An absolute address, in the characters of RFC 3986."""

Ways = dict[str, Uri]
"""Addresses by id."""

CaseRef = Annotated[str, Refers("cases")]
AskRef = Annotated[str, Refers("asks")]
OrganisationRef = Annotated[str, Refers("organisations")]


class Links(Record):
    """Where an item stands, and where what it names stands: absolute addresses."""

    self: Uri
    """The file of the API in which the item stands complete: its own, or that of its collection."""

    page: Uri
    """The page, or the place on a page, that says the same to readers."""


class Item(Record):
    """Anything that the API tells of."""

    id: str
    """Unique in its collection, and permanent."""

    links: Links
    """Where it stands, and where what it names stands."""

    @classmethod
    def of(cls, **fields: Any) -> Self:
        """Return an item with these fields, which are not checked: a book has been already."""
        return cls.model_construct(**fields)  # type: ignore[return-value]  # the plugin of pydantic forgets Self


class Envelope(Record):
    """What surrounds every answer."""

    schema_version: str = Field(examples=[SCHEMA_VERSION])
    """Two numbers: the first rises when a field goes or changes its meaning, the second when one is
    added."""


class Collection(Envelope):
    """All items of one kind."""

    total: int
    """How many there are."""

    items: tuple[Item, ...]
    """All of them."""


class Single(Envelope):
    """One item, complete."""

    item: Item
    """The item."""


@cache
def collection_of(model: type[Item]) -> type[Collection]:
    """Return the model of a file with all items of a kind."""
    items = documented(Collection, "items")
    name = f"{model.__name__}Collection"
    return create_model(name, __base__=Collection, items=(tuple[model, ...], items))  # type: ignore[valid-type]


@cache
def single_of(model: type[Item]) -> type[Single]:
    """Return the model of a file with one item of a kind."""
    item = documented(Single, "item")
    return create_model(f"{model.__name__}File", __base__=Single, item=(model, item))


def documented(model: type[BaseModel], name: str, **values: Any) -> Any:
    """Return a field with the documentation that another model gives to its field `name`."""
    field = model.model_fields[name]
    return Field(description=field.description, examples=field.examples, **values)
