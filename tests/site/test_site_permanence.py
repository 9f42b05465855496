"""A copy of the book in which things were renamed and removed keeps every address."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.built_site import REPOSITORY, Site, build, copy_to

MOVED = """\
- {old: /tools-and-methods/opsi-model/, new: /tools-and-methods/opsi-ways/}
- {old: /themes/regulation-ethics/, new: /themes/rules-ethics/}
- old: /cases/saint-etienne-performing-arts-ai/#SE-2
  new: /cases/saint-etienne-performing-arts-ai/#SE-12
"""

REMOVED = """\
- address: /cases/lund-artificial-intelligence/
  title: "Lund: artificial intelligence"
  removed_on: 2026-11-30
  reason: Its publisher took it back.
  instead: /cases/saint-etienne-performing-arts-ai/#SE-12
"""

RENAMED = {
    "opsi-model": "opsi-ways",
    "regulation-ethics": "rules-ethics",
    "id: SE-2\n": "id: SE-12\n",
    "[a case](../cases/lund-artificial-intelligence.md)": "a case",
    "/cases/kosice-cultural-heritage/": "/cases/kosice/",
    "(../cases/kosice-cultural-heritage.md)": "(../cases/kosice.md)",
}


@pytest.fixture(scope="module")
def old_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site of that copy."""
    root = copy_to(tmp_path_factory.mktemp("old") / "copy")
    shutil.copytree(REPOSITORY / "addresses", root / "addresses")
    for path in [*root.rglob("*.md"), *root.rglob("vocabularies/*.yml")]:
        text = path.read_text(encoding="utf-8")
        for old, new in RENAMED.items():
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")
    tools, cases = root / "tools-and-methods", root / "cases"
    (tools / "opsi-model.md").rename(tools / "opsi-ways.md")
    case = cases / "kosice-cultural-heritage.md"
    text = case.read_text(encoding="utf-8")
    aliased = text.replace("\nreview:", "\naliases: [kosice-cultural-heritage]\nreview:", 1)
    (cases / "kosice.md").write_text(aliased, encoding="utf-8")
    case.unlink()
    (cases / "lund-artificial-intelligence.md").unlink()
    (root / "addresses/moved.yml").write_text(MOVED, encoding="utf-8")
    (root / "addresses/removed.yml").write_text(REMOVED, encoding="utf-8")
    folder = tmp_path_factory.mktemp("old-site")
    result = build(folder, root)
    assert result.returncode == 0, result.stdout + result.stderr
    return Site(folder)


def published() -> list[str]:
    return (REPOSITORY / "addresses/published.txt").read_text(encoding="utf-8").split()


def test_every_page_that_was_published_is_there(old_site):
    pages = {address.partition("#")[0] for address in published()}

    assert [page for page in sorted(pages) if not old_site.file(page).is_file()] == []


def test_every_ask_that_was_published_has_its_anchor(old_site):
    asks = [address.split("#") for address in published() if "#" in address]

    lost = [
        f"{page}#{anchor}"
        for page, anchor in asks
        if page != "/cases/lund-artificial-intelligence/"
        and not old_site.page(page).find(id=anchor)
    ]
    assert lost == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/cases/kosice-cultural-heritage/", "/cases/kosice/"),
        ("/tools-and-methods/opsi-model/", "/tools-and-methods/opsi-ways/"),
        ("/themes/regulation-ethics/", "/themes/rules-ethics/"),
    ],
)
def test_an_old_page_leads_on(old_site, old, new):
    page = old_site.page(old)
    name = new.strip("/").split("/")[1]

    assert page.select_one("noscript meta[http-equiv=refresh]")["content"] == f"0; url=../{name}/"
    assert page.select_one("link[rel=canonical]")["href"].endswith(new)
    assert page.select_one("script[src$='javascripts/moved.js']")
    assert new in old_site.links(old)


def test_a_removed_page_says_why_and_is_found_by_no_search(old_site):
    page = old_site.page("/cases/lund-artificial-intelligence/")

    assert "Its publisher took it back." in page.select_one("#content").get_text()
    assert page.select_one("meta[name=robots]")["content"] == "noindex"
    assert page.select_one("[data-pagefind-body]") is None
    assert page.select_one("meta[http-equiv=refresh]") is None


def test_no_old_page_is_in_the_sitemap_or_the_search(old_site):
    sitemap = (old_site.folder / "sitemap.xml").read_text(encoding="utf-8")
    old = ("lund-artificial-intelligence", "kosice-cultural-heritage", "opsi-model")

    assert not [name for name in old if f"/{name}/" in sitemap]
    assert "/cases/kosice/" in sitemap


def test_no_list_has_what_was_removed(old_site):
    pages = [page for page in old_site.addresses() if "/lund-artificial-intelligence/" not in page]

    linking = [
        page for page in pages if "/cases/lund-artificial-intelligence/" in old_site.links(page)
    ]
    assert linking == []


def test_the_api_answers_at_old_addresses(old_site):
    folder = Path(old_site.folder, "api/v1")

    def read(path):
        return json.loads((folder / path).read_text(encoding="utf-8"))

    assert read("cases/kosice-cultural-heritage.json")["item"]["id"] == "kosice"
    assert read("cases/lund-artificial-intelligence.json")["removed"]["reason"] == (
        "Its publisher took it back."
    )
