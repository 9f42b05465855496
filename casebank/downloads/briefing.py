"""A full case as a briefing of a few printed pages, from the same texts as its page."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from casebank.ask import AskKind
from casebank.citation import case_citation
from casebank.day import printed_day
from casebank.download import FOLDER, Download
from casebank.html_tree import Node, tree
from casebank.phrases import plural, when_in_words
from casebank.printed import escaped, page_count, strong
from casebank.prose import without_citations
from casebank.rendering import render
from casebank.typography import typographic
from casebank.views.case import ORDER
from casebank.views.footnotes import in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from casebank.advice import Example, Recommendation
    from casebank.ask import Ask
    from casebank.book import Book
    from casebank.case import Case
    from casebank.press import Press
    from casebank.publication import Publication

MOST_FIGURES = 8
"""Key figures that a briefing shows; the page has all."""


def briefings(book: Book, publication: Publication, press: Press) -> Iterator[Download]:
    """Yield one PDF for each full case."""
    for case in book.cases:
        if case.is_full:
            content = press.pdf("briefing", briefing_data(book, case, publication))
            yield Download(
                f"{FOLDER}/cases/{case.id}.pdf",
                content,
                case.title,
                case.address,
                pages=page_count(content),
            )


def briefing_data(book: Book, case: Case, publication: Publication) -> dict[str, Any]:
    """Return what `templates/print/briefing.typ` prints."""
    return {
        "title": typographic(case.title),
        "eyebrow": " · ".join(
            [*(country.label.en for country in book.countries_of(case)), case.kind.label]
        ),
        "summary": typographic(case.summary),
        "facts": [[name, typographic(text)] for name, text in _facts(book, case)],
        "body": _Blocks(book, case, publication).all(),
        "sources": [{"id": source.id, "text": in_words(source)} for source in case.sources],
        "citation": case_citation(book, case, publication).text,
        "rights": typographic(without_citations(case.rights)),
        "publisher": publication.name,
        "url": publication.url(case.address),
        "date": printed_day(case.review.reviewed_on or case.published or case.held),
        "language": "en",
    }


def _facts(book: Book, case: Case) -> Iterator[tuple[str, str]]:
    yield "Place", ", ".join(place.city for place in case.places)
    yield "Area", "; ".join(book.area(id_).label.en for id_ in case.areas)
    for name, moment in (("Held", case.held), ("Published", case.published)):
        if moment:
            yield name, when_in_words(moment)
    if case.tools:
        yield "Methods", "; ".join(book.tool(id_).title for id_ in case.tools)
    yield "Scope", book.term("scopes", case.scope).label.en
    if case.authors:
        yield "Author", "; ".join(author.name for author in case.authors)
    yield "Publisher", case.publisher
    if themes := [theme.name for theme in book.themes_of(case)[:4]]:
        yield "Main themes", "; ".join(themes)


class _Blocks:
    """The parts of one case as blocks of a tree, in the order of its page."""

    def __init__(self, book: Book, case: Case, publication: Publication) -> None:
        self._book = book
        self._case = case
        self._publication = publication
        self._asks = {ask.id: ask for ask in book.asks_of(case)}
        self._numbers = {source.id: n for n, source in enumerate(case.sources, 1)}

    def all(self) -> list[Node]:
        """Return every part that the case has something to tell for."""
        parts: dict[str, Callable[[], list[Node]]] = {
            "key_figures": self._figures,
            "challenges": self._challenges,
            "quotes": self._quotes,
            "portfolios": self._portfolios,
            "stakeholders": self._stakeholders,
            "recommendations": self._recommendations,
            "conclusions": self._conclusions,
            "actions": self._actions,
        }
        found: list[Node] = []
        for name in ORDER[self._case.kind]:
            if name.startswith("# "):
                found += self._section(name[2:])
            elif name in parts:
                found += parts[name]()
        return found

    def _section(self, name: str) -> list[Node]:
        text = self._case.sections.get(name)
        if not text:
            return []
        html = render(text, folder="cases", running_text=escaped)
        return [_heading(2, name), *self._tree(str(html))]

    def _figures(self) -> list[Node]:
        figures = [
            {"value": typographic(figure.value), "label": without_citations(figure.label)}
            for figure in self._case.key_figures[:MOST_FIGURES]
        ]
        more = len(self._case.key_figures) - len(figures)
        rest: list[Node] = []
        if more > 0:
            text = f"{plural(more, 'more figure')} on the page."
            rest = [{"t": "p", "kind": "ours", "c": [text]}]
        if not figures:
            return []
        return [_heading(2, "Key figures"), {"t": "figures", "c": figures}, *rest]

    def _challenges(self) -> list[Node]:
        found: list[Node] = []
        for group, challenges in groupby(self._case.challenges, key=lambda one: one.group):
            items = [self._tree(f"<p>{escaped(one.text)}</p>") for one in challenges]
            found += [_heading(3, group), {"t": "ul", "c": items, "start": 1}]
        return found

    def _quotes(self) -> list[Node]:
        return [
            {
                "t": "blockquote",
                "c": [
                    {"t": "p", "c": [f"“{typographic(quote.text)}”"]},
                    {"t": "p", "c": [", ".join(filter(None, (quote.speaker, quote.organisation)))]},
                ],
            }
            for quote in self._case.quotes
        ]

    def _portfolios(self) -> list[Node]:
        if not self._case.portfolios:
            return []
        found: list[Node] = [_heading(2, plural(len(self._case.portfolios), "portfolio"))]
        for portfolio in self._case.portfolios:
            support = portfolio.support_text or "; ".join(
                self._book.term("support-kinds", id_).label.en for id_ in portfolio.support
            )
            found += [
                _heading(3, portfolio.title),
                *self._text(portfolio.idea),
                *self._text(portfolio.ambition, "Ambition"),
                *(self._ask(self._asks[ask.id]) for ask in portfolio.asks),
                *self._text(support, "Support needed"),
                *self._text(portfolio.timeline, "Timeline"),
            ]
        return found

    def _stakeholders(self) -> list[Node]:
        if not self._case.stakeholders:
            return []
        terms = [
            {
                "name": [self._book.term("stakeholder-groups", group.group).label.en],
                "c": [{"t": "p", "c": [", ".join(one.name for one in group.organisations)]}],
            }
            for group in self._case.stakeholders
        ]
        return [_heading(2, "Who was there"), {"t": "dl", "c": terms}]

    def _recommendations(self) -> list[Node]:
        advice: list[Recommendation | Example] = [
            *self._case.recommendations,
            *self._case.examples,
        ]
        found: list[Node] = [_heading(2, "Recommendations")] if advice else []
        for group in dict.fromkeys(one.group for one in advice):
            if group:
                found.append(_heading(3, group))
            found += [self._ask(self._asks[one.id]) for one in advice if one.group == group]
        return found

    def _conclusions(self) -> list[Node]:
        return self._list("Overall conclusions", self._case.conclusions)

    def _actions(self) -> list[Node]:
        found: list[Node] = [_heading(2, "Planned actions")] if self._case.actions else []
        for axis, actions in groupby(self._case.actions, key=lambda action: action.axis):
            found.append(_heading(3, axis))
            found += [self._ask(self._asks[action.id]) for action in actions]
        return found

    def _list(self, heading: str, items: Sequence[Any]) -> list[Node]:
        asks: list[Node] = [self._ask(self._asks[item.id]) for item in items]
        return [_heading(2, heading), *asks] if asks else []

    def _ask(self, ask: Ask) -> Node:
        titled = ask.kind is AskKind.RECOMMENDATION
        return {
            "t": "ask",
            "id": ask.id,
            "url": self._publication.url(f"{self._case.address}#{ask.id}"),
            "title": typographic(ask.title) if titled else "",
            "c": self._tree(f"<p>{escaped(ask.text)}</p>"),
            "themes": " · ".join(self._book.theme(theme).name for theme in ask.themes),
        }

    def _text(self, text: str | None, label: str = "") -> list[Node]:
        if not text:
            return []
        return self._tree(f"<p>{strong(label)}{escaped(text)}</p>")

    def _tree(self, html: str) -> list[Node]:
        return tree(html, link=self._link, note=lambda key: str(self._numbers.get(key, "")))

    def _link(self, target: str) -> str:
        if target.startswith("#"):
            return ""
        return self._publication.url(target) if target.startswith("/") else target


def _heading(level: int, text: str) -> Node:
    return {"t": "h", "level": level, "c": [typographic(text)]}
