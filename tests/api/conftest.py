"""Fixtures: the API of a small book, and that of the real one."""

from __future__ import annotations

import dataclasses

import pytest

from casebank.about import About
from casebank.permanence import Move, Removal
from tests.api_checks import SITE, parsed

CONCLUSION = {"id": "A1", "text": "Go on.", "themes": ["skills"], "support": []}


@pytest.fixture
def small(make_book, make_case, make_tool):
    """A small book in which something was renamed and something was removed."""
    stakeholders = [{"group": "cci", "organisations": [{"name": "Studio", "roles": ["Head"]}]}]
    sections = {"Context": "See [it](../tools-and-methods/canvas.md) [^report]."}
    made = make_book(
        make_case(
            "a",
            tools=["canvas"],
            held="2024-05",
            conclusions=[CONCLUSION],
            stakeholders=stakeholders,
            aliases=["first"],
            sections=sections,
        ),
        make_case("b", areas=["games"]),
        tools=(make_tool("canvas"), make_tool("sheet", follows=["canvas"])),
    )
    gone = {"title": "Oslo", "removed_on": "2026-01-05", "reason": "It was a copy."}
    return dataclasses.replace(
        made,
        about=About("Book", licences=("CC-BY-4.0",)),
        moved=(Move(old="/themes/skils/", new="/themes/skills/"),),
        removals=(Removal(address="/cases/oslo/", instead="/cases/b/", **gone),),
    )


@pytest.fixture
def files(small):
    return parsed(small, SITE)


@pytest.fixture(scope="module")
def real(book):
    return parsed(book)
