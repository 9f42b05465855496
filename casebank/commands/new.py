"""`casebank new`: a valid, commented file of a case or a tool, from a few answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click

from casebank.commands.writing import write_new
from casebank.commented import choices
from casebank.drafts import Draft
from casebank.inspection import inspect
from casebank.loading import Content, read_content
from casebank.new_record import NEW_CASE, NEW_TOOL, NewRecord, Question, fit, new_text
from casebank.phrases import plural
from casebank.problem import FieldError, ProblemsError, visible
from casebank.records import name_fault
from casebank.slug import slug


@click.group()
def new() -> None:
    """Begin a case or a tool: asks what is needed, and writes a valid file that explains itself."""


def _command(record: NewRecord) -> click.Command:
    """Return the command that begins such a record, with an option for each question."""

    @click.pass_obj
    def run(root: Path, /, *, id_: str, no_input: bool, **given: Any) -> None:
        _begin(root, record, id_, given, asks=not no_input)

    options = [_option(record, question) for question in record.questions]
    id_option = click.Option(
        ["--id", "id_"], default="", help="Name of the file without .md; proposed from the title."
    )
    no_input = click.Option(
        ["--no-input"], is_flag=True, help="Ask nothing: fail if an answer is missing."
    )
    help_ = f"Begin a {record.noun}: a file in {record.folder.name}/ that the check accepts."
    return click.Command(
        record.noun, callback=run, params=[*options, id_option, no_input], help=help_
    )


def _option(record: NewRecord, question: Question) -> click.Option:
    blank = record.blank(question)
    default = f"  [default: {question.default}]" if question.default else ""
    many = " Can be given several times." if blank.many else ""
    return click.Option(
        [f"--{question.option}", question.path.replace(".", "__")],
        multiple=blank.many,
        metavar="TEXT",
        help=f"{blank.meaning.replace('`', '')}{many}{default}",
    )


new.add_command(_command(NEW_CASE))
new.add_command(_command(NEW_TOOL))


def _begin(root: Path, record: NewRecord, id_: str, given: dict[str, Any], *, asks: bool) -> None:
    """Ask, check the whole, and only then write."""
    content = read_content(root.resolve())
    answers = {path.replace("__", "."): value for path, value in given.items() if value}
    if not asks:
        _complain_of_missing(record, answers, id_)
    known = {one.path: _answer(record, one, answers, content) for one in record.questions}
    path = _path(record, id_ or _ask_id(record, str(known["title"]), content, asks=asks))
    _refuse_taken(record, path, content)
    text = new_text(record, known, content)
    draft = Draft(path, text)
    found = inspect(root, [draft], frozenset({path})).only(frozenset({path}))
    if found.errors:
        raise ProblemsError(found.errors)
    write_new(root / path, text, "--id")
    click.echo(f"{path} is written. The check accepts it.")
    if found.warnings:
        click.echo(f"Still to be written, {plural(len(found.warnings), 'place')}:")
        for warning in found.warnings:
            click.echo(f"  {warning}")


def _complain_of_missing(record: NewRecord, answers: dict[str, Any], id_: str) -> None:
    missing = [
        f"--{one.option}" for one in record.questions if not one.default and one.path not in answers
    ]
    title = answers.get("title", "")
    if title and not id_ and not slug(title):
        missing.append("--id")
    if missing:
        raise click.UsageError(f"Missing: {', '.join(missing)}.")


def _answer(
    record: NewRecord, question: Question, answers: dict[str, Any], content: Content
) -> Any:
    """Return what was given, the default, or what is answered now; all of it checked."""
    blank = record.blank(question)
    terms = choices(content.vocabularies, (tool.id for tool in content.tools))

    def checked(text: str) -> str:
        return _or_bad(lambda: fit(blank, text, terms), question)

    def checked_list(texts: str | Iterable[str]) -> tuple[str, ...]:
        parts = texts.split(",") if isinstance(texts, str) else texts
        return tuple(dict.fromkeys(map(checked, parts)))

    check = checked_list if blank.many else checked
    if found := answers.get(question.path) or question.default:
        return check(found)
    label = f"{blank.label} ({blank.meaning.replace('`', '').rstrip('.')})"
    known = terms.get(blank.terms, blank.values)
    listed = f"\n  Choose from: {', '.join(known)}\n" if known else ""
    several = ", several with commas" if blank.many else ""
    return click.prompt(f"{label}{several}{listed}", value_proc=check)


def _or_bad(action: Callable[[], str], question: Question) -> str:
    try:
        return action()
    except FieldError as error:
        message = visible(f"--{question.option}: {error.message} {error.remedy}")
        raise click.BadParameter(message) from None


def _ask_id(record: NewRecord, title: str, content: Content, *, asks: bool) -> str:
    proposed = slug(title)
    if not asks:
        return proposed

    def checked(id_: str) -> str:
        _refuse_taken(record, _path(record, id_), content)
        return id_

    return str(
        click.prompt("Name of the file without .md", default=proposed or None, value_proc=checked)
    )


def _path(record: NewRecord, id_: str) -> str:
    return f"{record.folder.name}/{id_}.md"


def _refuse_taken(record: NewRecord, path: str, content: Content) -> None:
    """Refuse a name that no file can have, or that one has or had."""
    id_ = path.removeprefix(f"{record.folder.name}/").removesuffix(".md")
    fault = name_fault(path) if "/" not in id_ else None
    if fault or "/" in id_:
        remedy = fault.remedy if fault else "Use small letters, digits and hyphens."
        raise click.BadParameter(visible(f"'{id_}' is no name for a file. {remedy}"))
    former = {alias for one in content.cases if one.record for alias in one.record.aliases}
    if path in content.paths or (record is NEW_CASE and id_ in former):
        raise click.BadParameter(f"{path} is taken already. Choose another name with --id.")
