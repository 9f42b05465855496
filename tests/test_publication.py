"""Name and address of the published book."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from casebank.publication import SITE_NAME, Publication

SETTINGS = Path(__file__).parent.parent / "mkdocs.yml"


def test_the_book_has_the_name_of_the_site():
    settings = SETTINGS.read_text(encoding="utf-8")

    assert re.findall(r"^site_name: (.+)$", settings, re.MULTILINE) == [SITE_NAME]


def test_the_book_says_the_same_name_of_itself(book):
    assert book.about.title == SITE_NAME


@pytest.mark.parametrize("site", ["https://t.example/book", "https://t.example/book/"])
def test_a_site_address_is_made_a_full_one(site):
    assert Publication("Test book", site).url("/plan/") == "https://t.example/book/plan/"
