"""A table of problems is a table of problems, whatever a contributor wrote."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from markdown_it import MarkdownIt

from casebank.exports.problem_table import problem_table
from casebank.problem import Problem

HOSTILE = (
    "a | b `c` <img src=x onerror=alert(1)>\n| d | [e](javascript:f) ![g](h) **i** &lt; \u202e"
)


def cells(text):
    """Return the cells of the table as a reader sees them."""
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(text)
    soup = BeautifulSoup(html, "html.parser")
    assert {tag.name for tag in soup.find_all()} <= {
        *("h3", "table", "thead", "tbody", "tr", "th", "td", "p")
    }
    return [[cell.get_text() for cell in row.find_all("td")] for row in soup.find_all("tr")[1:]]


def test_no_problem_is_said_in_words():
    assert problem_table(()) == "### Check of the content: no problem found\n"


@pytest.mark.parametrize("place", ["path", "field", "message", "remedy"])
def test_a_hostile_value_is_one_cell_of_text(place):
    values = {"path": "x.md", "field": "title", "message": "is wrong.", "remedy": "Mend it."}
    values[place] = HOSTILE

    (row,) = cells(problem_table((Problem(line=3, column=1, **values),)))

    assert len(row) == 6
    assert HOSTILE.replace("\n", "\\n").replace("\u202e", "\\u202e") in row


def test_a_table_that_is_too_long_says_how_much_is_left_out():
    problems = tuple(Problem("x.md", line, 1, "", "é" * 80, "Mend it.") for line in range(100))

    text = problem_table(problems, room=5000)

    shown = len(cells(text))
    assert len(text.encode()) < 5000
    assert 0 < shown < 100
    assert f"{100 - shown} more problems did not fit: see the log." in text
