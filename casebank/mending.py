"""Mends in the text of a record that change nothing of what it says, and slips in terms.

Works on the text, so that comments stay; each mend is kept only if the file is read as before.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from casebank.document import split_document
from casebank.problem import near_miss
from casebank.references import references
from casebank.sections import tokens
from casebank.strict_yaml import KEY

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markdown_it.token import Token

    from casebank.document import Document
    from casebank.fields import Record
    from casebank.strict_yaml import Path, Position

_FRONT_MATTER = re.compile(r"\A---\n(.*?^)---\n", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Slip:
    """A term that does not exist, and the one that is meant."""

    path: Path
    position: Position
    found: str
    meant: str


def mended(text: str, model: type[Record]) -> tuple[str, tuple[str, ...]]:
    """Return the text of a record with every safe mend, and what was mended."""
    done = []
    steps: tuple[tuple[str, Callable[[str], str]], ...] = (
        ("line ends as everywhere else", lambda one: one.replace("\r\n", "\n")),
        ("no mark of byte order", lambda one: one.removeprefix("\ufeff")),
        ("accents joined to their letters", lambda one: unicodedata.normalize("NFC", one)),
        ("no spaces at the ends of lines", _without_spaces_at_ends),
        ("one line end at the end", lambda one: one.rstrip("\n") + "\n"),
        ("fields in their usual order", lambda one: _in_order(one, list(model.model_fields))),
    )
    for name, step in steps:
        candidate = step(text)
        if candidate != text and says_the_same(text, candidate):
            text = candidate
            done.append(name)
    return text, tuple(done)


def says_the_same(before: str, after: str) -> bool:
    """Tell whether two texts are read alike: the same values, and bodies that look the same."""
    first, second = _read(before), _read(after)
    return first is not None and first == second


def _read(text: str) -> tuple[Any, ...] | None:
    """Return values and body in a form in which equal ones are equal; None if there are faults."""
    plain = unicodedata.normalize("NFC", text.removeprefix("\ufeff").replace("\r\n", "\n"))
    document, faults = split_document(plain, "x.md")
    if document is None or faults:
        return None
    values = json.dumps(document.front_matter.data, sort_keys=True)
    return values, tuple(map(_look, tokens(document.body)))


def _look(token: Token) -> tuple[Any, ...]:
    """Return what a token shows, without where it stands in the file."""
    content = "" if token.type == "inline" else token.content
    inside = tuple(map(_look, token.children or ()))
    return token.type, token.tag, token.nesting, token.info, str(token.attrs), content, inside


def _without_spaces_at_ends(text: str) -> str:
    """Remove spaces at ends of lines, but the two that break a line within a paragraph."""
    match = _FRONT_MATTER.match(text)
    body = match.end() if match else 0
    fields = [line.rstrip(" \t") for line in text[:body].split("\n")]
    lines = text[body:].split("\n")
    following = [*lines[1:], ""]
    kept = [_without_spaces(line, after) for line, after in zip(lines, following, strict=True)]
    return "\n".join(fields) + "\n".join(kept)


def _without_spaces(line: str, after: str) -> str:
    words = line.rstrip(" \t")
    return f"{words}  " if words and after.strip() and line.endswith("  ") else words


def _in_order(text: str, names: Sequence[str]) -> str:
    """Return the text with its fields in the order of `names`, each with the comments above it."""
    document, _ = split_document(text, "x.md")
    match = _FRONT_MATTER.match(text)
    if document is None or match is None:
        return text
    starts = _starts(document)
    known = [name for name in names if name in starts]
    usual = [*known, *(name for name in starts if name not in known)]
    if not starts or list(starts) == usual:
        return text
    lines = match[1].splitlines(keepends=True)
    firsts = {name: _with_comments_above(lines, line - 2) for name, line in starts.items()}
    ends = [*sorted(firsts.values())[1:], len(lines)]
    blocks = {
        name: lines[first:end]
        for (name, first), end in zip(
            sorted(firsts.items(), key=lambda item: item[1]), ends, strict=True
        )
    }
    head = lines[: min(firsts.values())]
    ordered = "".join([*head, *(line for name in usual for line in blocks[name])])
    return f"---\n{ordered}---\n{text[match.end() :]}"


def _starts(document: Document) -> dict[str, int]:
    """Return the line of each field; nothing unless all stand at the beginning of their line."""
    keys = {
        str(path[0]): place
        for path, place in document.front_matter.positions.items()
        if len(path) == 2 and path[1] == KEY
    }
    if any(column != 1 for _, column in keys.values()):
        return {}
    return {name: line for name, (line, _) in keys.items()}


def _with_comments_above(lines: list[str], first: int) -> int:
    """Return the index at which the comments and empty lines above a field begin.

    What stands at the top, apart from the first field by an empty line, is about the whole file.
    """
    above = first
    while above > 0 and (lines[above - 1].startswith("#") or not lines[above - 1].strip()):
        above -= 1
    if above == 0 and "\n" in lines[:first]:
        return first - lines[:first][::-1].index("\n")
    return above


def with_terms(text: str, slips: Sequence[Slip]) -> str:
    """Return the text with terms in the place of slips; as it was if that changed anything else."""
    lines = text.split("\n")
    for slip in sorted(slips, key=lambda one: one.position, reverse=True):
        line, column = slip.position[0] - 1, slip.position[1] - 1
        before, after = lines[line][:column], lines[line][column:]
        quoted = re.match(rf"([\"']?){re.escape(slip.found)}\1", after)
        if quoted:
            lines[line] = f"{before}{quoted[1]}{slip.meant}{quoted[1]}{after[quoted.end() :]}"
    candidate = "\n".join(lines)
    expected, found = (split_document(one, "x.md")[0] for one in (text, candidate))
    if expected is None or found is None or expected.body != found.body:
        return text
    wanted: Any = expected.front_matter.data
    for slip in slips:
        _put(wanted, slip.path, slip.meant)
    return candidate if wanted == found.front_matter.data else text


def _put(data: Any, path: Path, value: str) -> None:
    *way, last = path
    for part in way:
        data = data[part]
    data[last] = value


def slips(
    document: Document, model: type[Record], known: Mapping[str, frozenset[str]]
) -> tuple[Slip, ...]:
    """Return every term of a record that does not exist and is like one that does."""
    found = []
    for one in references(model, document.front_matter.data):
        names = known.get(one.to, frozenset({one.value}))
        if one.value not in names and (meant := near_miss(one.value, names)):
            place = document.front_matter.position(one.path)
            found.append(Slip(one.path, place, one.value, meant))
    return tuple(found)
