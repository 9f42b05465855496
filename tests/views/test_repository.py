"""Links to the repository in pages that people write."""

from __future__ import annotations

import pytest

from casebank.forge import Forge
from casebank.views.repository import repository_macros


@pytest.mark.parametrize(
    ("name", "argument", "path"),
    [
        ("repository_link", "cases", "tree/main/cases"),
        ("issue_link", "case.yml", "issues/new?template=case.yml"),
        ("issues_link", "label:links", "issues?q=label%3Alinks"),
    ],
)
def test_a_link_leads_into_the_repository(name, argument, path):
    macro = repository_macros(Forge("https://forge.example/book"))[name]

    assert macro("here", argument) == f'<a href="https://forge.example/book/{path}">here</a>'


@pytest.mark.parametrize("name", ["repository_link", "issue_link", "issues_link"])
def test_the_text_stands_alone_where_no_repository_is_known(name):
    assert repository_macros(None)[name]("<here>", "case.yml") == "&lt;here&gt;"
