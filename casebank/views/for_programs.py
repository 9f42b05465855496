"""Which files hold the matter of a page in forms for programs: links in its head."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from casebank.addresses import api_address, citation_address, feed_address
from casebank.page import Alternate

if TYPE_CHECKING:
    from casebank.case import Case
    from casebank.term import Term
    from casebank.tool import Tool

JSON, ATOM, JSON_FEED = "application/json", "application/atom+xml", "application/feed+json"

CITATION_FORMS = {
    "bib": ("application/x-bibtex", "BibTeX"),
    "ris": ("application/x-research-info-systems", "RIS"),
    "json": ("application/vnd.citationstyles.csl+json", "CSL-JSON"),
}
"""Media type and name of each form of a citation, by the ending of its file."""


def record_alternates(record: Case | Tool) -> tuple[Alternate, ...]:
    """Return the complete record of a case or tool, and its citations."""
    collection = "cases" if record.address.startswith("/cases/") else "tools"
    data = Alternate(api_address(collection, record.id), JSON, f"{record.title}: all fields")
    return (data, *_citations(record.address, record.title))


def term_alternates(vocabulary: str, term: Term) -> tuple[Alternate, ...]:
    """Return the record of an area, country or theme, and the feeds of its cases."""
    record = Alternate(api_address(vocabulary, term.id), JSON, term.label.en)
    return (record, *feed_alternates(f"Cases: {term.label.en}", vocabulary, term.id))


def feed_alternates(title: str, *names: str) -> tuple[Alternate, Alternate]:
    """Return a feed as Atom and as JSON Feed."""
    return (
        Alternate(feed_address("atom", *names), ATOM, title),
        Alternate(feed_address("json", *names), JSON_FEED, title),
    )


def _citations(page: str, title: str) -> Iterator[Alternate]:
    for form, (media_type, name) in CITATION_FORMS.items():
        yield Alternate(citation_address(page, form), media_type, f"{title}: citation as {name}")
