"""Citations as CSL-JSON, the input of citation processors.

`original-date` is left out: styles print it as the first publication of the same work, and the
casebook's page is another one. The date of the original stands in `note`.

Source: CSL-JSON schema of the Citation Style Language 1.0.2 (csl-data.json).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from casebank.publication import LANGUAGE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casebank.citation import Citation


def csl_json(citations: Iterable[Citation]) -> str:
    """Return a list with one item for each citation."""
    items = [_item(citation) for citation in citations]
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def _item(citation: Citation) -> dict[str, Any]:
    original = citation.original
    item = {
        "id": citation.id,
        "type": citation.type,
        "title": citation.title,
        "author": _names(citation.authors),
        "container-title": citation.container_title,
        "issued": _date(citation.issued),
        "version": citation.version,
        "genre": citation.genre,
        "URL": citation.url,
        "language": LANGUAGE,
        "abstract": citation.abstract,
        "keyword": "; ".join(citation.keywords),
        "original-author": _names(original.authors) if original else None,
        "original-title": original.title if original else None,
        "original-publisher": original.publisher if original else None,
        "note": citation.note,
    }
    return {name: value for name, value in item.items() if value}


def _names(names: tuple[str, ...]) -> list[dict[str, str]]:
    """Return names as they are: the book does not know which part is a family's."""
    return [{"literal": name} for name in names]


def _date(when: str) -> dict[str, list[list[int]]]:
    moments = [moment for moment in when.split("/") if moment]
    parts = [[int(part) for part in moment.split("-")] for moment in moments]
    return {"date-parts": parts} if parts else {}
