"""Tables of cases, and of what stands in their lists."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from casebank.addresses import api_address
from casebank.case import BODY_SECTIONS, Case, CaseFields
from casebank.completeness import completeness
from casebank.fields import AskFields
from casebank.people import Author, Quote
from casebank.place import Challenge, Image, KeyFigure, Place
from casebank.provenance import Opsi, Review, Source
from casebank.tables.columns import LIST, column_of, first_year, joined, own, year_of
from casebank.tables.entries import OF_CASE, entries
from casebank.tables.table import Cells, Column, Table, Type, table_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casebank.book import Book
    from casebank.publication import Publication


def case_tables(book: Book, publication: Publication) -> Iterator[Table]:
    """Yield the tables of cases: themselves, what they are joined with, what they consist of."""
    yield _cases(book, publication)
    yield from _joins(book)
    yield from _parts(book, publication)


def _cases(book: Book, publication: Publication) -> Table:
    themes = Column(
        "themes",
        "Themes of its asks, the most frequent first. The table case_themes has one in each row.",
        required=False,
        vocabulary="themes",
        separator=LIST,
        example="skills; networks",
    )
    empty = Column(
        "missing",
        "Fields that a case of its kind should have and that are empty.",
        required=False,
        separator=LIST,
    )
    cells: Cells = {
        **own(Case, "id", "title", "summary", "kind", "record"),
        **own(Place, "city", "region", "country", "lat", "lon", at="place"),
        **joined(CaseFields, "areas", "case_areas"),
        themes: lambda case: tuple(term.id for term in book.themes_of(case)),
        **joined(CaseFields, "tools", "case_tools"),
        **joined(CaseFields, "audiences", "case_audiences"),
        **own(Case, "scope", "resource_type", "held", "published"),
        Column(
            "year",
            "Year of the event, or else of publication.",
            Type.INTEGER,
            required=False,
            example="2025",
        ): lambda case: first_year(case.held or case.published),
        Column("asks", "How many asks it has.", Type.INTEGER, least=0): (
            lambda case: len(book.asks_of(case))
        ),
        **own(Case, "publisher", "language", "rights", "funding", "disclaimer"),
        **own(Opsi, at="opsi", names={"assessed_by": "opsi_assessed_by", "note": "opsi_note"}),
        **own(Review, at="review", names={"status": "review_status"}),
        empty: lambda case: completeness(case).missing,
        Column("page", "Address of its page.", Type.ADDRESS): (
            lambda case: publication.url(case.address)
        ),
        Column("json", "Address of its complete record.", Type.ADDRESS): (
            lambda case: publication.url(api_address("cases", case.id))
        ),
    }
    return table_of("cases", "Cases", "a case", cells, book.cases)


def _joins(book: Book) -> Iterator[Table]:
    """Yield a table for each list of ids, and one of the themes that asks give to cases."""
    for name, title, row, field, linked in (
        (
            *("case_areas", "Innovation areas of cases", "an area of a case", "areas"),
            column_of(CaseFields, "areas", "area_id"),
        ),
        (
            *("case_tools", "Tools and methods of cases", "a tool that a case used", "tools"),
            column_of(CaseFields, "tools", "tool_id"),
        ),
        (
            *("case_audiences", "Audiences of cases", "an audience of a case", "audiences"),
            column_of(CaseFields, "audiences", "audience_id"),
        ),
        (
            *("case_opsi_facets", "OPSI facets of cases", "a facet of a case", "opsi.facets"),
            column_of(Opsi, "facets", "facet_id"),
        ),
    ):
        yield OF_CASE.links(name, title, row, entries(book.cases, field), linked)
    yield _themes(book)


def _themes(book: Book) -> Table:
    """Return the themes of cases, the most frequent first."""
    cells: Cells = {
        OF_CASE.column: lambda row: row[0].id,
        column_of(AskFields, "themes", "theme_id"): lambda row: row[1],
        Column("asks", "How many asks of the case stand under it.", Type.INTEGER, least=1): (
            lambda row: row[2]
        ),
    }
    counts = (
        (case, Counter(id_ for ask in book.asks_of(case) for id_ in ask.themes))
        for case in book.cases
    )
    found = (
        (case, term.id, count[term.id]) for case, count in counts for term in book.themes_of(case)
    )
    key = ("case_id", "theme_id")
    return table_of("case_themes", "Themes of cases", "a theme of a case", cells, found, key=key)


def _parts(book: Book, publication: Publication) -> Iterator[Table]:
    """Yield a table for each list of groups of fields, and the sections of bodies."""
    cases = book.cases
    yield OF_CASE.groups("places", "Places", "a place of a case", entries(cases, "places"), Place)
    headings = dict.fromkeys(name for names in BODY_SECTIONS.values() for name in names)
    yield OF_CASE.sections(
        "case_sections", "Texts of cases", "a section of a case", cases, headings
    )
    yield OF_CASE.groups(
        *("quotes", "Quotations", "a quotation of a case", entries(cases, "quotes"), Quote)
    )
    yield OF_CASE.groups(
        *("key_figures", "Key figures", "a number about a place", entries(cases, "key_figures")),
        KeyFigure,
    )
    yield OF_CASE.groups(
        *("challenges", "Challenges", "a challenge of a host", entries(cases, "challenges")),
        Challenge,
        names={"group": "heading"},
    )
    yield OF_CASE.texts(
        *("editor_notes", "Remarks of the editors", "a remark", entries(cases, "editor_notes")),
        column_of(CaseFields, "editor_notes", "text"),
    )
    yield OF_CASE.groups(
        *("case_authors", "Authors of cases", "an author of a case", entries(cases, "authors")),
        Author,
        names={"year": "dated"},
        more=year_of("item.year"),
    )
    yield OF_CASE.groups(
        *("case_sources", "Sources of cases", "a source of a case", entries(cases, "sources")),
        Source,
        names={"year": "published"},
        more=year_of("item.year"),
    )
    picture = Column("address", "Address of the picture.", Type.ADDRESS)
    yield OF_CASE.groups(
        *("case_images", "Pictures of cases", "a picture of a case", entries(cases, "images")),
        Image,
        more={picture: lambda one: publication.url(f"/{one.item.path_in(one.owner.id)}")},
    )
