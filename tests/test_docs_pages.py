"""Pages that people write: macros run, Markdown as on the site, sources at their end."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from casebank.docs_pages import EXTENSIONS, docs_pages, dressed, html_of

ROOT = Path(__file__).parent.parent


def test_markdown_is_extended_as_in_the_settings_of_the_site():
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    listed = settings.partition("\nmarkdown_extensions:\n")[2].partition("\n\n")[0]

    assert tuple(re.findall(r"^  - (\w+)", listed, re.MULTILINE)) == EXTENSIONS


def test_a_page_is_read_with_its_fields_and_its_macros(folder, add):
    add("docs/x/page.md", "---\ntitle: X\n---\n\n{{ shout('hello') }} *there*\n")

    (page,) = docs_pages(folder, {"shout": str.upper})

    assert (page.path, page.fields) == ("x/page.md", {"title": "X"})
    assert page.html == "<p>HELLO <em>there</em></p>"


def test_a_macro_that_does_not_exist_is_an_error(folder, add):
    add("docs/page.md", "{{ nothing() }}")

    with pytest.raises(Exception, match="nothing"):
        list(docs_pages(folder, {}))


def test_headings_have_ids_to_link_to():
    assert html_of("## Two words") == '<h2 id="two-words">Two words</h2>'


def test_a_page_that_cites_lists_its_sources(make_book, make_tool):
    book = make_book(tools=(make_tool("canvas"),))

    html = dressed("<p>So [^made-up].</p>", {"cites": ["canvas"]}, book)

    assert "Made up" in html
    assert "[^made-up]" not in html


def test_a_page_that_cites_nothing_stays_as_it_is(make_book):
    assert dressed("<p>So [^it].</p>", {}, make_book()) == "<p>So [^it].</p>"
