"""A new case or tool: what has to be known of it, and the commented file that is made of that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from casebank.blank import blanks
from casebank.case import BODY_SECTIONS, CaseKind
from casebank.commented import Commented, choices, comment
from casebank.country import country_codes
from casebank.problem import FieldError, echo, suggestion
from casebank.records import CASES, TOOLS, Folder
from casebank.report import PEER_REVIEW_HELP, SECTION_HELP

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casebank.blank import Blank
    from casebank.loading import Content

OPEN = "TODO"
"""Begins what is still to be written; the check warns of it."""


@dataclass(frozen=True)
class Question:
    """One value that a new record needs."""

    path: str
    """The field, dotted: `places.city`."""

    option: str
    """Its option on the command line."""

    default: str = ""
    """What is written if nobody says otherwise; without one, the value is asked for."""


@dataclass(frozen=True)
class NewRecord:
    """A kind of record that can be begun."""

    noun: str
    folder: Folder[Any]
    questions: tuple[Question, ...]
    fixed: tuple[tuple[str, Any], ...]
    """Values of needed fields that are not asked for."""

    shown: frozenset[str] = frozenset()
    """Fields of a full record that stand open."""

    def blank(self, question: Question) -> Blank:
        """Return what the models say of the value."""
        every = (one for field in blanks(self.folder.fields) for one in field.all())
        return next(one for one in every if one.path == question.path)


NEW_CASE = NewRecord(
    "case",
    CASES,
    (
        Question("title", "title"),
        Question("places.city", "city"),
        Question("places.country", "country"),
        Question("areas", "area"),
        Question("publisher", "publisher"),
        Question("sources.title", "source-title"),
        Question("sources.url", "source-url"),
        Question("kind", "kind", "city-case"),
        Question("record", "record", "card"),
        Question("scope", "scope", "city"),
        Question("resource_type", "resource-type", "city-case"),
        Question("language", "language", "en"),
        Question("summary", "summary", f"{OPEN}: what one should know if one reads nothing else."),
        Question("rights", "rights", f"{OPEN}: what the source says on its use."),
    ),
    (("sources.id", "report"), ("review.status", "draft")),
)
NEW_TOOL = NewRecord(
    "tool",
    TOOLS,
    (
        Question("title", "title"),
        Question("kind", "kind"),
        Question("sources.title", "source-title"),
        Question("sources.url", "source-url"),
        Question("summary", "summary", f"{OPEN}: what it is and gives."),
        Question("purpose", "purpose", f"{OPEN}: what it is for."),
        Question("origin", "origin", f"{OPEN}: who made it, when, and on what it builds."),
        Question("rights", "rights", f"{OPEN}: what is known of its licence."),
    ),
    (
        ("use_when", (f"{OPEN}: a situation in which it helps.",)),
        ("avoid_when", (f"{OPEN}: a situation in which something else is better.",)),
        ("outputs", (f"{OPEN}: what it leaves behind.",)),
        ("sources.id", "source"),
        ("review.status", "draft"),
    ),
)


def fit(blank: Blank, value: str, terms: Mapping[str, tuple[str, ...]]) -> str:
    """Return a value as the field takes it, or raise what is wrong with it."""
    text = value.strip()
    known = country_codes() if blank.terms == "countries" else terms.get(blank.terms, blank.values)
    if known and text not in known:
        otherwise = "Write the two capital letters of ISO 3166-1, such as FR."
        if blank.terms != "countries":
            otherwise = f"Choose from: {', '.join(known)}."
        message = f"{echo(text)} is not among the values of '{blank.path}'."
        raise FieldError(message, suggestion(text, known, otherwise=otherwise))
    for rule in blank.rules:
        rule.kept(text)
    if not text:
        raise FieldError("is empty.", "Write something.")
    if blank.longest and len(text) > blank.longest:
        message = f"has {len(text)} characters; at most {blank.longest} fit."
        raise FieldError(message, f"Shorten it by {len(text) - blank.longest}.")
    return text


def new_text(new: NewRecord, known: Mapping[str, Any], content: Content) -> str:
    """Return the file of a new record: what is known stands open, all else is a comment."""
    values = {**dict(new.fixed), **known}
    terms = choices(content.vocabularies, (tool.id for tool in content.tools))
    lines = list(Commented(terms, values).lines(blanks(new.folder.fields)))
    return "\n".join(["---", *comment(_HELP), "", *lines[:-1], "---", *_body(new, values), ""])


def _body(new: NewRecord, values: Mapping[str, Any]) -> list[str]:
    if new.folder is TOOLS:
        return ["", "## How it works", "", f"{OPEN}: what people do, and why in this order."]
    if values["record"] == "card":
        return []
    help_ = SECTION_HELP if values["kind"] == "city-case" else PEER_REVIEW_HELP
    sections = BODY_SECTIONS[CaseKind(values["kind"])]
    return [line for name in sections for line in ("", f"## {name}", "", f"*{help_[name]}*")]


_HELP = """\
A field that begins with # is a comment. To use it, take away the # of each of its lines.
Below the second line --- goes the story, in sections that begin with ##.
To see what is missing or could be better: casebank check.
What each field means is told in CONTRIBUTING.md too.\
"""
