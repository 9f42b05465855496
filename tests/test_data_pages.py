"""What the pages on data say can be typed as it stands, and answers what the book answers."""

from __future__ import annotations

import io
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections import Counter
from contextlib import closing
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest
from bs4 import BeautifulSoup

from casebank.docs_pages import docs_pages
from casebank.exports.dataset import dataset
from casebank.organisation import organisation_id
from casebank.outputs import data_files
from casebank.publication import UNPUBLISHED, Publication
from casebank.tables.all import tables
from casebank.views.indexes import index_macros

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4.element import Tag

REPOSITORY = Path(__file__).parent.parent

R = shutil.which("Rscript")


class Quiet(SimpleHTTPRequestHandler):
    """Serves files without a line for each."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def published(book, tmp_path_factory) -> Iterator[Publication]:
    """The data of the book at an address that answers."""
    folder = tmp_path_factory.mktemp("published")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        publication = Publication("casebook", f"http://127.0.0.1:{server.server_port}/")
        for output in data_files(book, publication):
            file = folder / output.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(output.data)
        yield publication
        server.shutdown()


@pytest.fixture(scope="module")
def pages(book, published) -> dict[str, BeautifulSoup]:
    """The pages on data by path, with addresses that answer."""
    macros = index_macros(lambda: book, publication=published)
    found = docs_pages(REPOSITORY, macros, "data")
    return {page.path: BeautifulSoup(page.html, "html.parser") for page in found}


@pytest.fixture(scope="module")
def lines(pages):
    """Return the blocks of code in one language on the page that says how to load data."""

    def blocks(language: str) -> list[str]:
        found = pages["data/index.md"].select(f"pre > code.language-{language}")
        return [block.get_text() for block in found]

    return blocks


def blocks_under(page: BeautifulSoup, anchor: str) -> Iterator[Tag]:
    """Yield the blocks of code between a heading and the next one."""
    for element in page.find(id=anchor).find_next_siblings():
        if element.name in {"h2", "h3"}:
            return
        if element.name == "pre":
            yield element


def printed(*command: str) -> str:
    """Run a command and return what it prints; it has to end well and complain of nothing."""
    environment = {**os.environ, "NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"}
    run = subprocess.run(
        command, env=environment, capture_output=True, encoding="utf-8", timeout=120, check=False
    )
    assert (run.returncode, run.stderr) == (0, "")
    return run.stdout


def python(code: str) -> str:
    """Run lines of Python, warnings being errors."""
    return printed(sys.executable, "-X", "utf8", "-W", "error", "-c", code)


# Python.


def test_the_lines_in_plain_python_print_each_case(lines, book):
    plain, _ = lines("python")

    assert python(plain).splitlines() == [
        f"{case.title} {case.place.country} {case.year}" for case in book.cases
    ]


def test_the_lines_with_pandas_count_asks_by_theme_and_kind(lines, book):
    _, pandas = lines("python")
    kinds, _, *rows = python(pandas).splitlines()

    counted = Counter()
    for row in rows:
        theme, *counts = re.split(r"\s{2,}", row.strip())
        counted |= {
            (theme, kind): int(count) for kind, count in zip(kinds.split()[1:], counts, strict=True)
        }

    expected = Counter(
        (book.theme(theme).label.en, ask.kind.value) for ask in book.asks for theme in ask.themes
    )
    assert +counted == expected


def test_the_lines_of_the_api_print_cases_and_asks(pages, book):
    code = "\n".join(block.get_text() for block in blocks_under(pages["data/api.md"], "python"))

    printed_lines = python(code).splitlines()

    assert [f"{case.year or None} {case.title}" for case in book.cases] == printed_lines[
        : len(book.cases)
    ]
    asks = [ask for ask in book.asks if "skills" in ask.themes]
    found, rest = (
        printed_lines[len(book.cases) :][: len(asks)],
        printed_lines[len(book.cases) + len(asks) :],
    )
    assert [line.split(" ", 1)[1] for line in found] == [ask.title or ask.text for ask in asks]
    told = {case.id for case in book.cases_in_country("FR") if book.organisations_in(case)}
    assert {line.split()[0] for line in rest} == told


# R.


@pytest.mark.skipif(
    not R and os.environ.get("CASEBOOK_R") != "required", reason="R is not installed"
)
def test_the_lines_in_r_count_asks_by_theme(lines, book):
    (block,) = lines("r")

    rows = [row.split() for row in printed(R or "Rscript", "-e", block).splitlines()]

    counts = [int(count) for _, count in rows]
    assert {theme: int(count) for theme, count in rows} == book.asks_by_theme
    assert counts == sorted(counts, reverse=True)


# The database.


def asked(book, published, question: str) -> list[tuple[object, ...]]:
    """Return the answer of the published database."""
    (file,) = (one for one in dataset(book, published) if one.path.endswith(".sqlite"))
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(file.content)
        return database.execute(question).fetchall()


def test_the_full_text_search_finds_the_asks_that_have_the_words(lines, book, published):
    search, _ = lines("sql")

    found = {id_ for id_, _, _ in asked(book, published, search)}

    word = re.compile(r"\b(training|courses)\b", re.IGNORECASE)
    assert found == {
        ask.id for ask in book.asks if word.search(f"{ask.title} {ask.text} {ask.place}")
    }
    assert found


def test_the_joined_tables_count_organisations_by_country_and_group(lines, book, published):
    _, join = lines("sql")

    took_part = {
        (case.place.country, group.group, organisation_id(organisation.name))
        for case in book.cases
        for group in case.stakeholders
        for organisation in group.organisations
    }
    expected = Counter(
        (country, book.term("stakeholder-groups", group).label.en)
        for country, group, _ in took_part
    )
    assert {(country, group): n for country, group, n in asked(book, published, join)} == expected


# The workbook, and what else the pages name.


def test_the_workbook_has_every_table_and_explains_each_column(book, published):
    (file,) = (one for one in dataset(book, published) if one.path.endswith(".xlsx"))

    workbook = openpyxl.load_workbook(io.BytesIO(file.content), read_only=True)

    sheets = {name.lower() for name in workbook.sheetnames}
    assert sheets >= {table.name for table in tables(book, published)}
    assert "codebook" in sheets


def test_every_file_of_data_that_the_page_names_is_published(book):
    text = (REPOSITORY / "docs/data/index.md").read_text("utf-8")
    published = {output.path.rpartition("/")[2] for output in data_files(book, UNPUBLISHED)}

    named = set(re.findall(r"[\w.-]+\.(?:csv|sqlite|xlsx|json)\b", text)) - {"read.csv"}

    assert named <= published
    assert {"casebook.sqlite", "ask_themes.csv", "case.schema.json"} <= named


def test_the_page_lists_each_file_of_the_dataset_once_with_its_size(book):
    macros = index_macros(lambda: book)
    html = macros["dataset_files"]() + macros["dataset_tables"]()

    rows = BeautifulSoup(html, "html.parser").select("tbody tr")

    files = {file.address: file for file in dataset(book, UNPUBLISHED)}
    assert sorted(row.a["href"] for row in rows) == sorted(files)
    for row in rows:
        file = files[row.a["href"]]
        assert {file.title, file.size, file.format} <= set(row.stripped_strings)
