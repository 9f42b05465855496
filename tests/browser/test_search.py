"""The search, as a reader uses it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

QUERIES = {
    "Kosice": "Košice: heritage institutions",
    "St Etienne": "Saint-Étienne: performing arts and AI",
    "formation": "Skills, training and certification",
    "compétences": "Skills, training and certification",
    "jeux vidéo": "Inclusivity in Video Game Industry",
    "PI2C": "Glossary",
    "Rottredam": "Rotterdam: ",
    "liept": "Lund Innovation Ecosystem Portfolio Tracking",
    "Pays-Bas": "Netherlands",
    "subventions": "Funding and incentives",
}
"""What is typed, and how the first hit begins: accents, aliases, French words, a slip."""


@pytest.fixture
def dialog(page):
    return page.get_by_role("dialog", name="Search")


def ask(page, query):
    expect(page.get_by_role("dialog").get_by_role("searchbox")).to_be_focused()
    page.keyboard.type(query)
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text(re.compile("“|‘"))


@pytest.mark.parametrize(("query", "first"), QUERIES.items())
def test_the_first_hit_is_the_expected_one(page, base_url, query, first):
    page.goto(f"{base_url}search/?q={query}")

    expect(page.locator(".hit__page").first).to_have_text(re.compile(f"^{re.escape(first)}"))


def test_everything_works_by_keyboard_from_key_to_page(page, base_url, dialog):
    page.goto(f"{base_url}about/")

    page.keyboard.press("/")
    expect(dialog.get_by_role("searchbox")).to_be_focused()
    ask(page, "Amiens strategy")
    page.keyboard.press("ArrowDown")
    expect(dialog.locator(".hit__page").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(dialog.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    expect(page).to_have_url(f"{base_url}cases/amiens-cci-strategy/")


def test_control_k_opens_it_and_escape_closes_it_and_gives_the_focus_back(page, base_url, dialog):
    page.goto(base_url)
    page.get_by_role("link", name="Contribute").first.focus()

    page.keyboard.press("Control+k")
    expect(dialog).to_be_visible()
    page.keyboard.press("Escape")

    expect(dialog).to_be_hidden()
    expect(page.get_by_role("link", name="Contribute").first).to_be_focused()


def test_a_slash_in_a_field_is_a_slash(page, base_url, dialog):
    page.goto(base_url)
    field = page.get_by_role("searchbox", name="Search the casebook")
    field.focus()

    page.keyboard.type("a/b")

    expect(field).to_have_value("a/b")
    expect(dialog).to_be_hidden()


def test_the_slash_key_can_be_switched_off(page, base_url, dialog):
    page.goto(base_url)
    page.keyboard.press("Control+k")
    dialog.get_by_role("checkbox").uncheck()
    page.keyboard.press("Escape")

    page.keyboard.press("/")
    expect(dialog).to_be_hidden()
    page.keyboard.press("Control+k")
    expect(dialog).to_be_visible()


def test_results_are_announced_with_what_was_searched_for(page, base_url, dialog):
    page.goto(base_url)
    page.keyboard.press("/")

    ask(page, "Rottredam")

    expect(dialog.get_by_role("status")).to_contain_text("rotterdam")
    expect(dialog.get_by_role("status")).to_contain_text("no page has “Rottredam”")


def test_a_hit_leads_to_the_very_section_and_marks_the_words(page, base_url, dialog):
    page.goto(base_url)
    page.keyboard.press("/")
    ask(page, "Dortmund twin city")

    section = dialog.locator('.hit a[href$="cases/amiens-cci-strategy/#AM-X3.2"]')
    expect(section).to_be_visible()
    marked = {text.lower() for text in section.locator("..").locator("mark").all_inner_texts()}
    section.click()

    assert any("dortmund" in text for text in marked)
    expect(page).to_have_url(f"{base_url}cases/amiens-cci-strategy/#AM-X3.2")
    expect(page.locator('[id="AM-X3.2"]')).to_be_in_viewport()


def test_filters_narrow_the_results_down_and_stand_in_the_address(page, base_url):
    page.goto(f"{base_url}search/?q=strategy")
    page.locator("#content").get_by_text("Narrow down").click()
    page.get_by_label("Kind").select_option("Peer review")

    expect(page.locator(".hit")).to_have_count(1)
    expect(page).to_have_url(f"{base_url}search/?q=strategy&kind=Peer+review")
    page.reload()
    expect(page.locator(".hit")).to_have_count(1)
    expect(page.get_by_label("Kind")).to_have_value("Peer review")
    assert {"Kind", "Innovation area", "Country", "Theme", "Tool or method", "Year"} == {
        label.strip() for label in page.locator(".search__filters label > span").all_inner_texts()
    }


def test_enter_in_the_dialog_keeps_the_filters(page, base_url, dialog):
    page.goto(base_url)
    page.keyboard.press("/")
    ask(page, "strategy")
    dialog.get_by_text("Narrow down").click()
    dialog.get_by_label("Kind").select_option("Peer review")
    dialog.get_by_role("searchbox").press("Enter")

    expect(page).to_have_url(f"{base_url}search/?q=strategy&kind=Peer+review")


def test_a_filter_without_words_says_what_to_do(page, base_url):
    page.goto(f"{base_url}search/?country=France&utm_source=elsewhere")

    expect(page.get_by_role("status")).to_contain_text("Type a word")
    expect(page.locator("#content").get_by_text("Narrow down (1 filter)")).to_be_visible()


def test_a_phrase_in_quotation_marks_is_searched_as_it_is(page, base_url):
    page.goto(f'{base_url}search/?q="in the room"')

    expect(page.get_by_role("status")).to_contain_text('“"in the room"”')
    expect(page.get_by_role("status")).not_to_contain_text("without")


def test_it_works_where_the_browser_keeps_no_settings(page, base_url, dialog):
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked'); } });"
    )
    page.goto(base_url)

    page.keyboard.press("/")
    ask(page, "Amiens")

    expect(dialog.locator(".hit__page").first).to_contain_text("Amiens")


def test_where_the_dialog_cannot_be_loaded_its_link_leads_to_the_search_page(page, base_url, amiss):
    page.route("**/search_dialog.js", lambda route: route.abort())
    page.goto(base_url)
    page.locator(".search-link").click()

    expect(page).to_have_url(f"{base_url}search/")
    amiss.clear()


def test_without_the_words_for_spelling_it_still_finds(page, base_url, amiss):
    page.route("**/words.txt", lambda route: route.abort())
    page.goto(f"{base_url}search/?q=Amiens")

    expect(page.locator(".hit__page").first).to_contain_text("Amiens")
    amiss.clear()


def test_a_failure_is_told_and_the_next_question_tries_again(page, base_url, amiss):
    page.route("**/pagefind.js", lambda route: route.abort())
    page.goto(f"{base_url}search/?q=Amiens")
    expect(page.get_by_role("status")).to_contain_text("could not be loaded")

    page.unroute("**/pagefind.js")
    page.get_by_role("searchbox").fill("Amiens strategy")

    expect(page.locator(".hit__page").first).to_contain_text("Amiens")
    amiss.clear()


@pytest.mark.parametrize("size", [(360, 740), (320, 256), (640, 360)])
def test_hits_can_be_reached_on_small_screens_with_filters_open(page, base_url, dialog, size):
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(base_url)
    page.keyboard.press("Control+k")
    ask(page, "strategy")
    dialog.get_by_text("Narrow down").click()
    expect(dialog.get_by_label("Kind")).to_be_visible()

    hit = dialog.locator(".hit__page").first
    hit.focus()

    expect(hit).to_be_in_viewport()
    seen = hit.evaluate(
        "one => { const [box] = one.getClientRects();"
        " return one.contains(document.elementFromPoint(box.x + 5, box.y + box.height / 2)); }"
    )
    assert seen


def test_no_result_helps_on(page, base_url):
    page.goto(f"{base_url}search/?q=xylophonist")

    expect(page.get_by_role("status")).to_contain_text("Nothing was found for “xylophonist”")
    expect(page.locator(".hit")).to_have_count(0)
    expect(page.locator(".search__help").get_by_role("link", name="All cases")).to_be_visible()
    expect(page.get_by_role("link", name="tell us what is missing")).to_be_visible()


def test_a_word_that_nobody_wrote_beside_one_that_somebody_did_is_left_out_and_named(
    page, base_url
):
    page.goto(f"{base_url}search/?q=Amiens+xylophonist")

    expect(page.get_by_role("status")).to_contain_text("without “xylophonist”")
    expect(page.locator(".hit__page").first).to_contain_text("Amiens")


def test_the_search_of_the_front_door_leads_to_the_search_page(page, base_url):
    page.goto(base_url)
    page.get_by_role("searchbox", name="Search the casebook").fill("residency")
    page.keyboard.press("Enter")

    expect(page).to_have_url(f"{base_url}search/?q=residency")
    expect(page.locator(".hit").first).to_be_visible()
