"""What each answer of the case report becomes: heading, field of a case, and what it means."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from casebank.blank import blank
from casebank.report import NOT_REPORTED, REPORT, SECTION_HELP
from casebank.typography import typographic
from casebank.views.templates import fragment

if TYPE_CHECKING:
    from casebank.book import Book

_CODE = re.compile(r"`([^`]+)`")


def case_fields(book: Book) -> Markup:
    """A table from the headings of the report to the fields of a case."""
    return fragment(
        "case_fields.html",
        headings=[(heading, _fields(heading.fields)) for heading in REPORT],
        not_reported=[(blank(path), reason) for path, reason in NOT_REPORTED.items()],
        section_help=SECTION_HELP,
        vocabularies={name: one.title.en for name, one in book.vocabularies.items()},
        meant=_meant,
    )


def _fields(paths: tuple[str, ...]) -> list[object]:
    return [field for path in paths for field in blank(path).all()]


def _meant(text: str) -> Markup:
    """Return documentation as HTML: what stands between backticks is code."""
    return Markup(_CODE.sub(r"<code>\1</code>", str(escape(typographic(text)))))  # noqa: S704 (escaped)
