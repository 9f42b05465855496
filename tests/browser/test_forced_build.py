"""Hostile files would be harmless even if the check had let them pass: in a real browser."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from mkdocs.exceptions import Abort

import casebank
from benchmarks.wire import served
from tests.forced import forced_case
from tests.forced_site import (
    CANARY,
    HOSTILE,
    REPOSITORY,
    TEXTS,
    UNBUILDABLE,
    Visitor,
    build_forced,
    forced_book,
    letting_html_through,
    make_folder,
    without_sanitiser,
)
from tests.hostile_tables import BODIES, FIELDS

if TYPE_CHECKING:
    from pathlib import Path

RECORDS = [
    *(f"cases/{name}/" for name in (*FIELDS, *BODIES) if name not in UNBUILDABLE),
    *(f"cases/text-{number}/" for number in range(len(TEXTS))),
    *(f"tools-and-methods/text-{number}/" for number in range(len(TEXTS))),
]
"""Pages of hostile records."""

SHARED = [
    *("", "cases/", "cases/?q=script&sort=newest", "cases/all/", "recommendations/"),
    *("cases/compare/?case=text-0&case=text-2", "organisations/", "areas/hostile/", "evidence/"),
    *("search/?q=alert", "tools-and-methods/", "themes/skills/", "countries/france/"),
]
"""Pages that show something of all records, some of it put there by scripts of ours."""

ARMED = [
    *("script", "event-handler", "iframe-srcdoc", "svg-mutation", "details-with-event"),
    *("html-in-table", "video-with-event", "autofocus", "markdown-in-html"),
]
"""Bodies that run a script in any browser if nothing holds them up."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """What a build reads besides the records."""
    root = tmp_path_factory.mktemp("forced") / "folder"
    root.mkdir()
    make_folder(root)
    return root


@pytest.fixture(scope="module")
def hostile_site(folder) -> Path:
    """The site of all hostile records, built with the check alone left out."""
    build_forced(folder, forced_book(), folder.parent / "site")
    return folder.parent / "site"


def visit(site, browser, pages, *, policy):
    with served(site) as server:
        return Visitor(server.address).visit(browser, pages, policy=policy)


def test_each_hostile_record_has_its_page(hostile_site):
    assert [page for page in RECORDS if not (hostile_site / page / "index.html").is_file()] == []


def test_no_hostile_record_does_anything_though_its_page_has_no_policy(browser, hostile_site):
    assert visit(hostile_site, browser, RECORDS, policy=False) == []


def test_nor_does_it_where_other_pages_show_it(browser, hostile_site):
    assert visit(hostile_site, browser, SHARED, policy=False) == []


def test_no_file_outside_is_in_the_site(hostile_site):
    found = [
        file.relative_to(hostile_site).as_posix()
        for file in hostile_site.rglob("*")
        if file.is_symlink() or (file.is_file() and stolen(file.read_bytes()))
    ]

    assert found == []
    assert stolen(f"# {CANARY}".encode())


def stolen(content):
    return CANARY.encode() in content or b"root:x:0:" in content


@pytest.mark.parametrize("name", UNBUILDABLE)
def test_what_cannot_be_a_page_of_the_site_stops_the_build(folder, tmp_path, name):
    real = casebank.load(REPOSITORY)
    case = forced_case(HOSTILE / f"{name}.md", "A")

    with pytest.raises((ValueError, Abort)):
        build_forced(folder, replace(real, cases=(*real.cases, case)), tmp_path / "site")
    assert not (tmp_path / "site").exists()


def test_a_link_among_the_pages_stops_the_build(folder, tmp_path, caplog):
    link = folder / "docs/leak.txt"
    link.symlink_to(folder / ".git/config")

    with pytest.raises(Abort):
        build_forced(folder, casebank.load(REPOSITORY), tmp_path / "site")
    link.unlink()
    assert "docs/leak.txt: is a symbolic link." in caplog.text
    assert not (tmp_path / "site").exists()


def test_the_parser_alone_holds_up_what_the_sanitiser_would(browser, folder, tmp_path):
    bodies = [page for page in RECORDS if page.split("/")[1] in {*BODIES, "text-0", "text-4"}]
    with without_sanitiser():
        build_forced(folder, forced_book(), tmp_path / "site")

    assert visit(tmp_path / "site", browser, bodies, policy=False) == []


def test_the_policy_alone_holds_up_scripts_and_without_it_they_run(browser, folder, tmp_path):
    pages = [f"cases/{name}/" for name in ARMED]
    with letting_html_through():
        build_forced(folder, forced_book(), tmp_path / "site")

    guarded = visit(tmp_path / "site", browser, pages, policy=True)
    unguarded = visit(tmp_path / "site", browser, pages, policy=False)

    assert [line for line in guarded if "ran a script" in line] == []
    assert {f"{page}: ran a script" for page in pages} <= set(unguarded)
