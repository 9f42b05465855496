"""The page of a case: body sections and structured parts in one fixed order."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from casebank.addresses import api_address, card_path
from casebank.case import CaseKind
from casebank.citation import ask_citations, case_citation
from casebank.completeness import completeness
from casebank.download import NO_DOWNLOADS
from casebank.organisation import organisation_address
from casebank.page import Page
from casebank.prose import Prose
from casebank.publication import UNPUBLISHED
from casebank.schema_org import case_thing, on_page
from casebank.views.citation import SCRIPTS, citation_block, citation_tags
from casebank.views.finding import case_filters, case_words, related_words
from casebank.views.for_programs import record_alternates
from casebank.views.moved import departed, former_anchors
from casebank.views.templates import fragment, macros

if TYPE_CHECKING:
    from casebank.book import Book
    from casebank.case import Case
    from casebank.download import Downloads
    from casebank.publication import Publication
    from casebank.term import Term

ORDER: dict[CaseKind, tuple[str, ...]] = {
    CaseKind.CITY_CASE: (
        "# Context",
        "key_figures",
        "pictures",
        "# Opportunity",
        "challenges",
        "# Sensemaking",
        "quotes",
        "portfolios",
        "stakeholders",
        "# Analysis",
        "recommendations",
        "conclusions",
        "actions",
        "# What happened next",
        "editor_notes",
        "methods",
        "related",
        "departures",
        "cite",
    ),
    CaseKind.PEER_REVIEW: (
        "# Context",
        "key_figures",
        "pictures",
        "# Challenge",
        "challenges",
        "stakeholders",
        "quotes",
        "portfolios",
        "recommendations",
        "conclusions",
        "actions",
        "# Conclusions",
        "editor_notes",
        "methods",
        "related",
        "departures",
        "cite",
    ),
}
"""Parts of the page from top to bottom: `# Name` is a section of the body, other names are macros
of templates/case_blocks.html, which print nothing where a case has nothing to tell."""


def case_page(
    book: Book,
    case: Case,
    downloads: Downloads = NO_DOWNLOADS,
    publication: Publication = UNPUBLISHED,
) -> Page:
    """Return the page of `case`, with the files that belong to it."""
    prose = Prose(book.glossary, case.sources, "cases")
    asks = {ask.id: ask for ask in book.asks_of(case)}
    files = downloads.about(case.address)
    citation = case_citation(book, case, publication)
    cited = citation_block(
        citation,
        case.address,
        api_address("cases", case.id),
        ask_citations(book, case, publication),
    )
    parts = macros(
        "case_blocks.html",
        asks=asks,
        cited=cited,
        departed=departed(book, case.address),
        former_anchors=lambda id_: former_anchors(book, f"{case.address}#{id_}"),
        organisation_address=organisation_address,
    )
    blocks = []
    for name in ORDER[case.kind]:
        if name.startswith("# "):
            blocks.append(parts["section"](case, book, prose, name[2:]))
        else:
            blocks.append(parts[name](case, book, prose))
    body = fragment(
        "case.md",
        case=case,
        book=book,
        country=book.country(case.place.country),
        completeness=completeness(case),
        blocks=blocks,
        neighbours=_neighbours(book, case),
        files=files,
    )
    return Page(
        f"cases/{case.id}.md",
        case.title,
        case.summary,
        body,
        case.path,
        layout="record",
        filters=case_filters(book, case),
        search_words=case_words(case),
        related_words=related_words(book, case),
        picture=card_path(case.address),
        alternates=record_alternates(case),
        linked_data=on_page(case_thing(book, case, publication)),
        citation_tags=citation_tags(
            citation, next((publication.url(file.address) for file in files), "")
        ),
        scripts=SCRIPTS,
    )


def _neighbours(book: Book, case: Case) -> list[tuple[Term, Case | None, Case | None]]:
    """Return the case before and the case after this one in each of its areas, by id."""
    found = []
    for id_ in case.areas:
        area = book.area(id_)
        within = book.cases_with("areas", area)
        place = bisect_left(within, case.id, key=lambda other: other.id)
        before = within[place - 1] if place else None
        after = within[place + 1] if place + 1 < len(within) else None
        if before or after:
            found.append((area, before, after))
    return found
