"""Names that last: what a thing is called by programs, wherever the book is published."""

from __future__ import annotations

from uuid import UUID, uuid5

NAMESPACE = UUID("4122810c-f88f-4040-a07e-157456330972")
"""Keeps the names of this book apart from those of any other book, which takes a number of its own.

It was made once, at random, and stays whatever becomes of the book's name and address.
"""


def urn(address: str) -> str:
    """Return the name of what was first published at a site address, such as `/cases/x/`.

    Source: RFC 9562, name-based UUIDs (version 5) and their URN.
    """
    return uuid5(NAMESPACE, address).urn
