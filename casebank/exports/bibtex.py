"""Citations as BibTeX, for classic BibTeX and for biber.

In UTF-8, with LaTeX's special characters as commands, so that no text can be one. Names and titles
have braces of their own: names are not taken apart, capitals stay. Every entry is a `@misc`, the
only type for a page that both know; styles without addresses, such as `plain`, leave out `url`.

Source: btxdoc (Oren Patashnik, 1988); biblatex manual 3.20, "Entry types" and "Legacy fields".
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from casebank.typography import typographic

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casebank.citation import Citation

_COMMANDS = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        # Not \{ and \}: BibTeX counts braces, whether or not a backslash stands before them.
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        **{sign: f"\\{sign}" for sign in "$&%#_"},
    }
)

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""Names that every style defines."""

_IN_ADDRESSES = ":/?#[]@!$&'()*+,;=%~"
"""Signs of RFC 3986 that stay as they are; braces do not."""


def bibtex(citations: Iterable[Citation]) -> str:
    """Return one entry for each citation, with an empty line between them."""
    return "\n".join(map(_entry, citations))


def _entry(citation: Citation) -> str:
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(citation))
    return f"@misc{{{citation.id},\n{fields}}}\n"


def _fields(citation: Citation) -> Iterator[tuple[str, str]]:
    if citation.authors:
        yield "author", f"{{{' and '.join(f'{{{_text(name)}}}' for name in citation.authors)}}}"
    yield "title", f"{{{{{_text(citation.title)}}}}}"
    if citation.container_title:
        yield "howpublished", f"{{{_text(citation.container_title)}}}"
    if citation.genre:
        yield "type", f"{{{_text(citation.genre)}}}"
    if citation.version:
        yield "version", f"{{{_text(citation.version)}}}"
    if citation.issued:
        yield from _date(citation.issued.rpartition("/")[2])
    yield "url", f"{{{quote(citation.url, safe=_IN_ADDRESSES)}}}"
    if citation.note:
        yield "note", f"{{{_text(citation.note)}}}"
    if citation.abstract:
        yield "abstract", f"{{{_text(citation.abstract)}}}"
    if citation.keywords:
        # A comma parts keywords, so that one within would make two of them.
        words = (_text(word.replace(",", ";")) for word in citation.keywords)
        yield "keywords", f"{{{', '.join(words)}}}"
    yield "langid", "{english}"


def _date(day: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of a date: biber warns of a `date` beside the `year` that BibTeX needs."""
    year, month, number = [*day.split("-"), "", ""][:3]
    yield "year", f"{{{year}}}"
    if month:
        yield "month", _MONTHS[int(month) - 1]
    if number:
        yield "day", f"{{{int(number)}}}"


def _text(text: str) -> str:
    """Return a text as LaTeX; a straight quotation mark is a command in some of its languages."""
    return typographic(text).translate(_COMMANDS)
