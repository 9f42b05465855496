"""What a job tells its forge: annotations, summaries, outputs that no contributed text can fake.

Standard library only, as all scripts that run on a forge: they run before anything is installed.
"""

from __future__ import annotations

import os
import re
import secrets
import unicodedata
from pathlib import Path


def visible(text: str) -> str:
    """Return text with escapes for characters that begin a line, cannot be seen or turn text."""
    hidden = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
    return "".join(
        char.encode("unicode_escape").decode() if unicodedata.category(char) in hidden else char
        for char in text
    )


def plain(text: str) -> str:
    """Return text for Markdown that stays what it is: no markup, table cell or link comes of it."""
    return re.sub(r"[^\w /-]|_", _entity, visible(text))


def code(text: str) -> str:
    """Return text as code, in which a forge also looks for no mention and no reference."""
    return f"<code>{plain(text)}</code>"


def _entity(sign: re.Match[str]) -> str:
    return f"&#{ord(sign[0])};"


def annotate(level: str, path: str, message: str) -> None:
    """Print a command that shows `message` beside a file: level `error`, `warning` or `notice`."""
    file = _escaped(visible(path)).replace(":", "%3A").replace(",", "%2C")
    print(f"::{level} file={file}::{_escaped(visible(f'{path}: {message}'))}")


def _escaped(text: str) -> str:
    return text.replace("%", "%25")


def summarise(markdown: str) -> None:
    """Append to the page that a forge shows for a job."""
    _append("GITHUB_STEP_SUMMARY", markdown + "\n")


def hand_over(name: str, text: str) -> None:
    """Set an output of the step; nobody can guess the line that ends it."""
    end = secrets.token_hex(16)
    _append("GITHUB_OUTPUT", f"{name}<<{end}\n{text}\n{end}\n")


def _append(variable: str, text: str) -> None:
    if file := os.environ.get(variable):
        with Path(file).open("a", encoding="utf-8") as stream:
            stream.write(text)


def run_address() -> str:
    """Return the address of this run, or nothing outside a forge."""
    parts = [os.environ.get(f"GITHUB_{name}") for name in ("SERVER_URL", "REPOSITORY", "RUN_ID")]
    server, repository, run = parts
    return f"{server}/{repository}/actions/runs/{run}" if all(parts) else ""
