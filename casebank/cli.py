"""The command line: a group that finds the content, runs a command and prints what forbids it."""

from __future__ import annotations

import sys
from io import TextIOWrapper
from pathlib import Path

import click

from casebank.commands.addresses import addresses
from casebank.commands.check import check
from casebank.commands.export import export
from casebank.commands.fix import fix
from casebank.commands.importing import import_
from casebank.commands.listing import list_
from casebank.commands.new import new
from casebank.commands.query import query
from casebank.commands.release import release
from casebank.phrases import plural
from casebank.problem import ProblemsError

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
        except BrokenPipeError:  # the reader of our output has gone, which click answers in silence
            raise
        except OSError as error:
            message = f"{error.filename}: {error.strerror}. Name another folder."
            raise click.ClickException(message) from None


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
    """Write, check, mend, list, query and export the cases and tools of a casebook."""
    ctx.obj = root
    if isinstance(sys.stdout, TextIOWrapper):  # on Windows, a pipe or file may know few letters
        sys.stdout.reconfigure(errors="backslashreplace")


for command in (check, fix, new, import_, list_, query, export, addresses, release):
    main.add_command(command)
