"""Citations on pages: text, files, and tags by which reference managers know a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casebank.addresses import api_address, citation_address
from casebank.citation import book_citation
from casebank.publication import LANGUAGE
from casebank.views.for_programs import CITATION_FORMS
from casebank.views.templates import macros

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from markupsafe import Markup

    from casebank.book import Book
    from casebank.citation import Citation
    from casebank.publication import Publication

SCRIPTS = ("citation",)
"""What makes the buttons of a page with citations work."""


def citation_block(
    citation: Citation, page: str, record: str, asks: Iterable[Citation] = ()
) -> Markup:
    """Return the text of a citation with a button that copies it, and its files.

    The files lie beside `page`; `record` is the address of all fields as JSON. Each of the `asks`
    of a case has its own text and button.
    """
    parts = macros("citation.html", citation_address=citation_address, forms=_FORMS)
    return parts["citation"](citation, page, record, tuple(asks))


def cite_book(book: Book, publication: Publication) -> Markup:
    """Return how to cite the whole book. A page that calls it needs the script `citation`."""
    return citation_block(book_citation(book, publication), "/data/", api_address("index"))


def citation_tags(citation: Citation, pdf: str = "") -> tuple[tuple[str, str], ...]:
    """Return names and contents of `<meta>` elements; `pdf` is the address of the page in print.

    Highwire's tags, as Google Scholar documents them. Zotero takes a page with a `citation_title`
    for an article in a journal unless its own `z:itemType` says otherwise, and shows `DC.type` as
    the kind of web page. A comma ends the name of a group, or else Zotero takes its last word for
    a family name. Source: Zotero's translators "Embedded Metadata" (2024-06-13) and "RDF".
    """
    return tuple((name, content) for name, content in _tags(citation, pdf) if content)


_FORMS = {form: label for form, (_, label) in CITATION_FORMS.items()}


def _tags(citation: Citation, pdf: str) -> Iterator[tuple[str, str]]:
    yield "z:itemType", citation.type
    yield "DC.type", citation.genre
    yield "citation_title", citation.title
    for author in citation.authors:
        yield "citation_author", f"{author},"
    yield "citation_publication_date", citation.issued.rpartition("/")[2].replace("-", "/")
    yield "citation_language", LANGUAGE
    yield "citation_keywords", "; ".join(citation.keywords)
    yield "citation_abstract_html_url", citation.url
    yield "citation_pdf_url", pdf
