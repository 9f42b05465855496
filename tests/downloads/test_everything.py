"""All files together: complete, each once, the same bytes, and made again only when needed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from casebank.downloads.everything import CACHE, downloads_of, load_downloads
from casebank.press import Press
from casebank.problem import PrintError
from casebank.publication import Publication
from tests.downloads.canvas_examples import small_canvas

ROOT = Path(__file__).parents[2]
HERE = Publication("Test book", "https://t.example/")


@pytest.fixture(scope="module")
def files(book):
    return downloads_of(ROOT, book, HERE, Press())


def test_what_the_design_promises_is_there(files):
    promised = {
        "downloads/facilitators-guide.pdf",
        "downloads/workshop-kit.zip",
        "downloads/method-cards.pdf",
        "downloads/cases/saint-etienne-performing-arts-ai.pdf",
        "downloads/canvases/opsi-diamond-a0.pdf",
        "downloads/canvases/policy-canvas-form.pdf",
        "downloads/case-report-template.docx",
        "downloads/case-report-template.md",
        "downloads/liept-tracking-sheet.xlsx",
    }
    assert promised - {file.path for file in files} == set()


def test_no_path_is_used_twice(files):
    paths = [file.path for file in files]

    assert len(paths) == len(set(paths))


def test_a_second_run_gives_the_same_bytes(book, files):
    again = downloads_of(ROOT, book, HERE, Press())

    assert [file.path for file in again] == [file.path for file in files]
    assert [a.path for a, b in zip(again, files, strict=True) if a.sha256 != b.sha256] == []


def test_the_address_of_the_site_stands_in_what_is_printed(book, files):
    elsewhere = downloads_of(ROOT, book, Publication("Test book", "https://u.example/"), Press())

    changed = {a.path for a, b in zip(files, elsewhere, strict=True) if a.content != b.content}
    assert "downloads/canvases/opsi-diamond-a4.pdf" in changed


def test_texts_that_do_not_fit_are_told_of_all_documents_at_once(make_book, make_tool):
    note = small_canvas({"orientation": "portrait", "note": "OUR OWN DRAWING " * 12})
    tool = make_tool("x", use_when=["Far too much. " * 60] * 3, canvases=["small"])
    book = replace(make_book(tools=(tool,)), canvases=(note,))

    with pytest.raises(PrintError) as refused:
        downloads_of(ROOT, book, HERE, Press())

    first, second = str(refused.value).splitlines()
    assert first.startswith("canvases/small.yml: note: ")
    assert second.startswith("tools-and-methods/x.md: the card, back: ")


def test_what_was_set_once_is_kept_below_the_repository(folder):
    load_downloads(folder, HERE)

    assert list((folder / CACHE).glob("*.pdf"))


def test_a_book_without_guide_and_canvases_still_has_its_cards(folder):
    paths = [file.path for file in load_downloads(folder, HERE)]

    assert "downloads/method-cards.pdf" in paths
    assert "downloads/cases/testville.pdf" in paths
    assert "downloads/facilitators-guide.pdf" not in paths


def test_a_changed_case_changes_its_briefing(folder, add, case_text):
    (before,) = load_downloads(folder, HERE).about("/cases/testville/")
    add("cases/testville.md", case_text.replace("Offer courses.", "Offer evening courses."))
    (after,) = load_downloads(folder, HERE).about("/cases/testville/")

    assert before.content != after.content
