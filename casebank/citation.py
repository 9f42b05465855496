"""A citation as a value, in the terms of the Citation Style Language.

What is cited is a page of the book: its editors tell what a source says, so they are its authors,
and the source is the original with authors and publisher of its own.

Source of the terms: Citation Style Language 1.0.2, appendices III and IV.
"""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from casebank.phrases import when_in_words
from casebank.prose import without_citations
from casebank.slug import slug
from casebank.typography import typographic

if TYPE_CHECKING:
    from casebank.ask import Ask
    from casebank.book import Book
    from casebank.case import Case
    from casebank.publication import Publication
    from casebank.tool import Tool

_LONGEST_NAME = 90
"""Characters of an ask that stand in a title, where the ask has no name of its own."""

_SPACE = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")


@dataclass(frozen=True)
class Original:
    """What a cited page tells, as its own publisher has it."""

    publisher: str
    authors: tuple[str, ...] = ()
    """Names as printed, of persons and organisations alike; empty where the source names none."""

    title: str = ""
    """Empty where no source is that publisher's."""

    url: str = ""
    """Public address; empty where none is known."""

    published: str = ""
    """Year, month, day or range as exactly as known; empty where nothing is."""

    @property
    def text(self) -> str:
        """It as plain text: authors or publisher (date). Title. Publisher. Address."""
        who = "; ".join(self.authors) or self.publisher
        publisher = "" if who == self.publisher else self.publisher
        told = _sentences(_dated(who, self.published), self.title, publisher)
        return " ".join(filter(None, (told, self.url)))


@dataclass(frozen=True)
class Citation:
    """What a bibliography says of a page, of a place on one, or of the whole book."""

    id: str
    """Key by which texts cite it: the id of the case, tool or ask."""

    type: str
    """`webpage`, or `dataset` for the book."""

    title: str
    url: str
    """Full address, with the anchor of an ask."""

    authors: tuple[str, ...] = ()
    """Names of organisations and groups, never taken apart."""

    container_title: str = ""
    """The book that a page belongs to; empty for the book itself."""

    issued: str = ""
    """Year, month, day or range as exactly as known; empty where nothing is."""

    version: str = ""
    """Version of the book."""

    genre: str = ""
    """What kind of page it is: "City case"."""

    abstract: str = ""
    keywords: tuple[str, ...] = ()
    original: Original | None = None
    """What the page is based on; None where it tells nobody's text."""

    @property
    def text(self) -> str:
        """It as plain text: authors (date). Title. Book, version. Address, then the original."""
        version = f"version {self.version}" if self.version else ""
        edition = ", ".join(filter(None, (self.container_title or self.title, version)))
        page = self.title if self.container_title else ""
        who = _dated("; ".join(self.authors), self.issued)
        return " ".join(filter(None, (_sentences(who, page, edition), self.url, self.note)))

    @property
    def note(self) -> str:
        """The credit of the original; empty where there is none."""
        return f"Based on: {self.original.text}" if self.original else ""


def book_citation(book: Book, publication: Publication) -> Citation:
    """Return the citation of the whole book."""
    name = _line(publication.name)
    return Citation(
        id=slug(name) or "casebook",
        type="dataset",
        title=name,
        url=publication.url("/"),
        authors=tuple(map(_line, book.about.authors)),
        issued=book.about.released,
        version=book.about.version,
        abstract=_line(book.about.abstract),
        keywords=tuple(map(_line, book.about.keywords)),
    )


def case_citation(book: Book, case: Case, publication: Publication) -> Citation:
    """Return the citation of the page of `case`. Its date is that of the page's last review."""
    terms = (*(book.area(id_) for id_ in case.areas), *book.themes_of(case))
    return replace(
        _page(book, case, publication),
        genre=case.kind.label,
        keywords=tuple(_line(term.name) for term in terms),
        original=_original(case),
    )


def tool_citation(book: Book, tool: Tool, publication: Publication) -> Citation:
    """Return the citation of the page of `tool`; who made the tool is told there, in words."""
    names = (tool.acronym, *tool.aliases) if tool.acronym else tool.aliases
    return replace(
        _page(book, tool, publication),
        genre=tool.kind.capitalize(),
        keywords=tuple(map(_line, names)),
    )


def ask_citations(book: Book, case: Case, publication: Publication) -> tuple[Citation, ...]:
    """Return a citation for each ask of `case`, in the order of its page."""
    page = case_citation(book, case, publication)
    return tuple(
        replace(
            page,
            id=ask.id,
            title=f"{_name(ask)} ({ask.kind.label.lower()} {ask.id} in “{page.title}”)",
            url=publication.url(ask.address),
            genre=ask.kind.label,
            abstract=_line(without_citations(ask.text)),
            keywords=tuple(_line(book.theme(id_).name) for id_ in ask.themes),
        )
        for ask in book.asks_of(case)
    )


def _page(book: Book, record: Case | Tool, publication: Publication) -> Citation:
    return Citation(
        id=record.id,
        type="webpage",
        title=_line(record.title),
        url=publication.url(record.address),
        authors=tuple(map(_line, book.about.authors)),
        container_title=_line(publication.name),
        issued=record.review.reviewed_on or "",
        version=book.about.version,
        abstract=_line(record.summary),
    )


def _original(case: Case) -> Original:
    source = case.original
    return Original(
        publisher=_line(case.publisher),
        authors=tuple(dict.fromkeys(_line(author.name) for author in case.authors)),
        title=_line(source.title) if source else "",
        url=(source.url or "") if source else "",
        published=case.published or "",
    )


def _name(ask: Ask) -> str:
    words = _line(ask.title or without_citations(ask.text)).rstrip(".")
    return textwrap.shorten(words, _LONGEST_NAME, placeholder=" …")


def _dated(who: str, when: str) -> str:
    return " ".join(filter(None, (who, f"({when_in_words(when)})" if when else "")))


def _sentences(*texts: str) -> str:
    """Join texts, each with a full stop at its end unless it has an end of its own."""
    told = (typographic(text) for text in texts if text)
    return " ".join(text if text[-1] in "?!.…" else f"{text}." for text in told)


def _line(text: str) -> str:
    """Return a text on one line, since a line end would begin another field in some formats."""
    return _SPACE.sub(" ", text).strip()
