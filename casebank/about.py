"""What a book says of itself: title, version, licences, as CITATION.cff has them."""

from __future__ import annotations

from dataclasses import dataclass

FILE = "CITATION.cff"
"""Lies beside the content; a book without it says nothing of itself."""


@dataclass(frozen=True)
class About:
    """The book as one work."""

    title: str = "Casebook"
    abstract: str = ""
    version: str = ""
    released: str = ""
    """The day of the version, as YYYY-MM-DD; empty before the first release."""

    authors: tuple[str, ...] = ()
    """Names of the organisations or groups who answer for it."""

    licences: tuple[str, ...] = ()
    """SPDX identifiers: of the texts and data first, then of the software."""

    keywords: tuple[str, ...] = ()


NOTHING_SAID = About()
"""Of a book without that file."""
