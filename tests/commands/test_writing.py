"""Commands write a file whole or not at all."""

from __future__ import annotations

import resource
from contextlib import contextmanager

import click
import pytest

from casebank.commands.writing import new_file, replace, write_new


def test_a_new_file_is_never_put_over_another(tmp_path):
    file = tmp_path / "draft.md"
    file.write_text("the first", encoding="utf-8")

    with pytest.raises(
        click.ClickException, match=r"exists already\. Name another file with --to\."
    ):
        write_new(file, "the second", "--to")

    assert file.read_text(encoding="utf-8") == "the first"


def test_half_a_file_is_removed(tmp_path):
    with pytest.raises(UnicodeEncodeError):
        write_new(tmp_path / "draft.md", "a\ud800", "--to")

    assert not (tmp_path / "draft.md").exists()


def test_line_ends_are_those_of_the_text(tmp_path):
    file = tmp_path / "case.md"
    write_new(file, "Łódź\n", "--id")

    replace(file, "Łódź\r\n")

    assert file.read_bytes() == "Łódź\r\n".encode()
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_that_cannot_be_replaced_stays_alone_as_it_was(tmp_path, full_disk):
    file = tmp_path / "case.md"
    file.write_text("as it was", encoding="utf-8")

    with full_disk, pytest.raises(OSError, match="File too large"):
        replace(file, "as it should be\n" * 100)

    assert [(one.name, one.read_text("utf-8")) for one in tmp_path.iterdir()] == [
        ("case.md", "as it was")
    ]


@pytest.fixture
def full_disk():
    """While it is entered, no file can grow beyond a hundred bytes."""

    @contextmanager
    def limited():
        limits = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, limits[1]))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)

    return limited()


def test_a_file_comes_to_its_place_when_it_is_whole(tmp_path):
    file = tmp_path / "new" / "archive.zip"

    with new_file(file, "--to") as new:
        new.write(b"one")
        assert not file.exists()

    assert file.read_bytes() == b"one"
    assert list(file.parent.iterdir()) == [file]


def test_what_came_there_meanwhile_stays(tmp_path):
    file = tmp_path / "archive.zip"

    with (
        pytest.raises(click.ClickException, match="Name another place with --to"),
        new_file(file, "--to"),
    ):
        file.write_bytes(b"another")

    assert file.read_bytes() == b"another"
    assert list(tmp_path.iterdir()) == [file]
