"""The words by which parts and labels of a report are known, as kept in part_words.yml."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from casebank.strict_yaml import parse


@cache
def words() -> dict[str, Any]:
    """Return the content of part_words.yml."""
    text = (files("casebank.importing") / "part_words.yml").read_text(encoding="utf-8")
    data: dict[str, Any] = parse(text, "part_words.yml").data
    return data


def folded(text: str) -> str:
    """Return a text as it is compared: no capitals, accents or typographic signs.

    >>> folded("L’Échéance :")
    "l'echeance :"
    """
    text = unicodedata.normalize("NFKD", text.replace("’", "'").replace("œ", "oe"))
    return "".join(char for char in text if not unicodedata.combining(char)).casefold()


@cache
def pattern(phrase: str) -> re.Pattern[str]:
    """Return what finds a phrase as whole words in a folded text, in the plural too."""
    return re.compile(rf"(?<!\w){re.escape(folded(phrase))}(?:s|es)?(?!\w)")


def found(text: str, phrases: Iterable[str]) -> str:
    """Return the longest of the phrases that stands in a text; empty if none does."""
    text = folded(text)
    standing = [phrase for phrase in phrases if pattern(phrase).search(text)]
    return max(standing, key=len, default="")


def label(text: str, *, of: Iterable[str]) -> tuple[str, str]:
    """Split a text that begins with one of these labels into label and rest.

    A label ends with a colon, or is the whole text. Without one, the label is empty.

    >>> label("Required support: money and time", of=("support", ))
    ('', 'Required support: money and time')
    >>> label("Timeline: by 2030", of=("timeline",))
    ('Timeline', 'by 2030')
    """
    known = {folded(phrase) for phrase in of}
    head, _, rest = text.partition(":")
    if folded(head.strip()) in known:
        return head.strip(), rest.strip()
    sentences = tuple(f"{one} " for one in known if one.endswith((" is", " est")))
    if folded(text).startswith(sentences):  # the label is a part of the sentence
        return " ".join(text.split()[:2]), text
    return "", text


def field_of(text: str, *names: str) -> tuple[str, str, str]:
    """Return which of the named labels a text begins with, the label as written, and the rest."""
    for name in names:
        head, rest = label(text, of=words()["labels"][name])
        if head:
            return name, head, rest
    return "", "", text
