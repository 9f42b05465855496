"""The templates of a case report have the very fields of a case, and what is filled in is one."""

from __future__ import annotations

import re
import shutil
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import frontmatter
import pytest
import yaml
from docx import Document
from docx.oxml.ns import qn

import casebank
from casebank.blank import blank, blanks
from casebank.case import BODY_SECTIONS, CaseFields, CaseKind
from casebank.downloads.case_report import PRESET, case_report, markdown_report
from casebank.publication import Publication
from casebank.qr import qr_picture
from casebank.report import NOT_REPORTED, REPORT, SECTION_HELP
from casebank.typography import typographic

REPOSITORY = Path(__file__).parent.parent.parent
PLACE = Publication("Test book", "https://t.example/")
FIELD = re.compile(r"^#?([a-z_]+):")
SAINT_ETIENNE = "saint-etienne-performing-arts-ai"


@pytest.fixture(scope="module")
def template(book):
    return markdown_report(book, PLACE)


@pytest.fixture(scope="module")
def word(book):
    content = next(file.content for file in case_report(book, PLACE) if file.format == "Word")
    return Document(BytesIO(content))


def test_the_template_is_there_in_two_formats_with_the_same_bytes_each_time(book):
    files = list(case_report(book, PLACE))

    assert [file.path for file in files] == [
        "downloads/case-report-template.docx",
        "downloads/case-report-template.md",
    ]
    assert {(file.title, file.about) for file in files} == {("Case report template", "case-report")}
    assert [file.content for file in case_report(book, PLACE)] == [file.content for file in files]


# The file of a case.


def front_matter(template):
    return template.split("---\n")[1]


def opened(text):
    """Take the # away in front of fields and of what is in them, but not before help."""
    lines = []
    for line in text.splitlines():
        if not re.match(r"^#(?=[a-z]|  )", line):
            lines.append(line)
            continue
        lines.append(line[1:])
    return "\n".join(re.sub(r"^( +)#(?=[a-z]|  )", r"\1", line) for line in lines)


def paths_in(data, within=""):
    for name, value in data.items():
        yield f"{within}{name}"
        first = value[0] if isinstance(value, list) and value else value
        if isinstance(first, dict):
            yield from paths_in(first, f"{within}{name}.")


def test_every_field_of_a_case_is_in_the_file_in_the_order_of_the_model(template):
    data = yaml.safe_load(opened(front_matter(template)))

    assert list(data) == list(CaseFields.model_fields)
    assert list(paths_in(data)) == [one.path for field in blanks() for one in field.all()]


def test_every_field_is_explained_by_its_own_documentation(template):
    said = " ".join(re.sub(r"^[# ]*#", "", line).strip() for line in template.splitlines())

    assert [one.path for field in blanks() for one in field.all() if one.meaning not in said] == []


def test_a_field_that_has_nothing_to_choose_from_shows_an_example(template):
    lines = template.splitlines()
    region = lines.index('    #region: ""')

    assert lines[region - 1] == "    # For example: Auvergne-Rhône-Alpes"
    assert "For example: full" not in template
    assert "For example: ai-cci" not in template


def test_every_term_to_choose_from_is_named(book, template):
    fields = [one for field in blanks() for one in field.all()]
    vocabularies = {one.terms for one in fields} - {"", "tools", "countries"}

    assert {"themes", "areas", "support-kinds", "opsi-facets"} <= vocabularies
    for name in vocabularies:
        for term in book.terms(name):
            assert re.search(rf"[ ,]{term.id}[,.]", template), f"{name}: {term.id}"
    for tool in book.tools:
        assert tool.id in template


def test_no_line_is_wider_than_a_screen(template):
    assert max(map(len, template.splitlines())) <= 110


def test_the_body_has_the_sections_of_a_city_case(template):
    headings = re.findall(r"^## (.+)$", template, re.MULTILINE)

    assert tuple(headings) == BODY_SECTIONS[CaseKind.CITY_CASE]


def test_what_is_blank_is_all_that_the_check_finds(folder, add, template):
    add("cases/blank.md", template)

    problems = [problem for problem in casebank.check(folder) if problem.path == "cases/blank.md"]

    assert problems
    assert {problem.field.split(".")[0] for problem in problems} <= {
        field.name for field in blanks() if field.name not in PRESET
    }


SIMPLE = {
    "language": "en",
    "country": "FR",
    "scope": "city",
    "resource_type": "city-case",
    "group": "cci",
    "url": "https://t.example/",
}
"""What to write into fields that take no free text; others take "Words"."""


def test_filling_the_blanks_and_nothing_else_makes_a_case(folder, add, template):
    numbers = iter(range(1, 100))

    def value(line):
        name, rest = re.match(r"^ *(?:- )?([a-z_]+): (.*)$", line).groups()
        if rest == "[]":
            return line[:-2] + {"areas": "[ai-cci]", "themes": "[skills]"}[name]
        if rest != '""':
            return line
        id_ = "report" if section == "sources:" else f"XX-{next(numbers)}"
        return line[:-2] + SIMPLE.get(name, {"id": id_}.get(name, "Words"))

    lines, section = [], ""
    for line in template.splitlines():
        section = line if re.match(r"^[a-z]", line) else section
        lines.append(value(line) if re.match(r"^ *(- )?[a-z_]+: ", line) else line)
    add("cases/filled.md", "\n".join(lines) + "\n")

    assert [str(problem) for problem in casebank.check(folder)] == []


def test_a_real_case_can_be_filled_in(folder, add, template):
    """Each field of the template gets its value from the case on Saint-Étienne."""
    for name in ("tools-and-methods", "canvases", "cases"):
        shutil.copytree(REPOSITORY / name, folder / name, dirs_exist_ok=True)
    case = frontmatter.load(REPOSITORY / "cases" / f"{SAINT_ETIENNE}.md")
    filled, skipping = [], False
    for line in template.splitlines():
        if match := FIELD.match(line):
            skipping = match[1] in case.metadata
            filled.append(dumped(match[1], case[match[1]]) if skipping else line)
        elif not skipping or line == "---" or re.match(r"^(# |$)", line):
            skipping = False
            filled.append(line)
    text = "\n".join(filled).partition("\n## ")[0] + "\n" + case.content + "\n"
    add(f"cases/{SAINT_ETIENNE}.md", text)

    assert [str(problem) for problem in casebank.check(folder)] == []
    read, real = (casebank.load(root).case(SAINT_ETIENNE) for root in (folder, REPOSITORY))
    assert read == real


def dumped(name, value):
    return yaml.safe_dump({name: value}, allow_unicode=True, sort_keys=False, width=90).rstrip()


# The Word document.


def text_of(document):
    paragraphs = [one.text for one in document.paragraphs]
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*paragraphs, *cells])


def test_every_field_that_a_person_fills_in_is_in_the_document(word):
    becomes = set(re.findall(r"^becomes: (.+)$", text_of(word), re.MULTILINE))
    wanted = {
        leaf.path
        for heading in REPORT
        for path in heading.fields
        for leaf in blank(path).all()
        if not leaf.parts
    }

    assert becomes == wanted | {f"the section {name} of the body" for name in SECTION_HELP}
    assert not {path.split(".")[0] for path in becomes} & set(NOT_REPORTED)


def test_the_document_has_real_headings_that_skip_no_level(word):
    styles = [one.style.name for one in word.paragraphs]
    levels = [int(name[-1]) for name in styles if name.startswith("Heading ")]
    first = [one.text for one in word.paragraphs if one.style.name == "Heading 1"]

    assert styles[0] == "Title"
    assert first == [*(heading.title for heading in REPORT), "Lists to choose from"]
    assert levels[0] == 1
    assert all(lower <= upper + 1 for upper, lower in pairwise(levels))


def test_a_team_finds_three_forms_for_portfolios_each_with_its_asks(word):
    second = [one.text for one in word.paragraphs if one.style.name in {"Heading 2", "Heading 3"}]

    assert [text for text in second if "ortfolio" in text] == [
        *("Portfolio 1", "Asks of portfolio 1", "Portfolio 2"),
        *("Asks of portfolio 2", "Portfolio 3", "Asks of portfolio 3"),
    ]


def test_every_table_has_a_name_and_a_header_row_and_no_two_tables_touch(word):
    for table in word.tables:
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(cell.text.strip() for cell in table.rows[0].cells)
        before = table._tbl.getprevious()
        assert before is not None
        assert before.tag == qn("w:p")


def test_the_document_says_its_title_and_language_and_nothing_of_its_maker(word):
    named = word.core_properties

    assert (named.title, named.author, named.language) == (
        "Case report template",
        "Test book",
        "en-GB",
    )
    assert word.styles.element.find(".//" + qn("w:lang")).get(qn("w:val")) == "en-GB"
    assert "python-docx" not in f"{named.author}{named.comments}{named.last_modified_by}"


def test_the_document_has_no_macro_and_one_date(book):
    content = next(file.content for file in case_report(book, PLACE) if file.format == "Word")

    with ZipFile(BytesIO(content)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in parts.namelist() if re.search("vba|jpe?g|ole", name)]


def test_the_code_leads_to_where_reports_are_sent_and_says_so(word):
    (shape,) = word.inline_shapes
    blip = shape._inline.graphic.graphicData.pic.blipFill.blip

    assert shape._inline.docPr.get("descr") == "QR code of https://t.example/contribute/"
    assert word.part.related_parts[blip.embed].blob == qr_picture("https://t.example/contribute/")


def test_the_lists_have_every_term(book, word):
    text = text_of(word)

    for name in ("themes", "areas", "support-kinds", "stakeholder-groups", "opsi-facets"):
        for term in book.terms(name):
            assert typographic(term.label.en) in text
            assert typographic(term.definition) in text


def test_a_book_of_its_own_gets_a_template_of_its_own(make_book):
    assert len(list(case_report(make_book(), PLACE))) == 2
