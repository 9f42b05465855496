"""A page and an output: what the engine hands to whoever publishes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from casebank.document import compose


@dataclass(frozen=True)
class Output:
    """One file of the published book."""

    path: str
    """Relative to the root of the site or export, with forward slashes."""

    content: str | bytes
    """Text, which is written in UTF-8, or bytes as they are."""

    source: str
    """The file of the repository that it is made from, for the edit link; empty if many."""

    def __post_init__(self) -> None:
        if self.path.startswith("/") or ".." in self.path.split("/"):
            raise ValueError(f"{self.path!r} leads out of the book")

    @property
    def data(self) -> bytes:
        """What is written."""
        return self.content.encode() if isinstance(self.content, str) else self.content


@dataclass(frozen=True)
class Alternate:
    """The matter of a page in a form for programs: a `<link>` in its head."""

    address: str
    """Site address of the file."""

    media_type: str
    """Such as `application/json`."""

    title: str
    """What a program shows that offers it: "Cases from France"."""


@dataclass(frozen=True)
class Page:
    """One generated page: Markdown headings with blocks of HTML between them."""

    path: str
    """Where the Markdown file would lie: `cases/x.md` is published at `/cases/x/`."""

    title: str
    description: str
    """One or two sentences for search engines."""

    body: str
    """Starts with the page's own header; links are site addresses."""

    source: str
    """The file of the repository that an edit link opens."""

    layout: str = "page"
    """How the theme arranges it: `page`, `record` (with a box of facts) or `wide`."""

    redirect: str = ""
    """Address to go on to at once, for a page that has moved; empty for all others."""

    is_removed: bool = False
    """Whether it only says what stood there: no search finds it."""

    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By what search can be narrowed down to this page: values in words by name of the filter."""

    search_words: tuple[str, ...] = ()
    """Other names of what the page is about: search finds it under them although it does not print
    them."""

    related_words: tuple[str, ...] = ()
    """Other names of what it has to do with; a match counts less."""

    picture: str = ""
    """Path of the picture that stands for the page where a link to it is shared; empty for the
    site's own."""

    alternates: tuple[Alternate, ...] = ()
    """The same matter in forms for programs."""

    citation_tags: tuple[tuple[str, str], ...] = ()
    """Names and contents of `<meta>` elements by which reference managers know a page."""

    linked_data: Mapping[str, Any] = field(default_factory=dict)
    """The page in terms of schema.org, as JSON-LD; empty where there is nothing to say."""

    scripts: tuple[str, ...] = ()
    """Names of the scripts that it needs beside those of every page."""

    def output(self) -> Output:
        """Return the page as a Markdown file; its front matter is ours, never a contributor's."""
        fields: dict[str, Any] = {
            "title": self.title,
            "description": self.description,
            "layout": self.layout,
            "render_macros": False,
        }
        if self.redirect or self.is_removed:
            fields["indexed"] = False
        optional = {
            "redirect": self.redirect,
            "removed": self.is_removed,
            "filters": {name: list(values) for name, values in self.filters.items()},
            "search_words": list(self.search_words),
            "related_words": list(self.related_words),
            "picture": self.picture,
            "alternates": [asdict(alternate) for alternate in self.alternates],
            "citation_tags": [list(tag) for tag in self.citation_tags],
            "scripts": list(self.scripts),
            "linked_data": dict(self.linked_data),
        }
        fields |= {name: value for name, value in optional.items() if value}
        return Output(self.path, compose(fields, self.body), self.source)
