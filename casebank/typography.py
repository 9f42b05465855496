"""Quotation marks as they are printed; authors type the straight ones of their keyboard."""

from __future__ import annotations

import re

_APOSTROPHE = re.compile(r"(?<=\w)'|'(?=\d\ds?\b)")
"""Within or after a word, or before the short form of a year."""

_OPENING = re.compile(r"(?:(?<=^)|(?<=[\s(\[–—/]))([\"'])(?=\S)")


def typographic(text: str) -> str:
    """Return `text` with curly quotation marks and apostrophes.

    >>> typographic('''It's "new", they say ('AI').''')
    'It’s “new”, they say (‘AI’).'
    """
    if "'" not in text and '"' not in text:  # most texts, and a book has millions
        return text
    text = _APOSTROPHE.sub("’", text)
    text = _OPENING.sub(lambda match: "“" if match[1] == '"' else "‘", text)
    return text.replace('"', "”").replace("'", "’")
