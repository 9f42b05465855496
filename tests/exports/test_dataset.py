"""The dataset as files: described, with checksums, always the same, in proportion to the book."""

from __future__ import annotations

import hashlib
import json
import shutil

import frictionless
import pytest

import casebank
from benchmarks.synthetic import write_content
from casebank.exports.dataset import dataset
from casebank.outputs import data_files

from .conftest import PUBLICATION


@pytest.fixture(scope="module")
def files(book):
    """The files of the dataset of the real book by name."""
    return {file.name: file for file in dataset(book, PUBLICATION)}


@pytest.fixture(scope="module")
def downloaded(files, tmp_path_factory):
    """A folder with the same files, as somebody has downloaded them."""
    folder = tmp_path_factory.mktemp("data")
    for file in files.values():
        (folder / file.name).write_bytes(file.content)
    return folder


def faults_of(folder, *resources):
    """Return what Frictionless finds wrong with a package and its files: kind and message."""
    package = frictionless.Package(str(folder / "datapackage.json"))
    for resource in list(package.resources) if resources else ():
        if resource.name not in resources:
            package.remove_resource(resource.name)
    return package.validate().flatten(["type", "message"])


def test_every_table_has_a_file(files, real_tables):
    assert [name for name in files if name.endswith(".csv")] == [
        f"{table.name}.csv" for table in real_tables
    ]
    assert files["asks.csv"].title == "Asks"
    assert files["asks.csv"].detail == "one row is an ask"


def test_the_promised_addresses_are_kept(files):
    assert {
        *("cases.csv", "asks.csv", "organisations.csv", "datapackage.json"),
        *("casebook.xlsx", "casebook.sqlite", "casebook.jsonld", "catalogue.jsonld"),
        *("datasette-metadata.json", "SHA256SUMS"),
    } <= set(files)
    assert all(file.path == f"data/{file.name}" for file in files.values())


def test_the_book_publishes_them_all(book, files):
    published = {output.path: output.data for output in data_files(book, PUBLICATION)}

    assert {file.path: file.content for file in files.values()}.items() <= published.items()


def test_frictionless_finds_no_fault(downloaded):
    assert faults_of(downloaded) == []


def test_frictionless_finds_a_reference_that_leads_nowhere(downloaded, tmp_path):
    folder = shutil.copytree(downloaded, tmp_path / "data")
    with (folder / "case_areas.csv").open("a", encoding="utf-8", newline="") as file:
        file.write("nowhere,1,crafts\r\n")

    kinds = {kind for kind, _ in faults_of(folder, "cases", "areas", "case_areas")}

    assert "foreign-key" in kinds
    assert {"hash-count", "byte-count"} & kinds, "it is not the file that was described"


def test_the_package_says_what_it_is(files, book):
    package = json.loads(files["datapackage.json"].content)

    assert package["version"] == book.about.version
    assert package["licenses"] == [
        {"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}
    ]
    assert package["contributors"] == [
        {"title": name, "role": "author"} for name in book.about.authors
    ]
    assert [source["path"] for source in package["sources"]] == [
        "case_sources.csv",
        "tool_sources.csv",
    ]


def test_columns_are_described_with_their_limits(files):
    package = json.loads(files["datapackage.json"].content)
    places = next(one for one in package["resources"] if one["name"] == "places")["schema"]
    fields = {field["name"]: field for field in places["fields"]}

    assert places["primaryKey"] == ["case_id", "position"]
    assert {"fields": "case_id", "reference": {"resource": "cases", "fields": "id"}} in places[
        "foreignKeys"
    ]
    assert fields["lat"]["type"] == "number"
    assert fields["lat"]["constraints"] == {"minimum": -90, "maximum": 90}
    assert fields["city"]["constraints"] == {"required": True}


def test_checksums_are_in_the_form_of_sha256sum_and_right(downloaded, files):
    lines = files["SHA256SUMS"].content.decode().splitlines()
    named = dict(reversed(line.split("  ", 1)) for line in lines)

    assert set(named) == set(files) - {"SHA256SUMS"}
    for name, checksum in named.items():
        assert hashlib.sha256((downloaded / name).read_bytes()).hexdigest() == checksum


def test_a_book_that_says_nothing_of_itself_has_a_dataset_all_the_same(make_book):
    found = {file.name: file for file in dataset(make_book(), PUBLICATION)}
    package = json.loads(found["datapackage.json"].content)

    assert "licenses" not in package
    assert "version" not in package
    assert package["title"] == "Test book"


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    """Folders of synthetic content by the number of their cases."""
    root = tmp_path_factory.mktemp("synthetic")
    for cases in (16, 32, 64):
        write_content(root / str(cases), cases)
    return root


@pytest.fixture(scope="module")
def sizes(content):
    """Sizes of all files, for each number of cases."""
    return [
        {file.name: len(file.content) for file in dataset(casebank.load(folder), PUBLICATION)}
        for folder in (content / "16", content / "32", content / "64")
    ]


def test_two_readings_of_one_folder_give_the_same_bytes(content, tmp_path):
    copy = shutil.copytree(content / "16", tmp_path / "copy")
    first, second = (dataset(casebank.load(one), PUBLICATION) for one in (content / "16", copy))

    assert [(one.path, one.sha256) for one in first] == [(one.path, one.sha256) for one in second]


def test_no_case_adds_much_more_than_those_before_it(sizes):
    growing = [name for name in sizes[0] if sizes[2][name] - sizes[0][name] > 10_000]

    assert {"cases.csv", "asks.csv", "casebook.xlsx", "casebook.sqlite"} <= set(growing)
    for name in growing:
        few, some, many = (size[name] for size in sizes)

        assert (many - some) / (some - few) < 2.6, name  # twice as many were added


def test_what_describes_the_files_does_not_grow(sizes):
    few, _, many = (size["datapackage.json"] for size in sizes)

    assert many < few + 1_000
