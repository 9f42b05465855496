"""`casebank release`: the whole book as one dated archive, for a repository to keep."""

from __future__ import annotations

import re
from datetime import date
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from casebank.about import FILE as ABOUT
from casebank.about import whole_day
from casebank.bag import Bag
from casebank.commands.addresses import unpromised
from casebank.commands.export import made_downloads
from casebank.commands.writing import new_file, refuse_existing
from casebank.deposit import bag_info, bag_tags
from casebank.exports.plain import export_to
from casebank.loading import Content, read_content
from casebank.outputs import data_files
from casebank.phrases import plural
from casebank.problem import FieldError, ProblemsError
from casebank.publication import SITE_NAME, Publication

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casebank.book import Book

SOURCE = (
    *("addresses", "canvases", "cases", "docs", "LICENSES", "tools-and-methods", "vocabularies"),
    *("casebank", "fingerprints", "requirements", "schemas", "theme"),
    *("CHANGELOG.md", "CITATION.cff", "CONTRIBUTING.md", "HACKING.md", "README.md", "REUSE.toml"),
    *("Makefile", "macros.py", "mkdocs.yml", "pyproject.toml"),
)
"""What people wrote, and the engine that makes the rest of it; a book may have less."""

_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)">')


@click.command()
@click.option(
    "--site",
    required=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of the built site.",
)
@click.option(
    "--site-url",
    envvar="CASEBOOK_SITE_URL",
    required=True,
    help="Address at which it is published.",
)
@click.option(
    "--to",
    "folder",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder for the archive.",
)
@click.option("--date", "day", help=f"Day of the release; without it, date-released of {ABOUT}.")
@click.pass_obj
def release(root: Path, site: Path, site_url: str, folder: Path, day: str | None) -> None:
    """Pack site, plain files, data and source into one dated archive with checksums.

    It is a bag after RFC 8493 in a ZIP, with metadata for the deposit and a README.
    """
    content = read_content(root)
    if content.problems:
        raise ProblemsError(content.problems)
    about, publication = content.about, Publication(SITE_NAME, site_url)
    moment = _day(day or about.released)
    name = f"casebook-{about.version}-{moment}"
    file = folder / f"{name}.zip"
    refuse_existing(file, "--to")
    _refuse_unready(content)
    _refuse_other_site(site, content.book, publication)
    files = [one for part in SOURCE for one in _files(root / part, f"source/{part}")]
    _refuse_old_site(site, files)
    files += _files(site, "site")
    bag = Bag(name, moment, bag_info(about, publication), bag_tags(about, publication, moment))
    with TemporaryDirectory() as plain:
        downloads = made_downloads(root, publication)
        export_to(root, content.book, Path(plain), downloads, publication)
        files += _files(Path(plain), "plain")
        try:
            with new_file(file, "--to") as archive:
                bag.write(archive, files)
        except ValueError as error:
            raise click.ClickException(f"{error}. Give the file another name.") from None
    click.echo(f"{plural(len(files), 'file')} packed into {file}.")


def _day(day: str) -> date:
    if not day:
        message = f"Nobody says which day it is. Write 'date-released' in {ABOUT}, or use --date."
        raise click.ClickException(message)
    try:
        return date.fromisoformat(whole_day(day))
    except FieldError as error:
        raise click.ClickException(f"--date: {error.message} {error.remedy}") from None


def _refuse_unready(content: Content) -> None:
    """Stop where version and promises are not those of a release."""
    said, installed = content.about.version, version("casebank")
    if said != installed:
        message = f"{ABOUT} has version {said or 'nothing'}, the package {installed}."
        raise click.ClickException(
            f"{message} Write the same into both, and run `make site` again."
        )
    if missing := unpromised(content):
        count = plural(len(missing), "address is", "addresses are")
        remedy = "Run `casebank addresses --write`, commit the file, and begin again."
        raise click.ClickException(f"{count} not promised yet, such as {missing[0]}. {remedy}")


def _refuse_other_site(site: Path, book: Book, publication: Publication) -> None:
    """Stop where the folder is no site, or one of another address or other content."""
    front = site / "index.html"
    found = _CANONICAL.search(front.read_text("utf-8")) if front.is_file() else None
    if not found:
        raise click.ClickException(
            f"{site} is no built site. Run `make site`, and name its folder."
        )
    if found[1] != publication.url("/"):
        message = f"{site} was built for {found[1]}, not for {publication.url('/')}."
        remedy = "Build it anew with CASEBOOK_SITE_URL set, or name its address with --site-url."
        raise click.ClickException(f"{message} {remedy}")
    for output in data_files(book, publication):
        file = site / output.path
        if not file.is_file() or file.read_bytes() != output.data:
            message = f"{file} is not what this content makes: the site is older or newer."
            raise click.ClickException(f"{message} Build it anew with `make site`.")


def _refuse_old_site(site: Path, source: Iterable[tuple[str, Path]]) -> None:
    """Stop where a file was changed after the site was built; data alone would not show a text."""
    built = (site / "index.html").stat().st_mtime
    for _, file in source:
        if file.stat().st_mtime > built:
            message = f"{file} was changed after {site} was built."
            raise click.ClickException(f"{message} Build it anew with `make site`.")


def _files(place: Path, name: str) -> Iterator[tuple[str, Path]]:
    """Yield a file, or the files of a folder, with the path of each in the archive."""
    if place.is_symlink():
        raise click.ClickException(f"{place} is a symbolic link. Put the file itself there.")
    if place.is_file():
        yield name, place
    elif place.is_dir() and place.name != "__pycache__":
        for inner in sorted(place.iterdir()):
            yield from _files(inner, f"{name}/{inner.name}")
