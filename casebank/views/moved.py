"""What stands at old addresses: pages that lead on, pages that say what was removed, anchors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from casebank.addresses import split
from casebank.page import Page
from casebank.permanence import is_page, was_at
from casebank.promises import MOVED, REMOVED
from casebank.views.finding import TERM_KINDS
from casebank.views.templates import fragment, macros

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casebank.book import Book
    from casebank.permanence import Move, Removal

SCRIPT = "moved"
"""Leads on to the new address, with the place on the page that was asked for."""

_LISTS = {
    "cases": "All cases",
    "tools-and-methods": "All tools and methods",
    "areas": "All innovation areas",
    "countries": "All countries",
    "themes": "All themes",
}
"""The page above a page, by folder."""


def pages_at_old_addresses(book: Book) -> Iterator[Page]:
    """Yield a page for each page that has another address now, or was removed."""
    for move in book.moves:
        if is_page(move.old):
            yield _moved_page(book, move)
    for removal in book.removals:
        if is_page(removal.address):
            yield _removed_page(book, removal)


def _moved_page(book: Book, move: Move) -> Page:
    title, source = thing_at(book, move.new)
    kind = _kind(move.new)
    return Page(
        f"{move.old.strip('/')}.md",
        title,
        f"This {kind} has moved to {move.new}",
        fragment("moved.md", title=title, kind=kind, address=move.new),
        source if move.old.startswith("/cases/") else MOVED,
        redirect=move.new,
        scripts=(SCRIPT,),
    )


def _removed_page(book: Book, removal: Removal) -> Page:
    folder = removal.address.split("/")[1]
    instead = removal.instead and (name_of(book, removal.instead), removal.instead)
    body = fragment(
        "removed.md",
        removal=removal,
        kind=_kind(removal.address),
        instead=instead,
        all_of_them=(_LISTS[folder], f"/{folder}/"),
        departed=departed(book, removal.address),
    )
    description = f"What stood at {removal.address} is no longer part of the book."
    path = f"{removal.address.strip('/')}.md"
    return Page(path, removal.title, description, body, REMOVED, is_removed=True)


def departed(book: Book, page: str) -> Markup:
    """Return a list of the asks and portfolios that stood on a page and do not any more."""
    write = macros("departed.html", name_of=lambda address: name_of(book, address))["departed"]
    return write([(split(was_at(one))[1][1:], one) for one in book.departures_from(page)])


def former_anchors(book: Book, address: str) -> Markup:
    """Return anchors with the earlier ids of the ask or portfolio at an address."""
    own = address.partition("#")[2]
    old = (former.partition("#")[2] for former in book.former_addresses(address))
    ids = (id_ for id_ in dict.fromkeys(old) if id_ != own)
    return Markup().join(Markup('<a id="{}"></a>').format(id_) for id_ in ids)


def name_of(book: Book, address: str) -> str:
    """Return what is at an address, in words: "SE-1 in the case “Performing arts”"."""
    page, anchor = split(address)
    title, _ = thing_at(book, page)
    return f"{anchor[1:]} in “{title}”" if anchor else title


def thing_at(book: Book, address: str) -> tuple[str, str]:
    """Return the title of the case, tool or term whose page is at an address, and its file."""
    _, folder, id_, _ = split(address)[0].split("/")
    if folder in {"cases", "tools-and-methods"}:
        record = book.case(id_) if folder == "cases" else book.tool(id_)
        return record.title, record.path
    vocabulary = book.vocabularies[folder]
    return vocabulary.by_id[id_].label.en, vocabulary.path


def _kind(address: str) -> str:
    folder = address.split("/")[1]
    return {"cases": "case", "tools-and-methods": "tool"}.get(folder) or TERM_KINDS[folder].lower()
