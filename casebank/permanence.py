"""What is promised of addresses: what has moved leads on, and what was removed says why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from casebank.fields import Line, Record, Text, When

if TYPE_CHECKING:
    from casebank.case import Case


class Move(Record):
    """An address that leads to another one."""

    old: Line
    """Site address as it was published: `/themes/skils/`, `/cases/x/#SE-1`."""

    new: Line
    """Site address of the same thing today."""


class Removal(Record):
    """Something that was published and is no more."""

    address: Line
    """Site address as it was published."""

    title: Line
    """What stood there."""

    removed_on: When
    """When it was taken out."""

    reason: Text
    """Why."""

    instead: Line | None = None
    """Site address of what a reader can turn to."""


def moves_of(cases: Iterable[Case]) -> Iterator[Move]:
    """Yield a move for each earlier id that a case names."""
    for case in cases:
        for alias in case.aliases:
            yield Move(old=f"/cases/{alias}/", new=case.address)
