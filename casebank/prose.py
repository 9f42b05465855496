"""The texts of one page: citations become links to sources, glossary terms are linked once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from markupsafe import Markup, escape

from casebank.rendering import address_of, element_html, render

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from casebank.provenance import Source
    from casebank.term import Term

_UNLINKED = {"a", "code", "pre", "sup", "h3", "h4", "th"}
"""Elements in which a term is not linked."""


class Glossary:
    """Finds the terms of the glossary in texts, by label and aliases, longest first."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._ids: dict[str, str] = {}
        for term in terms:
            for form in (term.label.en, *term.aliases):
                self._ids.setdefault(form.casefold(), term.id)
                self._ids.setdefault(f"{form.casefold()}s", term.id)
        forms = sorted(
            (form for term in terms for form in (term.label.en, *term.aliases)),
            key=len,
            reverse=True,
        )
        alternatives = "|".join(f"(?:{_form_pattern(form)})" for form in forms)
        self._pattern = re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-])") if forms else None

    def first_unseen(self, text: str, seen: set[str]) -> tuple[int, int, str] | None:
        """Return start, end and term id of the first term in `text` that is not in `seen`."""
        if self._pattern is None:
            return None
        for match in self._pattern.finditer(text):
            term = self._ids[match.group().casefold()]
            if term not in seen:
                return match.start(), match.end(), term
        return None


def _form_pattern(form: str) -> str:
    """Match a word in any case and number, an acronym only as it is written."""
    if sum(char.isupper() for char in form) > 1:
        return re.escape(form)
    return rf"(?i:{re.escape(form)}s?)"


class Prose:
    """Renders all texts of one page in the order in which they stand there."""

    def __init__(
        self, glossary: Glossary, sources: Sequence[Source] = (), folder: str = ""
    ) -> None:
        self._glossary = glossary
        self._numbers = {
            source.id: (number, source) for number, source in enumerate(sources, start=1)
        }
        self._folder = folder
        self._seen: set[str] = set()

    def body(self, markdown: str) -> Markup:
        """Render a section of a record's body."""
        return render(markdown, cite=self._cite, visit=self._visit)

    def text(self, plain: str) -> Markup:
        """Render a front-matter text: everything is escaped, citations and terms become links."""
        parts: list[Markup] = []
        rest = plain
        while rest:
            mark = re.search(r"\[\^([a-z0-9-]+)\]", rest)
            before = rest[: mark.start()] if mark else rest
            parts.append(self._linked(before))
            cited = self._cite(mark[1]) if mark else None
            if cited is not None:
                parts.append(Markup(element_html(cited)))  # noqa: S704 (built from checked ids and escaped titles)
            elif mark:
                parts.append(escape(mark.group()))
            rest = rest[mark.end() :] if mark else ""
        return Markup("").join(parts)

    def _linked(self, plain: str) -> Markup:
        found = self._glossary.first_unseen(plain, self._seen)
        if found is None:
            return escape(plain)
        start, end, term = found
        self._seen.add(term)
        link = Markup('<a class="term" href="/glossary/#{}">{}</a>').format(term, plain[start:end])
        return escape(plain[:start]) + link + self._linked(plain[end:])

    def _cite(self, key: str) -> Element | None:
        if key not in self._numbers:
            return None
        number, source = self._numbers[key]
        mark = Element("sup", {"class": "cite"})
        link = SubElement(
            mark, "a", {"class": "cite", "href": f"#source-{key}", "title": source.title}
        )
        link.text = f"[{number}]"
        return mark

    def _visit(self, root: Element) -> None:
        for element in root.iter():
            for attribute in ("href", "src"):
                if target := element.get(attribute):
                    element.set(attribute, address_of(target, self._folder))
        self._link_terms(root)

    def _link_terms(self, parent: Element) -> None:
        if parent.tag in _UNLINKED:
            return
        if parent.tag not in {"div", "ul", "ol", "table", "thead", "tbody", "tr", "blockquote"}:
            self._link_in_text(parent)
        for child in list(parent):
            self._link_terms(child)
            self._link_in_tail(parent, child)

    def _link_in_text(self, element: Element) -> None:
        found = self._glossary.first_unseen(element.text or "", self._seen)
        if found:
            link = self._term_link(element.text or "", found)
            element.text = (element.text or "")[: found[0]]
            element.insert(0, link)

    def _link_in_tail(self, parent: Element, child: Element) -> None:
        found = self._glossary.first_unseen(child.tail or "", self._seen)
        if found:
            link = self._term_link(child.tail or "", found)
            child.tail = (child.tail or "")[: found[0]]
            parent.insert(list(parent).index(child) + 1, link)

    def _term_link(self, text: str, found: tuple[int, int, str]) -> Element:
        """Make the link with the rest of the text behind it, where later terms are found."""
        start, end, term = found
        self._seen.add(term)
        link = Element("a", {"class": "term", "href": f"/glossary/#{term}"})
        link.text, link.tail = text[start:end], text[end:]
        return link
