"""The form of a new case: its steps, how each field is asked for, and what can be chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casebank.case import CaseKind
from casebank.case_form_words import HINTS, LABELS, NOUNS, REFERENCE, REFERENCE_HINT
from casebank.completeness import field_in_words
from casebank.country import country, country_codes
from casebank.report import PEER_REVIEW, REPORT
from casebank.rule import ASK_ID, DATE, FILE_NAME, LANGUAGE, SLUG, WEB_ADDRESS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casebank.blank import Blank
    from casebank.book import Book
    from casebank.report import Heading

DATA_PATH = "contribute/new-case.json"
"""Where the data lie that the form loads, beside its page."""

_KINDS = {
    DATE: "date",
    WEB_ADDRESS: "url",
    SLUG: "code",
    ASK_ID: "code",
    LANGUAGE: "code",
    FILE_NAME: "code",
}
"""How a browser treats a value that keeps this rule; any other is a text or a line."""

_NUMBERS = {"number": "number", "whole number": "whole"}
"""The same for numbers, by their shape."""


@dataclass(frozen=True)
class Step:
    """One step of the form."""

    id: str
    title: str

    help: str
    """How to go about it."""

    headings: tuple[Heading, ...] = ()
    """Headings of the report whose fields are asked for here."""

    kind: CaseKind | None = None
    """The only kind of case that it is for; None for every kind."""

    on_card: bool = False
    """Whether a card is asked for it."""


@dataclass(frozen=True)
class Choice:
    """One value that can be chosen."""

    id: str
    label: str

    definition: str = ""
    """What belongs to it; empty where the label says all."""


_HEADINGS = {heading.title: heading for heading in (*REPORT, PEER_REVIEW)}


def _headings(*titles: str) -> tuple[Heading, ...]:
    return tuple(_HEADINGS[title] for title in titles)


_SOURCES_HELP = (
    "Where the facts come from. The first source is the main one; give each a short key, and cite"
    " it in texts as [^key]. A fact without such a mark comes from the first."
)

STEPS = (
    Step("begin", "Begin", "What it is, and how much you want to tell.", on_card=True),
    Step(
        "place",
        "Title, place and date",
        _HEADINGS["Title, place and date"].help,
        _headings("Title, place and date", "Summary"),
        on_card=True,
    ),
    Step("sources", "Sources", _SOURCES_HELP, _headings("Sources"), on_card=True),
    Step(
        "subject",
        "Subject",
        "Choose what fits. Where nothing fits, take the nearest, and say so under Doubts.",
        _headings("Subject"),
        on_card=True,
    ),
    Step(
        "people",
        "Who took part",
        "Organisations and roles, never names of people.",
        _headings("Who took part"),
    ),
    Step(
        "story",
        "Story",
        "In plain language and your own words. An empty line begins a new paragraph; [^key] behind"
        " a sentence cites a source.",
        _headings("Story"),
        on_card=True,
    ),
    Step("portfolios", "Portfolios", "One for each team.", _headings("Portfolios")),
    Step(
        "recommendations",
        "Recommendations",
        "What should be done, and what follows from all of it.",
        _headings("Recommendations", "Conclusions"),
    ),
    Step(
        "peer-review",
        PEER_REVIEW.title,
        PEER_REVIEW.help,
        (PEER_REVIEW,),
        CaseKind.PEER_REVIEW,
    ),
    Step(
        "figures",
        "Numbers, quotes, pictures",
        "Only numbers that a source gives; quotations word for word, each with its speaker. A"
        " picture is sent along with the file: an editor helps, and looks after its rights.",
        _headings("Key figures", "Quotes", "Pictures"),
    ),
    Step(
        "doubts",
        "Doubts",
        _HEADINGS["Doubts"].help,
        _headings("Doubts"),
        on_card=True,
    ),
    Step("look", "Look it over", "Your case as a text, in the order of its page.", on_card=True),
    Step("send", "Send", "The file is made here, in your browser.", on_card=True),
)
"""All steps in order. Sources come early, because texts cite them."""


def kind_of(blank: Blank) -> str:
    """Return how a browser treats what is typed: `line`, `text`, `date`, `url`, `code`, ..."""
    if not blank.shape:  # it is chosen, or has parts
        return "line"
    if blank.shape.startswith("text"):
        return "text"
    kinds = (_KINDS[rule] for rule in blank.rules if rule in _KINDS)
    return next(kinds, _NUMBERS.get(blank.shape, "line"))


def label(blank: Blank) -> str:
    """Return the name of a field as the form asks for it: in words that say what it is for."""
    if ASK_ID in blank.rules:
        return REFERENCE
    if blank.path in LABELS:
        return LABELS[blank.path]
    words = field_in_words(blank.name) if blank.name == blank.path else ""
    plain = words in {"", blank.name, blank.name.replace("_", " ")}
    return blank.label if plain else words[0].upper() + words[1:]


def hint(blank: Blank) -> str:
    """Return what belongs into a field; nothing where what can be chosen says it."""
    if ASK_ID in blank.rules:
        return REFERENCE_HINT
    if blank.path in VALUE_HELP or blank.path == "places.country":
        return ""
    return HINTS.get(blank.path, blank.meaning)


def noun(blank: Blank) -> str:
    """Return what one entry of a list is called."""
    return NOUNS.get(blank.name, label(blank).lower().removesuffix("s"))


def in_order(blanks: Iterable[Blank]) -> tuple[Blank, ...]:
    """Return the fields of an entry as they are asked for: ids last, since the form makes them."""
    return tuple(sorted(blanks, key=lambda blank: ASK_ID in blank.rules))


def choices(book: Book, blank: Blank) -> tuple[Choice, ...]:
    """Return what can be chosen for a field; nothing where it is typed."""
    if blank.values:
        helps = VALUE_HELP.get(blank.path, {})
        return tuple(Choice(value, _words(value), helps.get(value, "")) for value in blank.values)
    if blank.terms == "tools":
        return tuple(Choice(tool.id, tool.title, tool.summary) for tool in book.tools)
    if blank.terms == "countries":
        names = sorted((country(code).label.en, code) for code in country_codes())
        return tuple(Choice(code, name) for name, code in names)
    if blank.terms:
        terms = book.terms(blank.terms)
        return tuple(Choice(term.id, term.label.en, term.definition) for term in terms)
    return ()


def _words(value: str) -> str:
    return value.replace("-", " ").capitalize()


VALUE_HELP = {
    "kind": {
        "city-case": "Local people imagined portfolios in a workshop.",
        "peer-review": "Experts from elsewhere advised a host.",
    },
    "record": {
        "full": "The whole case, told in your own words. Take an afternoon.",
        "card": "A few known facts, and a link to where the case is published. Half an hour.",
    },
    "opsi.assessed_by": {
        "source": "The document says so.",
        "editor": "Your own reading; it is shown as such.",
        "not-assessed": "Nobody has placed the case there.",
    },
}
"""What values mean that are no terms of a vocabulary."""
