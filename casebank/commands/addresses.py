"""`casebank addresses`: which addresses are promised, and the promise."""

from __future__ import annotations

from pathlib import Path

import click

from casebank.commands.writing import replace, write_new
from casebank.loading import Content, read_content
from casebank.phrases import plural
from casebank.problem import ProblemsError
from casebank.promises import PUBLISHED


@click.command()
@click.option("--write", is_flag=True, help=f"Promise them: add them to {PUBLISHED}.")
@click.pass_obj
def addresses(root: Path, *, write: bool) -> None:
    """List the addresses that are not promised yet: those of cases, asks, tools and terms.

    What is promised works for good: from then on the check refuses to lose it.
    """
    content = read_content(root)
    if content.problems:
        raise ProblemsError(content.problems)
    missing = unpromised(content)
    for address in missing:
        click.echo(address)
    if not missing:
        click.echo("Every address is promised.")
    elif write:
        lines = sorted({*content.promises.published, *missing})
        _write(root / PUBLISHED, "".join(f"{line}\n" for line in lines))
        click.echo(f"{plural(len(missing), 'address', 'addresses')} added to {PUBLISHED}.")
    else:
        click.echo("None of these is promised yet. Add --write to promise them.")


def unpromised(content: Content) -> list[str]:
    """Return the addresses that the book answers at and nobody promised yet, sorted."""
    known = {*content.addresses.pages, *content.addresses.anchors, *content.addresses.aliases}
    known |= {move.old for move in content.promises.moved}
    known |= {removal.address for removal in content.promises.removals}
    return sorted(known.difference(content.promises.published))


def _write(file: Path, text: str) -> None:
    if file.exists():
        replace(file, text)
    else:
        write_new(file, text, "--root")
