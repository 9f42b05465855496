"""What a page says of itself to programs: JSON-LD in terms of schema.org, without its context.

A case, as it is told here, is ours: our words, our licence, our date. What its source says of
itself, from its authors to its funding, is said of the source.

Source: https://schema.org/; JSON-LD 1.1, https://www.w3.org/TR/json-ld11/
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from casebank.extent import countries, last_review, period
from casebank.iris import Iris, web_iri
from casebank.publication import LANGUAGE
from casebank.schema_org_parts import (
    Thing,
    duration,
    filled,
    licence,
    named,
    original,
    ours,
    place_thing,
    publisher,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from casebank.book import Book
    from casebank.case import Case
    from casebank.data_file import DataFile
    from casebank.publication import Publication
    from casebank.term import Term, Vocabulary
    from casebank.tool import Tool

CONTEXT: Mapping[str, Any] = {
    "@vocab": "https://schema.org/",
    **{name: {"@type": "@id"} for name in ("contentUrl", "license", "sameAs", "url")},
    **{name: {"@type": "Date"} for name in ("dateModified", "datePublished")},
}
"""Stands in each page, so that nobody has to fetch it. A schema.org `Date` is as exact as it is
written: a year, a month or a day."""


def on_page(thing: Thing) -> Thing:
    """Return a thing as it stands in a page of its own."""
    return {"@context": dict(CONTEXT), **thing}


def case_thing(book: Book, case: Case, publication: Publication) -> Thing:
    """Return a case, without its asks, its tools and those who took part."""
    iris = Iris(publication)
    about = [iris.term("areas", area) for area in case.areas]
    about += [iris.term("themes", theme.id) for theme in book.themes_of(case)]
    return filled(
        {
            "@id": iris.of(case.address),
            "@type": "Report" if case.is_full else "CreativeWork",
            "identifier": case.id,
            "name": case.title,
            "abstract": case.summary,
            "genre": case.kind.value,
            **ours(book, case.review, iris),
            "temporalCoverage": case.held,
            "spatialCoverage": [place_thing(place) for place in case.places],
            "about": named(about),
            "isBasedOn": original(case, iris),
        }
    )


def tool_thing(book: Book, tool: Tool, publication: Publication) -> Thing:
    """Return a tool; one with steps is a how-to."""
    iris = Iris(publication)
    wholes = (iris.of(book.tool(whole).address) for whole in tool.part_of)
    return filled(
        {
            "@id": iris.of(tool.address),
            "@type": "HowTo" if tool.steps else "CreativeWork",
            "identifier": tool.id,
            "name": tool.title,
            "alternateName": [*filter(None, [tool.acronym]), *tool.aliases],
            "abstract": tool.summary,
            "genre": tool.kind.value,
            **ours(book, tool.review, iris),
            "isPartOf": named((iris.dataset, *wholes)),
            "sameAs": web_iri(tool.link),
            "totalTime": duration(tool.duration) if tool.steps and tool.duration else None,
            "step": [
                {
                    "@id": iris.of(f"{tool.address}#step-{number}"),
                    "@type": "HowToStep",
                    "position": number,
                    "name": step.title,
                }
                for number, step in enumerate(tool.steps, 1)
            ],
        }
    )


def term_thing(vocabulary: Vocabulary, term: Term, publication: Publication) -> Thing:
    """Return a term with its vocabulary."""
    iris = Iris(publication)
    return {
        "@id": iris.term(vocabulary.id, term.id),
        "@type": "DefinedTerm",
        "termCode": term.code or term.id,
        "name": term.label.en,
        "description": term.definition,
        "inDefinedTermSet": {
            "@id": iris.scheme(vocabulary.id),
            "@type": "DefinedTermSet",
            "name": vocabulary.title.en,
        },
    }


def dataset_thing(book: Book, publication: Publication, files: Iterable[DataFile] = ()) -> Thing:
    """Return the whole book as a dataset, with the files that hold or describe all of it."""
    iris, about = Iris(publication), book.about
    extent = period(book)
    return filled(
        {
            "@id": iris.dataset,
            "@type": "Dataset",
            "name": about.title,
            "description": about.abstract,
            "url": iris.of("/data/"),
            "inLanguage": LANGUAGE,
            "isAccessibleForFree": True,
            "keywords": list(about.keywords),
            "version": about.version,
            "license": licence(book),
            "publisher": publisher(book, iris),
            "datePublished": about.released,
            "dateModified": last_review(book),
            "temporalCoverage": "/".join(extent) if extent else "",
            "spatialCoverage": [
                {"@type": "Country", "identifier": code, "name": book.country(code).label.en}
                for code in countries(book)
            ],
            "distribution": [
                {
                    "@type": "DataDownload",
                    "name": file.title,
                    "contentUrl": iris.of(file.address),
                    "encodingFormat": file.media_type,
                }
                for file in files
                if file.media_type != "text/csv"
            ],
        }
    )
