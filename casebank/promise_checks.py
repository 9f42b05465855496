"""Check that nothing that was published is lost, and that no id changes its meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casebank.addresses import split
from casebank.permanence import is_page
from casebank.problem import Problem, echo
from casebank.promises import MOVED, PUBLISHED, REMOVED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casebank.address_index import AddressIndex
    from casebank.promises import Promises

_REUSED = "an id never changes its meaning"


def check_promises(promises: Promises, index: AddressIndex) -> Iterator[Problem]:
    """Yield every problem between the folder addresses/ and the `index` of today's addresses."""
    checks = _Checks(promises, index)
    yield from checks.of_moves()
    yield from checks.of_removals()
    yield from checks.of_aliases()
    yield from checks.of_published()
    yield from checks.of_old_ids()


class _Checks:
    """The checks of one book, with what they look up."""

    def __init__(self, promises: Promises, index: AddressIndex) -> None:
        self.promises = promises
        self.index = index
        self.moved = {move.old: move.new for move in promises.moved}
        self.moved |= {old: f"/cases/{entry.id}/" for old, (entry, _) in index.aliases.items()}
        self.removed = {one.address for one in promises.removals}
        self.by_anchor = {address.partition("#")[2]: address for address in index.anchors}

    def today(self, address: str) -> str | None:
        """Return where an earlier address leads; None if nowhere."""
        address = self.moved.get(address, address)
        page, anchor = split(address)
        address = self.moved.get(page, page) + anchor
        address = self.moved.get(address, address)
        return address if address in self.index else None

    def is_removed(self, address: str) -> bool:
        """Tell whether somebody said why an address is gone: its own, or that of its page."""
        page, anchor = split(address)
        page = self.moved.get(page, page)
        return not self.removed.isdisjoint({address, split(address)[0], page, page + anchor})

    def of_moves(self) -> Iterator[Problem]:
        """Find moves that cannot be."""
        problem = self.promises.problem_of_move
        first: dict[str, int] = {}
        for number, move in enumerate(self.promises.moved):
            if move.old in first:
                message = f"{echo(move.old)} has moved in entry {first[move.old] + 1} already."
                yield problem(number, "old", message, "Keep one of the two.")
                continue
            first[move.old] = number
            if move.old in self.removed:
                message = f"{echo(move.old)} stands in {REMOVED} too."
                yield problem(number, "old", message, "Keep one of the two.")
            if move.old.startswith("/cases/") and is_page(move.old):
                id_ = move.old.split("/")[2]
                message = f"{echo(move.old)} is the page of a case."
                remedy = f"Name {echo(id_)} under 'aliases' in the file of that case instead."
                yield problem(number, "old", message, remedy)
            elif move.old.split("/")[1] != move.new.split("/")[1] or is_page(move.new) != is_page(
                move.old
            ):
                message = f"{echo(move.new)} is another kind of thing than {echo(move.old)}."
                remedy = f"Name the same thing, or say in {REMOVED} why it is gone."
                yield problem(number, "new", message, remedy)
            elif not self._exists(move.new):
                yield problem(number, "new", *self._nowhere(move.new))
            if move.old in self.index:
                yield self._exists_again(move.old, f"has moved to {echo(move.new)}")
            elif not is_page(move.old) and not self._has_a_page(move.old):
                yield problem(number, "old", *_pageless(move.old))

    def of_removals(self) -> Iterator[Problem]:
        """Find removals that cannot be."""
        problem = self.promises.problem_of_removal
        first: dict[str, int] = {}
        for number, removal in enumerate(self.promises.removals):
            address = removal.address
            if address in first:
                message = f"{echo(address)} was removed in entry {first[address] + 1} already."
                yield problem(number, "address", message, "Keep one of the two.")
                continue
            first[address] = number
            if address in self.index:
                yield self._exists_again(address, f"was removed, says {REMOVED}")
            elif not is_page(address) and not self._has_a_page(address):
                yield problem(number, "address", *_pageless(address))
            if removal.instead and not self._exists(removal.instead):
                yield problem(number, "instead", *self._nowhere(removal.instead))

    def of_aliases(self) -> Iterator[Problem]:
        """Find earlier ids of cases that belonged to a case that was removed."""
        for address, (entry, path) in self.index.aliases.items():
            if address in self.removed:
                message = f"{echo(address)} was removed, says {REMOVED}: {_REUSED}."
                yield entry.problem(path, message, "List only earlier ids of this very case.")

    def of_published(self) -> Iterator[Problem]:
        """Find what was published and is gone without a word."""
        for number, address in enumerate(self.promises.published, start=1):
            if self._exists(address):
                continue
            if self.today(address) is None and not self.is_removed(address):
                message = f"{echo(address)} was published and is gone."
                remedy = f"{self._remedy(address)}, or say in {REMOVED} why it is no more."
                yield Problem(PUBLISHED, number, 1, "", message, remedy)

    def of_old_ids(self) -> Iterator[Problem]:
        """Find asks and portfolios with an id that another one had."""
        old = [*self.promises.published, *self.moved, *sorted(self.removed)]
        told = set()
        for address in old:
            if address in self.index or is_page(address):
                continue
            again = self.by_anchor.get(address.partition("#")[2])
            if not again or again in told:
                continue
            if self.today(address) != again and self._is_accounted_for(address):
                told.add(again)
                message = f"was the id of another, at {echo(address)}: {_REUSED}."
                remedy = f"Give it a new one; if it is the same, name both addresses in {MOVED}."
                yield self.index.problem(again, message, remedy)

    def _exists(self, address: str) -> bool:
        return address in self.index or self.index.may_hold(address)

    def _is_accounted_for(self, address: str) -> bool:
        return self.today(address) is not None or self.is_removed(address)

    def _has_a_page(self, address: str) -> bool:
        """Tell whether there is a page on which to say where an ask has gone."""
        page = split(address)[0]
        page = self.moved.get(page, page)
        return page in self.index or page in self.removed or self.index.may_hold(page)

    def _exists_again(self, address: str, what: str) -> Problem:
        message = f"{echo(address)} {what}: {_REUSED}."
        return self.index.problem(address, message, "Choose an id that was never used.")

    def _nowhere(self, address: str) -> tuple[str, str]:
        """Return what is wrong with a target that does not exist, and where it could lead."""
        if address in self.moved:
            target = self.today(address)
            message = f"{echo(address)} has moved itself."
            circle = f"The moves lead in a circle. Name an address that exists, or use {REMOVED}."
            return message, f"Write {target} here." if target else circle
        if self.is_removed(address):
            return f"{echo(address)} was removed.", "Name an address that exists."
        target = self.today(address) or self.by_anchor.get(address.partition("#")[2])
        remedy = f"Did you mean '{target}'?" if target else "Name an address that exists."
        return f"{echo(address)} does not exist.", remedy

    def _remedy(self, address: str) -> str:
        """Begin to say what to do about an address that is gone."""
        if not is_page(address):
            target = self.by_anchor.get(address.partition("#")[2])
            return f"Name its new address{f', {target},' if target else ''} in {MOVED}"
        _, folder, id_, _ = address.split("/")
        if folder == "cases":
            return f"Name {echo(id_)} under 'aliases' of the case that has a new id"
        if folder == "countries":
            return f"List it in vocabularies/countries.yml, name its new address in {MOVED}"
        return f"Name its new address in {MOVED}"


def _pageless(address: str) -> tuple[str, str]:
    message = f"{echo(address)} stood on a page that is not here."
    return message, f"Write the address as it was published; see {PUBLISHED}."
