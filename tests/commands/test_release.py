"""`casebank release` packs the whole book, or refuses in words and leaves nothing behind."""

from __future__ import annotations

import json
import os
import zipfile
from importlib.metadata import version
from itertools import islice

import bagit
import pytest

import casebank
from casebank.commands import release
from casebank.download import NO_DOWNLOADS
from casebank.exports.plain import export_to
from casebank.outputs import data_files
from casebank.publication import SITE_NAME, Publication

SITE_URL = "https://book.example/x/"

CITATION = f"""\
title: Book of Testville
version: {version("casebank")}
date-released: 2026-11-30
authors: [{{name: The editors of Testville}}]
license: CC-BY-4.0
"""


def first_data_files(book, publication):
    """Yield the first of the data files, so that not each test makes workbooks and databases."""
    return islice(data_files(book, publication), 30)


def export_one(_root, _book, folder, *_):
    """Export next to nothing, for the same reason."""
    (folder / "index.md").write_text("Welcome.\n", encoding="utf-8")


@pytest.fixture
def site(folder, add, run, monkeypatch, tmp_path_factory):
    """A content folder that is ready for a release, and a site that was built from it."""
    monkeypatch.setattr(release, "made_downloads", lambda *_: NO_DOWNLOADS)
    monkeypatch.setattr(release, "export_to", export_one)
    monkeypatch.setattr(release, "data_files", first_data_files)
    add("CITATION.cff", CITATION)
    add("docs/index.md", "---\ntitle: Front\ndescription: Front.\n---\n\nWelcome.\n")
    run("addresses", "--write")
    site = tmp_path_factory.mktemp("site")
    for output in first_data_files(casebank.load(folder), Publication(SITE_NAME, SITE_URL)):
        file = site / output.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(output.data)
    head = f'<html><head><link rel="canonical" href="{SITE_URL}"></head></html>'
    (site / "index.html").write_text(head, encoding="utf-8")
    return site


@pytest.fixture
def pack(run, site, tmp_path):
    """Run the command; named values replace its options, None leaves one out."""

    def release_it(**options):
        options = {"site": site, "site-url": SITE_URL, "to": tmp_path / "out", **options}
        given = [(f"--{name}", str(value)) for name, value in options.items() if value]
        return run("release", *(word for option in given for word in option))

    return release_it


def archives(tmp_path):
    return sorted((tmp_path / "out").glob("*")) if (tmp_path / "out").exists() else []


NAME = f"casebook-{version('casebank')}-2026-11-30"


def test_the_archive_is_a_bag_that_others_can_check(pack, tmp_path):
    result = pack()

    assert result.exit_code == 0, result.output
    file = tmp_path / "out" / f"{NAME}.zip"
    zipfile.ZipFile(file).extractall(tmp_path / "unpacked")
    assert bagit.Bag(str(tmp_path / "unpacked" / NAME)).is_valid()
    assert archives(tmp_path) == [file]


def test_it_holds_site_plain_files_data_and_source(pack, tmp_path, monkeypatch):
    monkeypatch.setattr(release, "export_to", export_to)

    pack()

    names = zipfile.ZipFile(tmp_path / "out" / f"{NAME}.zip").namelist()

    assert {
        f"{NAME}/{path}"
        for path in (
            "README.txt",
            "zenodo.json",
            "data/site/index.html",
            "data/site/api/v1/cases/testville.json",
            "data/plain/cases/testville.md",
            "data/plain/data/cases.csv",
            "data/source/cases/testville.md",
            "data/source/addresses/published.txt",
            "data/source/CITATION.cff",
        )
    } <= set(names)
    assert all(name.startswith(f"{NAME}/") and ".." not in name for name in names)


def test_it_says_what_the_book_says_of_itself(pack, tmp_path):
    pack()

    archive = zipfile.ZipFile(tmp_path / "out" / f"{NAME}.zip")
    metadata = json.loads(archive.read(f"{NAME}/zenodo.json"))

    assert metadata["title"] == "Book of Testville"
    assert metadata["publication_date"] == "2026-11-30"
    assert metadata["related_identifiers"][0]["identifier"] == SITE_URL


def test_the_same_book_is_the_same_bytes(pack, tmp_path):
    pack()
    pack(to=tmp_path / "again")

    first, second = (tmp_path / where / f"{NAME}.zip" for where in ("out", "again"))
    assert first.read_bytes() == second.read_bytes()


def test_the_date_can_be_another_one(pack, tmp_path):
    assert pack(date="2027-01-31").exit_code == 0

    (file,) = archives(tmp_path)
    assert file.name.endswith("-2027-01-31.zip")
    assert {entry.date_time[:3] for entry in zipfile.ZipFile(file).infolist()} == {(2027, 1, 31)}


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2027-01", "'2027-01' is not a day."),
        ("2027-02-30", "'2027-02-30' is not in the calendar."),
        ("soon", "'soon' is not a date."),
        ("../../x", "'../../x' is not a date."),
    ],
)
def test_a_date_that_is_no_day_is_refused(pack, tmp_path, day, words):
    result = pack(date=day)

    assert result.exit_code == 1
    assert f"Error: --date: {words}" in result.output
    assert archives(tmp_path) == []


def test_nobody_guesses_the_date(pack, add):
    add("CITATION.cff", CITATION.replace("date-released: 2026-11-30\n", ""))

    result = pack()

    assert result.exit_code == 1
    assert "Write 'date-released' in CITATION.cff, or use --date." in result.output


def test_nothing_is_put_over_an_archive(pack, tmp_path):
    pack()
    before = archives(tmp_path)[0].read_bytes()

    result = pack()

    assert result.exit_code == 1
    assert "exists already. Name another place with --to." in result.output
    assert archives(tmp_path)[0].read_bytes() == before


def test_faulty_content_is_not_released(pack, add, tmp_path):
    add("cases/lund.md", "x")

    result = pack()

    assert result.exit_code == 1
    assert "cases/lund.md:1:1" in result.output
    assert archives(tmp_path) == []


def test_the_version_is_that_of_the_package(pack, add):
    add("CITATION.cff", CITATION.replace(version("casebank"), "99.0.0"))

    result = pack()

    assert result.exit_code == 1
    assert f"has version 99.0.0, the package {version('casebank')}." in result.output


def test_everything_has_to_be_promised(pack, folder):
    file = folder / "addresses/published.txt"
    file.write_text(file.read_text("utf-8").replace("/cases/testville/#TV-1\n", ""), "utf-8")

    result = pack()

    assert result.exit_code == 1
    assert "1 address is not promised yet, such as /cases/testville/#TV-1." in result.output


def test_a_folder_that_is_no_site_is_refused(pack, tmp_path):
    result = pack(site=tmp_path)

    assert result.exit_code == 1
    assert "is no built site. Run `make site`, and name its folder." in result.output


def test_a_folder_that_is_missing_is_refused(pack, tmp_path):
    assert pack(site=tmp_path / "nowhere").exit_code == 2


def test_a_site_of_another_address_is_refused(pack):
    result = pack(**{"site-url": "https://other.example/"})

    assert result.exit_code == 1
    assert f"was built for {SITE_URL}, not for https://other.example/." in result.output


def test_a_site_of_other_content_is_refused(pack, add, case_text, site):
    add("cases/testville.md", case_text.replace("Offer courses.", "Offer many courses."))

    result = pack()

    assert result.exit_code == 1
    assert f"{site}/api/v1/" in result.output
    assert "is not what this content makes" in result.output


def test_a_site_that_is_older_than_a_page_is_refused(pack, site):
    os.utime(site / "index.html", (0, 0))

    result = pack()

    assert result.exit_code == 1
    assert f"was changed after {site} was built. Build it anew with `make site`." in result.output


def test_a_link_to_other_files_is_not_followed(pack, site, tmp_path):
    (site / "secret").symlink_to("/etc")

    result = pack()

    assert result.exit_code == 1
    assert "secret is a symbolic link." in result.output
    assert archives(tmp_path) == []


def test_a_name_that_leads_out_of_the_archive_elsewhere_is_refused(pack, site, tmp_path):
    (site / "a\\..\\b").write_text("x", encoding="utf-8")

    result = pack()

    assert result.exit_code == 1
    assert "leads out of the archive. Give the file another name." in result.output
    assert archives(tmp_path) == []


def test_what_fails_half_way_leaves_nothing(pack, monkeypatch, tmp_path):
    def fail(*_):
        raise OSError(28, "No space left on device", "out")

    monkeypatch.setattr("casebank.bag.ZipFile.writestr", fail)

    assert pack().exit_code == 1
    assert archives(tmp_path) == []
