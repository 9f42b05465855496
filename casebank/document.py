"""Read one contributed file: Markdown with front matter and positions, or YAML."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import frontmatter
from frontmatter.default_handlers import YAMLHandler

from casebank.problem import Problem, first_hidden
from casebank.strict_yaml import Parsed, parse

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 300_000
"""Size of the largest file that is read; the fullest case has a tenth of this."""


@dataclass(frozen=True)
class Document:
    """One Markdown file, split but not yet understood."""

    path: str
    """Relative to the repository, with forward slashes."""

    front_matter: Parsed
    """The fields between the two lines `---`, with their positions in the file."""

    body: str
    """The Markdown below the front matter."""

    body_line: int
    """The line of the file on which `body` begins."""

    home: str = ""
    """The folder in which its relative links begin, when it does not lie there itself."""

    @property
    def folder(self) -> str:
        """The folder in which its relative links begin."""
        return self.home or posixpath.dirname(self.path)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the body, split once: a hostile file can have a fault on each."""
        return self.body.split("\n")


def read_text(
    file: Path, path: str, most_bytes: int = MAX_BYTES
) -> tuple[str, tuple[Problem, ...]]:
    """Return the text of `file` and what forbids to use it; `path` is its name in problems."""
    if file.is_symlink():
        return "", (Problem(path, 1, 1, "", "is a symbolic link.", "Put the file itself here."),)
    size = file.stat().st_size
    if size > most_bytes:
        message = f"has {size:,} bytes; at most {most_bytes:,} are read."
        return "", (
            Problem(path, 1, 1, "", message, "Move the long parts into a source and link to it."),
        )
    raw = file.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return "", (
            Problem(
                path,
                line,
                1,
                "",
                "is not saved as UTF-8.",
                "Save the file with the encoding UTF-8.",
            ),
        )
    text = text.replace("\r\n", "\n")
    return text, tuple(_hidden_characters(text, path))


def _hidden_characters(text: str, path: str) -> list[Problem]:
    """Find characters that show other text than there is, the first of each line."""
    problems = []
    for number, line in enumerate(text.split("\n"), start=1):
        if hidden := first_hidden(line):
            message = f"holds the invisible character U+{ord(hidden):04X}."
            remedy = "Delete it and type the word again."
            problems.append(Problem(path, number, line.index(hidden) + 1, "", message, remedy))
    return problems


def read_yaml(file: Path, path: str) -> Parsed:
    """Return what a file of YAML holds, or what forbids to use it."""
    text, problems = read_text(file, path)
    return Parsed(problems=problems) if problems else parse(text, path)


def read_document(file: Path, path: str) -> tuple[Document | None, tuple[Problem, ...]]:
    """Split `file` into front matter and body; the document is None when it cannot be split."""
    text, problems = read_text(file, path)
    return (None, problems) if problems else split_document(text, path)


def split_document(text: str, path: str) -> tuple[Document | None, tuple[Problem, ...]]:
    """Split the text of a file in the same way."""
    handler = YAMLHandler()
    opening = handler.FM_BOUNDARY.match(text)
    if opening is None:
        message = "does not begin with a line '---'."
        return None, (
            Problem(
                path,
                1,
                1,
                "",
                message,
                "Begin the file with the fields of the template, between two lines '---'.",
            ),
        )
    try:
        fields, body = handler.split(text)
    except ValueError:
        message = "the front matter that begins here has no end."
        return None, (Problem(path, 1, 1, "", message, "Add a line '---' after the last field."),)
    parsed = parse(fields, path, first_line=_line_at(text, opening.end()))
    if not parsed.problems and not isinstance(parsed.data, dict):
        message = "the front matter is not a list of fields."
        return None, (
            Problem(
                path, 2, 1, "", message, "Write each field as 'name: value' on a line of its own."
            ),
        )
    return Document(path, parsed, body, _line_at(text, len(text) - len(body))), parsed.problems


def _line_at(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def compose(fields: dict[str, Any], body: str) -> str:
    """Write a Markdown file with front matter; the fields keep their order."""
    post = frontmatter.Post(body, **fields)
    return frontmatter.dumps(post, sort_keys=False, allow_unicode=True, width=100) + "\n"
