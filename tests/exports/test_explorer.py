"""What the explorers load is what the book says."""

from __future__ import annotations

import json
from itertools import accumulate

import pytest
from bs4 import BeautifulSoup

from casebank.exports.explorer import AT_ONCE, explorer_files


@pytest.fixture(scope="module")
def files(book):
    return {output.path: json.loads(output.content) for output in explorer_files(book)}


def test_there_is_a_card_for_each_record_in_its_order(book, files):
    cards = files["assets/explorer/cases/cards-0.json"]

    titles = [BeautifulSoup(card, "html.parser").h2.get_text(strip=True) for card in cards]
    assert titles == [case.title.replace("'", "’") for case in book.newest]


def test_cards_are_cut_into_files_of_a_bounded_size(book, files):
    parts = [files[f"assets/explorer/asks/cards-{number}.json"] for number in (0, 1, 2)]

    assert [len(part) for part in parts] == [AT_ONCE, AT_ONCE, len(book.asks) - 2 * AT_ONCE]


def test_ids_and_facets_speak_of_the_same_records(book, files):
    ids = files["assets/explorer/cases/ids.json"]
    country = files["assets/explorer/cases/facets.json"]["facets"]["country"]

    for id_, place in zip(ids, country["of"], strict=True):
        assert country["values"][place] == book.country(book.case(id_).countries[0]).id


def test_links_of_cards_fit_the_page_that_shows_them(files):
    card = BeautifulSoup(files["assets/explorer/cases/cards-0.json"][0], "html.parser")

    assert card.h2.a["href"] == "rotterdam-gaming-inclusivity/"


def test_other_orders_are_permutations(book, files):
    for name, records in (("cases/order-title", book.cases), ("asks/order-city", book.asks)):
        assert sorted(files[f"assets/explorer/{name}.json"]) == list(range(len(records)))


def test_each_part_of_the_words_is_named_and_leads_to_the_asks_with_its_words(book, files):
    facets = files["assets/explorer/asks/facets.json"]
    ids = files["assets/explorer/asks/ids.json"]
    festival = files["assets/explorer/asks/words-fe.json"]["festivals"]

    found = {ids[place] for place in accumulate(festival)}

    texts = {ask.id: f"{ask.title} {ask.text} {ask.place}".lower() for ask in book.asks}
    assert found == {id_ for id_, text in texts.items() if "festivals" in text}
    assert all(f"assets/explorer/asks/words-{part}.json" in files for part in facets["words"])


def test_a_hostile_text_stays_text_even_if_no_check_refused_it(make_book, make_case):
    hostile = {"title": "<img src=x onerror=alert(1)>", "summary": "<script>alert(1)</script>"}
    case = make_case("a").model_copy(update=hostile)
    files = {output.path: json.loads(output.content) for output in explorer_files(make_book(case))}

    card = BeautifulSoup(files["assets/explorer/cases/cards-0.json"][0], "html.parser")

    assert card.h2.get_text() == hostile["title"]
    assert card.find(["img", "script"]) is None


def test_a_comparison_has_the_same_rows_for_every_case(book, files):
    heads = {
        tuple(head for head, _ in files[f"assets/explorer/compare/{case.id}.json"]["rows"])
        for case in book.cases
    }

    assert len(heads) == 1


def test_a_comparison_has_the_asks_of_each_theme(book, files):
    case = book.case("saint-etienne-performing-arts-ai")
    themes = {one["id"]: one for one in files[f"assets/explorer/compare/{case.id}.json"]["themes"]}

    listed = {
        id_: len(BeautifulSoup(one["cell"], "html.parser").select("li"))
        for id_, one in themes.items()
    }

    assert listed == {
        theme.id: sum(theme.id in ask.themes for ask in book.asks_of(case))
        for theme in book.themes_of(case)
    }
    assert 'href="../saint-etienne-performing-arts-ai/#SE-1"' in str(themes)
