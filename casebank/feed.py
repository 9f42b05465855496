"""A feed and its entries, as values: what is new, for programs that look now and then."""

from __future__ import annotations

from dataclasses import dataclass

from casebank.day import NO_DAY, midnight


@dataclass(frozen=True)
class Category:
    """A term under which an entry stands."""

    scheme: str
    """Full address of its vocabulary."""

    term: str
    """Its id."""

    label: str
    """Its name."""


@dataclass(frozen=True)
class Entry:
    """One case as feeds show it. Addresses are full; moments are as in RFC 3339."""

    id: str
    """A URN, the same for as long as there is the case."""

    title: str
    page: str
    """Address of its page."""

    record: str
    """Address of its record in the API."""

    original: str
    """Address at which its publisher shows it; empty if none is known."""

    language: str
    """Language of that original, as a code of BCP 47."""

    updated: str
    """When it was last reviewed, or else the date of its source."""

    published: str
    """Date of its source; empty if it is not known."""

    summary: str
    content: str
    """HTML with full addresses."""

    authors: tuple[str, ...]
    """One at least."""

    rights: str
    categories: tuple[Category, ...]


@dataclass(frozen=True)
class Feed:
    """The newest cases under one subject. Addresses are full."""

    path: str
    """Where it lies below `/feeds/`, without the ending of its form: `areas/crafts`."""

    former_paths: tuple[str, ...]
    """Where it lay before; people are still subscribed there."""

    id: str
    """A URN, the same for as long as there is the subject."""

    title: str
    subtitle: str
    """What is in it, and where there is more."""

    page: str
    """Address of the page on the subject."""

    record: str
    """Address of the subject's data in the API, which are complete."""

    atom: str
    """Address of it as Atom."""

    json: str
    """Address of it as JSON Feed."""

    author: str
    """Who makes it."""

    rights: str
    """Licence of its own texts; empty if the book names none."""

    entries: tuple[Entry, ...]
    """The newest first."""

    @property
    def updated(self) -> str:
        """When the newest entry was updated; without any, the day for what has no date."""
        return self.entries[0].updated if self.entries else midnight(NO_DAY)
