"""The built site offers every file to take along, where it belongs, and says what it is."""

from __future__ import annotations

import hashlib
import re

import pytest


@pytest.fixture(scope="module")
def files(site):
    folder = site.folder / "downloads"
    return {
        path.relative_to(site.folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "index.html"
    }


def test_each_file_is_listed_with_its_size_and_true_checksum(site, files):
    listed = {}
    for row in site.page("/downloads/").select("tbody tr"):
        path = "downloads/" + row.find("a")["href"]
        listed[path] = row.select_one(".checksum").get_text()
        assert re.search(r"\d (kB|MB)", row.get_text()), path

    assert listed == {path: hashlib.sha256(data).hexdigest() for path, data in files.items()}


def test_each_listed_pdf_says_how_many_pages_it_has(site):
    for row in site.page("/downloads/").select("tbody tr"):
        cells = [cell.get_text() for cell in row.select("td")]
        if cells[0] == "PDF":
            assert int(cells[2]) > 0


@pytest.mark.parametrize(
    ("page", "path"),
    [
        ("/facilitators-guide/", "facilitators-guide.pdf"),
        ("/facilitators-guide/", "workshop-kit.zip"),
        ("/facilitators-guide/case-report/", "case-report-template.docx"),
        ("/facilitators-guide/sheets/", "canvases/opsi-diamond-a0-on-a4.pdf"),
        ("/tools-and-methods/opsi-model/", "canvases/opsi-diamond-form.pdf"),
        ("/tools-and-methods/liept-model/", "liept-tracking-sheet.xlsx"),
        ("/tools-and-methods/prototyping-workshop/", "prototyping-workshop-run-sheets.pdf"),
        ("/cases/amiens-cci-strategy/", "cases/amiens-cci-strategy.pdf"),
    ],
)
def test_a_page_offers_its_files_with_their_size(site, page, path):
    (link, *_) = site.page(page).select(f'a[href$="downloads/{path}"]')

    around = link.find_parent(["li", "p"]).get_text()
    assert re.search(r"\d (kB|MB)", around)


def test_each_canvas_is_shown_with_its_description(site, book):
    shown = site.page("/facilitators-guide/sheets/").select("figure.canvas img")

    assert len(shown) == len(book.canvases)
    for picture in shown:
        assert len(picture["alt"]) > 60


def test_a_download_that_is_markdown_is_no_page(files):
    assert files["downloads/case-report-template.md"].startswith(b"---\n")


def test_the_address_of_the_site_is_printed_on_canvases(files):
    drawing = files["downloads/canvases/opsi-diamond.svg"].decode()

    assert "https://site.example/casebook/tools-and-methods/opsi-model/" in drawing
