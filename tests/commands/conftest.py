"""Commands run on a small content folder."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from casebank.cli import main


@pytest.fixture
def run(folder):
    """Run a command on the content folder."""
    return lambda *arguments: CliRunner().invoke(main, ["--root", str(folder), *arguments])


@pytest.fixture
def break_three_files(add, case_text, tool_text):
    """Put one fault each into two cases and a tool."""
    add("cases/testville.md", case_text.replace("[skills]", "[skils]"))
    add("cases/unclosed.md", "---\ntitle: A\n")
    add("tools-and-methods/prototyping-workshop.md", tool_text.replace("kind: method", "kind: x"))
