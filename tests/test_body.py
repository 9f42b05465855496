"""Each rule of the body has an example that is refused and one that passes."""

from __future__ import annotations

import pytest

from casebank.body import check_body, check_citations
from casebank.document import Document
from casebank.sections import BodyRules, split_sections
from casebank.strict_yaml import Parsed

RULES = BodyRules(sections=("Context", "Analysis", "What happened next"), required=("Context",))
PATHS = frozenset(["cases/lund.md", "cases/kosice.md", "tools-and-methods/canvas.md"])
SOURCES = frozenset(["report", "city-page"])


def document(body):
    """Make a document whose body begins on line 10 of its file."""
    return Document("cases/x.md", Parsed({}), body, body_line=10)


def problems(body):
    return [str(problem) for problem in check_body(document(body), RULES, PATHS, SOURCES)]


def problems_of_line(line):
    """Check a body in which `line` is line 12 of the file."""
    return problems(f"## Context\n\n{line}\n")


def test_sections_are_split_at_second_level_headings():
    body = "## Context\n\nOne.\n\n### More\n\nTwo.\n\n## Analysis\nThree.\n"

    assert split_sections(document(body)) == {
        "Context": "One.\n\n### More\n\nTwo.",
        "Analysis": "Three.",
    }


def test_sections_keep_the_order_of_the_file():
    assert list(split_sections(document("## B\n\nb\n\n## A\n\na\n"))) == ["B", "A"]


@pytest.mark.parametrize("fence", ["```", "~~~"])
def test_a_heading_in_a_block_of_code_begins_no_section(fence):
    body = f"## Context\n\n{fence}\n## Analysis\n{fence}\n\nText.\n"

    assert split_sections(document(body)) == {"Context": f"{fence}\n## Analysis\n{fence}\n\nText."}


def test_a_block_of_code_ends_with_the_fence_that_began_it():
    body = "## Context\n\n```\n~~~\n## Inside\n```\n\n## Analysis\n\nText.\n"

    assert list(split_sections(document(body))) == ["Context", "Analysis"]


def test_a_body_in_order_has_no_problem():
    assert problems("\n## Context\n\nA [^report] text.\n\n## Analysis\n\nMore.\n") == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "## Contxt\n\nText.\n",
            [
                "cases/x.md:10:4: 'Contxt' is not a section of this kind of record. "
                "Did you mean 'Context'?",
                "cases/x.md:10:1: section '## Context' is missing. Add it to the body.",
            ],
        ),
        (
            "## Context\n\nText.\n\n## Zzz\n\nText.\n",
            [
                "cases/x.md:14:4: 'Zzz' is not a section of this kind of record. "
                "Use one of: Context, Analysis, What happened next."
            ],
        ),
        (
            "## Context\n\nText.\n\n## Context\n\nMore.\n",
            ["cases/x.md:14:4: section 'Context' appears twice, first on line 10. Join the two."],
        ),
        (
            "## Context\n\nText.\n\n## Analysis\n\n",
            ["cases/x.md:14:4: section 'Analysis' is empty. Write it, or remove the heading."],
        ),
        (
            "",
            ["cases/x.md:10:1: section '## Context' is missing. Add it to the body."],
        ),
        (
            "Lost.\n\nAlso lost.\n\n## Context\n\nText.\n",
            [
                "cases/x.md:10:1: text before the first section is never shown. "
                "Put it below a heading such as '## Context'."
            ],
        ),
        (
            "## Context\n\n# Title\n\nText.\n",
            [
                "cases/x.md:12:1: a first-level heading. "
                "Remove it: the title is the field 'title', and sections begin with '## '."
            ],
        ),
    ],
)
def test_sections_out_of_order_are_refused(body, expected):
    assert problems(body) == expected


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("<script>alert(1)</script>", 1),
        ("A <img src=x onerror=alert(1)>", 3),
        ("</div>", 1),
        ("<!-- comment -->", 1),
        ("<?php x ?>", 1),
        ("<ScRiPt>", 1),
        ("| a | <b>b</b> |", 7),
        ("> <iframe srcdoc=x>", 3),
    ],
)
def test_html_is_refused(line, column):
    assert problems_of_line(line) == [
        f"cases/x.md:12:{column}: HTML is not accepted. Use Markdown, and write a lone < as &lt;."
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Fewer < 5 and 3<4.",
        "The tag `<script>` in code.",
        "Written as &lt;script&gt;.",
        "<https://t.example/>",
        "<3",
    ],
)
def test_a_lone_less_than_sign_code_and_addresses_are_no_html(line):
    assert problems_of_line(line) == []


@pytest.mark.parametrize(
    ("line", "column", "shown"),
    [
        ("{{ config }}", 1, "{{"),
        ("A {% include 'x' %}", 3, "{%"),
        ("{# hidden #}", 1, "{#"),
        ('--8<-- "mkdocs.yml"', 1, "--8<--"),
        ("  -8<- x", 3, "-8<-"),
    ],
)
def test_a_template_expression_is_refused(line, column, shown):
    assert problems_of_line(line) == [
        f"cases/x.md:12:{column}: '{shown}' begins a template expression. "
        "Remove it, or put it between `backticks`."
    ]


@pytest.mark.parametrize("line", ["`{{ config }}`", "{curly}", "{ {x} }", "100 %}"])
def test_braces_in_code_and_single_braces_are_text(line):
    assert problems_of_line(line) == []


@pytest.mark.parametrize("fence", ["```", "~~~"])
def test_nothing_in_a_block_of_code_is_a_template_or_html(fence):
    assert problems(f"## Context\n\n{fence}\n<b> {{{{ x }}}}\n{fence}\n") == []


def test_what_follows_a_block_of_code_is_checked_again():
    assert problems("## Context\n\n```\n<b>\n```\n<b>\n") == [
        "cases/x.md:15:1: HTML is not accepted. Use Markdown, and write a lone < as &lt;."
    ]


def test_what_counts_as_code_here_is_shown_as_code():
    from bs4 import BeautifulSoup

    from casebank.rendering import render

    html = BeautifulSoup(str(render("```\n# one\n\n# two\n```")), "html.parser")

    assert html.pre.get_text() == "# one\n\n# two\n"


@pytest.mark.parametrize(
    ("line", "column", "message"),
    [
        ("[x](javascript:alert(1))", 5, "the link 'javascript:alert(1)' is not accepted."),
        ("[x](JaVaScRiPt:alert(1))", 5, "the link 'JaVaScRiPt:alert(1)' is not accepted."),
        ("[x](data:text/html,x)", 5, "the link 'data:text/html,x' is not accepted."),
        ("[x](vbscript:x)", 5, "the link 'vbscript:x' is not accepted."),
        ("[x](file:///etc/passwd)", 5, "the link 'file:///etc/passwd' is not accepted."),
        ("[x](//evil.example)", 5, "the link '//evil.example' is not accepted."),
    ],
)
def test_a_link_that_is_no_web_address_is_refused(line, column, message):
    assert problems_of_line(line) == [
        f"cases/x.md:12:{column}: {message} Link with https:// or to a file of this repository."
    ]


def test_a_reference_definition_is_refused_where_it_stands():
    assert problems("## Context\n\n[x][1]\n\n[1]: javascript:alert(1)\n") == [
        "cases/x.md:14:1: a definition of a link is not accepted. "
        "Write the address within the link: [text](https://…)."
    ]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (
            "[x](lundd.md)",
            "cases/x.md:12:5: the link 'lundd.md' leads nowhere. Did you mean 'cases/lund.md'?",
        ),
        (
            "[x](/cases/lund/)",
            "cases/x.md:12:5: the link '/cases/lund/' leads nowhere. Did you mean 'cases/lund.md'?",
        ),
        (
            "[x](../../../../etc/passwd)",
            "cases/x.md:12:5: the link '../../../../etc/passwd' leads nowhere. "
            "Link to a file in cases/ or tools-and-methods/, or to a full address.",
        ),
        (
            "[x](java&#115;cript:alert)",
            "cases/x.md:12:1: the link 'javascript:alert' is not accepted. "
            "Link with https:// or to a file of this repository.",
        ),
    ],
)
def test_a_link_to_no_file_of_the_book_is_refused(line, problem):
    assert problems_of_line(line) == [problem]


@pytest.mark.parametrize(
    "line",
    [
        "[x](https://t.example/a?b=c#d)",
        "[x](http://t.example)",
        "[x](mailto:info@t.example)",
        "[x](lund.md)",
        "[x](lund.md#SE-1)",
        "[x](../cases/kosice.md)",
        "[x](../tools-and-methods/canvas.md)",
        "[x](#analysis)",
        "`[x](javascript:alert(1))`",
    ],
)
def test_a_link_to_the_web_or_to_a_file_of_the_book_passes(line):
    assert problems_of_line(line) == []


def test_a_definition_in_another_section_hides_no_broken_link():
    assert problems(
        "## Context\n\n[x][1]\n\n[1]: nowhere.md\n\n## Analysis\n\nText.\n\n[1]: lund.md\n"
    )


@pytest.mark.parametrize(
    "target", ["https://evil.example/pixel.png", "media/x/a.png", "data:image/svg+xml,x", "lund.md"]
)
def test_a_picture_in_the_text_is_refused(target):
    assert problems_of_line(f"A ![x]({target})") == [
        f"cases/x.md:12:8: the picture '{target}' stands in the text. "
        "List it in the field 'images', with its rights."
    ]


def test_a_citation_of_an_unknown_source_is_refused():
    assert problems_of_line("So it is.[^reprt]") == [
        "cases/x.md:12:10: '[^reprt]' cites no source of this file. Did you mean 'report'?"
    ]


@pytest.mark.parametrize("line", ["So it is.[^report]", "`[^reprt]`", "[^ not a citation]"])
def test_a_citation_of_a_source_and_what_is_none_pass(line):
    assert problems_of_line(line) == []


def test_every_citation_without_a_source_is_reported():
    assert list(check_citations("[^a][^report][^zz]", SOURCES)) == [
        ("[^a]", "'[^a]' cites no source of this file.", "Use one of: city-page, report."),
        ("[^zz]", "'[^zz]' cites no source of this file.", "Use one of: city-page, report."),
    ]


def test_a_citation_where_there_are_no_sources_asks_for_one():
    assert list(check_citations("[^a]", frozenset(), "of the book")) == [
        ("[^a]", "'[^a]' cites no source of the book.", "Add the source first.")
    ]


def test_every_problem_of_a_body_is_reported_at_once():
    body = "# Title\n\n## Context\n\n<b>\n\n{{ x }}\n\n[x](zzz)\n\n[^zzz]\n\n## Other\n"

    assert len(problems(body)) == 7


def test_lists_in_lists_end_in_a_problem_not_in_a_crash():
    assert problems_of_line("- " * 1500 + "x")


@pytest.mark.parametrize("heading", ["Title\n=====", "Other\n-----"])
def test_a_heading_in_another_spelling_is_refused_too(heading):
    assert problems_of_line(f"{heading}\n\nText.")


@pytest.mark.parametrize("entity", ["&#x202e;", "&#8203;", "&#xe000;"])
def test_an_entity_for_an_invisible_character_is_refused(entity):
    assert problems_of_line(f"A {entity}town")


@pytest.mark.parametrize("line", ["[x](https://t.example/{{x}})", '[x](https://t.example "{{x}}")'])
def test_a_template_expression_in_a_link_is_refused(line):
    assert problems_of_line(line)


def test_a_fault_below_code_that_spans_lines_is_told_on_its_line():
    (problem,) = problems("## Context\n\n`a\nb` c\n<b>\n")

    assert problem.startswith("cases/x.md:14:1: HTML is not accepted.")


@pytest.mark.parametrize("line", ["> ## Analysis", "- ## Analysis"])
def test_a_section_within_a_list_or_quotation_is_refused(line):
    assert problems_of_line(f"{line}\n\nText.") == [
        "cases/x.md:12:3: a section within a list or quotation. Begin its line with '## '."
    ]


@pytest.mark.parametrize("line", ["##### Five", "###### Six"])
def test_a_heading_below_the_fourth_level_is_refused(line):
    assert problems_of_line(line) == [
        "cases/x.md:12:1: a heading below the fourth level. Use at most four signs #."
    ]


@pytest.mark.parametrize("line", ["### So [^report]", "[so [^report]](https://t.example)"])
def test_a_citation_in_a_heading_or_link_is_refused(line):
    (problem,) = problems_of_line(line)

    assert "'[^report]' stands in a heading or in the text of a link." in problem


def test_a_citation_after_a_link_passes():
    assert problems_of_line("[so](https://t.example) [^report]") == []
