"""The way out of any site generator: plain files that need nothing, made the same each time."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import frontmatter
import markdown
import pytest
from bs4 import BeautifulSoup

import casebank
from casebank.exports.plain import export_to, plain_files
from casebank.outputs import outputs
from tests.picture_examples import picture

PACKAGE = Path(casebank.__file__).parent
MODULES = {
    ".".join(file.relative_to(PACKAGE.parent).with_suffix("").parts): file
    for file in sorted(PACKAGE.rglob("*.py"))
}
"""Every module of the engine by its name."""


@pytest.fixture
def files(folder):
    """The exported files of the small content folder, by path."""
    return {output.path: output.content for output in plain_files(folder, casebank.load(folder))}


def test_there_is_a_page_for_each_case_tool_and_term_and_the_data(files):
    assert set(files) >= {
        "cases/testville.md",
        "tools-and-methods/prototyping-workshop.md",
        "areas/ai-cci.md",
        "countries/norway.md",
        "themes/skills.md",
        "api/v1/index.json",
        "data/cases.csv",
    }


def test_a_page_has_a_title_and_a_description_and_no_other_field(files):
    assert frontmatter.loads(files["cases/testville.md"]).metadata == {
        "title": "Testville: a small case",
        "description": "A case with only what a full city case must have.",
    }


def test_sections_are_headings_with_their_text(files):
    lines = files["cases/testville.md"].splitlines()
    heading = next(line for line in lines if line.startswith("## ") and "Context" in line)

    assert lines[lines.index(heading) + 2] == "A town by the sea."


def test_links_lead_from_file_to_file(files):
    assert "[Norway](../countries/norway.md)" in files["cases/testville.md"]
    assert "(../cases/testville.md)" in files["tools-and-methods/prototyping-workshop.md"]


def test_the_anchor_of_an_ask_is_kept(files):
    assert '<a id="TV-1"></a>' in files["cases/testville.md"]


def test_a_page_of_docs_is_exported_with_its_macros_run(folder, add):
    add("docs/index.md", "---\ntitle: Start\n---\n\n# Start\n\n{{ case_cards() }}\n")

    pages = {output.path: output for output in plain_files(folder, casebank.load(folder))}

    assert "(cases/testville.md)" in pages["index.md"].content
    assert "{{" not in pages["index.md"].content
    assert pages["index.md"].source == "docs/index.md"


def test_a_page_links_to_pages_of_docs_as_files(folder, add):
    add("docs/evidence.md", "---\ntitle: Evidence\n---\n\n# Evidence\n")

    pages = {output.path: output.content for output in plain_files(folder, casebank.load(folder))}

    assert "(../evidence.md)" in pages["themes/skills.md"]


@pytest.mark.parametrize(
    ("old", "new", "selector"),
    [
        ("A town", "A &lt;script&gt;alert(1)&lt;/script&gt;", "script"),
        ("Offer courses.", "Offer [courses](javascript:alert(1)).", "a[href^=javascript]"),
        ("A town", "A ⟦testville⟧", "#testville"),
    ],
)
def test_text_that_looks_like_code_stays_text(folder, case_text, old, new, selector):
    file = folder / "cases" / "testville.md"
    file.write_text(case_text.replace(old, new, 1), encoding="utf-8")

    pages = {output.path: output.content for output in plain_files(folder, casebank.load(folder))}

    page = frontmatter.loads(pages["cases/testville.md"]).content
    html = BeautifulSoup(markdown.markdown(page), "html.parser")
    assert "Testville" in html.get_text()
    assert html.select(selector) == []


def test_an_anchor_cannot_be_forged(folder, case_text):
    forged = 'A &#xe000;x" onclick="alert(1)&#xe001; town'
    file = folder / "cases" / "testville.md"
    file.write_text(case_text.replace("A town", forged), encoding="utf-8")

    with pytest.raises(casebank.ProblemsError, match=r"invisible character U\+E000"):
        casebank.load(folder)


def test_vocabularies_and_pictures_go_along(folder, add, case_text, tmp_path):
    image = "images: [{file: a.png, alt: A, credit: B, licence: CC0}]\nreview:"
    add("cases/testville.md", case_text.replace("review:", image))
    png = picture(".png")
    add("cases/media/testville/a.png", "").write_bytes(png)

    export_to(folder, casebank.load(folder), tmp_path / "out")

    assert (tmp_path / "out/cases/media/testville/a.png").read_bytes() == png
    assert (tmp_path / "out/vocabularies/themes.yml").is_file()


def test_as_many_files_are_counted_as_were_written(folder, tmp_path):
    count = export_to(folder, casebank.load(folder), tmp_path / "out")

    assert count == sum(1 for file in (tmp_path / "out").rglob("*") if file.is_file())


def test_two_runs_are_the_same_bytes(book):
    assert list(outputs(book)) == list(outputs(book))


def test_two_books_of_the_same_files_have_the_same_outputs(folder, add, case_text):
    first = list(outputs(casebank.load(folder)))
    add("cases/extra.md", case_text.replace("TV-1", "EX-1"))
    casebank.load(folder)
    (folder / "cases" / "extra.md").unlink()

    assert list(outputs(casebank.load(folder))) == first


def test_no_two_outputs_have_the_same_path(book):
    paths = [output.path.casefold() for output in outputs(book)]

    assert sorted(paths) == sorted(set(paths))


def _imports(file):
    """Return the top-level packages that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name.split(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0]


def test_only_the_adapter_imports_mkdocs():
    importing = {
        name for name, file in MODULES.items() if {"mkdocs", "material"} & set(_imports(file))
    }

    assert importing == {"casebank.mkdocs_plugin"}


def test_the_engine_runs_without_mkdocs():
    names = sorted(MODULES.keys() - {"casebank.mkdocs_plugin"})
    program = (
        "import importlib, sys\n"
        f"for name in {names!r}: importlib.import_module(name)\n"
        "print([name for name in sys.modules if name.split('.')[0] in ('mkdocs', 'material')])\n"
    )

    result = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert result.stdout == "[]\n"
