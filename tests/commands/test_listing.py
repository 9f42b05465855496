"""`casebank list` writes one thing a line."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("what", "output"),
    [
        pytest.param(
            ("cases",),
            "testville\tTestville: a small case (full, 1 ask)\n",
        ),
        (("tools",), "prototyping-workshop\tSmall workshop (method)\n"),
        (("asks",), "TV-1\tTeach [skills]\n"),
        (("organisations",), ""),
    ],
)
def test_list_writes_one_thing_a_line(run, what, output):
    result = run("list", *what)

    assert result.exit_code == 0
    assert result.output == output


def test_list_lists_cases_unless_told_otherwise(run):
    assert run("list").output == run("list", "cases").output != ""


def test_list_refuses_what_cannot_be_listed(run):
    result = run("list", "cities")

    assert result.exit_code == 2
    assert "'cities' is not one of" in result.output
