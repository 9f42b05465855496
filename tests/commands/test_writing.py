"""Commands write a file whole or not at all."""

from __future__ import annotations

import click
import pytest

from casebank.commands.writing import replace, write_new


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
