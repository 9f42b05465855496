"""E-mail addresses and telephone numbers, which are never published."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from casebank.problem import echo

if TYPE_CHECKING:
    from collections.abc import Iterator

_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_NUMBER = re.compile(
    r"(?<![\w./])(?:"
    r"(?:\+|00)[1-9](?:[ ./()-]{0,3}[0-9]){7,13}"  # international
    r"|0[1-9](?:[ .-][0-9]{2}){4}"  # French, in pairs
    r"|(?i:phone|mobile|t[eé]l(?:[eé]phone|efon)?|fax)[.: ]{1,3}[0-9](?:[ ./()-]{0,2}[0-9]){5,13}"
    r")(?![\w])"
)
"""What hardly anything but a telephone number looks like; dates and amounts must not."""

_REMEDY = "Remove it: people and their data are not published. Name the organisation instead."


def contacts(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield snippet, message and remedy for each way to reach a person that stands in a text."""
    if "@" in text:
        for match in _ADDRESS.finditer(text):
            yield match[0], f"{echo(match[0])} is an e-mail address.", _REMEDY
    for match in _NUMBER.finditer(text):
        yield match[0], f"{echo(match[0])} is a telephone number.", _REMEDY
