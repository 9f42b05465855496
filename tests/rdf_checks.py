"""What tests ask of linked data: triples, shapes that they keep, and what is said of a thing."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyshacl
from rdflib import BNode, Graph, Namespace, URIRef

from casebank.data_file import DataFile
from casebank.publication import Publication

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rdflib.term import Node

SHAPES = Path(__file__).parent / "shapes"

SCHEMA = Namespace("https://schema.org/")

SITE = Publication("Testbook", "https://site.example/book/")
"""Where the tests publish a book."""

_IRI = re.compile(r"https?://[^\s/?#]+(?:[!$&-;=?-Z_a-z~#]|%[0-9A-F]{2})*", re.IGNORECASE)
"""An absolute IRI of the web, in the letters of a URI. Source: RFC 3986, appendix A."""


def triples(document: DataFile | Mapping[str, Any]) -> Graph:
    """Return what JSON-LD says. Nothing has to be fetched: a context elsewhere is a fault."""
    data = json.loads(document.content) if isinstance(document, DataFile) else document
    assert isinstance(data["@context"], dict)
    return Graph().parse(data=json.dumps(data), format="json-ld")


def faults(graph: Graph, *shapes: str) -> str:
    """Return in what a graph breaks these files of shapes/; nothing if it keeps to them."""
    rules = Graph()
    for name in shapes:
        rules.parse(SHAPES / f"{name}.ttl")
    keeps, _, report = pyshacl.validate(graph, shacl_graph=rules)
    return "" if keeps else report


def bad_iris(graph: Graph) -> list[str]:
    """Return every IRI that is not absolute, or holds a sign that it must not hold."""
    named = {node for triple in graph for node in triple if isinstance(node, URIRef)}
    return sorted(node for node in named if not _IRI.fullmatch(node) or node.count("#") > 1)


def said_of(graph: Graph, thing: Node) -> frozenset[tuple[Node, Any]]:
    """Return predicates and objects of a thing; an object without a name is what is said of it."""
    return frozenset(
        (predicate, said_of(graph, value) if isinstance(value, BNode) else value)
        for predicate, value in graph.predicate_objects(thing)
    )
