"""`casebank check`: every problem of all content, of some files, or of drafts."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from casebank.commands.files import FILES, Chosen, chosen
from casebank.exports.problem_report import counted, github_report, json_report, text_report
from casebank.exports.problem_table import problem_table
from casebank.inspection import Inspection, inspect
from casebank.phrases import plural
from casebank.problem import Problem

FORMATS: dict[str, Callable[[tuple[Problem, ...]], Iterator[str]]] = {
    "text": text_report,
    "github": github_report,
    "json": json_report,
}


@click.command()
@click.argument("files", nargs=-1, type=FILES)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="How problems are written: for people, for GitHub's annotations, or as JSON.",
)
@click.pass_obj
def check(root: Path, files: tuple[Path, ...], form: str) -> None:
    """Check all content and report every problem with file, line, field and remedy.

    With FILES, only their problems are reported, checked together with the whole book. A file from
    elsewhere is a draft, checked as if it lay in cases/ or tools-and-methods/.
    """
    asked = chosen(root, files)
    whole = inspect(root, asked.drafts, asked.paths)
    problems = (*asked.problems, *whole.only(asked.paths).problems) if files else whole.problems
    for line in FORMATS[form](problems):
        click.echo(line)
    if form == "github" and (summary := os.environ.get("GITHUB_STEP_SUMMARY")):
        _append(Path(summary), problems)
    if any(problem.is_error for problem in problems):
        raise click.ClickException(f"{counted(problems)} found.{_elsewhere(whole, asked)}")
    if form != "json":
        found = _files(files) if files else _book(whole)
        told = f"no error, {counted(problems)}" if problems else "no problem found"
        click.echo(f"{found}: {told}.{_elsewhere(whole, asked)}")


def _append(summary: Path, problems: tuple[Problem, ...]) -> None:
    table = problem_table(problems)
    with summary.open("a", encoding="utf-8") as file:
        file.write(table)


def _elsewhere(whole: Inspection, asked: Chosen) -> str:
    """Say that the book has errors that were not asked for."""
    count = sum(problem.path not in asked.paths for problem in whole.errors) if asked.paths else 0
    return f" Other files have {plural(count, 'error')}." if count else ""


def _files(files: tuple[Path, ...]) -> str:
    return plural(len(files), "file")


def _book(whole: Inspection) -> str:
    book = whole.content.book
    return (
        f"{plural(len(book.cases), 'case')} with {plural(len(book.asks), 'ask')}, "
        f"{plural(len(book.tools), 'tool')} and "
        f"{plural(len(book.vocabularies), 'vocabulary', 'vocabularies')}"
    )
