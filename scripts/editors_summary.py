"""Write for editors where the built site is, which records a proposal changes, and what to look at.

    editors_summary.py BASE PROPOSAL

A proposal from a fork can leave no comment, since its token may only read; a summary needs no
right.
"""

from __future__ import annotations

import os
import sys
from pathlib import PurePosixPath

from changes import Tree, changed, tree
from job import code, run_address, summarise

KINDS = {"cases": "case", "tools-and-methods": "tool"}
"""What each folder holds; its name is also the beginning of the address."""

CHECKLIST = """\
- [ ] Facts: each one compared with the source that is named for it; what no source says is out.
- [ ] Words: told in our own; quotations are short, marked, and have a speaker.
- [ ] Persons: only authors and quoted speakers are named; no e-mail addresses or telephone numbers.
- [ ] Terms: themes, areas and kinds of support say what the text says, the weightiest first.
- [ ] Rights: `rights` says what the source says; each picture has a licence and who made it.
- [ ] Pictures: each is described for people who cannot see it; nobody can be recognised unasked.
- [ ] Review: `status` and `reviewed_on` are true; what is doubtful stands in `editor_notes`.
- [ ] Addresses: no published id has changed; a new file name has the old one under `aliases`."""

SHOWN = 100
"""Records that are listed."""


def records(before: Tree, after: Tree) -> list[tuple[str, str, str]]:
    """Return what is done to which kind of record at which path."""
    found = []
    for path in changed(before, after):
        folder, _, name = path.partition("/")
        if folder in KINDS and name.endswith(".md") and "/" not in name:
            done = "removed" if path not in after else "changed" if path in before else "new"
            found.append((done, KINDS[folder], path))
    return found


def line_of(done: str, kind: str, path: str) -> str:
    """Return one record as an entry of the list, with the address of its page."""
    name = PurePosixPath(path)
    address = "" if done == "removed" else f": {code(f'/{name.parent}/{name.stem}/')}"
    return f"- {done} {kind} {code(path)}{address}"


def summary(found: list[tuple[str, str, str]]) -> str:
    """Return the whole text; the checklist only if a record is new or has changed."""
    artefact = os.environ.get("SITE_ADDRESS") or run_address()
    lines = [
        "## The built site",
        "",
        f"To look at it, [download it]({artefact}), unpack it into a folder `site`, run "
        "`python3 -m http.server --directory site 8000` beside it, and open "
        "<http://localhost:8000/>.",
        "",
    ]
    if found:
        lines += ["Records of this proposal, with their addresses there:", ""]
        lines += [line_of(*record) for record in found[:SHOWN]]
        lines += [f"- and {len(found) - SHOWN} more"] if len(found) > SHOWN else []
    else:
        lines += ["This proposal changes no case and no tool."]
    if any(done != "removed" for done, _, _ in found):
        lines += ["", "## What editors look at", "", CHECKLIST]
    return "\n".join(lines)


def main(base: str, proposal: str) -> None:
    """Append the summary to the page of the job."""
    summarise(summary(records(tree(base), tree(proposal))))


if __name__ == "__main__":
    main(*sys.argv[1:])
