"""The case report to be filled in: a Word document, and the commented case file itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casebank.blank import blanks
from casebank.case import BODY_SECTIONS, CaseKind
from casebank.commented import Commented, choices, comment
from casebank.download import FOLDER, REPORT, Download
from casebank.downloads.case_report_word import word_report
from casebank.report import SECTION_HELP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casebank.book import Book
    from casebank.publication import Publication

TITLE = "Case report template"

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


def case_report(book: Book, publication: Publication) -> Iterator[Download]:
    """Yield the template in both forms."""
    for ending, content, detail in (
        ("docx", word_report(book, publication), "to fill in with Word or LibreOffice"),
        ("md", markdown_report(book, publication).encode(), "the file of a case, explained"),
    ):
        path = f"{FOLDER}/{REPORT}-template.{ending}"
        yield Download(path, content, TITLE, REPORT, detail)


def markdown_report(book: Book, publication: Publication) -> str:
    """Return a case file in which every field is explained, and those that are needed are blank."""
    terms = choices(book.vocabularies, (tool.id for tool in book.tools))
    fields = Commented(terms, PRESET, _SHOWN).lines(blanks())
    head = comment(_HELP.format(name=publication.name, url=publication.site))
    lines = ["---", *head, "", *fields]
    lines[-1] = "---"
    for section in BODY_SECTIONS[CaseKind.CITY_CASE]:
        lines += ["", f"## {section}", "", f"*{SECTION_HELP[section]}*"]
    return "\n".join([*lines, ""])


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
