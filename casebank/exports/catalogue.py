"""The book in a catalogue of data: /data/catalogue.jsonld, which portals of Europe can harvest.

What controlled vocabularies name has its class and its name here, so that the file is valid without
them.

Source: DCAT-AP 3.0.0, https://semiceu.github.io/DCAT-AP/releases/3.0.0/; DCAT 3, W3C
Recommendation, 22 August 2024.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from casebank import eu_authorities as eu
from casebank.addresses import api_address
from casebank.data_file import FOLDER, DataFile
from casebank.exports.linked_data import JSON_LD
from casebank.extent import countries, last_review, period
from casebank.iris import Iris
from casebank.notice import RIGHTS
from casebank.schema_org_parts import Thing, filled

if TYPE_CHECKING:
    from casebank.book import Book
    from casebank.publication import Publication

_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

_DATES = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}
"""Types of a moment by its length: a year, a month or a day."""

_STANDARDS = {
    "text/csv": "https://www.rfc-editor.org/rfc/rfc4180",
    JSON_LD: "https://www.w3.org/TR/json-ld11/",
}
"""What files of a media type keep to."""

_OPENAPI = "https://spec.openapis.org/oas/v3.1.0"


def catalogue(files: Iterable[DataFile], book: Book, publication: Publication) -> DataFile:
    """Return the catalogue with the book, its files and its API. It does not list itself."""
    document = {"@context": _CONTEXT, **_catalogue(tuple(files), book, publication)}
    return DataFile(
        f"{FOLDER}/catalogue.jsonld",
        (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode(),
        "Catalogue",
        "what portals harvest: the book, its files and its API in terms of DCAT-AP",
        "JSON-LD",
        JSON_LD,
    )


def _catalogue(files: tuple[DataFile, ...], book: Book, publication: Publication) -> Thing:
    iris = Iris(publication)
    common = _common(book, iris)
    dataset = _dataset(files, book, iris, common)
    return {
        "@id": iris.of("/data/#catalogue"),
        "@type": "dcat:Catalog",
        "dct:title": _english(f"{publication.name}: data"),
        "dct:description": _english(f"The data of the {publication.name}."),
        **common,
        "dct:rights": {"@type": "dct:RightsStatement", "rdfs:label": _english(RIGHTS)},
        "foaf:homepage": _of_class("foaf:Document", iris.of("/")),
        "dcat:themeTaxonomy": {
            **_of_class("skos:ConceptScheme", eu.THEMES),
            "dct:title": _english("Data theme"),
        },
        "dcat:dataset": dataset,
        "dcat:service": {
            "@id": iris.of("/data/#api"),
            "@type": "dcat:DataService",
            "dct:title": _english(f"API of the {publication.name}"),
            "dct:description": _english("Collections and records as JSON, without a key."),
            "dcat:endpointURL": {"@id": iris.of(api_address("index"))},
            "dcat:endpointDescription": {"@id": iris.of(api_address("openapi"))},
            "dcat:landingPage": _of_class("foaf:Document", iris.of("/data/api/")),
            "dct:conformsTo": _of_class("dct:Standard", _OPENAPI),
            "dcat:servesDataset": {"@id": iris.dataset},
            **{name: common[name] for name in ("dct:license", "dct:publisher") if name in common},
        },
    }


def _common(book: Book, iris: Iris) -> Thing:
    """Return what is said of the catalogue and of the dataset alike."""
    return filled(
        {
            "dct:publisher": {
                "@id": iris.publisher,
                "@type": "foaf:Agent",
                "foaf:name": next(iter(book.about.authors), iris.publication.name),
            },
            "dct:license": _licence(book),
            "dct:language": _of_class("dct:LinguisticSystem", eu.ENGLISH),
            "dct:issued": _date(book.about.released),
            "dct:modified": _date(last_review(book)),
            "dct:spatial": [
                {**_of_class("dct:Location", iri), "skos:prefLabel": _english(name)}
                for iri, name in _countries(book)
            ],
            "dct:temporal": _period(book),
        }
    )


def _dataset(files: tuple[DataFile, ...], book: Book, iris: Iris, common: Thing) -> Thing:
    about = book.about
    # A dataset has no licence of its own in DCAT-AP; its distributions have.
    shared = {name: value for name, value in common.items() if name != "dct:license"}
    return filled(
        {
            "@id": iris.dataset,
            "@type": "dcat:Dataset",
            "dct:identifier": iris.dataset,
            "dct:title": _english(about.title),
            "dct:description": _english(about.abstract or about.title),
            **shared,
            "dcat:keyword": [_english(keyword) for keyword in about.keywords],
            "dcat:landingPage": _of_class("foaf:Document", iris.of("/data/")),
            "foaf:page": _of_class("foaf:Document", iris.of("/data/codebook/")),
            "dcat:theme": [
                _concept(eu.CULTURE, "Education, culture and sport"),
                _concept(eu.REGIONS, "Regions and cities"),
            ],
            "dcat:version": about.version,
            "dcat:distribution": [_distribution(file, book, iris) for file in files],
        }
    )


def _distribution(file: DataFile, book: Book, iris: Iris) -> Thing:
    """Return a file; its name after `#` on the page of data is its IRI."""
    address = {"@id": iris.of(file.address)}
    file_type = eu.file_type_authority(file.media_type)
    standard = _STANDARDS.get(file.media_type)
    media_type = f"https://www.iana.org/assignments/media-types/{file.media_type}"
    return filled(
        {
            "@id": iris.of(f"/{FOLDER}/#{file.path.removeprefix(f'{FOLDER}/')}"),
            "@type": "dcat:Distribution",
            "dct:title": _english(file.title),
            "dct:description": _english(file.detail or file.title),
            "dcat:accessURL": address,
            "dcat:downloadURL": address,
            "dcat:mediaType": _of_class("dct:MediaType", media_type),
            "dct:format": _of_class("dct:MediaTypeOrExtent", file_type) if file_type else None,
            "dct:conformsTo": _of_class("dct:Standard", standard) if standard else None,
            "dct:license": _licence(book),
            "dcatap:availability": _concept(eu.STABLE, "stable"),
            "dcat:byteSize": _typed("xsd:nonNegativeInteger", str(len(file.content))),
            "spdx:checksum": {
                "@type": "spdx:Checksum",
                "spdx:algorithm": _of_class(
                    "spdx:ChecksumAlgorithm", "spdx:checksumAlgorithm_sha256"
                ),
                "spdx:checksumValue": _typed("xsd:hexBinary", file.sha256),
            },
        }
    )


def _licence(book: Book) -> Thing | None:
    """Return the licence of texts and data, which is the first that the book names."""
    spdx = next(iter(book.about.licences), "")
    return _of_class("dct:LicenseDocument", eu.licence_authority(spdx)) if spdx else None


def _countries(book: Book) -> list[tuple[str, str]]:
    """Return IRI and name of each country that the authority table is known to have."""
    known = ((eu.country_authority(code), code) for code in countries(book))
    return [(iri, book.country(code).label.en) for iri, code in known if iri]


def _period(book: Book) -> Thing | None:
    extent = period(book)
    if extent is None:
        return None
    start, end = extent
    return {
        "@type": "dct:PeriodOfTime",
        "dcat:startDate": _date(start),
        "dcat:endDate": _date(end),
    }


def _date(moment: str) -> Any:
    return _typed(_DATES[len(moment)], moment) if moment else None


def _typed(type_: str, value: str) -> Thing:
    return {"@type": type_, "@value": value}


def _english(text: str) -> Any:
    return {"@language": "en", "@value": text} if text else None


def _of_class(class_: str, iri: str) -> Thing:
    return {"@id": iri, "@type": class_}


def _concept(iri: str, label: str) -> Thing:
    return {**_of_class("skos:Concept", iri), "skos:prefLabel": _english(label)}
