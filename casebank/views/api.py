"""What the page on the API shows of it: its collections, and its version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from casebank.addresses import api_address
from casebank.api.collections import COLLECTIONS
from casebank.api.item import SCHEMA_VERSION
from casebank.views.templates import macros

if TYPE_CHECKING:
    from casebank.book import Book


def api_collections(_book: Book) -> Markup:
    """A table of all collections, with the addresses of their records."""
    rows = [(one, api_address(one.name), api_address(one.name, "<id>")) for one in COLLECTIONS]
    return macros("api.html")["collections"](rows)


def api_version(_book: Book) -> Markup:
    """The version of the API."""
    return Markup(SCHEMA_VERSION)  # noqa: S704 (our own)
