"""Cards to print, two on an A4 sheet with backs: one for each tool, one for each step of a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from casebank.day import last_review
from casebank.download import CARDS, FOLDER, Download
from casebank.phrases import duration_in_words
from casebank.printed import page_count
from casebank.prose import without_citations
from casebank.qr import qr_rows
from casebank.typography import typographic

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from casebank.book import Book
    from casebank.press import Press
    from casebank.publication import Publication
    from casebank.step import Step
    from casebank.tool import Span, Tool

MOST = 3
"""Situations for and against a tool that its card has room for; the page has all."""


def method_cards(book: Book, publication: Publication, press: Press) -> Download:
    """Return the set; a text that does not fit its card is named in a `PrintError`."""
    cards = [_of_tool(book, tool, publication) for tool in book.tools]
    for tool in book.tools:
        for number, step in enumerate(tool.steps, 1):
            if step.id and step.goal:
                url = publication.url(f"{tool.address}#step-{number}")
                cards.append(_of_step(tool, step, url))
    data = {
        "title": "Method cards",
        "publisher": publication.name,
        "date": last_review(book.tools),
        "cards": cards,
    }
    content = press.pdf("cards", data)
    path = f"{FOLDER}/method-cards.pdf"
    detail = "two on a page, printed on both sides"
    return Download(path, content, "Method cards", CARDS, detail, page_count(content))


def _of_tool(book: Book, tool: Tool, publication: Publication) -> dict[str, Any]:
    time = _span(tool.duration, duration_in_words) if tool.duration else ""
    people = f"{_span(tool.group_size, str)} people" if tool.group_size else ""
    steps = [[duration_in_words(s.minutes) if s.minutes else "", s.title] for s in tool.steps]
    return _card(
        f"{tool.path}: the card",
        tool.title,
        [tool.kind.capitalize(), time, people],
        publication.url(tool.address),
        front=[["", [tool.summary]]],
        foot=[
            ["Needs", _labels(book, tool.needs)],
            ["Leaves", _labels(book, tool.produces)],
            ["Then", "; ".join(other.title for other in book.tools_after(tool))],
        ],
        timeline=steps,
        back=[
            ["Use it when", list(tool.use_when[:MOST])],
            ["Choose something else when", list(tool.avoid_when[:MOST])],
        ],
        colour="teal",
    )


def _of_step(tool: Tool, step: Step, url: str) -> dict[str, Any]:
    tasks = [[f"{task.minutes}′", task.do] for task in step.tasks]
    shortest = f"at least {step.at_least} minutes" if step.at_least else ""
    have = "; ".join(f"{one.item} ({one.per.counted(one.count)})" for one in step.supplies)
    return _card(
        f"{tool.path}: the card of the step '{step.id}'",
        step.title,
        [duration_in_words(step.minutes or 0), shortest, step.led_by or ""],
        url,
        front=[["Goal", [step.goal]]],
        foot=[["Ready afterwards", step.result or ""], ["Have ready", have]],
        timeline=tasks,
        back=[
            ["Say", [f"“{step.script}”"] if step.script else []],
            ["Ask", list(step.prompts)],
            ["What if", [f"If {one.trouble}: {one.remedy}" for one in step.what_if]],
        ],
        colour="signal",
    )


def _card(
    name: str,
    title: str,
    facts: list[str],
    url: str,
    *,
    front: list[list[Any]],
    foot: list[list[str]],
    timeline: list[list[str]],
    colour: str,
    back: list[list[Any]] | None = None,
) -> dict[str, Any]:
    card = {
        "name": name,
        "title": title,
        "facts": [fact for fact in facts if fact],
        "url": url,
        "qr": qr_rows(url),
        "front": front,
        "foot": [[label, text] for label, text in foot if text],
        "timeline": timeline,
        "back": [[label, texts] for label, texts in back or [] if texts],
        "colour": colour,
    }
    printed: dict[str, Any] = _printed(card)
    return printed


def _printed(value: Any) -> Any:
    """Return a value with all of its texts as they are printed, without citations."""
    if isinstance(value, str):
        return typographic(without_citations(value))
    if isinstance(value, list):
        return [_printed(item) for item in value]
    if isinstance(value, dict):
        return {key: _printed(item) for key, item in value.items()}
    return value


def _span(span: Span, words: Callable[[int], str]) -> str:
    return " to ".join(dict.fromkeys((words(span.at_least), words(span.at_most))))


def _labels(book: Book, ids: Iterable[str]) -> str:
    return "; ".join(book.term("artefacts", id_).label.en for id_ in ids)
