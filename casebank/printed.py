"""What every printed document asks for: escaped text, and the number of pages of a PDF."""

from __future__ import annotations

from io import BytesIO

import pikepdf
from markupsafe import Markup, escape

from casebank.typography import typographic


def escaped(text: str) -> Markup:
    """Return a plain text as HTML, with printed quotation marks; citations stay as they are."""
    return escape(typographic(text))


def strong(label: str) -> Markup:
    """Return a label that stands before a text in bold; nothing for an empty one."""
    return Markup("<strong>{}.</strong> ").format(label) if label else Markup("")


def page_count(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return len(document.pages)
