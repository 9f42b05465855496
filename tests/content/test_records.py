"""Every case and every tool, file by file: that it is sound, complete and says where it is from."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import casebank
from casebank import case as case_module
from casebank.guide import TOOL

if TYPE_CHECKING:
    from casebank import Book
    from casebank.case import Case
    from casebank.problem import Problem
    from casebank.tool import Tool

REPOSITORY = Path(__file__).parents[2]

CASES = sorted(file.stem for file in (REPOSITORY / "cases").glob("*.md"))
TOOLS = sorted(file.stem for file in (REPOSITORY / "tools-and-methods").glob("*.md"))

FIRST_CASES = {
    "amiens-cci-strategy": "full",
    "kosice-cultural-heritage": "card",
    "lund-artificial-intelligence": "card",
    "rotterdam-artificial-intelligence": "card",
    "rotterdam-gaming-inclusivity": "card",
    "saint-etienne-performing-arts-ai": "full",
}
FIRST_TOOLS = {
    "facilitators-guide": "guide",
    "innovation-portfolio-policy-canvas": "canvas",
    "liept-model": "method",
    "opsi-model": "method",
    "peer-review": "method",
    "portfolio-sensemaking": "method",
    "prototyping-workshop": "method",
}


@pytest.fixture(scope="module")
def problems() -> tuple[Problem, ...]:
    return casebank.check(REPOSITORY)


def text_of(record: Case | Tool) -> str:
    return (REPOSITORY / record.path).read_text(encoding="utf-8")


def marks_in(text: str) -> set[str]:
    """Return the keys of the sources that a text cites."""
    return set(re.findall(r"\[\^([a-z0-9-]+)\]", text))


@pytest.mark.parametrize("id_", CASES)
def test_case(id_: str, book: Book, problems: tuple[Problem, ...]) -> None:
    case = book.case(id_)
    assert [str(one) for one in problems if one.path == case.path] == []
    assert len(case.summary) <= 300
    assert case.summary.endswith(".")
    first, *others = (source.id for source in case.sources)
    assert set(others) <= marks_in(text_of(case)), f"each source but {first} is cited"
    if case.is_full:
        assert tuple(case.sections) == case_module.BODY_SECTIONS[case.kind]
        assert all(section.strip() for section in case.sections.values())
        assert case.stakeholders
        assert case.recommendations
    else:
        assert any(source.url for source in case.sources), "leads to where it is published"
        assert not book.asks_of(case)


@pytest.mark.parametrize("id_", TOOLS)
def test_tool(id_: str, book: Book, problems: tuple[Problem, ...]) -> None:
    tool = book.tool(id_)
    assert [str(one) for one in problems if one.path == tool.path] == []
    assert len(tool.summary) <= 300
    assert tool.summary.endswith(".")
    assert tool.use_when
    assert tool.avoid_when
    assert tool.outputs
    assert tool.sections["How it works"].strip()
    assert marks_in(text_of(tool)), "says where its facts are from"


@pytest.mark.parametrize(("id_", "record"), FIRST_CASES.items())
def test_first_case_is_there_and_reviewed(id_: str, record: str, book: Book) -> None:
    case = book.case(id_)
    assert case.record == record
    assert case.review.status == "reviewed"
    assert case.tools, "says which method it came from"
    assert case.editor_notes, "says what is our choice"
    assert all(source.note for source in case.sources), "says what each source was used for"
    assert (case.place.region, case.place.lat, case.place.lon).count(None) == 0


@pytest.mark.parametrize(("id_", "kind"), FIRST_TOOLS.items())
def test_first_tool_is_there_and_reviewed(id_: str, kind: str, book: Book) -> None:
    tool = book.tool(id_)
    assert tool.kind == kind
    assert tool.review.status == "reviewed"
    assert tool.steps
    assert tuple(tool.sections) == ("How it works", "Worked example", "Limits")
    assert tool.link, "leads to its makers"
    assert tool.reconstruction, "tells our own part from the makers' word"
    guide = (part.text for part in book.guide) if tool.id == TOOL else ()
    cited = marks_in("\n".join((text_of(tool), *guide)))
    assert cited == {source.id for source in tool.sources}, "no idle source"
    assert marks_in(tool.purpose), "says from where its purpose is known"
    assert marks_in(tool.origin), "says from where its origin is known"


# What the four cards may say: only the opening of each page was read.


CARDS = {
    "rotterdam-gaming-inclusivity": ("Rotterdam", "NL", "games-inclusivity", "2026", None),
    "rotterdam-artificial-intelligence": ("Rotterdam", "NL", "ai-cci", "2025", None),
    "lund-artificial-intelligence": ("Lund", "SE", "ai-cci", None, "2024"),
    "kosice-cultural-heritage": ("Košice", "SK", "heritage-open-innovation", None, None),
}
"""City, country, area, year of publication and year of the workshop, where they are known."""


@pytest.mark.parametrize("id_", CARDS)
def test_a_card_says_no_more_than_its_page_shows(id_: str, book: Book) -> None:
    case = book.case(id_)
    (area,) = case.areas
    found = (case.place.city, case.place.country, area, case.published, case.held)
    assert found == CARDS[id_]


@pytest.mark.parametrize(
    ("id_", "fact"),
    [
        ("rotterdam-gaming-inclusivity", "more than 170 nationalities"),
        ("rotterdam-gaming-inclusivity", "superdiverse"),
        ("rotterdam-artificial-intelligence", "policy assessment"),
        ("lund-artificial-intelligence", "personalised digital live experiences"),
        ("lund-artificial-intelligence", "archaeology, heritage and immersive tech"),
        ("lund-artificial-intelligence", "fashion and textile transformation"),
        ("lund-artificial-intelligence", "autumn 2024"),
        ("kosice-cultural-heritage", "financial pressure"),
        ("kosice-cultural-heritage", "ageing buildings"),
        ("kosice-cultural-heritage", "catalysts of innovation"),
    ],
)
def test_a_card_holds_the_few_known_facts(id_: str, fact: str, book: Book) -> None:
    assert fact in " ".join(text_of(book.case(id_)).split())


@pytest.mark.parametrize("id_", ["rotterdam-gaming-inclusivity", "kosice-cultural-heritage"])
def test_a_page_in_the_newer_layout_names_portfolio_sensemaking(id_: str, book: Book) -> None:
    assert "portfolio-sensemaking" in book.case(id_).tools


# What is easily got wrong.


@pytest.mark.parametrize("id_", CASES)
def test_nothing_is_called_a_best_practice(id_: str, book: Book) -> None:
    # Plans and advice prove no effect. One note says so, and is the only place for the words.
    text = " ".join(text_of(book.case(id_)).casefold().split())
    assert "best practice" not in text.replace("nothing in it should be called a best practice", "")


def test_workshops_and_peer_reviews_are_different_things(book: Book) -> None:
    amiens, saint_etienne = (
        book.case(id_) for id_, record in FIRST_CASES.items() if record == "full"
    )
    assert (amiens.kind, saint_etienne.kind) == ("peer-review", "city-case")
    assert amiens.tools == ("peer-review",)
    assert "peer-review" not in saint_etienne.tools


@pytest.mark.parametrize("id_", ["opsi-model", "portfolio-sensemaking"])
def test_no_direct_line_is_claimed_where_none_is_known(id_: str, book: Book) -> None:
    cautions = {
        "opsi-model": "It is not a grid of two by two.",
        "portfolio-sensemaking": "We found no evidence that ekip took its method from UNDP",
    }
    assert cautions[id_] in " ".join(text_of(book.tool(id_)).split())


@pytest.mark.parametrize(
    "path", ["cases/saint-etienne-performing-arts-ai.md", "tools-and-methods/opsi-model.md"]
)
def test_the_wrong_name_of_opsi_stands_only_beside_the_right_one(path: str) -> None:
    text = " ".join((REPOSITORY / path).read_text(encoding="utf-8").split())
    (after,) = text.split('"Open Public Sector Innovation"')[1:]
    assert "Observatory of Public Sector Innovation" in after[:150]


def test_the_workshop_has_four_formats(book: Book) -> None:
    formats = {one.id: one.minutes for one in book.tool("prototyping-workshop").formats}
    assert formats == {"one-day": 360, "half-day": 240, "two-half-days": 390, "online": 300}


def test_the_session_of_opsi_has_the_minutes_of_its_guide(book: Book) -> None:
    ((session,),) = (one.sessions for one in book.tool("opsi-model").formats)
    assert [block.minutes for block in session.blocks] == [10, 10, 60, 30, 10]


def test_opsi_and_canvas_belong_to_the_workshop_and_liept_comes_after_it(book: Book) -> None:
    workshop = book.tool("prototyping-workshop")
    assert {tool.id for tool in book.parts_of(workshop)} == {
        "innovation-portfolio-policy-canvas",
        "opsi-model",
        "portfolio-sensemaking",
    }
    assert "liept-model" in {tool.id for tool in book.tools_after(workshop)}
