"""Citations as RIS, for reference managers.

A field is one line; values are of one line, so none can begin a field. A comma ends the name of a
group: EndNote takes a name without one apart.

Source: RIS Format Specifications, Research Information Systems 2001; tags as Zotero and EndNote
write them today.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from casebank.publication import LANGUAGE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casebank.citation import Citation

_TYPES = {"webpage": "ELEC", "dataset": "DATA"}


def ris(citations: Iterable[Citation]) -> str:
    """Return one reference for each citation."""
    return "".join(
        f"{tag}  - {value}\r\n"
        for citation in citations
        for tag, value in _fields(citation)
        if value or tag == "ER"
    )


def _fields(citation: Citation) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPES[citation.type]
    yield "ID", citation.id
    for author in citation.authors:
        yield "AU", f"{author},"
    yield "TI", citation.title
    yield "T2", citation.container_title
    yield "M3", citation.genre
    day = citation.issued.rpartition("/")[2]
    yield "PY", day[:4]
    yield "DA", _date(day)
    yield "ET", citation.version
    yield "UR", citation.url
    yield "LA", LANGUAGE
    yield "AB", citation.abstract
    for word in citation.keywords:
        yield "KW", word
    yield "N1", citation.note
    yield "ER", ""


def _date(day: str) -> str:
    """Return YYYY/MM/DD/ with the parts that are known; all slashes have to be there."""
    return "/".join([*day.split("-"), "", "", ""][:3]) + "/" if day else ""
