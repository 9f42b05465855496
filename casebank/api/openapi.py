"""The contract of the API, as OpenAPI 3.1.1, with examples from the book."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from casebank.api.collections import COLLECTIONS
from casebank.api.entry import Entry
from casebank.api.item import SCHEMA_VERSION, collection_of, single_of
from casebank.api.permanence import RemovedFile
from casebank.api.schemas import PLACE, schemas
from casebank.json_schema import DIALECT
from casebank.rule import SLUG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casebank.api.addresses import Addresses
    from casebank.api.collections import ApiCollection
    from casebank.api.item import Envelope, Item

_DESCRIPTION = (
    "Everything that the book holds, as files. No program runs behind them: the only method is GET,"
    " nothing is asked for behind a question mark, no key is needed, and what does not exist is"
    " answered with an HTML page. Every field that is named here is always there; it is null or an"
    " empty list where nothing is known. Fields can be added: ignore those that you do not know."
    " `x-vocabulary` names the collection, or else the vocabulary, whose ids a field takes."
)

_NOT_FOUND = {
    "description": "There is no such file. The answer is a page.",
    "content": {"text/html": {}},
}


def openapi(addresses: Addresses) -> dict[str, Any]:
    """Return the contract. Source: OpenAPI Specification 3.1.1, OpenAPI Initiative."""
    about = addresses.book.about
    licence = {name: about.licences[0] for name in ("name", "identifier") if about.licences}
    return {
        "openapi": "3.1.1",
        "info": {
            "title": f"{about.title}: API",
            "description": _DESCRIPTION,
            **({"license": licence} if licence else {}),
            "version": SCHEMA_VERSION,
        },
        "externalDocs": {
            "description": "How the API works, what is promised, and what has changed.",
            "url": addresses.of("/data/api/"),
        },
        "jsonSchemaDialect": DIALECT,
        "servers": [{"url": addresses.of("/api/v1")}],
        "tags": [{"name": one.name, "description": one.description} for one in COLLECTIONS],
        "paths": dict(_paths(addresses)),
        "components": {"schemas": schemas()},
    }


def _paths(addresses: Addresses) -> Iterator[tuple[str, Any]]:
    entry = {"entry": _published("The entry", addresses.collection("index"))}
    description = "What the book says of itself, and the way to everything else."
    yield "/index.json", {"get": _operation("entry", description, [Entry], entry)}
    contract = {"description": "This contract.", "content": {"application/json": {}}}
    yield (
        "/openapi.json",
        {
            "get": {
                "operationId": "contract",
                "summary": "This contract.",
                "responses": {"200": contract},
            }
        },
    )
    for one in COLLECTIONS:
        listed = _operation(
            one.name, one.description, [collection_of(one.model)], _first(one, addresses)
        )
        yield f"/{one.name}.json", {"get": {"tags": [one.name], **listed}}
        if one.record_model:
            yield f"/{one.name}/{{id}}.json", _record_path(one, one.record_model, addresses)


def _record_path(
    collection: ApiCollection, model: type[Item], addresses: Addresses
) -> dict[str, Any]:
    ids = [item.id for item in islice(collection.items(addresses), 2)]
    examples = {id_: _published(id_, addresses.record(collection.name, id_)) for id_ in ids}
    operation = _operation(
        f"{collection.name}-record",
        f"One of the {collection.name}, complete, or a note that it was removed.",
        [single_of(model), RemovedFile],
        examples,
    )
    id_parameter = {
        "name": "id",
        "in": "path",
        "required": True,
        "description": "Its id, or an earlier one.",
        "schema": {"type": "string", "pattern": SLUG.pattern},
        "examples": {id_: {"value": id_} for id_ in ids},
    }
    return {"parameters": [id_parameter], "get": {"tags": [collection.name], **operation}}


def _operation(
    name: str, description: str, models: list[type[Envelope]], examples: dict[str, Any]
) -> dict[str, Any]:
    references = [{"$ref": f"{PLACE}{model.__name__}"} for model in models]
    schema = references[0] if len(references) == 1 else {"oneOf": references}
    content = {"application/json": {"schema": schema, "examples": examples}}
    return {
        "operationId": name,
        "summary": description,
        "responses": {"200": {"description": description, "content": content}, "404": _NOT_FOUND},
    }


def _first(collection: ApiCollection, addresses: Addresses) -> dict[str, Any]:
    """Return an example with the first item alone, and the whole file as another."""
    whole = _published("All of them", addresses.collection(collection.name))
    items = tuple(islice(collection.items(addresses), 1))
    if not items:
        return {"all": whole}
    file = collection_of(collection.model)(schema_version=SCHEMA_VERSION, total=1, items=items)
    example = {"summary": "With one item, for brevity", "value": file.model_dump(mode="json")}
    return {"one": example, "all": whole}


def _published(summary: str, address: str) -> dict[str, str]:
    return {"summary": summary, "externalValue": address}
