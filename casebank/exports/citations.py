"""Citations as files: BibTeX, RIS and CSL-JSON.

- `/cases/<id>/citation.{bib,ris,json}`, `/tools-and-methods/<id>/citation.{bib,ris,json}`
- `/cases/<id>/asks.{bib,ris,json}`: an entry for each ask of a case that has some
- `/data/citation.{bib,ris,json}`: the whole book

At an earlier address of a page stands what stands at today's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from casebank.addresses import citation_address
from casebank.citation import ask_citations, book_citation, case_citation, tool_citation
from casebank.exports.bibtex import bibtex
from casebank.exports.csl_json import csl_json
from casebank.exports.ris import ris
from casebank.page import Output

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from casebank.book import Book
    from casebank.case import Case
    from casebank.citation import Citation
    from casebank.publication import Publication
    from casebank.tool import Tool

WRITERS = {"bib": bibtex, "ris": ris, "json": csl_json}
"""What writes each form, by the ending of its file."""


def citation_files(book: Book, publication: Publication) -> Iterator[Output]:
    """Yield the citations of all cases, asks and tools, and of the book."""
    for case in book.cases:
        pages = _addresses(book, case)
        yield from _files(pages, [case_citation(book, case, publication)], case.path)
        if asks := ask_citations(book, case, publication):
            yield from _files(pages, asks, case.path, "asks")
    for tool in book.tools:
        pages = _addresses(book, tool)
        yield from _files(pages, [tool_citation(book, tool, publication)], tool.path)
    yield from _files(["/data/"], [book_citation(book, publication)])


def _addresses(book: Book, record: Case | Tool) -> list[str]:
    """Return where the page of a record is, and where it was."""
    earlier = book.former_addresses(record.address)
    return [record.address, *(address for address in earlier if address.endswith("/"))]


def _files(
    pages: Iterable[str], citations: Sequence[Citation], source: str = "", name: str = "citation"
) -> Iterator[Output]:
    written = {form: write(citations) for form, write in WRITERS.items()}
    for page in pages:
        for form, text in written.items():
            yield Output(citation_address(page, form, name).lstrip("/"), text, source)
