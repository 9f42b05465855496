"""The search index of a small site."""

from __future__ import annotations

import json

import pytest

from casebank.search_index import SearchIndexError, build_search_index

PAGE = """<!doctype html><html lang="en"><head><title>{title}</title>
<meta data-pagefind-meta="also[content]" content="{also}"></head>
<body><nav>Menu of the whole site</nav><article data-pagefind-body><h1>{title}</h1>
<p class="crumbs">Where this page lies</p><p>{text}</p></article></body></html>"""


@pytest.fixture
def small(tmp_path):
    """A site of two pages."""
    pages = {
        "a": ("Košice", "Kaschau", "Heritage houses and festivals."),
        "b": ("Amiens", "Samarobriva", "Festivals of comics."),
    }
    for name, (title, also, text) in pages.items():
        folder = tmp_path / name
        folder.mkdir()
        html = PAGE.format(title=title, also=also, text=text)
        (folder / "index.html").write_text(html, encoding="utf-8")
    return tmp_path


def index(site, cases=("/b/", "/a/"), filters=None):
    build_search_index(site, cases, filters or {})
    return site / "pagefind"


def test_cases_are_known_by_their_keys_in_the_given_order(small):
    keys = json.loads((index(small) / "cases.json").read_text())

    assert [(small / f"pagefind/fragment/{key}.pf_fragment").is_file() for key in keys] == [
        True
    ] * 2
    assert len(set(keys)) == 2


def test_a_case_whose_page_is_not_indexed_has_no_key(small):
    keys = json.loads((index(small, ["/a/", "/gone/"]) / "cases.json").read_text())

    assert keys[1] is None


def test_pages_carry_their_filters_as_facets(small):
    filters = {"/a/": {"country": ["Slovakia"]}, "/b/": {"country": ["France"]}}

    data = json.loads((index(small, filters=filters) / "pages.json").read_text())

    assert data["total"] == len(data["keys"]) == 2
    assert data["facets"]["country"]["values"] == ["France", "Slovakia"]
    assert sorted(data["facets"]["country"]["of"]) == [0, 1]
    assert data["facets"]["kind"]["of"] == [[], []]


def test_words_of_titles_and_search_words_come_before_those_of_texts(small):
    words = (index(small) / "words.txt").read_text(encoding="utf-8").split()

    assert set(words[:4]) == {"košice", "kaschau", "amiens", "samarobriva"}
    assert words[4] == "festivals"


def test_furniture_of_pages_is_not_indexed(small):
    words = (index(small) / "words.txt").read_text(encoding="utf-8").split()

    assert not {"menu", "where", "page"} & set(words)


def test_two_indexes_of_one_site_are_the_same_bytes(small):
    def files():
        folder = index(small)
        return {file.relative_to(folder): file.read_bytes() for file in folder.rglob("*.*")}

    assert files() == files()


def test_only_what_the_site_uses_is_published(small):
    assert not list(index(small).glob("*ui*"))


def test_a_site_without_pages_is_an_error_that_says_so(tmp_path):
    with pytest.raises(SearchIndexError, match="no index"):
        build_search_index(tmp_path, [], {})
