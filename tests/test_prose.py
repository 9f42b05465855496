"""The texts of a page: citations and glossary terms become links, everything else is escaped."""

from __future__ import annotations

import pytest

from casebank.prose import Glossary, Prose
from casebank.provenance import Source
from casebank.term import Label, Origin, Term


def term(id_, label, *aliases):
    return Term(
        id=id_,
        label=Label(en=label, fr=label),
        definition=f"What {label} is.",
        aliases=aliases,
        origin=Origin.OURS,
    )


GLOSSARY = Glossary(
    [
        term("portfolio", "portfolio", "innovation portfolio"),
        term("cci", "CCI", "cultural and creative industries"),
        term("canvas", "canvas"),
        term("residency", "residency"),
    ]
)
SOURCES = (
    Source(id="report", title="The report", url="https://t.example/report"),
    Source(id="page", title='A "page" & more', url="https://t.example/page"),
)


def prose(folder="cases"):
    return Prose(GLOSSARY, SOURCES, folder)


def linked(id_, text):
    return f'<a class="term" href="/glossary/#term-{id_}">{text}</a>'


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A portfolio.", "portfolio"),
        ("Portfolio", "Portfolio"),
        ("Two portfolios.", "portfolios"),
        ("An innovation portfolio.", "innovation portfolio"),
        ("The CCI.", "CCI"),
        ("the Cultural and Creative Industries", "Cultural and Creative Industries"),
    ],
)
def test_a_term_is_found_in_any_number_and_the_longest_form_first(text, found):
    start, end, _ = GLOSSARY.first_unseen(text, set())

    assert text[start:end] == found


@pytest.mark.parametrize("text", ["A folio.", "portfolio-based", "the cci", "Superportfolio", ""])
def test_parts_of_words_and_acronyms_in_small_letters_are_no_terms(text):
    assert GLOSSARY.first_unseen(text, set()) is None


def test_a_term_that_was_seen_is_passed_over():
    assert GLOSSARY.first_unseen("A portfolio and a canvas.", {"portfolio"}) == (18, 24, "canvas")


def test_a_glossary_without_terms_finds_nothing():
    assert Glossary([]).first_unseen("A portfolio.", set()) is None


@pytest.mark.parametrize("text", ["resıdency", "RESİDENCY"])
def test_a_turkish_i_makes_no_crash(text):
    assert GLOSSARY.first_unseen(text, set()) in {None, (0, 9, "residency")}


def test_a_text_is_escaped():
    assert str(prose().text("<script> & 'x' [a](b) *c*")) == ("&lt;script&gt; &amp; ‘x’ [a](b) *c*")


def test_a_term_is_linked_once_a_page():
    page = prose()

    assert str(page.text("A portfolio & a portfolio.")) == (
        f"A {linked('portfolio', 'portfolio')} &amp; a portfolio."
    )
    assert str(page.text("A portfolio.")) == "A portfolio."


def test_several_terms_are_linked_in_one_text():
    assert str(prose().text("CCI, canvas, portfolio")) == (
        f"{linked('cci', 'CCI')}, {linked('canvas', 'canvas')}, {linked('portfolio', 'portfolio')}"
    )


def test_a_citation_in_a_text_leads_to_its_source():
    assert str(prose().text("So.[^report] Not.")) == (
        'So.<sup class="cite"><a class="cite" href="#source-report" title="The report">[1]</a>'
        "</sup> Not."
    )


def test_the_title_of_a_cited_source_is_escaped():
    assert 'title="A &#34;page&#34; &amp; more"' in str(prose().text("[^page]"))


def test_a_citation_of_no_source_stays_text():
    assert str(prose().text("So.[^zzz]")) == "So.[^zzz]"


def test_a_body_is_rendered_with_citations_and_terms():
    assert str(prose().body("A *portfolio*.[^page]")) == (
        f"<p>A <em>{linked('portfolio', 'portfolio')}</em>."
        '<sup class="cite"><a class="cite" href="#source-page" '
        'title="A &quot;page&quot; &amp; more">[2]</a></sup></p>'
    )


def test_texts_and_bodies_of_a_page_share_what_was_linked():
    page = prose()
    page.text("A portfolio.")

    assert str(page.body("A portfolio.")) == "<p>A portfolio.</p>"


@pytest.mark.parametrize(
    "markdown",
    ["[my portfolio](https://t.example)", "`portfolio`", "### portfolio", "    portfolio"],
)
def test_a_term_in_a_link_in_code_or_in_a_heading_is_not_linked(markdown):
    assert 'class="term"' not in str(prose().body(markdown))


def test_a_term_after_another_element_is_linked():
    assert str(prose().body("*So* a portfolio, *yes* a canvas.")) == (
        f"<p><em>So</em> a {linked('portfolio', 'portfolio')}, <em>yes</em> a "
        f"{linked('canvas', 'canvas')}.</p>"
    )


def test_three_terms_in_one_paragraph_are_linked():
    assert str(prose().body("CCI, canvas, portfolio")) == (
        f"<p>{linked('cci', 'CCI')}, {linked('canvas', 'canvas')}, "
        f"{linked('portfolio', 'portfolio')}</p>"
    )


def test_a_term_in_a_cell_of_a_table_is_linked():
    html = str(prose().body("| portfolio |\n|---|\n| canvas |"))

    assert linked("canvas", "canvas") in html


def test_a_relative_link_of_a_body_becomes_a_site_address():
    assert str(prose("tools-and-methods").body("[x](../cases/lund.md#SE-1)")) == (
        '<p><a href="/cases/lund/#SE-1">x</a></p>'
    )
