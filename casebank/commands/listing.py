"""`casebank list`: cases, tools, asks, organisations, gaps or upkeep, one a line."""

from __future__ import annotations

from pathlib import Path

import click

from casebank.exports.listing import LISTS, listing
from casebank.loading import load


@click.command("list")
@click.argument("what", type=click.Choice(LISTS), default="cases")
@click.pass_obj
def list_(root: Path, what: str) -> None:
    """List cases, tools, asks, organisations, gaps or upkeep, one a line: id, tab, text.

    This is for a quick look; casebank query has filters, every column, and forms for programs.
    """
    for line in listing(load(root), what):
        click.echo(line)
