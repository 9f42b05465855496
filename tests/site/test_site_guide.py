"""The guide to read online: part after part, with its sources."""

from __future__ import annotations

from itertools import pairwise


def test_the_front_page_lists_every_part_in_order(site, book):
    links = site.page("/facilitators-guide/").select(".guide-parts a")

    assert [link.get_text() for link in links] == [part.title for part in book.guide]


def test_each_part_leads_on_to_the_next_and_back(site, book):
    for part, following in pairwise(book.guide):
        onwards = site.page(part.address).select_one(".onwards a[rel=next]")
        back = site.page(following.address).select_one(".onwards a[rel=prev]")
        assert onwards["href"] == f"../{following.slug}/"
        assert back["href"] == f"../{part.slug}/"


def test_a_part_says_which_of_how_many_it_is(site, book):
    for part in book.guide:
        text = site.page(part.address).select_one(".guide__number").get_text()
        assert text == f"Part {part.number} of {len(book.guide)}"


def test_every_mark_of_a_citation_leads_to_a_source_on_its_page(site, book):
    cited = 0
    for part in book.guide:
        page = site.page(part.address)
        for mark in page.select("sup.cite a"):
            assert page.select_one(mark["href"]), f"{part.slug}: {mark['href']}"
            cited += 1

    assert cited > 30


def test_nothing_is_left_of_citations_and_macros(site, book):
    for part in book.guide:
        page = site.page(part.address)
        for code in page.select("code"):
            code.decompose()
        text = page.select_one("#content").get_text()
        assert [mark for mark in ("[^", "{{", "{:") if mark in text] == [], part.slug


def test_the_guide_is_in_the_main_menu(site):
    (current,) = site.page("/facilitators-guide/").select(".menu--wide [aria-current]")

    assert current.get_text() == "Facilitator’s Guide"
