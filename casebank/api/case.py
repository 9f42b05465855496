"""A case in the API, complete."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casebank.api.ask import AskItem, ask_item
from casebank.api.case_summary import (
    CaseCounts,
    CaseSummary,
    CaseSummaryLinks,
    ThemeCount,
    case_ways,
    computed,
)
from casebank.api.item import CaseRef, Item, OrganisationRef, Uri, Ways, documented
from casebank.case import CaseFields
from casebank.completeness import completeness
from casebank.fields import CountryCode, Record

if TYPE_CHECKING:
    from casebank.api.addresses import Addresses
    from casebank.case import Case
    from casebank.related import Relation
    from casebank.tool import Tool


class CaseLinks(CaseSummaryLinks):
    """All ways from a case."""

    bibtex: Uri
    """Its citation as BibTeX."""

    ris: Uri
    """Its citation as RIS."""

    csl: Uri
    """Its citation as CSL-JSON."""

    asks_bibtex: Uri | None
    """Citations of its asks as BibTeX; null in a case without asks."""

    asks_ris: Uri | None
    """The same as RIS."""

    asks_csl: Uri | None
    """The same as CSL-JSON."""

    cases: Ways
    """Related cases, by id."""

    images: Ways
    """Its pictures, by the name of their file."""

    organisations: Uri
    """Where organisations stand."""

    vocabularies: Uri
    """Where the terms of all other vocabularies stand."""


class Completeness(Record):
    """Which of the fields that a record of its kind should have are filled."""

    filled: tuple[str, ...]
    """Names of fields that are."""

    missing: tuple[str, ...]
    """Names of fields that are not."""


class ReasonLinks(Record):
    """The way to what two cases share."""

    page: Uri
    """Its page, or its place on a page."""


class SharedReason(Record):
    """One thing that two cases share."""

    kind: str
    """`area`, `organisation`, `country`, `theme` or `tool`."""

    label: str
    """Its name."""

    links: ReasonLinks
    """Where it stands."""


class RelatedCase(Record):
    """A case that shares something with this one."""

    case: CaseRef
    """Id of the other case."""

    reasons: tuple[SharedReason, ...]
    """Everything that the two share."""


class CaseRecord(CaseFields, Item):
    """A case with every field of its file, and what is computed from it and from the book."""

    links: CaseLinks
    """Where it stands, and where what it names stands."""

    sections: dict[str, str]
    """Body text by section heading, in the order of its file. It is Markdown: `[^key]` cites a
    source, and `../tools-and-methods/x.md` is what is published at `/tools-and-methods/x/`."""

    countries: tuple[CountryCode, ...] = documented(CaseSummary, "countries")
    year: str | None = documented(CaseSummary, "year")
    themes: tuple[ThemeCount, ...] = documented(CaseSummary, "themes")
    counts: CaseCounts = documented(CaseSummary, "counts")

    published_at: Uri | None
    """Where the case's own publisher shows it; null when no address is known."""

    asks: tuple[AskItem, ...]
    """Everything that it asks for, in the order of its page."""

    participants: tuple[OrganisationRef, ...]
    """Ids of the organisations that took part; as what, `stakeholders` tells."""

    related: tuple[RelatedCase, ...]
    """The closest related cases, the closest first."""

    completeness: Completeness
    """What is known, and what is missing."""


def case_record(case: Case, addresses: Addresses) -> CaseRecord:
    """Return a case with every field, and what is computed."""
    book = addresses.book
    related = book.related(case)
    guests = (one.country for group in case.stakeholders for one in group.organisations)
    countries = (*case.countries, *filter(None, guests))
    return CaseRecord.of(
        id=case.id,
        links=CaseLinks(
            **case_ways(case, addresses) | {"countries": addresses.countries(countries)},
            **addresses.citations(case.address),
            **addresses.ask_citations(case),
            cases=addresses.records("cases", (relation.case.id for relation in related)),
            images={one.file: addresses.of(f"/{one.path_in(case.id)}") for one in case.images},
            organisations=addresses.collection("organisations"),
            vocabularies=addresses.collection("vocabularies"),
        ),
        **{name: getattr(case, name) for name in CaseFields.model_fields},
        **computed(case, addresses),
        sections=case.sections,
        published_at=case.published_at,
        asks=tuple(ask_item(ask, addresses) for ask in book.asks_of(case)),
        participants=tuple(known.id for known in book.organisations_in(case)),
        related=tuple(_related(relation, addresses) for relation in related),
        completeness=filled(case),
    )


def filled(record: Case | Tool) -> Completeness:
    """Return how much of a case or tool is known."""
    known = completeness(record)
    return Completeness(filled=known.filled, missing=known.missing)


def _related(relation: Relation, addresses: Addresses) -> RelatedCase:
    return RelatedCase(
        case=relation.case.id,
        reasons=tuple(
            SharedReason(
                kind=reason.kind,
                label=reason.label,
                links=ReasonLinks(page=addresses.of(reason.address)),
            )
            for reason in relation.reasons
        ),
    )
