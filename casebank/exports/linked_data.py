"""The whole book as linked data: /data/casebook.jsonld, in JSON-LD 1.1.

What pages say of themselves, and beside it asks, participants and vocabularies. Terms without a
prefix are those of schema.org. The context stands in the file, so that nobody has to fetch it.

Source: JSON-LD 1.1, W3C Recommendation, 16 July 2020; DCMI Metadata Terms; CiTO for `usesMethodIn`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from casebank.data_file import FOLDER, DataFile
from casebank.exports.concepts import concepts
from casebank.iris import Iris
from casebank.prose import without_citations
from casebank.schema_org import CONTEXT, case_thing, dataset_thing, tool_thing
from casebank.schema_org_parts import Thing, filled, named, source_thing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casebank.ask import Ask
    from casebank.book import Book
    from casebank.case import Case
    from casebank.organisation import KnownOrganisation
    from casebank.portfolio import Portfolio
    from casebank.publication import Publication
    from casebank.tool import Tool

JSON_LD = "application/ld+json"

_PREFIXES = {
    "cito": "http://purl.org/spar/cito/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dct": "http://purl.org/dc/terms/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
}


def casebook_graph(book: Book, publication: Publication) -> DataFile:
    """Return the file: one node for each vocabulary, term, tool, organisation, case and ask.

    Each node stands on a line of its own, so that two releases can be compared.
    """
    context = json.dumps({**CONTEXT, **_PREFIXES})
    nodes = ",\n".join(json.dumps(node, ensure_ascii=False) for node in _nodes(book, publication))
    document = f'{{"@context": {context},\n"@graph": [\n{nodes}\n]}}\n'
    return DataFile(
        f"{FOLDER}/casebook.jsonld",
        document.encode(),
        "Linked data",
        "cases, asks, tools and organisations in terms of schema.org, vocabularies in SKOS",
        "JSON-LD",
        JSON_LD,
    )


def _nodes(book: Book, publication: Publication) -> Iterator[Thing]:
    iris = Iris(publication)
    yield dataset_thing(book, publication)
    yield from concepts(book, publication)
    for tool in book.tools:
        yield _tool(book, tool, publication)
    for known in book.organisations:
        yield _organisation(known, iris)
    for case in book.cases:
        yield _case(book, case, publication)
        portfolios = {ask.id: part for part in case.portfolios for ask in part.asks}
        for portfolio in case.portfolios:
            yield _portfolio(case, portfolio, iris)
        for ask in book.asks_of(case):
            yield _ask(ask, portfolios, iris)


def _case(book: Book, case: Case, publication: Publication) -> Thing:
    iris, thing = Iris(publication), case_thing(book, case, publication)
    others = (source for source in case.sources if source is not case.original)
    kind = {"dct:type": {"@id": iris.term("resource-types", case.resource_type)}}
    return {
        **thing,
        **filled(
            {
                "isBasedOn": {**thing["isBasedOn"], **kind},
                "citation": [source_thing(case, source, iris) for source in others],
                "mentions": named(iris.of(one.address) for one in book.organisations_in(case)),
                "cito:usesMethodIn": named(iris.of(book.tool(one).address) for one in case.tools),
                "dct:coverage": {"@id": iris.term("scopes", case.scope)},
                "dct:audience": named(iris.term("audiences", one) for one in case.audiences),
                "dct:subject": named(iris.term("opsi-facets", one) for one in case.opsi.facets),
            }
        ),
    }


def _portfolio(case: Case, portfolio: Portfolio, iris: Iris) -> Thing:
    return filled(
        {
            "@id": iris.of(f"{case.address}#{portfolio.id}"),
            "@type": "CreativeWork",
            "identifier": portfolio.id,
            "genre": "portfolio",
            "name": portfolio.title,
            "text": without_citations(portfolio.idea),
            "isPartOf": {"@id": iris.of(case.address)},
            "dct:requires": _support(portfolio.support, iris),
        }
    )


def _ask(ask: Ask, portfolios: Mapping[str, Portfolio], iris: Iris) -> Thing:
    """Return an ask; the support that it needs is what it requires."""
    wholes = [ask.case.address]
    if whole := portfolios.get(ask.id):
        wholes.append(f"{ask.case.address}#{whole.id}")
    return filled(
        {
            "@id": iris.of(ask.address),
            "@type": "CreativeWork",
            "identifier": ask.id,
            "genre": ask.kind.value,
            "name": ask.title,
            "text": without_citations(ask.text),
            "about": named(iris.term("themes", theme) for theme in ask.themes),
            "isPartOf": named(map(iris.of, wholes)),
            "dct:requires": _support(ask.support, iris),
        }
    )


def _tool(book: Book, tool: Tool, publication: Publication) -> Thing:
    iris, thing = Iris(publication), tool_thing(book, tool, publication)
    texts = [without_citations(step.how) for step in tool.steps]
    steps = thing.get("step", [])
    return {
        **thing,
        **filled(
            {
                "step": [{**step, "text": text} for step, text in zip(steps, texts, strict=True)],
                "citation": [source_thing(tool, source, iris) for source in tool.sources],
                "dct:audience": named(iris.term("audiences", one) for one in tool.audiences),
            }
        ),
    }


def _organisation(known: KnownOrganisation, iris: Iris) -> Thing:
    """Return an organisation with its stakeholder groups and countries in all cases."""
    groups = dict.fromkeys(entry.group for entry in known.participations)
    countries = dict.fromkeys(entry.country for entry in known.participations if entry.country)
    return filled(
        {
            "@id": iris.of(known.address),
            "@type": "Organization",
            "identifier": known.id,
            "name": known.name,
            "additionalType": named(iris.term("stakeholder-groups", group) for group in groups),
            "address": [{"@type": "PostalAddress", "addressCountry": code} for code in countries],
        }
    )


def _support(kinds: tuple[str, ...], iris: Iris) -> list[Thing]:
    return named(iris.term("support-kinds", kind) for kind in kinds)
