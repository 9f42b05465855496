"""What each answer of the case report becomes: heading, field of a case, and what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casebank.blank import blank
from casebank.report import NOT_REPORTED, REPORT, SECTION_HELP
from casebank.views.templates import documentation, fragment

if TYPE_CHECKING:
    from markupsafe import Markup

    from casebank.book import Book


def case_fields(book: Book) -> Markup:
    """A table from the headings of the report to the fields of a case."""
    return fragment(
        "case_fields.html",
        headings=[(heading, _fields(heading.fields)) for heading in REPORT],
        not_reported=[(blank(path), reason) for path, reason in NOT_REPORTED.items()],
        section_help=SECTION_HELP,
        vocabularies={name: one.title.en for name, one in book.vocabularies.items()},
        meant=documentation,
    )


def _fields(paths: tuple[str, ...]) -> list[object]:
    return [field for path in paths for field in blank(path).all()]
