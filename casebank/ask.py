"""An ask: one thing that a case asks for, wherever in the case it stands."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casebank.case import Case
    from casebank.fields import AskFields
    from casebank.term import Term


class AskKind(StrEnum):
    """Who asks. Kinds have different authors, so they stay apart."""

    RECOMMENDATION = "recommendation"
    """What the workshop or the experts advise."""

    CONCLUSION = "conclusion"
    """What follows overall."""

    PORTFOLIO_ASK = "portfolio-ask"
    """What one workshop team needs for its portfolio."""

    EXAMPLE = "example"
    """A local measure that illustrates advice."""

    ACTION = "action"
    """What the host authority has planned or begun."""

    @property
    def label(self) -> str:
        """The kind in words."""
        return self.value.replace("-", " ").capitalize()


@dataclass(frozen=True)
class Ask:
    """One ask with all that other pages say of it."""

    id: str
    kind: AskKind
    case: Case
    title: str
    """Short name; empty where the source gives a single sentence."""

    text: str
    """The ask in our words."""

    themes: tuple[str, ...]
    support: tuple[str, ...]
    place: str
    """Where in the case it stands, such as the title of its portfolio or the name of its group."""

    @property
    def address(self) -> str:
        """The ask's own place on its case's page."""
        return f"{self.case.address}#{self.id}"


def asks_of(case: Case) -> Iterator[Ask]:
    """Yield the asks of `case`, kind by kind."""
    for portfolio in case.portfolios:
        for item in portfolio.asks:
            yield _ask(case, AskKind.PORTFOLIO_ASK, item, place=portfolio.title)
    for advice in case.recommendations:
        yield _ask(case, AskKind.RECOMMENDATION, advice, advice.group or "", advice.title)
    for example in case.examples:
        yield _ask(case, AskKind.EXAMPLE, example, place=example.group)
    for conclusion in case.conclusions:
        yield _ask(case, AskKind.CONCLUSION, conclusion)
    for action in case.actions:
        place = f"{action.axis}, priority {action.priority}"
        yield _ask(case, AskKind.ACTION, action, place)


def themes_of(asks: Iterable[Ask], themes: Iterable[Term]) -> tuple[Term, ...]:
    """Return those of `themes` under which some of `asks` stand, the most frequent first."""
    counts = Counter(theme for ask in asks for theme in ask.themes)
    found = (theme for theme in themes if counts[theme.id])
    return tuple(sorted(found, key=lambda theme: -counts[theme.id]))


def _ask(case: Case, kind: AskKind, item: AskFields, place: str = "", title: str = "") -> Ask:
    return Ask(item.id, kind, case, title, item.text, item.themes, item.support, place)
