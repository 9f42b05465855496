"""Everything can be read and reached without JavaScript."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect


@pytest.fixture
def browser_context_args(browser_context_args):
    return {**browser_context_args, "java_script_enabled": False}


def test_all_cases_stand_on_the_page_and_no_dead_filter_does(page, base_url):
    page.goto(f"{base_url}cases/")

    expect(page.locator(".card")).to_have_count(6)
    expect(page.locator(".explorer__filters")).to_be_hidden()
    expect(page.get_by_role("button")).to_have_count(0)
    expect(page.get_by_label("Compare")).to_have_count(6)
    for box in page.get_by_label("Compare").all():
        expect(box).to_be_hidden()


def test_all_asks_stand_on_the_page(page, base_url, book):
    page.goto(f"{base_url}recommendations/")

    expect(page.locator(".ask-card")).to_have_count(len(book.asks))


def test_each_single_facet_has_a_page_of_its_own(page, base_url):
    page.goto(f"{base_url}cases/")

    for name, address in [("innovation area", "areas/"), ("country", "countries/")]:
        link = page.locator(".page-head").get_by_role("link", name=name)
        expect(link).to_be_visible()
        assert link.evaluate("one => one.href") == base_url + address


@pytest.mark.parametrize("address", ["search/", "cases/compare/", "contribute/new-case/"])
def test_what_needs_a_script_says_so_and_leads_on(page, base_url, address):
    page.goto(base_url + address)

    expect(page.get_by_text("needs JavaScript").first).to_be_visible()
    expect(page.locator("#content").get_by_role("link").first).to_be_visible()


def test_no_part_of_the_form_stands_there(page, base_url):
    page.goto(f"{base_url}contribute/new-case/")

    expect(page.locator("#content").get_by_role("button")).to_have_count(0)
    expect(page.locator("#content").get_by_role("textbox")).to_have_count(0)
    ways = page.locator("[data-plain]").get_by_role("link")
    assert [link.inner_text() for link in ways.all()] == [
        *("tell us about the case", "fill in the template of the case report", "CONTRIBUTING"),
    ]


def test_the_search_link_leads_to_the_search_page(page, base_url):
    page.goto(base_url)
    page.locator(".search-link").click()

    expect(page).to_have_url(f"{base_url}search/")


def test_the_menu_opens_on_a_phone(page, base_url):
    page.set_viewport_size({"width": 360, "height": 700})
    page.goto(base_url)

    page.locator(".menu--narrow summary").click()

    expect(page.locator(".menu--narrow").get_by_role("link", name="Evidence")).to_be_visible()


def test_the_map_and_its_list_are_links(page, base_url):
    page.goto(base_url)

    page.locator('svg [data-city="lund-se"] .map__dot').click()

    expect(page).to_have_url(f"{base_url}cases/lund-artificial-intelligence/")
