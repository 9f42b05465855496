"""Citations in the pages that people write: `[^key]` becomes a number and a line of sources."""

from __future__ import annotations

import re
from collections.abc import Mapping

from casebank.phrases import when_in_words
from casebank.prose import CITATION, citation
from casebank.provenance import Source
from casebank.typography import typographic
from casebank.views.templates import fragment

_MARK = re.compile(rf"<code>.*?</code>|\s?{CITATION.pattern}", re.DOTALL)
"""A citation, or code, in which it is none."""


def with_sources(html: str, sources: Mapping[str, Source]) -> str:
    """Return a page with its citations numbered as they come, and the sources at its end.

    Raises `KeyError` with a key that no source has.
    """
    numbers: dict[str, int] = {}

    def cite(mark: re.Match[str]) -> str:
        if mark[1] is None:
            return mark[0]
        source = sources[mark[1]]
        return str(citation(source, numbers.setdefault(source.id, len(numbers) + 1)))

    numbered = _MARK.sub(cite, html)
    if not numbers:
        return numbered
    cited = [sources[key] for key in numbers]
    return f"{numbered}\n{fragment('footnotes.html', sources=cited)}"


def in_words(source: Source) -> str:
    """Return a source as a list in print has it: title, publisher, year, address."""
    where = source.url or f"Read as “{source.file}”, no public address known"
    return f"{in_short(source)} {typographic(where)}."


def in_short(source: Source) -> str:
    """Return a source as a footnote has it: title, publisher, year."""
    when = when_in_words(source.year) if source.year else ""
    maker = ", ".join(filter(None, (source.publisher, when)))
    sentences = (typographic(text) for text in (source.title, maker) if text)
    return " ".join(text if text[-1] in "?!." else f"{text}." for text in sentences)
