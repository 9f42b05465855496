"""What a proposal changes, asked of git: no file of it is opened or run."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """One file of a commit."""

    mode: str
    """Git's: `100644` a file, `100755` a program, `120000` a link, `160000` a submodule."""

    id: str
    """Git's digest of what is in it."""

    size: int
    """In bytes; a submodule has none."""


Tree = dict[str, Entry]
"""All files of a commit by their paths; bytes that are no UTF-8 are half surrogates."""


def git(*arguments: str) -> str:
    """Return what git answers."""
    run = subprocess.run(["git", *arguments], stdout=subprocess.PIPE, check=True)
    return run.stdout.decode("utf-8", "surrogateescape")


def tree(commit: str) -> Tree:
    """List a commit's files."""
    entries = {}
    for line in filter(None, git("ls-tree", "-rlz", "--full-tree", commit).split("\0")):
        facts, _, path = line.partition("\t")
        mode, _, id_, size = facts.split()
        entries[path] = Entry(mode, id_, 0 if size == "-" else int(size))
    return entries


def changed(before: Tree, after: Tree) -> list[str]:
    """Return the paths that are new, other or gone."""
    return sorted(path for path in before | after if before.get(path) != after.get(path))


def content_of(entry: Entry) -> str:
    """Return a file's text; whatever is no text in it is replaced."""
    return (
        git("cat-file", "blob", entry.id)
        .encode("utf-8", "surrogateescape")
        .decode("utf-8", "replace")
    )
