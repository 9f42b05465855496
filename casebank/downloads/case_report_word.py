"""The case report as a Word document: headings, help, and tables to fill in."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from casebank.blank import blank
from casebank.day import last_review, moment
from casebank.downloads.office import undated
from casebank.downloads.word import Paper, new_document
from casebank.qr import qr_picture
from casebank.report import REPORT, SECTION_HELP

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docx.table import _Cell

    from casebank.blank import Blank
    from casebank.book import Book
    from casebank.publication import Publication
    from casebank.report import Heading

_COLUMNS = 6
"""A list of entries with at most so many fields is one table; of others each entry is a form."""

_WIDTH = 17
"""Of a table, in centimetres."""

_ROWS_WITHIN = 4
"""Blank rows of a list within a form."""

_QR_SIDE = 2.6
"""In centimetres."""


def word_report(book: Book, publication: Publication) -> bytes:
    """Return the template as a DOCX file."""
    paper = new_document("Case report template", publication.name, moment(last_review(book.tools)))
    _beginning(paper, publication)
    for heading in REPORT:
        paper.heading(heading.title, 1)
        paper.help(heading.help)
        if heading.sections:
            _story(paper)
        for fields in _together(heading):
            _fill_in(paper, book, heading, fields)
    _choices(paper, book)
    written = BytesIO()
    paper.document.save(written)
    return undated(written.getvalue())


def _beginning(paper: Paper, publication: Publication) -> None:
    paper.title("Case report", f"A template for city cases in the {publication.name}")
    for paragraph in _HELP:
        paper.text(paragraph)
    address = publication.url("/contribute/")
    paper.link("Send it in, or ask: ", address)
    paper.picture(qr_picture(address), f"QR code of {address}", _QR_SIDE)


def _story(paper: Paper) -> None:
    for section, text in SECTION_HELP.items():
        paper.heading(section, 2)
        paper.help(text)
        paper.becomes(f"the section {section} of the body")
        paper.text("")


def _together(heading: Heading) -> Iterator[tuple[Blank, ...]]:
    """Yield the simple fields of a heading together, then each of the others alone.

    So a heading stands between any two tables; Word joins tables that touch.
    """
    fields = [blank(path) for path in heading.fields]
    if simple := tuple(field for field in fields if not field.parts):
        yield simple
    yield from ((field,) for field in fields if field.parts)


def _fill_in(paper: Paper, book: Book, heading: Heading, fields: tuple[Blank, ...]) -> None:
    first = fields[0]
    leaves = [one for one in first.all() if not one.parts]
    if not first.parts:
        _form(paper, book, heading.title, fields)
    elif not first.many or len(leaves) <= _COLUMNS:
        if len(heading.fields) > 1:
            paper.heading(first.label, 2)
            paper.help(first.meaning)
        if first.many:
            _columns(paper, book, first.label, leaves, heading.times)
        else:
            _form(paper, book, first.label, leaves)
    else:
        for number in range(1, heading.times + 1):
            name = f"{first.label.removesuffix('s')} {number}"
            paper.heading(name, 2)
            _form(paper, book, name, [part for part in first.parts if not part.parts])
            for part in first.parts:
                if part.parts:
                    paper.heading(f"{part.label} of {name[:1].lower()}{name[1:]}", 3)
                    paper.help(part.meaning)
                    _columns(paper, book, f"{part.label} of {name}", part.parts, _ROWS_WITHIN)


def _form(paper: Paper, book: Book, caption: str, fields: Iterable[Blank]) -> None:
    """Write a table with a row for each field."""
    table = paper.table(caption, (6.2, _WIDTH - 6.2))
    paper.head(table, ["What", "Your words"])
    for field in fields:
        label, _ = paper.row(table, 1.9 if "text" in field.shape else 0.9)
        _explain(paper, book, label, field)


def _columns(paper: Paper, book: Book, caption: str, fields: Iterable[Blank], rows: int) -> None:
    """Write a table with a column for each field, and blank rows."""
    found = tuple(fields)
    shares = [_share(field) for field in found]
    table = paper.table(caption, [_WIDTH * share / sum(shares) for share in shares])
    for cell, field in zip(paper.head(table, [""] * len(found)), found, strict=True):
        _explain(paper, book, cell, field)
    for _ in range(rows):
        paper.row(table, 1.1)


def _share(field: Blank) -> float:
    """Return how wide a column is, beside others of its table."""
    if field.shape == "text":
        return 3
    wide = field.shape == "one line" or (field.terms and field.terms != "countries")
    return 2 if wide or field.many else 1.9


def _explain(paper: Paper, book: Book, cell: _Cell, field: Blank) -> None:
    paper.label(cell, field.label + (" (needed)" if field.needed else ""))
    choose = ""
    if field.values:
        choose = f" {', '.join(field.values)}."
    elif field.terms == "tools":
        choose = " Choose from Tools, at the end."
    elif field.terms and field.terms != "countries":
        choose = f" Choose from {book.vocabularies[field.terms].title.en}, at the end."
    paper.help(field.meaning.replace("`", "") + choose, cell)
    paper.becomes(field.path, cell)


def _choices(paper: Paper, book: Book) -> None:
    """Write what can be chosen, each list once."""
    paper.heading("Lists to choose from", 1)
    paper.help("If nothing fits, take the nearest, and say so under Doubts.")
    fields = [one for heading in REPORT for path in heading.fields for one in blank(path).all()]
    for name in dict.fromkeys(field.terms for field in fields if field.terms):
        if name == "tools":
            rows = [(tool.title, tool.summary, tool.id) for tool in book.tools]
            _list(paper, "Tools", rows)
        elif name != "countries":
            terms = [(one.label.en, one.definition, one.id) for one in book.terms(name)]
            _list(paper, book.vocabularies[name].title.en, terms)


def _list(paper: Paper, title: str, rows: Iterable[tuple[str, str, str]]) -> None:
    paper.heading(title, 2)
    table = paper.table(title, (4.4, 8.6, 4))
    paper.head(table, ["Name", "What it is", "In the file"])
    for row in rows:
        for cell, text in zip(paper.row(table), row, strict=True):
            paper.say(cell, text)


_HELP = (
    "Write what you know, leave the rest empty, and say under Doubts what is not known. Use your "
    "own words, name your sources, and name organisations and roles instead of people.",
    "Below each question stands what the answer becomes in the file of the case, for whoever "
    "copies it there. An editor does that with you: you need not write the file yourself.",
    "This template is under CC BY 4.0. What you write in it remains yours.",
)
