"""A bag is what other programs take for one, and shows any change."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import bagit
import pytest

from casebank.bag import Bag

NAMES = ("a.txt", 'site/Å & "q".html', "site/deep/er/b.bin", "line\nend.txt")


@pytest.fixture
def pack(tmp_path):
    """Pack files of these names into a bag; return the bytes of the ZIP."""
    payload = []
    for number, name in enumerate(NAMES):
        file = tmp_path / f"{number}"
        file.write_bytes(name.encode() * 3)
        payload.append((name, file))

    def run(*more, info=None):
        info = {"Source-Organization": "Łódź"} if info is None else info
        bag = Bag("book-1-2026-11-30", date(2026, 11, 30), info, {"README.txt": "Read.\n"})
        to = io.BytesIO()
        bag.write(to, [*payload, *((name, tmp_path / "0") for name in more)])
        return to.getvalue()

    return run


@pytest.fixture
def unpacked(pack, tmp_path):
    zipfile.ZipFile(io.BytesIO(pack())).extractall(tmp_path / "out")
    return tmp_path / "out/book-1-2026-11-30"


def test_a_reader_of_bags_finds_it_whole(unpacked):
    bag = bagit.Bag(str(unpacked))

    assert bag.is_valid()
    assert bag.info["Source-Organization"] == "Łódź"
    assert bag.info["Bagging-Date"] == "2026-11-30"
    assert sorted(bag.payload_entries()) == sorted(f"data/{name}" for name in NAMES)


def test_a_name_stands_in_the_manifest_as_the_standard_writes_it(pack):
    manifest = zipfile.ZipFile(io.BytesIO(pack("100%.txt"))).read(
        "book-1-2026-11-30/manifest-sha256.txt"
    )

    assert b"  data/100%25.txt\n" in manifest
    assert b"  data/line%0Aend.txt\n" in manifest


@pytest.mark.parametrize("name", ["data/a.txt", "README.txt", "bag-info.txt"])
def test_a_changed_byte_is_found(unpacked, name):
    file = unpacked / name
    content = bytearray(file.read_bytes())
    content[0] ^= 1
    file.write_bytes(content)

    assert not bagit.Bag(str(unpacked)).is_valid()


def test_a_lost_file_is_found(unpacked):
    (unpacked / "data/a.txt").unlink()

    assert not bagit.Bag(str(unpacked)).is_valid()


def test_the_same_files_are_the_same_bytes(pack):
    assert pack() == pack()


def test_no_entry_has_a_time_or_leads_out_of_the_folder(pack):
    entries = zipfile.ZipFile(io.BytesIO(pack())).infolist()

    assert {entry.date_time for entry in entries} == {(2026, 11, 30, 0, 0, 0)}
    assert all(entry.filename.startswith("book-1-2026-11-30/") for entry in entries)
    assert not [entry.filename for entry in entries if ".." in entry.filename.split("/")]


@pytest.mark.parametrize(
    "name", ["../x", "/etc/x", "a/../../x", "a//b", "./a", "C:/x", "a\\..\\x", "", "a/.."]
)
def test_a_path_that_leads_out_is_refused(pack, name):
    with pytest.raises(ValueError, match="leads out"):
        pack(name)


def test_what_is_said_of_a_bag_cannot_begin_a_line_of_its_own(pack):
    content = pack(info={"Source-Organization": "a\nPayload-Oxum: 0.0\r\n b"})

    info = zipfile.ZipFile(io.BytesIO(content)).read("book-1-2026-11-30/bag-info.txt").decode()

    assert "Source-Organization: a Payload-Oxum: 0.0 b\n" in info
