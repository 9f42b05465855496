"""Reports made up for the tests, and the drafts that the import makes of them."""

from __future__ import annotations

import atexit
import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import casebank
from casebank.case import CaseKind
from casebank.document import split_document
from casebank.importing.drafting import Imported, draft_of
from casebank.importing.incoming import kind_of
from casebank.importing.passages import Kind, Passage
from casebank.importing.reading import read_report
from tests.conftest import CASE, TOOL, write

REPOSITORY = Path(__file__).parents[2]
REPORTS = Path(__file__).parent / "reports"


@cache
def root() -> Path:
    """A content folder with the real vocabularies, a small tool and a small case."""
    folder = Path(mkdtemp())
    atexit.register(shutil.rmtree, folder)
    shutil.copytree(REPOSITORY / "vocabularies", folder / "vocabularies")
    write(folder, "tools-and-methods/prototyping-workshop.md", TOOL)
    write(folder, "cases/saint-etienne.md", CASE.replace("TV-1", "SE-1"))
    return folder


@cache
def book() -> casebank.Book:
    """The book in that folder."""
    return casebank.load(root())


@cache
def imported(file: Path) -> Imported:
    """The draft of a report; a kind that its words do not tell is that of a city case."""
    passages = read_report(file)
    kind = kind_of(passages) or CaseKind.CITY_CASE
    return draft_of(passages, book(), kind, file.name)


def data_of(draft: Imported) -> dict:
    """The fields of a draft."""
    document, problems = split_document(draft.text, "drafts/x.md")
    assert problems == ()
    return document.front_matter.data


def fields_of(name: str) -> dict:
    """The fields of the draft of a report in tests/reports/."""
    return data_of(imported(REPORTS / name))


def fields_from(*lines: str, kind: CaseKind = CaseKind.CITY_CASE) -> dict:
    """The fields of the draft of some lines: "# heading", "- item", "| cell | cell", or text."""
    passages = [_passage(line, number) for number, line in enumerate(lines, 1)]
    return data_of(draft_of(tuple(passages), book(), kind, "report.txt"))


def _passage(line: str, number: int) -> Passage:
    where = f"line {number}"
    if line.startswith("# "):
        return Passage(line[2:], Kind.HEADING, where, level=2)
    if line.startswith(("- ", "+ ")):  # + begins a new list
        return Passage(line[2:], Kind.ITEM, where, opens=line.startswith("+"))
    if line.startswith("| "):
        cells = tuple(cell.strip() for cell in line[2:].split("|"))
        return Passage(" | ".join(filter(None, cells)), Kind.ROW, where, cells=cells)
    return Passage(line, Kind.PARAGRAPH, where)
