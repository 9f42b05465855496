"""Contributed Markdown becomes HTML that can do no harm."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from markupsafe import Markup

from casebank.rendering import address_of, render


def soup(text):
    return BeautifulSoup(str(render(text)), "html.parser")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Plain & simple.", "<p>Plain &amp; simple.</p>"),
        ("*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>"),
        ("### Title", "<h3>Title</h3>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
        ("> a", "<blockquote>\n<p>a</p>\n</blockquote>"),
        ("[a](https://t.example)", '<p><a href="https://t.example">a</a></p>'),
        ("[a](mailto:a@t.example)", '<p><a href="mailto:a@t.example">a</a></p>'),
        ("<https://t.example>", '<p><a href="https://t.example">https://t.example</a></p>'),
        ("    <b>", "<pre><code>&lt;b&gt;\n</code></pre>"),
        ("&lt;b&gt;", "<p>&lt;b&gt;</p>"),
    ],
)
def test_markdown_becomes_html(text, html):
    assert str(render(text)).strip() == html


def test_the_result_is_markup_that_templates_print_as_it_is():
    assert isinstance(render("a"), Markup)


def test_a_table_is_in_a_box_that_scrolls():
    table = soup("| a |\n|---|\n| b |").select_one("div.scroll > table.table")

    assert [cell.get_text() for cell in table.select("th, td")] == ["a", "b"]
    assert table.parent["tabindex"] == "0"
    assert table.parent["aria-label"] == "Table: a"


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<div onclick='x'>\n\ntext\n\n</div>",
        "a <b onmouseover=x>b</b>",
        "<!-- comment -->",
        "<style>p {}</style>",
        '<iframe src="https://evil.example"></iframe>',
        '<form action="https://evil.example"></form>',
    ],
)
def test_html_is_shown_as_text(text):
    html = soup(text)

    assert {element.name for element in html.find_all()} <= {"p"}
    straight = html.get_text().translate(
        {ord("‘"): "'", ord("’"): "'", ord("“"): '"', ord("”"): '"'}
    )
    assert straight.split() == text.split()


@pytest.mark.parametrize(
    "text",
    [
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](java&#115;cript:alert(1))",
        "[x](&#106;avascript:alert(1))",
        "[x](javascript&colon;alert(1))",
        "[x](<javascript:alert(1)>)",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](vbscript:x)",
        "[x][1]\n\n[1]: javascript:alert(1)",
    ],
)
def test_a_link_to_code_is_no_link(text):
    assert soup(text).find_all("a", href=True) == []


@pytest.mark.parametrize(
    "target", ["https://evil.example/pixel.png", "data:image/svg+xml;base64,PHN2Zz4=", "a.png"]
)
def test_a_picture_in_a_text_is_not_shown(target):
    assert soup(f"A ![x]({target}) town.").find_all("img") == []


@pytest.mark.parametrize(
    "text",
    [
        '![a" onerror="x](https://t.example/a.png)',
        '[a](https://t.example "t\\" onclick=\\"x")',
        "# a {: onclick=x }",
        "a {: onmouseover=x style=color:red }",
        "a\n{: onmouseover=x }",
    ],
)
def test_no_attribute_comes_from_the_text(text):
    names = {name for element in soup(text).find_all() for name in element.attrs}

    assert names <= {"href", "title"}


@pytest.mark.parametrize("text", ["# Title", "## Section", "##### Five", "Title\n====="])
def test_a_heading_of_the_page_itself_loses_its_level(text):
    assert soup(text).find_all(["h1", "h2", "h5", "h6"]) == []


def test_a_placeholder_of_the_renderer_cannot_be_forged():
    assert "script" not in str(render("\x02wzxhzdk:0\x03 `<script>` \x02wzxhzdk:0\x03")).replace(
        "&lt;script&gt;", ""
    )


def shout(text):
    return Markup("<strong>{}</strong>").format(text.upper())


def test_running_text_is_handed_over_whole_also_over_the_end_of_a_line():
    html = str(render("one\ntwo", running_text=shout))

    assert html == "<p><strong>ONE\nTWO</strong></p>"


@pytest.mark.parametrize("text", ["[a](https://t.example)", "### a", "`a`", "    a"])
def test_links_headings_and_code_are_no_running_text(text):
    assert soup(text).get_text().strip() == "a"
    assert "A" not in str(render(text, running_text=shout))


def test_a_text_after_a_link_is_running_text_again():
    html = render("[a](https://t.example) b", running_text=shout)

    assert str(html) == '<p><a href="https://t.example">a</a><strong> B</strong></p>'


@pytest.mark.parametrize("opening", ["[", "![", "[^", "[a](", "- ", "> ", "*", "_a ", "<"])
def test_a_hundred_thousand_characters_of_one_opening_are_rendered(opening):
    assert render(opening * (100_000 // len(opening))) is not None


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("https://t.example/a", "https://t.example/a"),
        ("http://t.example", "http://t.example"),
        ("mailto:a@t.example", "mailto:a@t.example"),
        ("#analysis", "#analysis"),
        ("lund.md", "/cases/lund/"),
        ("lund.md#SE-1", "/cases/lund/#SE-1"),
        ("../tools-and-methods/canvas.md", "/tools-and-methods/canvas/"),
        ("javascript:alert(1)", "/cases/javascript:alert(1)/"),
        pytest.param(
            "HTTPS://t.example/",
            "HTTPS://t.example/",
        ),
    ],
)
def test_a_link_of_a_case_has_its_address_on_the_site(target, address):
    assert address_of(target, "cases") == address


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("**Lund**'s plan", "Lund’s plan"),
        ("[Lund](https://t.example)'s plan", "Lund’s plan"),
        ('It says "*go*".', "It says “go”."),
        ("`x`'s name", "x’s name"),
    ],
)
def test_quotation_marks_are_right_beside_other_marks(markdown, text):
    assert soup(markdown).get_text() == text


@pytest.mark.parametrize("target", ["/evil.example", "//evil.example", "/\\evil.example"])
def test_no_path_becomes_the_address_of_another_host(target):
    html = render(f"[Click]({target})", folder="cases")

    assert 'href="//' not in html
