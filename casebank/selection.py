"""Cases and asks to which all of some terms apply."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from casebank.ask import Ask, AskKind
from casebank.case import CaseKind, RecordKind
from casebank.register import Register

if TYPE_CHECKING:
    from casebank.book import Book
    from casebank.case import Case

Terms = Mapping[str, str]
"""Ids by what they are ids of: `areas`, `tools`, `case-kinds`. An empty one asks for nothing."""


def select_cases(
    book: Book, terms: Terms, cases_by: Mapping[str, Mapping[str, tuple[Case, ...]]]
) -> tuple[Case, ...]:
    """Return the cases to which all `terms` apply, sorted by id.

    Raises `UnknownIdError` for an id that nothing has.
    """
    given = _given(book, terms)
    if not given:
        return book.cases
    rarest, *others = sorted((cases_by[of].get(id_, ()) for of, id_ in given.items()), key=len)
    ids = [frozenset(case.id for case in cases) for cases in others]
    return tuple(case for case in rarest if all(case.id in some for some in ids))


def select_asks(book: Book, terms: Terms, cases: Iterable[Case]) -> tuple[Ask, ...]:
    """Return the asks of `cases` that have all `terms` themselves.

    Raises `UnknownIdError` for an id that nothing has.
    """
    given = _given(book, terms).items()
    asks = (ask for case in cases for ask in book.asks_of(case))
    return tuple(ask for ask in asks if all(id_ in _TERMS_OF[of](ask) for of, id_ in given))


_TERMS_OF: dict[str, Callable[[Ask], tuple[str, ...]]] = {
    "themes": lambda ask: ask.themes,
    "support-kinds": lambda ask: ask.support,
    "ask-kinds": lambda ask: (ask.kind,),
}


def _kinds(noun: str, kinds: type[StrEnum]) -> Register[StrEnum]:
    return Register(noun, {kind.value: kind for kind in kinds})


_KINDS = {
    "case-kinds": _kinds("a kind of case", CaseKind),
    "records": _kinds("a kind of record", RecordKind),
    "ask-kinds": _kinds("a kind of ask", AskKind),
}
"""What is listed in code, not in a vocabulary."""


def check_known(book: Book, terms: Terms) -> None:
    """Raise `UnknownIdError` for an id that nothing has."""
    for of, id_ in terms.items():
        if of == "cases":
            book.case(id_)
        elif of == "tools":
            book.tool(id_)
        elif of in _KINDS:
            _KINDS[of][id_]
        else:
            book.term(of, id_)


def _given(book: Book, terms: Terms) -> Terms:
    """Return the terms that ask for something; each has to exist."""
    given = {of: id_ for of, id_ in terms.items() if id_}
    check_known(book, given)
    return given
