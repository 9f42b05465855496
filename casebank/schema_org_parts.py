"""Pieces of what is said in terms of schema.org: sources, people, places, licences, times."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from casebank.iris import Iris, web_iri
from casebank.prose import without_citations
from casebank.publication import LANGUAGE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casebank.book import Book
    from casebank.case import Case
    from casebank.people import Author
    from casebank.place import Place
    from casebank.provenance import Review, Source
    from casebank.tool import Span, Tool

Thing = dict[str, Any]
"""A node of JSON-LD."""

LICENCES = {"CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/"}
"""Addresses by which search engines know a licence, by SPDX identifier."""


def source_thing(record: Case | Tool, source: Source, iris: Iris) -> Thing:
    """Return a source of a case or tool."""
    return filled(
        {
            "@id": iris.source(record, source),
            "@type": "CreativeWork",
            "name": source.title,
            "url": web_iri(source.url),
            "publisher": organisation(source.publisher),
            "datePublished": (source.year or "").partition("/")[0],
        }
    )


def publisher(book: Book, iris: Iris) -> Thing:
    """Return who answers for the book."""
    name = next(iter(book.about.authors), iris.publication.name)
    return {"@id": iris.publisher, "@type": "Organization", "name": name}


def licence(book: Book) -> str:
    """Return the address of the licence of our texts and data; empty if the book names none."""
    spdx = next(iter(book.about.licences), "")
    return LICENCES.get(spdx) or (f"https://spdx.org/licenses/{spdx}" if spdx else "")


def filled(thing: Thing) -> Thing:
    """Return a thing without what is not known."""
    return {name: value for name, value in thing.items() if value not in (None, "", [])}


def ours(book: Book, review: Review, iris: Iris) -> Thing:
    """Return what is the same of everything that is told here."""
    return {
        "inLanguage": LANGUAGE,
        "dateModified": (review.reviewed_on or "").rpartition("/")[2],
        "license": licence(book),
        "author": {"@id": iris.publisher},
        "publisher": publisher(book, iris),
        "isPartOf": {"@id": iris.dataset},
    }


def original(case: Case, iris: Iris) -> Thing:
    """Return what a case tells, with all that the case says of it; it may have no name here."""
    source = case.original
    thing = source_thing(case, source, iris) if source else {"@type": "CreativeWork"}
    funding = {"@type": "Grant", "description": without_citations(case.funding or "")}
    credit = {
        "publisher": organisation(case.publisher),
        "datePublished": (case.published or "").partition("/")[0],
        "author": [_author(author) for author in case.authors],
        "inLanguage": case.language,
        "funding": funding if case.funding else None,
    }
    return {**filled(credit), **thing}


def _author(author: Author) -> Thing:
    """Return an author; who has no organisation may be a person or one."""
    if not author.organisation:
        return {"name": author.name}
    affiliation = organisation(author.organisation)
    return {"@type": "Person", "name": author.name, "affiliation": affiliation}


def organisation(name: str | None) -> Thing | None:
    """Return an organisation by its name; None without one."""
    return {"@type": "Organization", "name": name} if name else None


def place_thing(place: Place) -> Thing:
    """Return a place with what is known of where it is."""
    geo = {"@type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon}
    address = {
        "@type": "PostalAddress",
        "addressLocality": place.city,
        "addressRegion": place.region,
        "addressCountry": place.country,
    }
    return filled(
        {
            "@type": "Place",
            "name": place.city,
            "address": filled(address),
            "geo": geo if place.lat is not None else None,
        }
    )


def duration(span: Span) -> Any:
    """Return minutes as an ISO 8601 duration, or as two numbers if they are from ... to ...."""
    if span.at_least == span.at_most:
        return f"PT{span.at_least}M"
    return {
        "@type": "QuantitativeValue",
        "minValue": span.at_least,
        "maxValue": span.at_most,
        "unitCode": "MIN",
    }


def named(iris: Iterable[str]) -> list[Thing]:
    """Return nodes that are described elsewhere."""
    return [{"@id": iri} for iri in iris]
