"""A draft as text: fields in YAML, each with where it was found, and a body without markup."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias

from pydantic import TypeAdapter, ValidationError

from casebank.drafts import MARK
from casebank.importing.passages import Passage
from casebank.rule import TEMPLATE

NOT_FOUND = "not found in the report"

_PLAIN = re.compile(r"[^\W\d_][\w'’&(),./ -]*")
_NO_TEXT = {"true", "false", "null"}
_WIDTH = 90


@dataclass(frozen=True)
class Finding:
    """A value of a field, and what an editor has to know to confirm it."""

    value: str | int | tuple[str, ...] | None
    note: str = ""
    """Where it was found; empty if there is nothing to confirm."""


Value: TypeAlias = "Finding | list[Finding] | dict[str, Value] | list[dict[str, Value]]"
Fields: TypeAlias = dict[str, Value]

BLANK = Finding(None, NOT_FOUND)


def finding(value: str | int | tuple[str, ...], *passages: Passage, words: str = "") -> Finding:
    """Return a value with where it was found, and in which `words` if it is not as it stood."""
    wheres = list(dict.fromkeys(passage.where for passage in passages))
    places = f"{wheres[0]} to {wheres[-1]}" if len(wheres) > 3 else ", ".join(wheres)
    return Finding(value, f'{places}: "{words}"' if words else places)


def accepted(kind: Any, text: str) -> bool:
    """Tell whether a text may stand in a field of this kind as it is."""
    try:
        _adapter(kind).validate_python(text)
    except ValidationError:
        return False
    return "[^" not in text


def together(
    kind: Any, pieces: Iterable[tuple[Passage, str]], words: str = ""
) -> tuple[Finding, list[Passage]]:
    """Join the texts of passages as far as a field holds them; return which of them it holds."""
    text = ""
    used = []
    for passage, piece in pieces:
        longer = f"{text} {piece}".strip()
        if accepted(kind, longer):
            text = longer
            used.append(passage)
    return (finding(text, *used, words=words) if text else BLANK), used


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def front_matter(fields: Mapping[str, Value], head: str) -> str:
    """Write the fields between two lines `---`, below a comment."""
    comment = textwrap.fill(head, 100, initial_indent="# ", subsequent_indent="# ")
    return "\n".join(["---", comment, "", *_mapping(fields, ""), "---", ""])


def _mapping(fields: Mapping[str, Value], indent: str) -> Iterator[str]:
    for name, value in fields.items():
        if isinstance(value, Finding):
            yield from _scalar(f"{indent}{name}:", value, f"{indent}  ")
        elif isinstance(value, dict):
            yield f"{indent}{name}:"
            yield from _mapping(value, f"{indent}  ")
        elif value:
            yield f"{indent}{name}:"
            yield from _sequence(value, f"{indent}  ")


def _sequence(values: Iterable[Value], indent: str) -> Iterator[str]:
    for value in values:
        if isinstance(value, Finding):
            yield from _scalar(f"{indent}-", value, f"{indent}  ")
        elif isinstance(value, dict):
            first, *rest = _mapping(value, f"{indent}  ")
            yield f"{indent}- {first.lstrip()}"
            yield from rest


def _scalar(head: str, one: Finding, indent: str) -> Iterator[str]:
    mark = f"  # {MARK}: {one.note}" if one.note else ""
    if one.value is None:
        yield f"{head}{mark}"
    elif isinstance(one.value, tuple):
        yield f"{head} [{', '.join(map(quoted, one.value))}]{mark}"
    elif isinstance(one.value, str) and len(one.value) > _WIDTH:
        yield f"{head} >-{mark}"
        yield from (f"{indent}{line}" for line in _broken(one.value))
    else:
        yield f"{head} {quoted(one.value)}{mark}"


def quoted(value: str | int) -> str:
    """Write a value on one line so that YAML reads the same value again."""
    if isinstance(value, int):
        return str(value)
    if _PLAIN.fullmatch(value) and value not in _NO_TEXT and value == value.strip():
        return value
    return json.dumps(value, ensure_ascii=False)


def _broken(text: str) -> list[str]:
    """Break a text at single spaces, which is where YAML joins the lines again."""
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + len(word) >= _WIDTH:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".lstrip(" ")
    return lines


_MARKUP = re.compile(r"([\\`*_\[\]<>&|~#])")
_BEGINNING = re.compile(r"^(\d*)(?:(?<=\d)(?=[.)])|(?<!\d)(?=[-+=]))")
_DEFINITION = re.compile(r"^\[[^\]]*\]:")


def is_tame(text: str) -> bool:
    """Tell whether a text is accepted in a body once its signs are escaped."""
    return not (TEMPLATE.search(text) or "[^" in text or _DEFINITION.match(text))


def escaped(text: str) -> str:
    """Write a text so that Markdown shows it as it is; what is not tame becomes code.

    >>> escaped("{{ x }}")
    '`{{ x }}`'
    """
    if not is_tame(text):
        ticks = "`" * (1 + max(map(len, re.findall("`+", text)), default=0))
        gap = " " if text.startswith("`") or text.endswith("`") else ""
        return f"{ticks}{gap}{text}{gap}{ticks}"
    text = _MARKUP.sub(r"\\\1", text)
    return _BEGINNING.sub(r"\1\\", text)
