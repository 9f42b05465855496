"""Links of a finished site."""

import pytest

from casebank.site_links import SiteLinks

PAGES = ["/", "/cases/a/", "/cases/b/"]


@pytest.fixture
def links():
    """The links of a site of three pages."""
    return SiteLinks(PAGES)


def test_links_become_relative_to_their_page(links):
    html = links.relinked('<a href="/cases/b/#b-1">b</a>', "/cases/a/", "cases/a.md")

    assert html == '<a href="../b/#b-1">b</a>'


def test_a_link_to_a_page_and_to_an_anchor_that_are_there_is_no_fault(links):
    links.relinked('<a href="/cases/b/#b-1">b</a>', "/cases/a/", "cases/a.md")
    links.relinked('<p id="b-1">b</p>', "/cases/b/", "cases/b.md")

    assert list(links.faults()) == []


def test_a_link_to_no_page_is_told_with_its_file(links):
    links.relinked('<a href="/cases/c/">c</a>', "/cases/a/", "cases/a.md")

    assert list(links.faults()) == ["cases/a.md: the address /cases/c/ is no page of the site."]


def test_a_link_to_no_anchor_of_a_page_is_told(links):
    links.relinked('<a href="/cases/b/#b-2">b</a>', "/cases/a/", "cases/a.md")
    links.relinked('<p id="b-1">b</p>', "/cases/b/", "cases/b.md")

    assert list(links.faults()) == ["cases/a.md: /cases/b/ has no anchor #b-2."]


def test_a_link_to_no_anchor_of_its_own_page_is_told(links):
    links.relinked('<a href="#a-1">a</a>', "/cases/a/", "cases/a.md")

    assert list(links.faults()) == ["cases/a.md: /cases/a/ has no anchor #a-1."]
