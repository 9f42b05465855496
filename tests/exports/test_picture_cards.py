"""Picture cards: one for each case, each tool and the whole, and everything in its place."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from casebank.addresses import card_path
from casebank.exports import picture_cards as module
from casebank.exports.picture_cards import picture_cards

FONTS = Path(__file__).parents[2] / "docs" / "assets" / "fonts"
ABOUT = "Cases and workshop methods."
PAPER, TEAL, WASH = (251, 249, 244), (11, 93, 102), (226, 238, 238)
LONG_WORD = "Donaudampfschifffahrtsgesellschaft" * 5

MARGINS = {
    "left": (0, 0, 70, 630),
    "above": (0, 0, 948, 50),
    "above the foot": (0, 514, 948, 538),
    "below": (0, 600, 948, 630),
    "between text and shapes": (894, 0, 948, 630),
}
"""Parts of a card that nothing may be written on, by left, upper, right and lower end."""


def cards(book, name="casebook"):
    return {card.path: card for card in picture_cards(book, FONTS, name, ABOUT)}


def drawn(card):
    """Return the card as everybody sees it."""
    return Image.open(BytesIO(card.content)).convert("RGB")


def drawn_case(make_book, case, **words):
    return drawn(cards(make_book(case), **words)[card_path(case.address)])


def written_margins(picture):
    """Return the names of the margins that hold anything but paper."""
    return [
        name
        for name, box in MARGINS.items()
        if {colour for _, colour in picture.crop(box).getcolors()} != {PAPER}
    ]


@pytest.fixture(scope="module")
def real_cards(book):
    return cards(book, "ekip casebook")


def test_each_case_and_tool_has_a_card_and_so_has_the_whole(book, real_cards):
    assert {path: card.source for path, card in real_cards.items()} == {
        **{f"assets/cards/cases/{case.id}.png": case.path for case in book.cases},
        **{f"assets/cards/tools-and-methods/{tool.id}.png": tool.path for tool in book.tools},
        "assets/cards/site.png": "",
    }


def test_a_card_is_where_its_record_says(book, real_cards):
    assert [card_path(one.address) for one in (*book.cases, *book.tools)] == list(real_cards)[:-1]


def test_cards_have_the_size_that_open_graph_expects(real_cards):
    assert {drawn(card).size for card in real_cards.values()} == {(1200, 630)}


def test_cards_are_small_files(real_cards):
    assert max(len(card.content) for card in real_cards.values()) < 32_000


def test_no_two_cards_are_alike(real_cards):
    assert len({card.content for card in real_cards.values()}) == len(real_cards)


def test_a_card_drawn_twice_has_the_same_bytes(book, real_cards):
    module._drawn.cache_clear()

    assert cards(book, "ekip casebook") == real_cards


def test_a_card_that_shows_the_same_is_not_drawn_again(make_book, make_case):
    (first, _) = cards(make_book(make_case("a"))).values()
    (again, _) = cards(make_book(make_case("a", rights="Others."))).values()

    assert again.content is first.content


def test_texts_stay_within_the_margins(real_cards):
    written = {path: written_margins(drawn(card)) for path, card in real_cards.items()}

    assert {path: margins for path, margins in written.items() if margins} == {}


@pytest.mark.parametrize(
    "title",
    [
        "A" * 200,
        "j" * 100 + " " + "f" * 99,
        " ".join(["WWWWWWWWWWWWWWWWWW"] * 10),
        LONG_WORD,
        f"A short word and {LONG_WORD}",
        "Ljj ÅÇ " * 28,
        "Ab",
    ],
)
@pytest.mark.parametrize("fields", [{}, {"summary": "Some words " * 27}, {"summary": "S" * 300}])
def test_any_title_and_summary_stay_within_the_margins(make_book, make_case, title, fields):
    case = make_case("a", title=title, **fields)

    assert written_margins(drawn_case(make_book, case)) == []


def test_many_countries_stay_within_the_margins(make_book, make_case, monkeypatch):
    case = make_case("a")
    country = make_book().country("FR")
    monkeypatch.setattr("casebank.book.Book.countries_of", lambda *_: (country,) * 20)

    assert written_margins(drawn_case(make_book, case)) == []


def test_a_long_name_of_the_site_stays_within_the_margins(make_book, make_case):
    picture = drawn_case(make_book, make_case("a"), name="The European casebook " * 5)

    assert written_margins(picture) == []


@pytest.mark.parametrize(
    "title",
    ["Košice", "Łódź, Škofja Loka, Târgoviște, Győr", "Αθήνα", "София", "🎭 東京", "e\u0301"],
)
def test_titles_in_any_script_can_be_drawn(make_book, make_case, title):
    picture = drawn_case(make_book, make_case("a", title=title))

    assert written_margins(picture) == []


def test_cases_have_teal_ground_and_tools_a_light_one(make_book, make_case, make_tool):
    case, tool = make_case("a"), make_tool("a")
    found = cards(make_book(case, tools=(tool,)))

    assert drawn(found[card_path(case.address)]).getpixel((1199, 0)) == TEAL
    assert drawn(found[card_path(tool.address)]).getpixel((1199, 0)) == WASH


def texts_of_case(make_book, case):
    return module._of_case(make_book(case), case, "casebook")


def texts_of_tool(make_book, tool, *cases):
    return module._of_tool(make_book(*cases, tools=(tool,)), tool, "casebook")


def advice(id_, *themes):
    return {"id": id_, "title": "T", "text": "Do it.", "themes": themes}


def test_a_full_case_tells_its_themes_and_counts(make_book, make_case):
    portfolio = {
        "id": "P1",
        "title": "Stage",
        "idea": "A stage.",
        "asks": [{"id": "A1", "text": "Lend one.", "themes": ["spaces"]}],
    }
    texts = texts_of_case(
        make_book,
        make_case(
            "a",
            record="full",
            held="2025-03",
            portfolios=[portfolio],
            recommendations=[advice("A2", "skills", "spaces")],
        ),
    )

    assert texts.eyebrow == "Norway · City case · 2025"
    assert texts.chips == ("Spaces", "Skills")
    assert texts.facts == "1 portfolio · 2 asks"


def test_a_full_case_without_portfolios_does_not_count_them(make_book, make_case):
    texts = texts_of_case(
        make_book, make_case("a", record="full", recommendations=[advice("A2", "skills")])
    )

    assert texts.facts == "1 ask"


def test_a_card_of_a_case_says_that_it_is_linked(make_book, make_case):
    texts = texts_of_case(make_book, make_case("a", summary="By the sea. It rains."))

    assert (texts.eyebrow, texts.facts) == ("Norway · City case", "Linked case")
    assert (texts.chips, texts.lead) == ((), "By the sea.")


@pytest.mark.parametrize(
    ("fields", "eyebrow"),
    [
        ({}, "method"),
        ({"duration": {"at_least": 180, "at_most": 180}}, "method · 3 hours"),
        ({"duration": {"at_least": 45, "at_most": 90}}, "method · 45 minutes to 1 hour 30"),
    ],
)
def test_a_tool_tells_its_kind_and_duration(make_book, make_tool, fields, eyebrow):
    assert texts_of_tool(make_book, make_tool("a", **fields)).eyebrow == eyebrow


@pytest.mark.parametrize(
    ("users", "facts"),
    [(0, "No case names it yet"), (1, "Used in 1 case"), (2, "Used in 2 cases")],
)
def test_a_tool_tells_how_many_cases_used_it(make_book, make_case, make_tool, users, facts):
    cases = [make_case(f"case-{number}", tools=["a"]) for number in range(users)]

    assert texts_of_tool(make_book, make_tool("a"), *cases).facts == facts


@pytest.mark.parametrize(
    ("title", "shown"), [("Model", "Model (LIEPT)"), ("LIEPT model", "LIEPT model")]
)
def test_a_tool_tells_its_acronym_once(make_book, make_tool, title, shown):
    assert texts_of_tool(make_book, make_tool("a", title=title, acronym="LIEPT")).title == shown
