"""What is promised of addresses: what has moved leads on, and what was removed says why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, TypeAlias

from casebank.addresses import split
from casebank.fields import Line, Record, Text, When
from casebank.rule import ASK_ID, SLUG_PATTERN, UNCITED, Rule

if TYPE_CHECKING:
    from casebank.case import Case

_ID, _ASK = SLUG_PATTERN[1:-1], ASK_ID.pattern[1:-1]

ADDRESS = Rule(
    "address",
    rf"^/(?:(?:tools-and-methods|areas|countries|themes)/{_ID}/|cases/{_ID}/(?:#{_ASK})?)$",
    "is not an address that is promised",
    "Write the address of a case, tool, area, country or theme, such as /cases/lund/, or of an ask "
    "or portfolio, such as /cases/lund/#LU-1.",
)

Address = Annotated[Line, ADDRESS]
"""Site address of a case, a tool, a term with a page, or an ask or portfolio."""


class Move(Record):
    """An address that leads to another one."""

    old: Address
    """Site address as it was published: `/themes/skils/`, `/cases/x/#SE-1`."""

    new: Address
    """Site address of the same thing today."""


class Removal(Record):
    """Something that was published and is no more."""

    address: Address
    """Site address as it was published."""

    title: Line
    """What stood there."""

    removed_on: When
    """When it was taken out."""

    reason: Annotated[Text, UNCITED]
    """Why."""

    instead: Address | None = None
    """Site address of what a reader can turn to."""


Departure: TypeAlias = Move | Removal
"""An ask or portfolio that is no more where it was published."""


def moves_of(cases: Iterable[Case]) -> Iterator[Move]:
    """Yield a move for each earlier id that a case names."""
    for case in cases:
        for alias in case.aliases:
            # Not checked again: the case was, when it was read.
            yield Move.model_construct(old=f"/cases/{alias}/", new=case.address)


def is_page(address: str) -> bool:
    """Tell whether this is the address of a whole page."""
    return "#" not in address


def was_at(departure: Departure) -> str:
    """Return the address at which something was published."""
    return departure.old if isinstance(departure, Move) else departure.address


def departures(
    moves: Iterable[Move], removals: Iterable[Removal]
) -> Iterator[tuple[str, Departure]]:
    """Yield what has left a page, with the address at which that page is read today.

    Two addresses of one ask on one page, before and after the page itself moved, count once.
    """
    moves = tuple(moves)
    today = {move.old: move.new for move in moves if is_page(move.old)}
    seen: set[tuple[str, str]] = set()
    everything: list[Departure] = [*moves, *removals]
    for one in everything:
        page, anchor = split(was_at(one))
        page = today.get(page, page)
        stays = isinstance(one, Move) and split(one.new)[0] == page
        if anchor and not stays and (page, anchor) not in seen:
            seen.add((page, anchor))
            yield page, one
