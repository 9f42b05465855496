"""Hostile case files are refused where the attack stands, and would do no harm even so.

Each file in hostile/ is the small case of conftest.py with one attack in it; its name says which.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import markdown
import pytest
from bs4 import BeautifulSoup

import casebank
from casebank.rendering import render
from casebank.views.case import case_page

HOSTILE = Path(__file__).parent / "hostile"

FIELDS = {
    "absolute-path-in-image": (26, "is not a picture's file name."),
    "bidi-override": (2, "holds the invisible character U+202E."),
    "byte-order-mark-inside": (13, "holds the invisible character U+FEFF."),
    "closing-title-tag": (2, "title: holds HTML or a template expression."),
    "comment-in-rights": (15, "rights: holds HTML or a template expression."),
    "computed-field-key": (3, "path: is not a field."),
    "control-character": (3, "holds the invisible character U+001B."),
    "data-source": (19, "is not a web address."),
    "deep-nesting": (9, "nested more than 12 levels deep."),
    "duplicate-key": (16, "title: appears twice, first on line 2."),
    "duplicate-nested-key": (9, "places.1.country: appears twice, first on line 8."),
    "escaped-bidi-override": (2, ""),
    "escaped-control-character": (2, ""),
    "escaped-half-surrogate": (2, ""),
    "escaped-impossible-character": (2, ""),
    "escaped-zero-width": (2, ""),
    "event-handler-in-summary": (3, "summary: holds HTML or a template expression."),
    "huge-number": (9, "places.1.lat: expected a number, found the text"),
    "infinite-latitude": (9, "places.1.lat: expected a number, found the text '.inf'."),
    "javascript-source": (19, "'javascript:alert(document.domain)' is not a web address."),
    "list-as-id": (21, "recommendations.1.id: expected text, found a list."),
    "list-as-kind": (4, "kind:"),
    "long-title": (2, "title: has 5000 characters; at most 200 fit."),
    "macro-name-key": (3, "case_table: is not a field."),
    "noncharacter": (13, ""),
    "null-character": (3, "holds the invisible character U+0000."),
    "path-in-alias": (25, "'../../index' is not an id."),
    "path-in-image": (26, "is not a picture's file name."),
    "path-in-tool": (10, "'../../../etc/passwd' is not an id."),
    "python-attribute-key": (3, "__class__: is not a field."),
    "quote-in-ask-id": (21, "is not an id."),
    "quote-in-source": (19, "is not a web address."),
    "script-in-title": (2, "title: holds HTML or a template expression."),
    "second-document": (3, "a second document begins."),
    "space-in-source": (19, "is not a web address."),
    "svg-image": (26, "'evil.svg'"),
    "tab-indentation": (7, "Indent with spaces, not with the Tab key."),
    "taken-alias": (25, "'taken-alias' is the address of cases/taken-alias.md already."),
    "template-expression-in-title": (2, "title: holds HTML or a template expression."),
    "template-statement-in-ask": (23, "text: holds HTML or a template expression."),
    "terminal-escape-in-value": (4, "holds the invisible character U+001B."),
    "text-as-recommendations": (20, "recommendations: expected a list, found the text 'none'."),
    "theme-key": (5, "render_macros: is not a field."),
    "unclosed-front-matter": (1, "the front matter that begins here has no end."),
    "workflow-command-in-key": (3, "is not a field."),
    "workflow-command-in-value": (4, r"'x\n::error file=README.md,line=1::pwned' is not one of"),
    "wrong-encoding": (13, "is not saved as UTF-8."),
    "yaml-alias": (13, "YAML anchors and aliases (& and *) are not accepted."),
    "yaml-alias-bomb": (3, "YAML anchors and aliases (& and *) are not accepted."),
    "yaml-binary": (2, "YAML tags ('tag:yaml.org,2002:binary') are not accepted."),
    "yaml-directive": (3, "cannot be read as YAML"),
    "yaml-merge-key": (3, "<<: is not a field."),
    "yaml-tag": (2, "YAML tags ('tag:yaml.org,2002:python/object/apply:os.system')"),
    "zero-width": (2, "holds the invisible character U+200B."),
}
"""Attacks in the fields: line and a phrase of the problem. An empty phrase is any problem."""

BODIES = {
    "attr-list": (32, ""),
    "base": (31, "HTML is not accepted."),
    "bidi-override-in-body": (31, "holds the invisible character U+202E."),
    "broken-link": (31, "the link 'nowhere.md' leads nowhere."),
    "closing-tags": (31, "HTML is not accepted."),
    "code-without-end": (28, "section '## Opportunity' is missing."),
    "comment": (31, "HTML is not accepted."),
    "data-picture": (31, "'data:image/svg+xml;base64,PHN2Zz4='"),
    "data-url": (31, "the link 'data:text/html;base64,PHNjcmlwdD4=' is not accepted."),
    "entity-javascript": (31, "the link 'javascript:alert(1)' is not accepted."),
    "event-handler": (31, "HTML is not accepted."),
    "file-link": (31, "the link 'file:///etc/passwd' is not accepted."),
    "first-level-heading": (31, "a first-level heading."),
    "form": (31, "HTML is not accepted."),
    "html-between-escaped-backticks": (31, ""),
    "html-in-heading": (31, "HTML is not accepted."),
    "html-in-table": (33, "HTML is not accepted."),
    "iframe": (31, "HTML is not accepted."),
    "javascript-autolink": (31, "the link 'javascript:alert(1)' is not accepted."),
    "javascript-definition": (33, "a definition of a link is not accepted."),
    "javascript-link": (31, "the link 'javascript:alert(1)' is not accepted."),
    "lists-without-end": (31, ""),
    "markdown-in-html": (31, "HTML is not accepted."),
    "meta-refresh": (31, "HTML is not accepted."),
    "mixed-case-javascript-link": (31, "the link 'JaVaScRiPt:alert(1)' is not accepted."),
    "named-entity-javascript": (31, "the link 'javascript:alert(1)' is not accepted."),
    "object": (31, "HTML is not accepted."),
    "path-link": (31, "the link '../../.git/config' leads nowhere."),
    "protocol-relative-link": (31, "the link '//evil.example/' is not accepted."),
    "remote-picture": (31, "'https://evil.example/pixel.png'"),
    "script": (31, "HTML is not accepted."),
    "script-across-lines": (32, "HTML is not accepted."),
    "shadowed-definition": (33, "a definition of a link is not accepted."),
    "snippet": (31, "'--8<--' begins a template expression."),
    "style": (31, "HTML is not accepted."),
    "svg": (31, "HTML is not accepted."),
    "template-expression": (31, "'{{' begins a template expression."),
    "template-statement": (31, "'{%' begins a template expression."),
    "text-before-sections": (29, "text before the first section is never shown."),
    "underlined-heading": (31, ""),
    "unknown-section": (33, "'Win a prize' is not a section of this kind of record."),
    "unknown-source": (31, "'[^nowhere]' cites no source of this file."),
    "vbscript-link": (31, "the link 'vbscript:msgbox' is not accepted."),
    "zero-width-in-body": (31, "holds the invisible character U+200B."),
}
"""Attacks in the body, in the same way."""


def attacks(*tables):
    """Return the parameters for the attacks of some tables."""
    return [
        pytest.param(name, *expected, id=name)
        for table in tables
        for name, expected in table.items()
    ]


@pytest.fixture
def problems_of_attack(folder):
    """Put a hostile file in the place of the small case and check it."""

    def check(name):
        (folder / "cases" / "testville.md").unlink()
        shutil.copy(HOSTILE / f"{name}.md", folder / "cases")
        return casebank.check(folder)

    return check


def body_of(name):
    """Return the Markdown of a hostile file, below its front matter."""
    return (HOSTILE / f"{name}.md").read_text(encoding="utf-8").split("---\n", 2)[2]


def harm_in(html):
    """Return every tag, attribute and address that could run, load or disguise anything."""
    harm = []
    for element in BeautifulSoup(str(html), "html.parser").find_all():
        if element.name in {
            *("script", "iframe", "object", "embed", "style", "form", "input", "svg", "meta"),
            *("base", "link", "frame", "template", "math"),
        }:
            harm.append(element.name)
        for name, value in element.attrs.items():
            if name.startswith("on") or name in {"style", "srcdoc", "action", "formaction"}:
                harm.append(name)
            scheme = str(value).strip().casefold().partition(":")[0]
            if name in {"href", "src"} and scheme in {"javascript", "data", "vbscript", "file"}:
                harm.append(value)
    return harm


def test_the_case_without_an_attack_passes(folder):
    assert casebank.check(folder) == ()


def test_each_hostile_file_is_tested_once():
    assert sorted([*FIELDS, *BODIES]) == sorted(file.stem for file in HOSTILE.iterdir())


@pytest.mark.parametrize(("name", "line", "phrase"), attacks(FIELDS, BODIES))
def test_an_attack_is_refused_where_it_stands(problems_of_attack, name, line, phrase):
    problems = problems_of_attack(name)

    assert {problem.path for problem in problems} == {f"cases/{name}.md"}
    assert [problem for problem in problems if problem.line == line and phrase in str(problem)]


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(
            "workflow-command-in-key",
        ),
        "workflow-command-in-value",
        "terminal-escape-in-value",
        "control-character",
        "bidi-override",
        pytest.param("noncharacter"),
    ],
)
def test_a_report_on_an_attack_is_one_visible_line_a_problem(problems_of_attack, name):
    lines = [str(problem) for problem in problems_of_attack(name)]

    assert lines
    assert all(line.isprintable() for line in lines)


def test_harm_is_recognised():
    assert harm_in('<p onclick="x"><script></script><a href=" JavaScript:x" style="y">z</a>') == [
        "onclick",
        "script",
        " JavaScript:x",
        "style",
    ]


def without(*names):
    return [name for name in BODIES if name not in names]


@pytest.mark.parametrize("name", without("lists-without-end"))
def test_an_attack_that_got_past_the_check_does_no_harm_in_a_text(name):
    assert harm_in(render(body_of(name))) == []


@pytest.mark.parametrize("name", without("lists-without-end", "brackets-without-end"))
def test_an_attack_that_got_past_the_check_does_no_harm_on_the_page(make_book, make_case, name):
    case = make_case("x", sections={"Context": body_of(name)})

    page = case_page(make_book(case), case)

    assert harm_in(as_the_site_shows(page)) == []


ATTACKS_IN_TEXTS = [
    "<script>alert(1)</script>",
    "</p></section><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    '" onmouseover="alert(1)',
    "a\n\n<script>alert(1)</script>\n\nb",
    'a {: onclick="alert(1)" }\n\n## b {: onclick="alert(1)" }\n',
    "[a](javascript:alert(1)) ![b](javascript:alert(1))",
    "<https://t.example/> [^report]",
]


@pytest.mark.parametrize("text", ATTACKS_IN_TEXTS)
def test_a_field_that_got_past_the_check_does_no_harm_on_the_page(make_book, make_case, text):
    sample = make_case(
        "x",
        record="full",
        stakeholders=[{"group": "cci", "label": "L", "organisations": [{"name": "A"}]}],
        quotes=[{"text": "Q", "speaker": "S"}],
        recommendations=[{"id": "R1", "title": "T", "text": "T", "themes": ["skills"]}],
        editor_notes=["N"],
    )
    case = sample.model_copy(
        update={
            **dict.fromkeys(("title", "summary", "publisher", "rights", "funding"), text),
            "editor_notes": (text,),
            "quotes": (sample.quotes[0].model_copy(update={"text": text, "speaker": text}),),
            "sources": (sample.sources[0].model_copy(update={"title": text, "note": text}),),
            "recommendations": (
                sample.recommendations[0].model_copy(update={"title": text, "text": text}),
            ),
            "stakeholders": (sample.stakeholders[0].model_copy(update={"label": text}),),
        }
    )

    page = case_page(make_book(case), case)

    assert harm_in(as_the_site_shows(page)) == []


def as_the_site_shows(page):
    """Render a page with the Markdown extensions of mkdocs.yml."""
    extensions = ["attr_list", "md_in_html", "tables", "sane_lists", "toc"]
    return markdown.markdown(page.body, extensions=extensions)


def test_a_file_that_is_far_too_large_is_not_read(folder, add, case_text):
    add("cases/testville.md", case_text + "a" * 300_000)

    (problem,) = casebank.check(folder)

    assert (problem.line, problem.remedy) == (
        1,
        "Move the long parts into a source and link to it.",
    )


def test_a_case_with_windows_line_ends_is_no_attack(folder, case_text):
    (folder / "cases" / "testville.md").write_bytes(case_text.replace("\n", "\r\n").encode())

    assert casebank.check(folder) == ()


def test_a_case_with_a_byte_order_mark_is_no_attack(folder, case_text):
    (folder / "cases" / "testville.md").write_bytes(b"\xef\xbb\xbf" + case_text.encode())

    assert casebank.check(folder) == ()
