"""Sizes as people say them."""

from __future__ import annotations

import pytest

from casebank.data_file import DataFile
from casebank.download import Download
from casebank.file_size import size_in_words


@pytest.mark.parametrize(
    ("count", "words"),
    [(1, "1 kB"), (1_499, "1 kB"), (34_400, "34 kB"), (999_999, "1.0 MB"), (1_240_000, "1.2 MB")],
)
def test_a_size_is_said_in_words(count, words):
    assert size_in_words(count) == words


def test_files_to_take_along_and_files_of_the_dataset_say_it_alike():
    content = b"x" * 2_000

    assert Download("downloads/a.pdf", content, "A", "a").size == "2 kB"
    assert DataFile("data/a.csv", content, "A", "one row is an a", "CSV", "text/csv").size == "2 kB"
