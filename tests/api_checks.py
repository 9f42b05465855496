"""What tests ask of the API: files as the contract says, and ids and links that lead somewhere."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator

from casebank.exports.api import api_files
from casebank.publication import UNPUBLISHED, Publication

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from casebank.book import Book

SITE = Publication("Book", "https://book.example/folder/")
"""Where the small book of these tests is published."""

PREFIX = "api/v1"


def parsed(book: Book, publication: Publication = UNPUBLISHED) -> dict[str, Any]:
    """Return every file of the API by its path."""
    return {one.path: json.loads(one.content) for one in api_files(book, publication)}


def validators(contract: Mapping[str, Any]) -> dict[str, Draft202012Validator]:
    """Return a validator for each model of a contract, which accepts no field beyond it."""
    closed = copy.deepcopy(dict(contract))
    for schema in closed["components"]["schemas"].values():
        if "properties" in schema:
            schema["additionalProperties"] = False
    return {
        name: Draft202012Validator({**closed, "$ref": f"#/components/schemas/{name}"})
        for name in closed["components"]["schemas"]
    }


def operations(contract: Mapping[str, Any]) -> dict[str, list[str]]:
    """Return the names of the models of each path of a contract; none for the contract itself."""
    models = {}
    for path, operation in contract["paths"].items():
        content = operation["get"]["responses"]["200"]["content"]["application/json"]
        schema = content.get("schema", {"oneOf": []})
        references = schema.get("oneOf", [schema])
        models[path] = [one["$ref"].rpartition("/")[2] for one in references]
    return models


def path_of(file: str) -> str:
    """Return the path of the contract that describes a file: `/cases/{id}.json`."""
    folder, _, name = file.removeprefix(PREFIX).removesuffix(".json").rpartition("/")
    return f"{folder}/{{id}}.json" if folder else f"/{name}.json"


Way = str | dict[str, str]


def named(
    value: Any,
    schema: Mapping[str, Any],
    contract: Mapping[str, Any],
    ways: Mapping[str, Way] | None = None,
) -> Iterator[tuple[str, str, Mapping[str, Way]]]:
    """Yield each id in a value with what its schema says it is of, and the links that go with it.

    What an id is of is the name of a collection or vocabulary; the links are those of the innermost
    item in which it stands.
    """
    if isinstance(value, dict) and "id" in value:
        ways = value.get("links", ways)
    if reference := schema.get("$ref"):
        target = contract["components"]["schemas"][reference.rpartition("/")[2]]
        yield from named(value, target, contract, ways)
    if (vocabulary := schema.get("x-vocabulary")) and isinstance(value, str):
        yield vocabulary, value, ways or {}
    for choice in schema.get("anyOf", ()):
        yield from named(value, choice, contract, ways)
    if isinstance(value, dict):
        for key, one in value.items():
            yield from named(one, schema.get("properties", {}).get(key, {}), contract, ways)
    elif isinstance(value, list):
        for one in value:
            yield from named(one, schema.get("items", {}), contract, ways)


def links(value: Any, *, within: bool = False) -> Iterator[str]:
    """Yield every address that stands in `links` anywhere in a value."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from links(one, within=within or key == "links")
    elif isinstance(value, list):
        for one in value:
            yield from links(one, within=within)
    elif within and isinstance(value, str):
        yield value
