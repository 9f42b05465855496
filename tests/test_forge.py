"""Addresses of the forge: to read and edit a file, to see its history, to fill in an issue form."""

from __future__ import annotations

import pytest

from casebank.forge import Forge

FORGE = Forge("https://forge.example/city/book")


def test_a_file_is_edited_on_its_branch():
    assert FORGE.edit("cases/x.md") == "https://forge.example/city/book/edit/main/cases/x.md"


def test_a_file_has_its_history():
    assert FORGE.history("cases/x.md") == "https://forge.example/city/book/commits/main/cases/x.md"


def test_another_branch_can_be_published():
    forge = Forge("https://forge.example/city/book", branch="live")

    assert forge.edit("cases/x.md").endswith("/edit/live/cases/x.md")


def test_a_slash_at_the_end_of_the_repository_is_not_doubled():
    assert Forge("https://forge.example/city/book/").edit("x.md") == FORGE.edit("x.md")


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("CONTRIBUTING.md", "/blob/main/CONTRIBUTING.md"),
        ("cases", "/tree/main/cases"),
        ("", "/tree/main"),
    ],
)
def test_a_file_is_read_otherwise_than_a_folder(path, place):
    assert FORGE.read(path).removeprefix(FORGE.repository) == place


def test_a_file_is_added_to_a_folder():
    assert FORGE.new_file("cases") == "https://forge.example/city/book/new/main/cases"
    assert FORGE.new_file() == "https://forge.example/city/book/new/main"


def test_an_issue_form_can_have_answers():
    address = FORGE.issue("correction.yml", page="https://site.example/cases/x/#X-1")

    assert address == (
        "https://forge.example/city/book/issues/new?template=correction.yml"
        "&page=https%3A%2F%2Fsite.example%2Fcases%2Fx%2F%23X-1"
    )


def test_issues_are_found_by_a_search():
    assert FORGE.issues("is:open label:links").endswith("/issues?q=is%3Aopen%20label%3Alinks")


@pytest.mark.parametrize("hostile", ['x" onclick="alert(1)', "x?y=1#z", "x y\n"])
def test_nothing_in_a_path_or_an_answer_can_leave_its_place(hostile):
    for address in (FORGE.edit(hostile), FORGE.history(hostile)):
        assert not set(address) & set('"?#\n ')

    answer = FORGE.issue("correction.yml", page=f"{hostile}&title=z")
    assert answer.count("&") == 1
    assert not set(answer) & set('"#\n ')
