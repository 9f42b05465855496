"""Vocabularies in terms of SKOS: each is a scheme, and each of its terms a concept.

Source: SKOS Simple Knowledge Organization System Reference, W3C Recommendation, 18 August 2009.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from casebank.eu_authorities import country_authority
from casebank.iris import Iris
from casebank.schema_org import term_thing
from casebank.schema_org_parts import Thing, filled
from casebank.term import Origin

if TYPE_CHECKING:
    from casebank.book import Book
    from casebank.publication import Publication
    from casebank.term import Label, Term, Vocabulary


def concepts(book: Book, publication: Publication) -> Iterator[Thing]:
    """Yield every vocabulary, each followed by its terms."""
    for vocabulary in book.vocabularies.values():
        yield _scheme(vocabulary, publication)
        for term in vocabulary.terms:
            yield _concept(vocabulary, term, publication)


def _scheme(vocabulary: Vocabulary, publication: Publication) -> Thing:
    iris = Iris(publication)
    return {
        "@id": iris.scheme(vocabulary.id),
        "@type": ["skos:ConceptScheme", "DefinedTermSet"],
        "name": vocabulary.title.en,
        "description": vocabulary.definition,
        "isPartOf": {"@id": iris.dataset},
        "skos:prefLabel": _labels(vocabulary.title),
        "skos:definition": _english(vocabulary.definition),
    }


def _concept(vocabulary: Vocabulary, term: Term, publication: Publication) -> Thing:
    scheme = {"@id": Iris(publication).scheme(vocabulary.id)}
    same = country_authority(term.code) if term.code else ""
    preferred = {term.label.en, term.label.fr}
    short = term.short if term.short not in preferred else None
    others = dict.fromkeys(alias for alias in term.aliases if alias not in preferred | {short})
    return {
        **term_thing(vocabulary, term, publication),
        **filled(
            {
                "@type": ["skos:Concept", "DefinedTerm"],
                "skos:prefLabel": _labels(term.label),
                "skos:altLabel": [*filter(None, [_english(short) if short else None]), *others],
                "skos:definition": _english(term.definition),
                "skos:inScheme": scheme,
                "skos:topConceptOf": scheme,
                "skos:notation": term.code,
                "skos:exactMatch": {"@id": same} if same else None,
                # Of what is ours the publisher is known anyway.
                "dc:creator": None if term.origin is Origin.OURS else term.origin.value,
            }
        ),
    }


def _labels(label: Label) -> list[Thing]:
    return [_english(label.en), {"@language": "fr", "@value": label.fr}]


def _english(text: str) -> Thing:
    return {"@language": "en", "@value": text}
