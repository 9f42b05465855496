"""Make what the repository repeats of the models and vocabularies, so that it is said once.

    .venv/bin/python scripts/make_contracts.py

Makes the JSON Schemas, the issue form for a case, the vocabularies in that for a term, and the
tables of fields in CONTRIBUTING.md. A test compares all of them with what this would make.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

import casebank
from casebank.blank import Blank, blank, blanks
from casebank.case import CaseKind
from casebank.case_form import VALUE_HELP
from casebank.exports.schemas import schema_files

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casebank import Book

ROOT = Path(__file__).parent.parent
CASE_FORM = ".github/ISSUE_TEMPLATE/case.yml"
TERM_FORM = ".github/ISSUE_TEMPLATE/term.yml"
TABLES = "CONTRIBUTING.md"


def main() -> None:
    """Write every file anew."""
    for path, text in contracts(ROOT).items():
        (ROOT / path).parent.mkdir(exist_ok=True)
        (ROOT / path).write_text(text, encoding="utf-8", newline="\n")


def contracts(root: Path) -> dict[str, str]:
    """Return what each file should hold, by its path; what people wrote around it stays."""
    book = casebank.load(root)
    term_form, tables = ((root / path).read_text(encoding="utf-8") for path in (TERM_FORM, TABLES))
    return {
        **{file.path: file.content for file in schema_files()},
        CASE_FORM: case_form(book),
        TERM_FORM: with_part(term_form, "vocabularies", vocabulary_options(book)),
        TABLES: with_part(
            with_part(tables, "fields of a case", table(blanks())),
            "fields within these",
            table(part for field in blanks() for part in field.all()[1:]),
        ),
    }


def with_part(text: str, name: str, part: str) -> str:
    """Return a text with this part between the two comments that bear its name."""
    whole = re.compile(
        rf"(?<=made by scripts/make_contracts\.py: {name})([^\n]*\n).*(\n[^\n]*end of {name}\b)",
        re.DOTALL,
    )
    if not whole.search(text):
        message = f"There are no two comments around the {name}."
        raise ValueError(message)
    return whole.sub(lambda match: f"{match[1]}{part.rstrip()}{match[2]}", text)


# The tables of fields.

_SHAPES = {
    "one line": "line",
    "date": "[date](#dates)",
    "id, such as XX-P1": "[id](#ids-of-portfolios-and-asks)",
}
"""Where the table has another word for what people write."""

_LISTS = {
    "one line": "list of lines",
    "text": "list of texts",
    "small letters, digits and hyphens": "list of ids",
}
"""The same for lists."""

_LONGEST_EXAMPLE = 40


def table(fields: Iterable[Blank]) -> str:
    """Return a table in Markdown with a row for each field."""
    head = ("field", "needed", "kind", "what to write", "for example")
    rows = [head, ("---",) * len(head), *map(_row, fields)]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _row(field: Blank) -> tuple[str, ...]:
    needed = "yes" if field.needed else "no"
    shown = field.example and len(field.example) <= _LONGEST_EXAMPLE and not field.values
    example = f"`{field.example}`" if shown and field.example not in field.meaning else ""
    return f"`{field.path}`", needed, _kind(field), field.meaning, example


def _kind(field: Blank) -> str:
    if field.parts:
        return "list" if field.many else "fields"
    if field.values:
        return "one of " + ", ".join(f"`{value}`" for value in field.values)
    if field.terms == "countries":
        return "country"
    if field.terms == "tools":
        return "list of tools"
    if field.terms:
        return f"{'terms' if field.many else 'one term'} of `{field.terms}`"
    return _LISTS[field.shape] if field.many else _SHAPES.get(field.shape, field.shape)


# The issue forms.

_UNSURE = "I am not sure"


def case_form(book: Book) -> str:
    """Return the form by which people tell of a case who do not write its file."""
    place = ", ".join(blank(f"places.{name}").example for name in ("city", "country"))
    name, came = (blank(f"stakeholders.organisations.{part}") for part in ("name", "roles"))
    told = VALUE_HELP["kind"]
    kinds = [f"{told[kind].removesuffix('.')} ({kind.label.lower()})" for kind in CaseKind]
    areas = [term.label.en for term in book.terms("areas")]
    body = [
        {
            "type": "markdown",
            "attributes": {
                "value": "You need not know everything. A city and a link are enough to begin with."
                " This issue is public, so please leave out e-mail addresses and names of people"
                " who took part."
            },
        },
        _question(
            "input",
            "place",
            "Where was it?",
            f"{blank('places.city').meaning} And the country.",
            place,
        ),
        _choice(
            "kind",
            "What was it?",
            "One of the two if it fits.",
            [*kinds, f"Something else, or {_UNSURE}"],
        ),
        _choice("area", "What was it about?", blank("areas").meaning, [*areas, _UNSURE]),
        _question(
            "textarea",
            "source",
            "Where is it written down?",
            "Links to reports or pages. If there is none, say where the document can be had.",
            blank("sources.url").example,
        ),
        _question(
            "textarea",
            "story",
            "What happened, and what came out of it?",
            "In your own words. What was asked for, and by whom? What did not work?",
            needed=False,
        ),
        _question(
            "input", "held", "When?", blank("held").meaning, blank("held").example, needed=False
        ),
        _question(
            "textarea",
            "organisations",
            "Which organisations took part?",
            f"{name.meaning} {came.meaning}",
            f"{name.example}: {came.example}",
            needed=False,
        ),
        {
            "type": "checkboxes",
            "id": "consent",
            "attributes": {
                "label": "Rights",
                "options": [
                    {
                        "label": "What I write here may be published under CC BY 4.0.",
                        "required": True,
                    }
                ],
            },
        },
    ]
    form = {
        "name": "Tell us about a case",
        "description": "You know of a case that is missing here. An editor makes it with you.",
        "title": "Case: ",
        "body": body,
    }
    return f"# Made by scripts/make_contracts.py: change it there.\n{_as_yaml(form)}"


def _question(
    type_: str, id_: str, label: str, description: str, example: str = "", *, needed: bool = True
) -> dict[str, Any]:
    attributes = {"label": label, "description": description}
    if example:
        attributes["placeholder"] = example
    question: dict[str, Any] = {"type": type_, "id": id_, "attributes": attributes}
    return question | ({"validations": {"required": True}} if needed else {})


def _choice(id_: str, label: str, description: str, options: list[str]) -> dict[str, Any]:
    question = _question("dropdown", id_, label, description)
    question["attributes"]["options"] = options
    return question


def vocabulary_options(book: Book) -> str:
    """Return the vocabularies to which terms are added; every country may be used already."""
    titles = (one.title.en for name, one in book.vocabularies.items() if name != "countries")
    return "".join(f"        - {title}\n" for title in titles)


class _Indented(yaml.SafeDumper):
    """Indents lists, as the other forms do."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002 (PyYAML's own signature)
        super().increase_indent(flow, indentless=False)


def _as_yaml(data: Any) -> str:
    return yaml.dump(data, Dumper=_Indented, sort_keys=False, allow_unicode=True, width=96)


if __name__ == "__main__":
    main()
