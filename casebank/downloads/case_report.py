"""The case report to be filled in: a Word document, and the commented case file itself."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from casebank.case import BODY_SECTIONS, CaseKind
from casebank.download import FOLDER, Download
from casebank.downloads.case_report_word import word_report
from casebank.report import SECTION_HELP, blanks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casebank.book import Book
    from casebank.publication import Publication
    from casebank.report import Blank

TITLE = "Case report template"
ABOUT = "case-report"

PRESET = {"kind": "city-case", "record": "full", "review.status": "draft"}
"""Fields that are filled in already."""

_SHOWN = frozenset(
    [
        *("stakeholders", "stakeholders.organisations", "portfolios", "portfolios.asks"),
        *("recommendations", "conclusions", "sources.url"),
    ]
)
"""Fields that stand open although a case need not have them: a city case is about these, and each
source has an address or a file."""

_WIDTH = 98


def case_report(book: Book, publication: Publication) -> Iterator[Download]:
    """Yield the template in both forms."""
    for ending, content, detail in (
        ("docx", word_report(book, publication), "to fill in with Word or LibreOffice"),
        ("md", markdown_report(book, publication).encode(), "the file of a case, explained"),
    ):
        path = f"{FOLDER}/{ABOUT}-template.{ending}"
        yield Download(path, content, TITLE, ABOUT, detail)


def markdown_report(book: Book, publication: Publication) -> str:
    """Return a case file in which every field is explained, and those that are needed are blank."""
    told: set[str] = set()
    lines = ["---", *_comment(_HELP.format(name=publication.name, url=publication.site)), ""]
    for field in blanks():
        lines += _comment(_explained(book, field, told))
        lines += ("#" * _is_closed(field) + line for line in _field(book, field, told))
        lines.append("")
    lines[-1] = "---"
    for section in BODY_SECTIONS[CaseKind.CITY_CASE]:
        lines += ["", f"## {section}", "", f"*{SECTION_HELP[section]}*"]
    return "\n".join([*lines, ""])


def _field(book: Book, field: Blank, told: set[str]) -> list[str]:
    """Return a field as lines of YAML, those in it explained."""
    if not field.parts:
        return [f"{field.name}: {_value(field)}"]
    lines = [f"{field.name}:"]
    indent = "    " if field.many else "  "
    for place, part in enumerate(field.parts):
        closed = "#" * (place > 0 and _is_closed(part))
        lines += (indent + line for line in _comment(_explained(book, part, told)))
        first, *rest = _field(book, part, told)
        start = "  - " if field.many and place == 0 else indent
        lines += [f"{start}{closed}{first}"]
        lines += (f"{indent}{closed}{line}" for line in rest)
    return lines


def _is_closed(field: Blank) -> bool:
    """Tell whether a field is a comment until somebody needs it."""
    return not field.needed and field.path not in _SHOWN


def _value(field: Blank) -> str:
    if field.path in PRESET:
        return PRESET[field.path]
    if field.many:
        return "[]" if field.terms or not field.shape else '[""]'
    return "0.0" if field.shape == "number" else '""'


def _explained(book: Book, field: Blank, told: set[str]) -> str:
    """Return what a field means and takes; the terms of a vocabulary are told once."""
    parts = ["needed"] * field.needed + ["list"] * field.many + [field.shape] * bool(field.shape)
    choices = field.values or _terms(book, field.terms)
    known = field.terms in told
    if choices and known:
        parts.append(f"terms of {field.terms}, as above" if field.many else "one of them, as above")
    told.add(field.terms or field.path)
    listed = "" if not choices or known else f" Choose from: {', '.join(choices)}."
    shape = f" ({'; '.join(parts)})" if parts else ""
    return f"{field.meaning}{shape}{listed}"


def _terms(book: Book, vocabulary: str) -> tuple[str, ...]:
    """Return the ids to choose from; every country can be named, so none is listed."""
    if vocabulary == "tools":
        return tuple(tool.id for tool in book.tools)
    if not vocabulary or vocabulary == "countries":
        return ()
    return tuple(term.id for term in book.terms(vocabulary))


def _comment(text: str) -> list[str]:
    return [
        f"# {line}"
        for paragraph in text.splitlines()
        for line in wrap(paragraph, _WIDTH, break_long_words=False, break_on_hyphens=False)
    ]


_HELP = """\
CASE REPORT: the file of a city case, for {name}
1. Fill in what is blank between "quotation marks" or in [square brackets].
2. Remove what you have nothing for. A field that begins with # can stay as it is; to use it, take
away the first # of each of its lines.
3. Below the second line --- write the story, in place of the words between asterisks.
4. Save it as your-city-subject.md: small letters, digits, hyphens. Send it: {url}contribute/
A list with lines below it takes as many entries as you like: copy one, with its dash.
A date is 2025, 2025-03 or 2025-03-19; a range has a slash: 2024-11-20/2024-11-21.
An id of a portfolio or ask begins with two or three letters for your case, as XX-P1 and XX-P1a,
XX-1 for a recommendation, XX-O1 for a conclusion. No other case has it, and it never changes.
[^report] in a text cites the source whose id is report. Texts in fields are plain, without links.
This template is under CC BY 4.0; what you write in it remains yours.\
"""
