"""What has moved and what was removed, in the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casebank.api.item import Envelope, Item, Links, Uri
from casebank.permanence import Move, Removal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casebank.api.addresses import Addresses


class MoveItem(Move, Item):
    """An address that leads to another one; its id is the old address, `links.page` the new."""


class RemovalLinks(Links):
    """Ways from something that was removed."""

    instead: Uri | None
    """What a reader can turn to; null when there is nothing like it."""


class RemovalItem(Removal, Item):
    """Something that was published and is no more; its id is its address."""

    links: RemovalLinks
    """Where it stands; `page` says to readers that it was removed."""


class RemovedFile(Envelope):
    """What stands at the address of a record that was removed."""

    removed: RemovalItem
    """What it was, and why it was taken out."""


def move_items(addresses: Addresses) -> Iterator[MoveItem]:
    """Yield every address that leads elsewhere now."""
    for move in addresses.book.moves:
        links = Links(self=addresses.collection("moved"), page=addresses.of(move.new))
        yield MoveItem.of(id=move.old, links=links, old=move.old, new=move.new)


def removal_items(addresses: Addresses) -> Iterator[RemovalItem]:
    """Yield everything that was published and is no more."""
    for removal in addresses.book.removals:
        yield RemovalItem.of(
            id=removal.address,
            links=RemovalLinks(
                self=addresses.collection("removed"),
                page=addresses.of(removal.address),
                instead=addresses.of(removal.instead) if removal.instead else None,
            ),
            **{name: getattr(removal, name) for name in Removal.model_fields},
        )
