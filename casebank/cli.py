"""The command line: `casebank check`, `casebank list`, `casebank export`."""

from __future__ import annotations

from pathlib import Path

import click

from casebank.download import NO_DOWNLOADS, Downloads
from casebank.exports.listing import LISTS, listing
from casebank.exports.plain import export_to
from casebank.loading import load
from casebank.problem import PrintError, ProblemsError
from casebank.publication import SITE_NAME, Publication
from casebank.views.templates import plural

ROOT_HELP = "Folder that holds cases/, tools-and-methods/ and vocabularies/."


class _Group(click.Group):
    """Prints the problems of faulty content, whichever command met them, and exits with 1."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except ProblemsError as error:
            for problem in error.problems:
                click.echo(str(problem))
            count = plural(len(error.problems), "problem")
            raise click.ClickException(f"{count} found; nothing was written.") from None
        except OSError as error:
            message = f"{error.filename}: {error.strerror}. Name another folder."
            raise click.ClickException(message) from None


def _downloads(root: Path, site_url: str) -> Downloads:
    """Make the files to take along, for which alone the extra `print` is needed."""
    try:
        from casebank.downloads.everything import load_downloads  # noqa: PLC0415 (see above)
    except ImportError as error:
        message = f"{error.name} is not installed. Install casebank[print], or say --no-downloads."
        raise click.ClickException(message) from None
    try:
        return load_downloads(root, Publication(SITE_NAME, site_url))
    except PrintError as error:
        raise click.ClickException(f"A document cannot be printed:\n{error}") from None


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="casebank")
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help=ROOT_HELP,
)
@click.pass_context
def main(ctx: click.Context, root: Path) -> None:
    """Check, list and export the cases and tools of a casebook."""
    ctx.obj = root


@main.command()
@click.pass_obj
def check(root: Path) -> None:
    """Check all content and report every problem with file, line, field and remedy."""
    book = load(root)
    click.echo(
        f"{plural(len(book.cases), 'case')} with {plural(len(book.asks), 'ask')}, "
        f"{plural(len(book.tools), 'tool')} and "
        f"{plural(len(book.vocabularies), 'vocabulary', 'vocabularies')}: no problem found."
    )


@main.command("list")
@click.argument("what", type=click.Choice(LISTS), default="cases")
@click.pass_obj
def list_(root: Path, what: str) -> None:
    """List cases, tools, asks, organisations or gaps, one a line: id, tab, text."""
    for line in listing(load(root), what):
        click.echo(line)


@main.command()
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
    default="https://casebook.example/",
    show_default=True,
    help="Address of the published site, which printed pages show.",
)
@click.pass_obj
def export(root: Path, folder: Path, *, wanted: bool, site_url: str) -> None:
    """Write the whole book as plain Markdown, data and files to print: all of it stands alone."""
    book = load(root)
    downloads = _downloads(root, site_url) if wanted else NO_DOWNLOADS
    count = export_to(root, book, folder, downloads)
    click.echo(f"{count} files written to {folder}.")
