"""The form of a new case: plain HTML of every field, made from the models and the vocabularies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel import Locale

from casebank.blank import blank
from casebank.case import BODY_SECTIONS, CaseKind
from casebank.case_form import DATA_PATH, STEPS, choices, hint, in_order, kind_of, label, noun
from casebank.country import EU_LANGUAGES
from casebank.report import PEER_REVIEW_HELP, SECTION_HELP
from casebank.views.templates import documentation, macros

if TYPE_CHECKING:
    from markupsafe import Markup

    from casebank.blank import Blank
    from casebank.book import Book
    from casebank.forge import Forge
    from casebank.report import Heading

_SECTIONS = {
    heading: [
        (kind.value, help_[heading])
        for kind, help_ in (
            (CaseKind.CITY_CASE, SECTION_HELP),
            (CaseKind.PEER_REVIEW, PEER_REVIEW_HELP),
        )
        if heading in help_
    ]
    for kind in CaseKind
    for heading in BODY_SECTIONS[kind]
}
"""Each section of the body once, with the kinds of case that have it and what they write there."""


def new_case_form(book: Book, forge: Forge | None) -> Markup:
    """The form of a new case; `forge` is where its file is sent, None where that is not known."""
    parts = macros(
        "new_case.html",
        choices=lambda field: choices(book, field),
        hint=hint,
        in_order=in_order,
        kind_of=kind_of,
        label=label,
        noun=noun,
        meant=documentation,
        languages=sorted((Locale("en").languages[code], code) for code in EU_LANGUAGES),
    )
    steps = [(step, [_heading(heading) for heading in step.headings]) for step in STEPS]
    first = [blank(path) for path in ("kind", "record")]
    return parts["form"](steps, first, blank("aliases"), _SECTIONS, DATA_PATH, forge)


def _heading(heading: Heading) -> tuple[Heading, list[Blank]]:
    return heading, [blank(path) for path in heading.fields]
