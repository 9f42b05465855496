"""A command tells files of the book from drafts."""

from __future__ import annotations

import pytest

from casebank.commands.files import chosen
from casebank.folders import CHECKED


@pytest.mark.parametrize("name", CHECKED)
def test_a_file_in_a_folder_of_content_belongs_to_the_book(folder, add, name):
    file = add(f"{name}/new.yml", "a: 1\n")

    found = chosen(folder, (file,))

    assert found.paths == {f"{name}/new.yml"}
    assert found.drafts == ()


def test_a_markdown_file_elsewhere_is_a_draft(folder, add, case_text):
    found = chosen(folder, (add("drafts/new.md", case_text),))

    assert [draft.path for draft in found.drafts] == ["drafts/new.md"]
