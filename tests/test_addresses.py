"""Site addresses become links that fit the page on which they stand."""

from __future__ import annotations

import pytest

from casebank.addresses import address, relative, relink


@pytest.mark.parametrize(
    ("path", "published"),
    [
        ("cases/lund.md", "/cases/lund/"),
        ("index.md", "/"),
        ("cases/index.md", "/cases/"),
        ("about.md", "/about/"),
    ],
)
def test_a_file_is_published_at_its_own_path(path, published):
    assert address(path) == published


@pytest.mark.parametrize(
    ("target", "page", "link"),
    [
        ("/cases/lund/", "/", "cases/lund/"),
        ("/", "/cases/lund/", "../../"),
        ("/cases/", "/cases/lund/", "../"),
        ("/cases/kosice/", "/cases/lund/", "../kosice/"),
        ("/cases/kosice/#KE-1", "/cases/lund/", "../kosice/#KE-1"),
        ("/cases/lund/#SE-1", "/cases/lund/", "#SE-1"),
        ("/cases/lund/", "/cases/lund/", "./"),
        ("/data/cases.csv", "/data/", "cases.csv"),
        ("/cases/media/lund/a.png", "/cases/lund/", "../media/lund/a.png"),
    ],
)
def test_a_link_fits_the_place_of_its_page(target, page, link):
    assert relative(target, page) == link


@pytest.mark.parametrize(
    ("html", "result"),
    [
        ('<a href="/cases/">x</a>', '<a href="[/cases/]">x</a>'),
        ('<a class="chip" href="/cases/">x</a>', '<a class="chip" href="[/cases/]">x</a>'),
        ('<img src="/a.png" alt="/b/">', '<img src="[/a.png]" alt="/b/">'),
        ('<a href="/a/">x</a><a href="/b/">', '<a href="[/a/]">x</a><a href="[/b/]">'),
        ('<a href="//t.example/">x</a>', '<a href="//t.example/">x</a>'),
        ('<a href="https://t.example/">x</a>', '<a href="https://t.example/">x</a>'),
        ('<a href="#x">x</a>', '<a href="#x">x</a>'),
        ('<a data-href="/x/">x</a>', '<a data-href="/x/">x</a>'),
        ('<p>href="/cases/"</p>', '<p>href="/cases/"</p>'),
        ('&lt;a href="/cases/"&gt;', '&lt;a href="/cases/"&gt;'),
    ],
)
def test_only_site_addresses_in_links_are_replaced(html, result):
    assert relink(html, lambda target: f"[{target}]") == result
