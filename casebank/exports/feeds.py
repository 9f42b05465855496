"""Feeds of new and newly reviewed cases: Atom and JSON Feed, for all cases and for each term.

- `/feeds/cases.atom`, `/feeds/cases.json`: all cases
- `/feeds/{areas,countries,themes}/<id>.{atom,json}`: those of a term, also where there is none yet

Ids are URNs made from the first id of a case or term, so neither a move of the site nor another id
makes an old entry look new. Where a term had another id, its feed stands at that address too.
An entry was updated on the day of its last review. Before the first review it bears the date of its
source, and where there is none either, the day for what has no date: so it stands last until then.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from casebank.addresses import api_address, feed_address
from casebank.case import newest_first
from casebank.day import midnight
from casebank.exports.atom import atom
from casebank.exports.json_feed import json_feed
from casebank.feed import Category, Entry, Feed
from casebank.iris import web_iri
from casebank.page import Output
from casebank.permanence import is_page
from casebank.prose import without_citations
from casebank.term import BROWSED
from casebank.typography import typographic
from casebank.urn import urn
from casebank.views.feeds import entry_content

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casebank.book import Book
    from casebank.case import Case
    from casebank.publication import Publication
    from casebank.term import Term

MOST = 100
"""Entries of a feed; readers of feeds load all of them each time."""

_TERM_PAGES = tuple(f"/{name}/" for name in BROWSED)


def feed_files(book: Book, publication: Publication) -> Iterator[Output]:
    """Yield each feed in both forms, also where it lay before."""
    for feed in feeds(book, publication):
        for path in (feed.path, *feed.former_paths):
            yield Output(feed_address("atom", path).lstrip("/"), atom(feed), "")
            yield Output(feed_address("json", path).lstrip("/"), json_feed(feed), "")


def feeds(book: Book, publication: Publication) -> Iterator[Feed]:
    """Yield the feed of all cases, those of areas, countries and themes, and those of removed ones.

    Who follows what was removed is told so, in a feed without entries.
    """
    url, about = publication.url, book.about

    @cache  # a case stands in several feeds
    def entry(id_: str) -> Entry:
        return _entry(book, book.case(id_), publication)

    def feed(page: str, label: str, cases: tuple[Case, ...], subtitle: str = "") -> Feed:
        path = page.strip("/")
        former = _former_pages(book, page)
        record = url(api_address(path))
        return Feed(
            path=path,
            former_paths=tuple(address.strip("/") for address in former),
            id=urn((*former, page)[0]),
            title=f"{publication.name}: {typographic(label)}",
            subtitle=subtitle or f"Cases, the last reviewed first, at most {MOST}. All: {record}",
            page=url(page),
            record=record,
            atom=url(feed_address("atom", path)),
            json=url(feed_address("json", path)),
            author=", ".join(about.authors) or publication.name,
            rights=f"Our own texts: {about.licences[0]}." if about.licences else "",
            entries=tuple(entry(case.id) for case in _last_updated_first(cases)[:MOST]),
        )

    yield feed("/cases/", "all cases", book.cases)
    for name in BROWSED:
        for term in book.terms(name):
            yield feed(f"/{name}/{term.id}/", term.label.en, book.cases_with(name, term))
    for removal in book.removals:
        if removal.address.startswith(_TERM_PAGES):
            told = f"Removed in {removal.removed_on[:4]}: {removal.reason}"
            yield feed(removal.address, removal.title, (), told)


def _former_pages(book: Book, page: str) -> tuple[str, ...]:
    """Return the addresses that a term had before; places on other pages may lead to it too."""
    former = (one for one in book.former_addresses(page) if is_page(one))
    return tuple(one for one in former if one.startswith(_TERM_PAGES))


def _entry(book: Book, case: Case, publication: Publication) -> Entry:
    url = publication.url
    names = dict.fromkeys(author.name for author in case.authors)
    terms = (
        *(("areas", book.area(id_)) for id_ in case.areas),
        *(("countries", term) for term in book.countries_of(case)),
        *(("themes", term) for term in book.themes_of(case)),
    )
    source_date = case.published or case.held
    return Entry(
        id=urn(f"/cases/{(*case.aliases, case.id)[0]}/"),
        title=typographic(case.title),
        page=url(case.address),
        record=url(api_address("cases", case.id)),
        original=web_iri(case.published_at),
        language=case.language,
        updated=_updated(case),
        published=midnight(source_date) if source_date else "",
        summary=typographic(case.summary),
        content=str(entry_content(book, case, publication)),
        authors=tuple(names) or (case.publisher,),
        rights=typographic(without_citations(case.rights)),
        categories=tuple(_category(name, term, publication) for name, term in terms),
    )


def _category(vocabulary: str, term: Term, publication: Publication) -> Category:
    return Category(publication.url(f"/{vocabulary}/"), term.id, typographic(term.label.en))


def _updated(case: Case) -> str:
    return midnight(case.review.reviewed_on or case.published or case.held)


def _last_updated_first(cases: tuple[Case, ...]) -> list[Case]:
    """Return cases, the last updated first; those of one day in the order of the site."""
    return sorted(newest_first(cases), key=_updated, reverse=True)
