"""CITATION.cff says what the book is; a fault in it is told with its place and remedy."""

from __future__ import annotations

import pytest

import casebank
from casebank.about import NOTHING_SAID

CITATION = """\
cff-version: 1.2.0
message: Please cite it.
title: Book of Testville
abstract: >-
  Cases of one town,
  as files.
version: 4.2.0
date-released: 2026-11-30
authors:
  - name: The editors of Testville
  - given-names: Ada
    family-names: Author
license: [CC-BY-4.0, MIT]
keywords: [towns]
"""


@pytest.fixture
def about(folder, add):
    """Load the folder with this file; `old` is replaced by `new` in it."""

    def load(old="", new=""):
        assert old in CITATION
        add("CITATION.cff", CITATION.replace(old, new, 1))
        return casebank.load(folder).about

    return load


@pytest.fixture
def faults(folder, add):
    """Return the problems of the folder with this file, changed in the same way."""

    def check(old, new):
        assert old in CITATION
        add("CITATION.cff", CITATION.replace(old, new, 1))
        return [str(problem) for problem in casebank.check(folder)]

    return check


def test_a_book_says_what_its_file_says(about):
    said = about()

    assert said.title == "Book of Testville"
    assert said.abstract == "Cases of one town, as files."
    assert (said.version, said.released) == ("4.2.0", "2026-11-30")
    assert said.authors == ("The editors of Testville", "Ada Author")
    assert said.licences == ("CC-BY-4.0", "MIT")
    assert said.keywords == ("towns",)


def test_a_book_without_the_file_says_nothing(folder):
    assert casebank.load(folder).about == NOTHING_SAID


def test_what_the_file_leaves_out_is_empty(add, folder):
    add("CITATION.cff", "title: Book\nauthors: [{name: Editors}]\n")

    said = casebank.load(folder).about

    assert (said.version, said.released, said.licences, said.keywords) == ("", "", (), ())


def test_one_licence_needs_no_list(about):
    assert about("[CC-BY-4.0, MIT]", "MIT").licences == ("MIT",)


def test_fields_of_the_format_that_we_do_not_use_are_accepted(about):
    assert about("keywords:", "url: https://t.example/\nkeywords:").title == "Book of Testville"


def test_a_changed_file_is_read_again(about):
    assert about().version == "4.2.0"
    assert about("version: 4.2.0", "version: 4.3.0").version == "4.3.0"


@pytest.mark.parametrize(
    ("old", "new", "place", "words"),
    [
        ("title: Book of Testville\n", "", "1:1: title", "is missing"),
        ("Book of Testville", "<script>x</script>", "3:8: title", "holds HTML"),
        ("Book of Testville", "'{{ 7 * 7 }}'", "3:8: title", "holds HTML"),
        ("version: 4.2.0", "version: 4.2", "7:10: version", "expected text, found the number"),
        ("version: 4.2.0", "version: ../../etc", "7:10: version", "is not a version"),
        ("2026-11-30", "2026-11", "8:16: date-released", "is not a day"),
        ("2026-11-30", "2026-02-30", "8:16: date-released", "is not in the calendar"),
        ("2026-11-30", "30.11.2026", "8:16: date-released", "is not a date"),
        ("name: The editors of Testville", "alias: x", "10:5: authors.1", "has no name"),
        ("- name: The editors of Testville", "- The editors", "10:5: authors.1", "expected fields"),
        ("[CC-BY-4.0, MIT]", "[CC BY 4.0]", "13:11: license.1", "is not the identifier"),
        ("[CC-BY-4.0, MIT]", "['\\\"><b>']", "13:11: license.1", "is not the identifier"),
        ("[towns]", "towns", "14:11: keywords", "expected a list"),
        ("Please cite it.", "Please \u202e cite it.", "2:17", "invisible character"),
        ("[towns]", "&a [towns]", "14:11", "anchors and aliases"),
        ("message:", "title:", "3:1: title", "appears twice"),
    ],
)
def test_a_fault_is_told_with_its_place(faults, old, new, place, words):
    (problem,) = faults(old, new)

    assert problem.startswith(f"CITATION.cff:{place}")
    assert words in problem


def test_an_empty_file_is_told(add, folder):
    add("CITATION.cff", "")

    (problem,) = map(str, casebank.check(folder))

    assert problem.startswith("CITATION.cff:1:1: expected fields, found nothing.")


def test_a_link_to_another_file_is_refused(folder, add, tmp_path):
    add("elsewhere.cff", CITATION)
    (folder / "CITATION.cff").symlink_to(tmp_path / "elsewhere.cff")

    (problem,) = map(str, casebank.check(folder))

    assert "is a symbolic link" in problem
