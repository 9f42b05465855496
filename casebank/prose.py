"""The texts of one page: citations become links to sources, glossary terms are linked once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from casebank.rendering import render
from casebank.typography import typographic

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from casebank.provenance import Source
    from casebank.term import Term

CITATION = re.compile(r"\[\^([^\]\s\[<]{1,80})\]")
"""A mark such as `[^report]`; the key is that of a source, or a slip that the check finds."""


def without_citations(text: str) -> str:
    """Return a text for a place where the sources of its page are not listed."""
    return re.sub(rf"\s*{CITATION.pattern}", "", text)


def citation(source: Source, number: int) -> Markup:
    """Return the number of a source as a link to its place in the list of sources."""
    link = '<sup class="cite"><a class="cite" href="#source-{}" title="{}">[{}]</a></sup>'
    return Markup(link).format(source.id, source.title, number)  # noqa: S704 (format escapes)


class Glossary:
    """Finds the terms of the glossary in texts, by label and aliases, longest first."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._ids: dict[str, str] = {}
        for term in terms:
            for form in _forms(term):
                self._ids.setdefault(form.casefold(), term.id)
                self._ids.setdefault(f"{form.casefold()}s", term.id)
        forms = {form for term in terms for form in _forms(term)}
        longest_first = sorted(forms, key=lambda form: (-len(form), form))
        alternatives = "|".join(f"(?:{_form_pattern(form)})" for form in longest_first)
        self._pattern = re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-])") if forms else None

    def first_unseen(self, text: str, seen: set[str]) -> tuple[int, int, str] | None:
        """Return start, end and term id of the first term in `text` that is not in `seen`."""
        if self._pattern is None:
            return None
        for match in self._pattern.finditer(text):
            # A dotless i matches i when case is ignored, and yet makes no form of ours.
            term = self._ids.get(" ".join(match.group().casefold().split()))
            if term and term not in seen:
                return match.start(), match.end(), term
        return None

    def collect(self, text: str, seen: set[str]) -> None:
        """Add to `seen` the id of every term that is in `text`."""
        while found := self.first_unseen(text, seen):
            seen.add(found[2])


def _forms(term: Term) -> list[str]:
    return [typographic(form) for form in (term.label.en, *term.aliases)]


def _form_pattern(form: str) -> str:
    """Match a word in any case and number, an acronym only as it is written."""
    words = r"\s+".join(re.escape(word) for word in form.split())
    if sum(char.isupper() for char in form) > 1:
        return words
    return rf"(?i:{words}s?)"


class Prose:
    """Renders all texts of one page in the order in which they stand there."""

    def __init__(
        self, glossary: Glossary, sources: Sequence[Source] = (), folder: str = ""
    ) -> None:
        self._glossary = glossary
        self._numbers = {source.id: (number, source) for number, source in enumerate(sources, 1)}
        self._folder = folder
        self._seen: set[str] = set()

    def body(self, markdown: str) -> Markup:
        """Render a section of a record's body."""
        return render(markdown, folder=self._folder, running_text=self._marked)

    def text(self, plain: str) -> Markup:
        """Render a plain text: everything is escaped, citations and terms become links."""
        return self._marked(typographic(plain))

    def _marked(self, plain: str) -> Markup:
        parts: list[Markup] = []
        end = 0
        for mark in CITATION.finditer(plain):
            parts += [*self._linked(plain[end : mark.start()]), self._cite(mark[1])]
            end = mark.end()
        return Markup("").join([*parts, *self._linked(plain[end:])])

    def _linked(self, plain: str) -> list[Markup]:
        """Return the pieces of a text, with a link at each term that the page has not had yet."""
        parts: list[Markup] = []
        while found := self._glossary.first_unseen(plain, self._seen):
            start, end, term = found
            self._seen.add(term)
            link = Markup('<a class="term" href="/glossary/#term-{}">{}</a>')
            parts += [escape(plain[:start]), link.format(term, plain[start:end])]
            plain = plain[end:]
        return [*parts, escape(plain)]

    def _cite(self, key: str) -> Markup:
        if key not in self._numbers:
            return escape(f"[^{key}]")
        number, source = self._numbers[key]
        return citation(source, number)
