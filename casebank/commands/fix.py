"""`casebank fix`: safe mends in the text of records, and terms that are near misses."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import unified_diff
from pathlib import Path
from typing import Any

import click

from casebank.canvases import canvas_ids
from casebank.checking import known_names
from casebank.commands.files import FILES, chosen
from casebank.commands.writing import replace
from casebank.document import split_document
from casebank.loading import read_content
from casebank.mending import Slip, mended, slips, with_terms
from casebank.phrases import plural
from casebank.problem import echo, visible
from casebank.records import Entry
from casebank.strict_yaml import dotted


@click.command()
@click.argument("files", nargs=-1, type=FILES)
@click.option("--yes", is_flag=True, help="Mend near misses of terms without asking.")
@click.option(
    "--dry-run", "--diff", "dry", is_flag=True, help="Show what would change, and write nothing."
)
@click.pass_obj
def fix(root: Path, files: tuple[Path, ...], *, yes: bool, dry: bool) -> None:
    """Mend what can be mended safely: order of fields, spaces, line ends, terms after asking.

    Without FILES it looks at all cases and tools. What a file says stays as it is, apart from terms
    that do not exist.
    """
    asked = chosen(root, files)
    content = read_content(root.resolve(), asked.drafts, asked.paths)
    known = known_names(content.vocabularies, content.paths, canvas_ids(root))
    entries: list[Entry[Any]] = [*content.cases, *content.tools]
    wanted = {entry.document.path: entry for entry in entries}
    paths = asked.files if files else {path: root / path for path in sorted(content.paths)}
    changes = {}
    for path, file in paths.items():
        if path not in wanted:
            click.echo(f"{visible(path)}: left alone, since it cannot be read; see casebank check.")
            continue
        before = file.read_bytes().decode()
        after, done = _mended(wanted[path], before, known, yes=yes, dry=dry)
        if done:
            changes[path] = (file, before, after)
            click.echo(f"{visible(path)}: {'; '.join(done)}")
    for path, (file, before, after) in changes.items():  # only now, when all has been answered
        if dry:
            _show(path, before, after)
        else:
            replace(file, after)
    click.echo(f"{plural(len(changes), 'file')} {'would be ' if dry else ''}mended.")


def _mended(
    entry: Entry[Any],
    before: str,
    known: Mapping[str, frozenset[str]],
    *,
    yes: bool,
    dry: bool,
) -> tuple[str, list[str]]:
    """Return the mended text, and what was done to it."""
    text, told = mended(before, entry.fields)
    done = list(told)
    document, _ = split_document(text, entry.document.path)
    offered = slips(document, entry.fields, known) if document else ()
    accepted = [slip for slip in offered if yes or (not dry and _agreed(entry, slip))]
    with_them = with_terms(text, accepted)
    if with_them != text:
        done += (f"{echo(slip.found)} is now '{slip.meant}'" for slip in accepted)
    return with_them, done


def _agreed(entry: Entry[Any], slip: Slip) -> bool:
    line, column = slip.position
    place = visible(f"{entry.document.path}:{line}:{column}: {dotted(slip.path)}")
    return click.confirm(f"{place}: write '{slip.meant}' for {echo(slip.found)}?", default=True)


def _show(path: str, before: str, after: str) -> None:
    lines = before.splitlines(), after.splitlines()
    for line in unified_diff(*lines, f"{path} as it is", f"{path} mended", lineterm="", n=1):
        click.echo(visible(line))
