"""Every promised address has a page, and every page is whole."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from tests.built_site import FOLDER, HOST

FIXED = [
    *("/", "/cases/", "/areas/", "/countries/", "/themes/", "/evidence/", "/tools-and-methods/"),
    *(
        "/plan/",
        "/downloads/",
        "/facilitators-guide/",
        "/search/",
        "/cases/all/",
        "/cases/compare/",
        "/evidence/gaps/",
    ),
    *("/about/", "/glossary/", "/recommendations/", "/organisations/", "/contribute/", "/data/"),
]
"""Addresses that do not depend on the content."""


@pytest.mark.parametrize("address", FIXED)
def test_a_promised_address_has_a_page(site, address):
    assert site.file(address).is_file()


def test_every_case_tool_and_term_has_its_page(site, book):
    expected = {case.address for case in book.cases} | {tool.address for tool in book.tools}
    expected |= {part.address for part in book.guide}
    for vocabulary in ("areas", "countries", "themes"):
        expected |= {f"/{vocabulary}/{term.id}/" for term in book.terms(vocabulary)}

    assert expected <= set(site.addresses())


def test_no_page_exists_that_nobody_promised(site):
    folders = "cases|tools-and-methods|areas|countries|themes|facilitators-guide"
    generated = re.compile(rf"^/({folders})/[a-z0-9-]+/$")

    assert [
        page for page in site.addresses() if page not in FIXED and not generated.match(page)
    ] == []


def test_each_page_has_one_first_level_heading_a_title_and_a_description(site):
    titles = {}
    for address in site.addresses():
        page = site.page(address)
        assert len(page.select("h1")) == 1, address
        assert page.select_one("meta[name=description]")["content"].strip(), address
        titles.setdefault(page.title.get_text(), []).append(address)

    assert {title: pages for title, pages in titles.items() if len(pages) > 1} == {}


def test_headings_never_skip_a_level(site):
    for address in site.addresses():
        levels = [int(heading.name[1]) for heading in site.page(address).select("h1, h2, h3, h4")]
        jumps = [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]
        assert jumps == [], address


def test_no_section_is_empty(site):
    for address in site.addresses():
        content = site.page(address).select_one("#content")
        for heading in content.find_all(["h2", "h3"]):
            following = heading.find_next(["h1", "h2", "h3", "p", "li", "table", "dl", "article"])
            assert following is not None, f"{address}: {heading.get_text()}"
            assert not (following.name == "h2" and heading.name in {"h2", "h3"}), (
                f"{address}: {heading.get_text()!r} has nothing below it"
            )


def test_each_id_is_used_once_on_its_page(site):
    for address in site.addresses():
        ids = [element["id"] for element in site.page(address).select("[id]")]
        assert sorted(ids) == sorted(set(ids)), address


def test_no_internal_link_or_anchor_is_broken(site):
    broken = []
    for address in site.addresses():
        for target in site.links(address):
            if not target.startswith("/"):
                continue
            place, _, anchor = target.partition("#")
            if not site.file(place).is_file() or (anchor and not site.page(place).find(id=anchor)):
                broken.append((address, target))

    assert broken == []


def test_header_and_footer_links_lead_to_pages(site):
    page = site.page("/cases/amiens-cci-strategy/")
    links = page.select("header a[href], footer a[href]")
    relative = [str(link["href"]) for link in links if "://" not in str(link["href"])]

    assert len(relative) > 10
    for href in relative:
        path, _, _ = href.partition("#")
        assert (site.file("/cases/amiens-cci-strategy/").parent / path).exists(), href


def test_nothing_is_loaded_from_another_host(site):
    loading = (
        "script[src], link[rel=stylesheet], link[rel=preload], link[rel=icon], img, iframe, source"
    )
    for address in site.addresses():
        for element in site.page(address).select(loading):
            url = str(element.get("src") or element.get("href"))
            assert not re.match(r"^(https?:)?//", url), f"{address}: {url}"
    for style in site.folder.rglob("*.css"):
        assert not re.search(r"url\(\s*[\"']?(https?:)?//", style.read_text(encoding="utf-8"))


def test_no_template_expression_is_left(site):
    for address in site.addresses():
        assert "{{" not in site.page(address).select_one("#content").get_text(), address


def test_the_line_on_funding_stands_on_every_page(site):
    for address in site.addresses():
        assert "Funded by the European Union" in site.page(address).select_one("footer").get_text()


def test_the_page_for_lost_visitors_leads_on(site):
    page = site.page("/404.html")
    hrefs = {str(link["href"]) for link in page.select("#content a")}

    assert {f"/{FOLDER}/{name}/" for name in ("cases", "themes", "tools-and-methods")} <= hrefs


def test_the_edit_link_of_a_generated_page_opens_its_source(site):
    for address, path in [
        ("/cases/amiens-cci-strategy/", "/cases/amiens-cci-strategy.md"),
        ("/tools-and-methods/opsi-model/", "/tools-and-methods/opsi-model.md"),
        ("/themes/skills/", "/vocabularies/themes.yml"),
        ("/evidence/", "/docs/evidence/index.md"),
    ]:
        href = site.page(address).select_one(".edit a")["href"]
        assert href.endswith(f"/edit/main{path}"), href


def test_a_shared_link_shows_title_sentence_and_an_existing_picture(site):
    for address in site.addresses():
        meta = {
            tag["property"]: tag["content"]
            for tag in site.page(address).select("meta[property^='og:']")
        }
        picture = meta["og:image"].removeprefix(f"https://{HOST}/{FOLDER}")
        assert meta["og:title"], address
        assert (
            meta["og:description"] == site.page(address).select_one("[name=description]")["content"]
        )
        assert site.file(picture).is_file(), address


def test_each_case_and_tool_has_a_picture_of_its_own(site, book):
    pictures = {
        site.page(one.address).select_one("meta[property='og:image']")["content"]
        for one in (*book.cases, *book.tools)
    }

    assert len(pictures) == len(book.cases) + len(book.tools)


def test_cases_of_one_area_lead_to_each_other(site, book):
    first, second, *_ = book.cases_in_area("ai-cci")
    links = site.page(first.address).select(".onwards--cases a[rel=next]")

    assert any(link["href"].endswith(f"{second.id}/") for link in links)


def test_no_script_stands_in_a_page_and_every_one_is_ours(site):
    for address in site.addresses():
        for script in site.page(address).select("script"):
            assert not script.get_text().strip(), address
            assert "assets/javascripts/" in script["src"]
