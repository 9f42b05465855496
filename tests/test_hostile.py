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
from tests.hostile_tables import BODIES, CANVASES, FIELDS, TOOLS, VOCABULARIES

HOSTILE = Path(__file__).parent / "hostile"


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


def refused(problems, path, line, phrase):
    """Tell whether one of the problems says so there, and none is in another file."""
    told = [problem for problem in problems if problem.line == line and phrase in str(problem)]
    return told and {problem.path for problem in problems} == {path}


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
    for tables, pattern in (
        ((FIELDS, BODIES), "*.md"),
        ((TOOLS,), "tools/*.md"),
        ((VOCABULARIES,), "vocabularies/*.yml"),
        ((CANVASES,), "canvases/*.yml"),
    ):
        tested = [name for table in tables for name in table]
        assert sorted(tested) == sorted(file.stem for file in HOSTILE.glob(pattern))
    assert {file.name for file in HOSTILE.iterdir() if file.is_dir()} == {
        *("tools", "vocabularies", "canvases")
    }


@pytest.mark.parametrize(("name", "line", "phrase"), attacks(FIELDS, BODIES))
def test_an_attack_is_refused_where_it_stands(problems_of_attack, name, line, phrase):
    assert refused(problems_of_attack(name), f"cases/{name}.md", line, phrase)


@pytest.mark.parametrize(("name", "line", "phrase"), attacks(TOOLS))
def test_an_attack_in_a_tool_is_refused_where_it_stands(folder, name, line, phrase):
    shutil.copy(HOSTILE / f"tools/{name}.md", folder / "tools-and-methods")

    assert refused(casebank.check(folder), f"tools-and-methods/{name}.md", line, phrase)


@pytest.mark.parametrize(("name", "line", "phrase"), attacks(VOCABULARIES))
def test_an_attack_in_a_vocabulary_is_refused_where_it_stands(folder, name, line, phrase):
    shutil.copy(HOSTILE / f"vocabularies/{name}.yml", folder / "vocabularies/scopes.yml")

    assert refused(casebank.check(folder), "vocabularies/scopes.yml", line, phrase)


@pytest.mark.parametrize("name", CANVASES)
def test_an_attack_in_a_drawing_is_refused_where_it_stands(folder, add, tool_text, name):
    (folder / "canvases").mkdir()
    shutil.copy(HOSTILE / f"canvases/{name}.yml", folder / "canvases")
    listed = tool_text.replace("origin:", f"canvases: [{name}]\norigin:")
    add("tools-and-methods/prototyping-workshop.md", listed)

    assert refused(casebank.check(folder), f"canvases/{name}.yml", *CANVASES[name])


@pytest.mark.parametrize(
    "name",
    [
        "workflow-command-in-key",
        "workflow-command-in-value",
        "terminal-escape-in-value",
        "control-character",
        "bidi-override",
        "noncharacter",
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
