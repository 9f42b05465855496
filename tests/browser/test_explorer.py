"""The explorers of cases and asks, the map, and the way from the matrix to its asks."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect


def titles(page):
    """Return the titles in the list, once there are as many as the heading says."""
    number = int(page.locator(".explorer__count").inner_text().split()[0])
    expect(page.locator("[data-results] h2")).to_have_count(number)
    return page.locator("[data-results] h2").all_inner_texts()


def count(page, text):
    expect(page.locator(".explorer__count")).to_have_text(text)


def tick(page, facet, value):
    group = page.locator(f'.facet:has(input[name="{facet}"])')
    if group.get_attribute("open") is None:
        group.locator("summary").click()
    group.locator(f'input[value="{value}"]').check()


def number_beside(page, facet, value):
    label = page.locator(f'label:has(input[name="{facet}"][value="{value}"])')
    return int(label.locator("[data-count]").inner_text())


def test_choices_of_one_facet_add_up_and_those_of_two_narrow_down(page, base_url):
    page.goto(f"{base_url}cases/")
    count(page, "6 cases")

    tick(page, "country", "france")
    count(page, "2 of 6 cases")
    tick(page, "country", "sweden")
    count(page, "3 of 6 cases")
    tick(page, "area", "ai-cci")
    count(page, "2 of 6 cases")

    assert [title.split(":")[0] for title in titles(page)] == ["Saint-Étienne", "Lund"]


def test_a_number_tells_what_its_click_gives(page, base_url):
    page.goto(f"{base_url}cases/?area=ai-cci")
    count(page, "3 of 6 cases")
    foretold = number_beside(page, "country", "netherlands")

    tick(page, "country", "netherlands")

    count(page, f"{foretold} of 6 cases")


def test_an_address_shows_the_same_to_somebody_else(page, base_url):
    page.goto(f"{base_url}cases/?theme=skills&country=france&sort=title")

    count(page, "2 of 6 cases")
    assert titles(page)[0].startswith("Amiens")
    expect(page.get_by_role("checkbox", name="Skills")).to_be_checked()
    expect(page.get_by_label("Sort")).to_have_value("title")


def test_back_undoes_one_choice_and_comes_back_from_a_case(page, base_url):
    page.goto(f"{base_url}cases/")
    tick(page, "country", "france")
    count(page, "2 of 6 cases")
    tick(page, "kind", "peer-review")
    count(page, "1 of 6 cases")
    page.get_by_role("link", name="Amiens Métropole").first.click()
    page.wait_for_url("**/cases/amiens-cci-strategy/")

    page.go_back()
    count(page, "1 of 6 cases")
    page.go_back()
    count(page, "2 of 6 cases")
    expect(page.locator("input[name=kind][value=peer-review]")).not_to_be_checked()
    page.go_back()
    count(page, "6 cases")


def test_words_search_the_whole_text_and_mend_a_slip(page, base_url):
    page.goto(f"{base_url}cases/")

    page.get_by_role("searchbox", name="Words").fill("supperdiverse")

    expect(page.locator(".explorer__count")).to_contain_text("superdiverse")
    expect(page.locator("[data-results] h2").first).to_contain_text("Rotterdam")
    expect(page).to_have_url(f"{base_url}cases/?q=supperdiverse")


def test_chips_take_choices_away_and_keep_the_focus_among_them(page, base_url):
    page.goto(f"{base_url}cases/?theme=skills&country=france")
    chip = page.get_by_role("button", name="Remove Theme: Skills")
    chip.focus()

    page.keyboard.press("Enter")

    expect(page).to_have_url(f"{base_url}cases/?country=france")
    expect(page.get_by_role("button", name="Remove Country: France")).to_be_focused()
    page.keyboard.press("Enter")
    count(page, "6 cases")


def test_where_nothing_is_left_it_says_which_facet_to_loosen(page, base_url):
    page.goto(f"{base_url}cases/?country=sweden&kind=peer-review")
    empty = page.locator(".explorer__empty")

    expect(empty).to_contain_text("Any country: 1 case")
    expect(empty).to_contain_text("Any kind: 1 case")
    empty.get_by_role("button", name="Any kind").click()

    count(page, "1 of 6 cases")
    assert titles(page) == ["Lund: artificial intelligence"]
    expect(page).to_have_url(f"{base_url}cases/?country=sweden")


def test_the_link_is_copied(page, base_url, context):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{base_url}cases/?theme=skills")
    count(page, "2 of 6 cases")

    page.get_by_role("button", name="Copy link").click()

    expect(page.locator("[data-said]")).to_have_text("The link is copied.")
    assert page.evaluate("navigator.clipboard.readText()") == f"{base_url}cases/?theme=skills"


@pytest.mark.parametrize(("place", "table"), [("cases/", "cases"), ("recommendations/", "asks")])
def test_what_is_left_can_be_downloaded_as_its_rows_of_the_published_table(
    page, base_url, site, place, table
):
    page.goto(f"{base_url}{place}?theme=skills")
    expect(page.locator(".explorer__count")).to_contain_text(" of ")
    with page.expect_download() as downloaded:
        page.get_by_role("button", name="Download as CSV").click()
    with Path(downloaded.value.path()).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with page.expect_download() as downloaded:
        page.get_by_role("button", name="as JSON").click()
    items = json.loads(Path(downloaded.value.path()).read_text(encoding="utf-8"))

    with site.file(f"/data/{table}.csv").open(encoding="utf-8", newline="") as file:
        published = list(csv.DictReader(file))
    assert len(rows) == items["total"] == len(items["items"]) == {"cases": 2, "asks": 8}[table]
    assert [row for row in rows if row not in published] == []
    assert {row["id"] for row in rows} == {item["id"] for item in items["items"]}


def test_the_map_follows_the_filters_and_is_one(page, base_url):
    page.goto(f"{base_url}cases/?map")
    count(page, "6 cases")
    france = page.get_by_role("button", name="France: 2 cases")

    france.focus()
    page.keyboard.press("Enter")

    count(page, "2 of 6 cases")
    expect(page.get_by_role("checkbox", name="France")).to_be_checked()
    expect(page.locator("svg [data-city]:visible")).to_have_count(2)
    expect(page.locator(".places li:visible")).to_have_count(2)
    expect(page.locator('svg [data-country="sweden"]')).to_have_attribute(
        "aria-label", "Sweden: 0 cases"
    )


def test_cities_of_the_map_are_links_that_the_keyboard_reaches(page, base_url):
    page.goto(f"{base_url}countries/")
    lund = page.locator('svg [data-city="lund-se"]')

    lund.focus()
    page.keyboard.press("Enter")

    expect(page).to_have_url(f"{base_url}cases/lund-artificial-intelligence/")


def test_a_city_with_two_cases_leads_to_both(page, base_url):
    page.goto(base_url)
    page.locator('svg [data-city="rotterdam-nl"]').focus()

    page.keyboard.press("Enter")

    expect(page).to_have_url(f"{base_url}countries/netherlands/#city-rotterdam-nl")
    expect(page.locator(".card h3")).to_have_count(2)
    expect(page.locator("[id='city-rotterdam-nl']")).to_be_in_viewport()


def test_a_number_of_the_matrix_leads_to_exactly_those_asks(page, base_url, book):
    page.goto(f"{base_url}evidence/")
    cell = page.get_by_title("Skills, Performing arts: 7 asks")
    expect(cell).to_have_text("7")

    cell.click()

    count(page, "7 of 62 asks")
    expect(page.locator(".ask-card")).to_have_count(7)
    expected = {ask.id for ask in book.asks_where(theme="skills", area="performing-arts")}
    shown = page.locator(".ask-card h2 a").evaluate_all("links => links.map(one => one.hash)")
    assert {hash_[1:] for hash_ in shown} == expected


def test_asks_are_found_by_words_among_a_choice(page, base_url):
    page.goto(f"{base_url}recommendations/?kind=recommendation")
    count(page, "25 of 62 asks")

    page.get_by_role("searchbox", name="Words").fill("festival")

    others = page.locator(".ask-card").filter(has_not_text=re.compile("festival", re.IGNORECASE))
    expect(others).to_have_count(0)
    expect(page.locator(".ask-card").first).to_be_visible()


def test_asks_are_found_by_other_names_of_their_themes(page, base_url, book):
    page.goto(f"{base_url}recommendations/?q=formation")

    count(page, f"{len(book.asks_where(theme='skills'))} of 62 asks")


def test_a_word_that_no_ask_has_is_left_out_and_named(page, base_url):
    page.goto(f"{base_url}recommendations/?q=festival+xylophonist")

    expect(page.locator(".explorer__count")).to_contain_text("without “xylophonist”")
    expect(page.locator(".ask-card").first).to_be_visible()


def test_a_single_letter_asks_for_nothing_yet(page, base_url):
    page.goto(f"{base_url}recommendations/")
    page.get_by_role("searchbox", name="Words").press_sequentially("f")

    expect(page).to_have_url(f"{base_url}recommendations/?q=f")
    count(page, "62 asks")


def test_back_takes_typed_words_away_and_keeps_what_was_chosen_before(page, base_url):
    page.goto(f"{base_url}cases/")
    tick(page, "country", "france")
    count(page, "2 of 6 cases")
    page.get_by_role("searchbox", name="Words").press_sequentially("comics", delay=60)
    count(page, "1 of 6 cases")

    page.go_back()

    count(page, "2 of 6 cases")
    expect(page.get_by_role("searchbox", name="Words")).to_have_value("")


def test_filters_that_cannot_be_loaded_are_told_and_nothing_is_claimed(page, base_url, amiss):
    page.route("**/explorer/cases/facets.json", lambda route: route.abort())
    page.goto(f"{base_url}cases/?theme=skills")

    expect(page.locator(".explorer__count")).to_contain_text("could not be loaded")
    expect(page.locator(".card")).to_have_count(6)
    amiss.clear()


def test_cases_are_ticked_and_compared(page, base_url):
    page.goto(f"{base_url}cases/")
    page.get_by_label("Compare Saint-Étienne").check()
    expect(page.locator(".explorer__compare")).to_contain_text("Tick another one")
    page.get_by_label("Compare Amiens").check()

    page.get_by_label("Compare Lund").check()
    expect(page.get_by_label("Compare Košice")).to_be_disabled()
    page.get_by_label("Compare Lund").uncheck()
    page.get_by_role("link", name="Compare 2 cases").click()

    both = page.get_by_role("region", name="Themes that both ask about")
    expect(page.get_by_role("status")).to_have_text("2 cases side by side.")
    expect(both.get_by_role("row", name="Skills")).to_contain_text("7 asks")
    expect(
        page.get_by_role("region", name="Themes that they do not share").get_by_role(
            "row", name="Regulation"
        )
    ).to_contain_text("none")


def test_ticks_outlast_a_visit_to_a_case(page, base_url):
    page.goto(f"{base_url}cases/")
    page.get_by_label("Compare Saint-Étienne").check()
    page.get_by_label("Compare Amiens").check()
    page.get_by_role("link", name="Lund: artificial intelligence").click()
    page.wait_for_url("**/cases/lund-artificial-intelligence/")

    page.go_back()

    expect(page.get_by_role("link", name="Compare 2 cases")).to_be_visible()


def test_an_unknown_case_is_named(page, base_url, amiss):
    page.goto(f"{base_url}cases/compare/?case=amiens-cci-strategy&case=no-such-case")

    expect(page.get_by_role("status")).to_contain_text("There is no case “no-such-case”.")
    amiss.clear()


def test_a_comparison_stands_in_the_address_and_can_be_changed(page, base_url):
    page.goto(f"{base_url}cases/compare/?case=amiens-cci-strategy")
    expect(page.get_by_role("status")).to_have_text("Choose a second case.")

    page.get_by_label("Second case").select_option("kosice-cultural-heritage")

    expect(page.get_by_role("status")).to_have_text("2 cases side by side.")
    expect(page).to_have_url(
        f"{base_url}cases/compare/?case=amiens-cci-strategy&case=kosice-cultural-heritage"
    )
    page.go_back()
    expect(page.get_by_role("status")).to_have_text("Choose a second case.")
