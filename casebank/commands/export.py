"""`casebank export`: the whole book as files that stand alone."""

from __future__ import annotations

from pathlib import Path

import click

from casebank.download import NO_DOWNLOADS, Downloads
from casebank.exports.plain import export_to
from casebank.loading import load
from casebank.problem import PrintError
from casebank.publication import SITE_NAME, UNPUBLISHED, Publication


@click.command()
@click.option(
    "--to",
    "folder",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="New or empty folder.",
)
@click.option(
    "--downloads/--no-downloads",
    "wanted",
    default=True,
    show_default=True,
    help="Whether to make PDFs, canvases and office files too.",
)
@click.option(
    "--site-url",
    envvar="CASEBOOK_SITE_URL",
    default=UNPUBLISHED.site,
    show_default=True,
    help="Address of the published site, which data and printed pages name.",
)
@click.pass_obj
def export(root: Path, folder: Path, *, wanted: bool, site_url: str) -> None:
    """Write the whole book as plain Markdown, data and files to print: all of it stands alone."""
    book = load(root)
    publication = Publication(SITE_NAME, site_url)
    otherwise = ", or say --no-downloads."
    downloads = made_downloads(root, publication, otherwise) if wanted else NO_DOWNLOADS
    count = export_to(root, book, folder, downloads, publication)
    click.echo(f"{count} files written to {folder}.")


def made_downloads(root: Path, publication: Publication, otherwise: str = ".") -> Downloads:
    """Make the files to take along, for which alone the extra `print` is needed.

    Without it, a message says to install it, `otherwise` what else can be done.
    """
    try:
        from casebank.downloads.everything import load_downloads  # noqa: PLC0415 (see above)
    except ImportError as error:
        message = f"{error.name} is not installed. Install casebank[print]{otherwise}"
        raise click.ClickException(message) from None
    try:
        return load_downloads(root, publication)
    except PrintError as error:
        raise click.ClickException(f"A document cannot be printed:\n{error}") from None
