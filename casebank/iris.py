"""IRIs: how linked data names what a book holds. They are the addresses of its pages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from casebank.codebook import ADDRESS as CODEBOOK
from casebank.term import BROWSED

if TYPE_CHECKING:
    from casebank.case import Case
    from casebank.provenance import Source
    from casebank.publication import Publication
    from casebank.tool import Tool

_KEPT = "/?=&+,;:@!$'()*"
"""Characters with a meaning in addresses, and harmless ones. Source: RFC 3986, section 2.2."""

_LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")

_IS_WEB = re.compile(r"https?://[^/]")


@dataclass(frozen=True)
class Iris:
    """The IRIs of one published book."""

    publication: Publication

    def of(self, address: str) -> str:
        """Return the IRI of a site address, such as `/cases/x/#SE-1`."""
        page, mark, anchor = address.partition("#")
        return self.publication.url(quote(page, safe=_KEPT) + mark + quote(anchor, safe=_KEPT))

    def scheme(self, vocabulary: str) -> str:
        """Return the IRI of a vocabulary: its page, or its place in the codebook."""
        return self.of(f"/{vocabulary}/" if vocabulary in BROWSED else f"{CODEBOOK}#{vocabulary}")

    def term(self, vocabulary: str, id_: str) -> str:
        """Return the IRI of a term; a country is named by its id, such as `france`."""
        if vocabulary in BROWSED:
            return self.of(f"/{vocabulary}/{id_}/")
        return self.of(f"{CODEBOOK}#{vocabulary}-{id_}")

    def source(self, record: Case | Tool, source: Source) -> str:
        """Return the IRI of a source of a case or tool: its place in the list on that page."""
        return self.of(f"{record.address}#source-{source.id}")

    @property
    def dataset(self) -> str:
        """The book as a dataset."""
        return self.of("/data/#dataset")

    @property
    def publisher(self) -> str:
        """Who answers for the book."""
        return self.of("/#publisher")


def web_iri(address: str | None) -> str:
    """Return an address of another site as an IRI; empty if it is none that a browser opens.

    Signs that an IRI must not hold are written as percent signs and digits (RFC 3987, section 2.2).
    """
    if not address or not _IS_WEB.match(address):
        return ""
    page, mark, anchor = _LONE_PERCENT.sub("%25", address).partition("#")
    return quote(page, safe=f"{_KEPT}%") + mark + quote(anchor, safe=f"{_KEPT}%")
