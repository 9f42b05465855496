"""What axe finds on each kind of page: nothing, in light and dark, on phones and desks."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

PAGES = {
    "front door": "",
    "cases": "cases/",
    "filtered cases and map": "cases/?theme=skills&country=france&map",
    "no case left": "cases/?country=sweden&kind=peer-review",
    "all cases": "cases/all/",
    "comparison": "cases/compare/?case=amiens-cci-strategy&case=saint-etienne-performing-arts-ai",
    "city case": "cases/saint-etienne-performing-arts-ai/",
    "peer review": "cases/amiens-cci-strategy/",
    "linked case": "cases/kosice-cultural-heritage/",
    "asks": "recommendations/?theme=skills",
    "areas": "areas/",
    "area": "areas/ai-cci/",
    "empty area": "areas/crafts/",
    "countries": "countries/",
    "country": "countries/france/",
    "themes": "themes/",
    "theme": "themes/skills/",
    "evidence": "evidence/",
    "gaps": "evidence/gaps/",
    "tools": "tools-and-methods/",
    "tool": "tools-and-methods/prototyping-workshop/",
    "tool with a canvas": "tools-and-methods/opsi-model/",
    "guide": "facilitators-guide/",
    "part with tables": "facilitators-guide/run-sheets/",
    "part with cards": "facilitators-guide/block-cards/",
    "part with drawings": "facilitators-guide/sheets/",
    "part with texts to copy": "facilitators-guide/inviting/",
    "downloads": "downloads/",
    "plan": "plan/",
    "plan with warnings": "plan/?date=2027-03-04&teams=3&minutes=opsi:5&without=round-1,break",
    "plan in two parts": "plan/?format=two-half-days&people=none",
    "organisations": "organisations/",
    "glossary": "glossary/",
    "search results": "search/?q=skills",
    "no result": "search/?q=xylophonist",
    "page of prose": "about/",
    "data": "data/",
    "codebook": "data/codebook/",
    "columns of tables": "data/tables/",
    "api": "data/api/",
    "contribute": "contribute/",
    "form of a new case": "contribute/new-case/",
    "form with what can be chosen": "contribute/new-case/#step-subject",
    "form with errors": "contribute/new-case/#step-send",
    "lists for maintainers": "maintain/",
    "missing page": "404.html",
}

SIZES = {"phone": {"width": 360, "height": 740}, "desk": {"width": 1280, "height": 900}}


def findings(page) -> list[str]:
    """Return what axe finds in light and in dark, as lines that name the rule and the place."""
    page.wait_for_load_state("networkidle")
    lines = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        lines += [
            f"{scheme}: {one['id']} ({one['impact']}): {node['html'][:120]}"
            for one in Axe().run(page).response["violations"]
            for node in one["nodes"]
        ]
    return lines


@pytest.fixture(params=SIZES)
def seen(request, page):
    """A page of one size."""
    page.set_viewport_size(SIZES[request.param])
    page.emulate_media(reduced_motion="reduce")
    return page


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(seen, base_url, name):
    seen.goto(base_url + PAGES[name])

    assert findings(seen) == []


def test_axe_finds_nothing_in_the_search_with_filters_and_results(seen, base_url):
    seen.goto(base_url)
    seen.keyboard.press("Control+k")
    dialog = seen.get_by_role("dialog", name="Search")
    expect(dialog.get_by_role("searchbox")).to_be_focused()
    seen.keyboard.type("skills")
    expect(dialog.locator(".hit").first).to_be_visible()
    dialog.get_by_text("Narrow down").click()
    expect(dialog.get_by_label("Kind")).to_be_visible()

    assert findings(seen) == []


def test_axe_finds_nothing_with_every_filter_of_the_explorer_open(seen, base_url):
    seen.goto(f"{base_url}cases/")
    if seen.locator(".explorer__open").is_visible():
        seen.locator(".explorer__open").click()
    seen.locator(".facet").evaluate_all("all => all.forEach((facet) => { facet.open = true; })")
    seen.get_by_label("Compare Saint-Étienne").check()

    assert findings(seen) == []


def test_axe_finds_nothing_in_the_lists_for_maintainers_when_they_are_open(seen, base_url):
    seen.goto(f"{base_url}maintain/")
    seen.locator(".work").evaluate_all("all => all.forEach((list) => { list.open = true; })")
    expect(seen.locator(".work__edit").first).to_be_visible()

    assert findings(seen) == []


def test_axe_finds_nothing_in_the_menu_of_a_phone(page, base_url):
    page.set_viewport_size(SIZES["phone"])
    page.goto(base_url)
    page.locator(".menu--narrow summary").click()

    assert findings(page) == []


@pytest.mark.parametrize(
    "name",
    [
        *("front door", "cases", "peer review", "evidence", "comparison", "search results", "plan"),
        *("form of a new case", "form with errors"),
    ],
)
def test_no_page_is_wider_than_a_phone(page, base_url, name):
    page.set_viewport_size(SIZES["phone"])
    page.goto(base_url + PAGES[name])
    page.wait_for_load_state("networkidle")

    assert page.evaluate("document.documentElement.scrollWidth") <= SIZES["phone"]["width"]


def test_the_header_fits_the_narrowest_screen(page, base_url):
    page.set_viewport_size({"width": 320, "height": 600})
    page.goto(base_url)

    right = page.locator(".menu--narrow summary").evaluate(
        "one => one.getBoundingClientRect().right"
    )
    assert right <= 320


@pytest.mark.parametrize("size", [(360, 640), (640, 360)])
def test_the_focus_is_never_hidden_by_the_bar_of_the_comparison(page, base_url, size):
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{base_url}cases/")
    for city in ("Saint-Étienne", "Amiens"):
        page.get_by_label(f"Compare {city}").check()
    page.locator(".explorer__count").focus()
    hidden = []
    for _ in range(30):
        page.keyboard.press("Tab")
        hidden += page.evaluate(
            "() => { const one = document.activeElement; const box = one.getBoundingClientRect();"
            " if (!one.closest('[data-results]')) return [];"
            " const points = [[box.x + 2, box.y + 2], [box.x + 2, box.bottom - 2]];"
            " const shown = points.some(([x, y]) => { const top = document.elementFromPoint(x, y);"
            " return top && (one.contains(top) || top.contains(one)); });"
            " return shown ? [] : [one.outerHTML.slice(0, 90)]; }"
        )

    assert hidden == []
