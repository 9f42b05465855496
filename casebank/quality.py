"""Notes on the quality of a record's texts, as warnings at their line and column."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from casebank.copying import copied, is_word_for_word
from casebank.drafts import MARK
from casebank.paragraphs import paragraphs
from casebank.problem import Problem, Severity, echo
from casebank.references import texts
from casebank.schema import holds_prose
from casebank.strict_yaml import dotted
from casebank.wording import (
    address_notes,
    link_notes,
    picture_notes,
    placeholder_notes,
    summary_notes,
    text_notes,
    title_notes,
)
from casebank.yaml_comments import comments

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from casebank.records import Entry
    from casebank.strict_yaml import Path
    from casebank.wording import Note

_OTHERS_WORDS = frozenset({"quotes", "sources", "authors"})
"""Fields that hold what others wrote, so that nothing in their wording is ours to mend."""


def quality_notes(
    entry: Entry[Any], known: Mapping[str, str], excused: frozenset[tuple[str, ...]]
) -> Iterator[Problem]:
    """Yield a warning for whatever could read better in a record.

    `known` are the fingerprints of sources, `excused` the runs of words that may stand there too.
    """
    for path, text in texts(entry.data):
        for snippet, message, remedy in _field_notes(entry, path, text):
            yield entry.problem(path, message, remedy, snippet, Severity.WARNING)
        if holds_prose(entry.fields, path) and not is_word_for_word(path):
            for snippet, message, remedy in _copied(text, known, excused):
                yield entry.problem(path, message, remedy, snippet, Severity.WARNING)
    yield from _cut_values(entry)
    yield from _body_notes(entry, known, excused)


def _field_notes(entry: Entry[Any], path: Path, text: str) -> Iterator[Note]:
    names = tuple(part for part in path if isinstance(part, str))
    if names == ("summary",):
        yield from summary_notes(text, str(entry.data.get("title")))
    if names[-1] == "title" and names[0] != "sources":
        yield from title_notes(text)
    if names == ("images", "alt"):
        yield from picture_notes(text)
    if names[-1] in {"url", "link"}:
        yield from address_notes(text)
    elif holds_prose(entry.fields, path):
        yield from placeholder_notes(text)
        if names[0] not in _OTHERS_WORDS:
            yield from text_notes(text)


def _copied(
    text: str, known: Mapping[str, str], excused: frozenset[tuple[str, ...]]
) -> Iterator[Note]:
    for passage in copied(text, known, excused):
        message = f"{echo(passage.text)} stands word for word in a source ({passage.source})."
        remedy = "Tell it in your own words, or move it into 'quotes' with its speaker."
        yield passage.text, message, remedy


def _cut_values(entry: Entry[Any]) -> Iterator[Problem]:
    """Find texts whose end is a comment by mistake, as in `title: Project #1`."""
    front_matter = entry.document.front_matter
    lines = front_matter.text.split("\n")
    for comment in comments(front_matter):
        if not comment.value or not holds_prose(entry.fields, comment.value):
            continue
        line = lines[comment.line - front_matter.first_line]
        glued = not comment.text.startswith(" ") or not line[: comment.column - 1].endswith("  ")
        if glued and not comment.text.startswith(f" {MARK}"):
            message = "the text ends here: what follows ' #' is a comment."
            remedy = "Put the whole text in quotes, or write two spaces before '# '."
            place = comment.line, comment.column
            field = dotted(comment.value)
            path = entry.document.path
            yield Problem(path, *place, field, message, remedy, Severity.WARNING)


def _body_notes(
    entry: Entry[Any], known: Mapping[str, str], excused: frozenset[tuple[str, ...]]
) -> Iterator[Problem]:
    for paragraph in paragraphs(entry.document):
        text = paragraph.text
        notes = [*placeholder_notes(text), *text_notes(text), *_copied(text, known, excused)]
        for words, target in paragraph.links:
            notes += [*link_notes(words), *address_notes(target)]
        for snippet, message, remedy in notes:
            place = paragraph.find(snippet)
            path = entry.document.path
            yield Problem(path, *place, "", message, remedy, Severity.WARNING)
