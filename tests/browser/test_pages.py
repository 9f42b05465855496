"""What every page is like on a first visit: light, still, and following the reader."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from benchmarks.wire import first_visits, served

BUDGET = 150_000
"""Bytes over the wire on a first visit, with text compressed as servers do."""


def test_no_page_is_heavy_or_moves_while_it_loads_or_asks_elsewhere(browser, site):
    """One test for all pages: a fresh visitor to each of them."""
    with served(site.folder) as server:
        visits = list(first_visits(browser, server))

    assert {visit.address for visit in visits} == set(site.addresses())
    faults = [visit for visit in visits if visit.size > BUDGET or visit.shift or visit.foreign]
    assert faults == []


def test_the_contents_follow_the_reader(page, base_url):
    page.goto(f"{base_url}cases/saint-etienne-performing-arts-ai/#recommendations")

    expect(page.locator(".toc a[aria-current]")).to_have_text("Recommendations")


def test_escape_closes_the_menu_of_a_phone_and_gives_the_focus_back(page, base_url):
    page.set_viewport_size({"width": 360, "height": 700})
    page.goto(base_url)
    menu = page.locator(".menu--narrow")
    menu.locator("summary").click()
    menu.get_by_role("link", name="Evidence").focus()

    page.keyboard.press("Escape")

    expect(menu.get_by_role("link", name="Evidence")).to_be_hidden()
    expect(menu.locator("summary")).to_be_focused()


@pytest.mark.parametrize("address", ["cases/amiens-cci-strategy/", "evidence/", "cases/"])
def test_print_leaves_the_furniture_out(page, base_url, address):
    page.goto(base_url + address)
    expect(page.locator(".page-links")).to_be_visible()
    page.emulate_media(media="print")

    for selector in (".top", ".toc", ".page-links", ".explorer__filters", ".explorer__actions"):
        for part in page.locator(selector).all():
            expect(part).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
