"""What every page is like on a first visit: light, still, and following the reader."""

from __future__ import annotations

import gzip

import pytest
from playwright.sync_api import expect

BUDGET = 150_000
"""Bytes over the wire on a first visit, with text compressed as servers do."""

COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".txt")


def test_no_page_is_heavy_or_moves_while_it_loads(browser, base_url, site):
    """One test for all pages: a fresh visitor to each of them."""
    heavy, moved = {}, {}
    for address in site.addresses():
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.add_init_script(
            "window.moved = 0; new PerformanceObserver((list) => { for (const entry of"
            " list.getEntries()) window.moved += entry.value; })"
            ".observe({ type: 'layout-shift', buffered: true });"
        )
        page.goto(base_url + address.lstrip("/"), wait_until="networkidle")
        weight = sum(_on_the_wire(site, url.removeprefix(base_url)) for url in set(asked))
        if weight > BUDGET:
            heavy[address] = weight
        if shift := page.evaluate("window.moved"):
            moved[address] = shift
        context.close()

    assert heavy == {}
    assert moved == {}


def _on_the_wire(site, path: str) -> int:
    file = site.file("/" + path.partition("?")[0])
    content = file.read_bytes()
    return len(gzip.compress(content, 6)) if file.suffix in COMPRESSED else len(content)


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
    page.emulate_media(media="print")

    for selector in (".top", ".toc", ".edit", ".explorer__filters", ".explorer__actions"):
        for part in page.locator(selector).all():
            expect(part).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
