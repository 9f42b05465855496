"""What every printed document asks for: escaped text, number of pages, all refusals at once."""

from __future__ import annotations

from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
from markupsafe import Markup, escape

from casebank.problem import PrintError
from casebank.typography import typographic

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager


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


@contextmanager
def all_at_once() -> Iterator[Callable[[], AbstractContextManager[None]]]:
    """Give a context for each of several documents; refuse at the end what was refused in them."""
    refused: list[str] = []

    @contextmanager
    def each() -> Iterator[None]:
        try:
            yield
        except PrintError as error:
            refused.append(str(error))

    yield each
    if refused:
        raise PrintError("\n".join(refused))
