"""The addresses that the API gives: its own files, and pages of the site, all absolute."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from casebank.addresses import api_address, citation_address
from casebank.iris import Iris

if TYPE_CHECKING:
    from casebank.book import Book
    from casebank.case import Case
    from casebank.publication import Publication

_FOLDERS = {
    "cases": "cases",
    "tools-and-methods": "tools",
    "areas": "areas",
    "countries": "countries",
    "themes": "themes",
}
"""Collections whose items have files of their own, by the folder of their pages."""

_FORMS = {"bibtex": "bib", "ris": "ris", "csl": "json"}
"""Endings of citations, by the names of links to them."""

_PAGE = re.compile(r"/([a-z-]+)/([^/#?]+)/")


def record_of_page(address: str) -> str | None:
    """Return where the record of a page stands: `/api/v1/tools/x.json` of `/tools-and-methods/x/`.

    None for pages without a record, and for places on a page.
    """
    match = _PAGE.fullmatch(address)
    folder = _FOLDERS.get(match[1]) if match else None
    return api_address(folder, match[2]) if match and folder else None


@dataclass(frozen=True, eq=False)
class Addresses:
    """Makes absolute addresses for what a book names."""

    book: Book
    publication: Publication

    def of(self, address: str) -> str:
        """Return a site address as an absolute one."""
        return Iris(self.publication).of(address)

    def collection(self, name: str) -> str:
        """Return where a collection stands."""
        return self.of(api_address(name))

    def record(self, collection: str, id_: str) -> str:
        """Return where the record of a case, tool, area, country or theme stands."""
        return self.of(api_address(collection, id_))

    def records(self, collection: str, ids: Iterable[str]) -> dict[str, str]:
        """Return where these records stand, by id, each once."""
        return {id_: self.record(collection, id_) for id_ in ids}

    def countries(self, codes: Iterable[str]) -> dict[str, str]:
        """Return where countries stand, by ISO code; some have organisations here and no page."""
        known = self._countries
        return {code: self.record("countries", known[code]) for code in codes if code in known}

    def citations(self, page: str) -> dict[str, Any]:
        """Return where the citations of a page stand, by the names of their links."""
        return {name: self.of(citation_address(page, form)) for name, form in _FORMS.items()}

    def ask_citations(self, case: Case) -> dict[str, Any]:
        """Return where the citations of the asks of a case stand; none if it has no asks."""
        asked = bool(self.book.asks_of(case))
        return {
            f"asks_{name}": self.of(citation_address(case.address, form, "asks")) if asked else None
            for name, form in _FORMS.items()
        }

    @cached_property
    def _countries(self) -> dict[str, str]:
        return {term.code or "": term.id for term in self.book.terms("countries")}
