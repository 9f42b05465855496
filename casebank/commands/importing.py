"""`casebank import`: a draft of a case from a report."""

from __future__ import annotations

from pathlib import Path

import click

from casebank.case import CaseKind
from casebank.commands.writing import write_new
from casebank.document import MAX_BYTES
from casebank.fields import Url
from casebank.importing.draft_file import accepted
from casebank.importing.drafting import draft_of
from casebank.importing.incoming import kind_of
from casebank.importing.passages import UnreadableError
from casebank.importing.reading import read_report
from casebank.loading import load
from casebank.problem import visible

FOLDER = "drafts"
"""Where drafts lie; it is never published."""


def _address(_context: click.Context, _option: click.Parameter, value: str) -> str:
    if value and not accepted(Url, value):
        raise click.BadParameter("Begin the address with https:// and leave out spaces.")
    return value


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--to",
    "target",
    type=click.Path(dir_okay=False, path_type=Path),
    help=f"File to write; without it, one in {FOLDER}/ named after the title.",
)
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in CaseKind]),
    help="Kind of the case, where its words do not tell it.",
)
@click.option("--url", default="", callback=_address, help="Public address of the report.")
@click.pass_obj
def import_(root: Path, file: Path, target: Path | None, kind: str | None, url: str) -> None:
    """Draft a case from a report as PDF, DOCX, HTML or text; each field is to be confirmed."""
    book = load(root)
    try:
        passages = read_report(file)
    except UnreadableError as error:
        raise click.ClickException(f"{visible(file.name)} {error}") from None
    known = CaseKind(kind) if kind else kind_of(passages)
    if known is None:
        kinds = " or ".join(f"--kind {one.value}" for one in CaseKind)
        raise click.ClickException(f"The words of the report do not tell its kind. Say {kinds}.")
    wanted = target.stem if target else ""
    draft = draft_of(passages, book, known, visible(file.name), url=url, wanted_id=wanted)
    if len(draft.text.encode()) > MAX_BYTES:
        message = f"{visible(file.name)} has too much text for one case. "
        raise click.ClickException(f"{message}Save the pages that tell of the case alone.")
    path = target or root / FOLDER / f"{draft.id}.md"
    write_new(path, draft.text, "--to")
    click.echo(f"{draft.coverage}")
    click.echo(f"Written to {path}. See what is left to do: casebank check {path}")
    if draft.coverage.lost:
        raise click.ClickException("Words of the report are missing. Please report this fault.")
