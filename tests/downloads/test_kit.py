"""The kit: what belongs to it, where it lies, and the same bytes for the same files."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

from casebank.download import Download
from casebank.downloads.kit import workshop_kit
from casebank.publication import Publication

HERE = Publication("Test book", "https://t.example/")


def file(path: str, title: str = "A", detail: str = "") -> Download:
    return Download(f"downloads/{path}", path.encode(), title, "a", detail, 2)


@pytest.fixture
def packed(tmp_path):
    """Pack files and return the kit opened."""
    (tmp_path / "LICENSES").mkdir()
    (tmp_path / "LICENSES" / "CC-BY-4.0.txt").write_text("The licence.")

    def pack(*files: Download) -> ZipFile:
        return ZipFile(BytesIO(workshop_kit(tmp_path, files, HERE).content))

    return pack


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("facilitators-guide.pdf", "workshop-kit/1-guide/facilitators-guide.pdf"),
        ("method-cards.pdf", "workshop-kit/2-run-sheets-and-cards/method-cards.pdf"),
        ("canvases/opsi-a3.pdf", "workshop-kit/3-canvases/opsi-a3.pdf"),
        ("canvases/opsi-form.pdf", "workshop-kit/3-canvases/opsi-form.pdf"),
        ("case-report-template.docx", "workshop-kit/4-case-report/case-report-template.docx"),
    ],
)
def test_a_file_lies_in_the_folder_of_its_kind(packed, path, place):
    kit = packed(file(path))

    assert kit.read(place) == path.encode()


@pytest.mark.parametrize(
    "path", ["canvases/opsi-a0-on-a4.pdf", "canvases/opsi.svg", "canvases/opsi.pptx", "cases/x.pdf"]
)
def test_tiles_drawings_and_cases_stay_at_home(packed, path):
    names = packed(file(path)).namelist()

    assert names == ["workshop-kit/README.txt", "workshop-kit/LICENCE-CC-BY-4.0.txt"]


def test_the_readme_lists_every_file_with_its_format_and_pages(packed):
    kit = packed(file("canvases/opsi-a3.pdf", "OPSI diamond", "A3"))

    readme = kit.read("workshop-kit/README.txt").decode()
    assert "- workshop-kit/3-canvases/opsi-a3.pdf: OPSI diamond, A3 (PDF, 2 pages)" in readme
    assert "https://t.example/plan/" in readme


def test_the_same_files_make_the_same_bytes(tmp_path):
    first, second = (workshop_kit(tmp_path, [file("method-cards.pdf")], HERE) for _ in range(2))

    assert first.content == second.content


def test_nothing_in_it_has_a_date_of_its_own(packed):
    kit = packed(file("method-cards.pdf"))

    assert {entry.date_time for entry in kit.infolist()} == {(1980, 1, 1, 0, 0, 0)}
