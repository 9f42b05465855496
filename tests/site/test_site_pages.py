"""Every promised address has a page, and every page is whole."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from urllib.parse import quote

import pytest
import yaml

from casebank.phrases import review_in_words
from tests.built_site import FOLDER, HOST, REPOSITORY

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
    "/contribute/new-case/",
    *("/contribute/new-case/", "/maintain/"),
    *("/data/api/", "/data/codebook/", "/data/feeds/", "/data/tables/"),
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
        text = site.page(address).select_one("#content").get_text()
        # The codebook repeats the rule that no text may hold {{ }}.
        assert not re.search(r"\{\{(?! \}\})", text), address


def test_the_line_on_funding_stands_on_every_page(site):
    for address in site.addresses():
        assert "Funded by the European Union" in site.page(address).select_one("footer").get_text()


def test_the_page_for_lost_visitors_leads_on(site):
    page = site.page("/404.html")
    hrefs = {str(link["href"]) for link in page.select("#content a")}

    assert {f"/{FOLDER}/{name}/" for name in ("cases", "themes", "tools-and-methods")} <= hrefs


def test_each_page_can_be_edited_and_looked_back_on_in_its_own_file(site):
    for address in _with_a_source(site):
        edit, report, history = site.page(address).select(".page-links a")
        file = edit["href"].partition("/edit/main/")[2]
        assert file, address
        assert (REPOSITORY / file).is_file(), f"{address}: {file}"
        assert history["href"].endswith(f"/commits/main/{file}"), address
        page = quote(f"https://{HOST}/{FOLDER}{address}", safe="")
        assert report["href"].endswith(f"/issues/new?template=correction.yml&page={page}"), address


def _with_a_source(site):
    """Return all pages but those that lead on to another address at once."""
    leading_on = "meta[http-equiv=refresh]"
    return [one for one in site.addresses() if not site.page(one).select(leading_on)]


@pytest.mark.parametrize(
    ("address", "file", "words"),
    [
        ("/cases/amiens-cci-strategy/", "cases/amiens-cci-strategy.md", "Edit this case"),
        ("/tools-and-methods/opsi-model/", "tools-and-methods/opsi-model.md", "Edit this tool"),
        ("/themes/skills/", "vocabularies/themes.yml", "Edit this page"),
        ("/evidence/", "docs/evidence/index.md", "Edit this page"),
    ],
)
def test_the_edit_link_opens_what_the_page_is_made_from(site, address, file, words):
    link = site.page(address).select_one(".page-links a")

    assert link["href"].endswith(f"/edit/main/{file}")
    assert link.get_text() == words


def test_the_field_that_a_report_fills_in_is_one_of_its_form():
    file = REPOSITORY / ".github/ISSUE_TEMPLATE/correction.yml"
    form = yaml.safe_load(file.read_text("utf-8"))

    assert "page" in {field.get("id") for field in form["body"]}


def test_the_issue_on_broken_links_is_found_by_the_label_that_the_weekly_check_sets(site):
    workflow = (REPOSITORY / ".github/workflows/links.yml").read_text("utf-8")
    label = re.search(r"LABEL: (.+)", workflow)[1]
    links = [link["href"] for link in site.page("/maintain/").select("#content a[href*='?q=']")]

    assert [href.partition("?q=")[2] for href in links] == [quote(f'label:"{label}"')]


def test_the_page_for_lost_visitors_has_no_file_to_edit(site):
    assert site.page("/404.html").select(".page-links") == []


def test_each_case_and_tool_says_how_far_it_can_be_trusted(site, book):
    for one in (*book.cases, *book.tools):
        terms = {term.get_text(): term for term in site.page(one.address).select(".facts dt")}
        assert terms["Review"].find_next("dd").get_text() == review_in_words(one.review)
        assert terms["Completeness"].find_next("dd").get_text().strip(), one.id


def test_a_linked_case_does_not_look_deficient(site, book):
    for case in (one for one in book.cases if not one.is_full):
        assert "missing" not in site.page(case.address).select_one(".facts").get_text()


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
    first, second, *_ = book.cases_where(area="ai-cci")
    links = site.page(first.address).select(".onwards--cases a[rel=next]")

    assert any(link["href"].endswith(f"{second.id}/") for link in links)


def test_no_script_stands_in_a_page_and_every_one_is_ours(site):
    for address in site.addresses():
        for script in site.page(address).select("script"):
            if script.get("type") == "application/ld+json":  # data: no browser runs it
                assert json.loads(script.get_text()), address
                continue
            assert not script.get_text().strip(), address
            assert "assets/javascripts/" in script["src"]
