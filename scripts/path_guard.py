"""Say which files of a proposal should not be there, before anything of it is installed or run.

    path_guard.py BASE PROPOSAL

Both are commits. Who may not write to the repository is asked to leave everything but content as
it is; links, submodules, programs among content, unsafe names and large files are for nobody.
"""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from changes import Tree, changed, content_of, tree
from job import annotate, code, plain, summarise, visible

if TYPE_CHECKING:
    from collections.abc import Iterator

CONTENT = re.compile(
    r"cases/[^/]+\.md"
    r"|cases/media/[^/]+/[^/]+\.(png|jpe?g|webp)"
    r"|tools-and-methods/[^/]+\.md"
    r"|vocabularies/[^/]+\.yml"
)
"""What everybody may propose to change."""

CONTENT_FOLDERS = ("cases", "tools-and-methods", "vocabularies", "canvases")

PUBLISHED = "addresses/published.txt"
"""Addresses that were promised: maintainers let a command write it, and it only grows."""

LARGEST = 1_000_000
"""Bytes of a file; the check has the same limit for pictures."""

LONGEST = 200
"""Faults that are told; a page has its limits too."""

INSIDERS = {"OWNER", "MEMBER", "COLLABORATOR"}


@dataclass(frozen=True)
class Fault:
    """One file that should not be there, or not so."""

    path: str

    message: str
    """What is wrong, as the rest of a sentence that begins with the path."""

    remedy: str

    level: str = "error"
    """`error`, or `warning` for what a person has to judge."""


def is_outsider() -> bool:
    """Tell whether the author may not write to the repository.

    A forge calls a member who hides the membership a contributor, and updates come from a robot;
    both propose from a branch of the repository itself, which only those who may write can.
    """
    here = os.environ.get("GITHUB_REPOSITORY")
    at_home = bool(here) and os.environ.get("HEAD_REPOSITORY") == here
    return not at_home and os.environ.get("AUTHOR_ASSOCIATION") not in INSIDERS


def faults(before: Tree, after: Tree, *, outsider: bool) -> Iterator[Fault]:
    """Yield every fault of a proposal."""
    spellings = spellings_of(after)
    for path in changed(before, after):
        if outsider and not CONTENT.fullmatch(path):
            yield Fault(
                path,
                "is neither a case nor a tool, a picture of a case or a vocabulary.",
                "If you did not mean to change it, take it out of this pull request. If it has "
                "to change, say why in the pull request: a maintainer looks at it.",
            )
        if path == PUBLISHED:
            yield from lost_promises(before, after)
        if path in after:
            yield from faults_of_file(path, after)
            yield from faults_of_name(path, spellings)
        elif is_case(path) and not is_alias(PurePosixPath(path).stem, before, after):
            yield Fault(
                path,
                "goes away, and with it an address that people may have cited.",
                "If the case has a new name, list the old one under 'aliases' in its file. If it "
                "was published, the check says what else to do.",
                "warning",
            )


def faults_of_file(path: str, after: Tree) -> Iterator[Fault]:
    """Yield what is wrong with the kind and size of a file."""
    entry = after[path]
    if entry.mode == "120000":
        yield Fault(path, "is a symbolic link.", "Put the file itself there.")
    elif entry.mode == "160000":
        yield Fault(path, "is a submodule: another repository.", "Remove it.")
    elif entry.mode == "100755" and path.startswith(tuple(f"{name}/" for name in CONTENT_FOLDERS)):
        remedy = "Remove the mark: git update-index --chmod=-x, then the file's name."
        yield Fault(path, "is marked as a program.", remedy)
    if entry.size > LARGEST and path != PUBLISHED:
        message = f"has {entry.size:,} bytes; at most {LARGEST:,} are accepted."
        yield Fault(path, message, "Make it smaller, or link to where it is published.")


def lost_promises(before: Tree, after: Tree) -> Iterator[Fault]:
    """Yield a fault where an address is promised no longer."""
    promised, kept = (
        set(content_of(files[PUBLISHED]).split()) if PUBLISHED in files else set()
        for files in (before, after)
    )
    if lost := sorted(promised - kept):
        remedy = "Put it back. What is gone belongs into addresses/moved.yml or removed.yml."
        more = f" and {len(lost) - 1} more" if lost[1:] else ""
        yield Fault(PUBLISHED, f"takes back what was promised: {lost[0]}{more}.", remedy)


def faults_of_name(path: str, spellings: dict[str, set[str]]) -> Iterator[Fault]:
    """Yield what is wrong with the name of a file."""
    if visible(path) != path or re.search(r'[\\:*?"<>|]|[. ](/|$)', path):
        remedy = "Use small letters without accents, digits and hyphens."
        yield Fault(path, "has a name that not every computer can show or keep.", remedy)
    for part in (path, *map(str, PurePosixPath(path).parents)):
        for other in sorted(spellings.get(folded(part), set()) - {part}):
            yield Fault(
                path,
                f"has a name that many computers cannot tell from {visible(other)}.",
                "Give one of them another name, not only other capitals or accents.",
            )


def spellings_of(after: Tree) -> dict[str, set[str]]:
    """Return all names of files and folders, by what computers may take for the same."""
    found: dict[str, set[str]] = {}
    for path in after:
        for part in (path, *map(str, PurePosixPath(path).parents)):
            found.setdefault(folded(part), set()).add(part)
    return found


def folded(path: str) -> str:
    """Return a path as a computer keeps it that ignores case and how accents are written."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFD", path).casefold())


def is_case(path: str) -> bool:
    """Tell whether a path is that of a case."""
    return path.startswith("cases/") and path.endswith(".md")


def is_alias(id_: str, before: Tree, after: Tree) -> bool:
    """Tell whether a case that the proposal adds or changes names an earlier id."""
    for path in filter(is_case, changed(before, after)):
        text = content_of(after[path]) if path in after else ""
        field = re.search(r"^aliases:(.*(?:\n[ -].*)*)", text, re.MULTILINE)
        if field and re.search(rf"(?<![\w-]){re.escape(id_)}(?![\w-])", field[1]):
            return True
    return False


def report(found: list[Fault]) -> None:
    """Tell all faults, in the log and as a table."""
    for fault in found[:LONGEST]:
        annotate(fault.level, fault.path, f"{fault.message} {fault.remedy}")
    rows = [
        f"| {code(fault.path)} | {plain(fault.message)} | {fault.remedy} |"
        for fault in found[:LONGEST]
    ]
    more = [f"\nAnd {len(found) - LONGEST} more."] if len(found) > LONGEST else []
    table = ["| File | What is wrong | What to do |", "|---|---|---|", *rows, *more]
    summarise("\n".join(["## Changed files", "", *(table if found else ["All are in order."])]))


def main(base: str, proposal: str) -> int:
    """Report, and return whether an error was found."""
    found = list(faults(tree(base), tree(proposal), outsider=is_outsider()))
    report(found)
    errors = sum(fault.level == "error" for fault in found)
    print(f"{len(found)} remarks on changed files, {errors} of them errors.")
    return int(errors > 0)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
