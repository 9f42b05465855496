"""A report becomes a draft that the check accepts, and every word of it is kept."""

from __future__ import annotations

import os
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import casebank
from casebank.case import BODY_SECTIONS, CaseKind
from casebank.document import split_document
from casebank.drafts import Draft
from casebank.importing.drafting import Imported, draft_of
from casebank.importing.incoming import kind_of
from casebank.importing.passages import Kind, Passage, clean, row
from casebank.importing.reading import read_report
from casebank.inspection import inspect
from tests.importing.imported_reports import (
    REPORTS,
    REPOSITORY,
    book,
    data_of,
    fields_of,
    imported,
    root,
)

MADE_UP = sorted(REPORTS.iterdir())
SOURCES = os.environ.get("CASEBOOK_SOURCES", "")


def errors_of(draft: Imported, folder: Path | None = None) -> list[str]:
    """What the check of a whole book finds wrong with a draft."""
    path = f"drafts/{draft.id}.md"
    return [str(one) for one in inspect(folder or root(), [Draft(path, draft.text)]).errors]


def words_of(text: str) -> Counter[str]:
    """Words without the backslashes that keep signs from being markup."""
    return Counter(re.findall(r"\w+", re.sub(r"\\(?=[\W_])", "", text)))


# Whole reports.


@pytest.mark.parametrize("file", MADE_UP, ids=lambda file: file.name)
def test_a_draft_has_nothing_that_the_check_refuses(file):
    assert errors_of(imported(file)) == []


@pytest.mark.parametrize("file", MADE_UP, ids=lambda file: file.name)
def test_every_word_of_a_report_stands_in_its_draft(file):
    needed = sum((words_of(passage.text) for passage in read_report(file)), Counter())

    assert needed - words_of(imported(file).text) == Counter()


@pytest.mark.parametrize("file", MADE_UP, ids=lambda file: file.name)
def test_every_passage_is_placed_or_kept_aside(file):
    coverage = imported(file).coverage

    total = coverage.placed + coverage.aside + coverage.repeated
    assert (total, coverage.lost) == (len(read_report(file)), 0)


@pytest.mark.parametrize(
    ("name", "coverage"),
    [
        ("city-case.txt", "53 passages: 51 placed, 2 kept under 'To place', none lost."),
        ("peer-review.html", "34 passages: 28 placed, 6 kept under 'To place', none lost."),
        ("etude-de-cas.txt", "17 passages: 15 placed, 2 kept under 'To place', none lost."),
        ("meleti.txt", "5 passages: 2 placed, 3 kept under 'To place', none lost."),
    ],
)
def test_the_coverage_is_told_in_one_sentence(name, coverage):
    assert str(imported(REPORTS / name).coverage) == coverage


def test_the_title_is_place_and_subject_where_the_report_tells_both():
    fields = fields_of("city-case.txt")

    assert fields["title"] == "Norvik: Crafts-led Innovation"
    assert fields["places"] == [{"city": "Norvik", "country": "NO"}]
    assert fields["areas"] == ["crafts"]
    assert imported(REPORTS / "city-case.txt").id == "norvik-crafts-led-innovation"


def test_a_report_in_french_fills_the_same_fields():
    fields = fields_of("etude-de-cas.txt")

    assert fields["language"] == "fr"
    assert fields["places"] == [{"city": "Belcourt", "country": "FR"}]
    assert fields["portfolios"][0]["title"] == "Apprendre à filmer le mouvement"
    assert fields["portfolios"][0]["timeline"] == "une première en mars 2027"
    assert fields["portfolios"][0]["support"] == ["funding-public", "infrastructure"]
    assert fields["stakeholders"][0]["group"] == "business"


def test_a_report_in_another_script_is_kept_whole():
    draft = imported(REPORTS / "meleti.txt")

    assert data_of(draft)["places"] == [{"city": "Δοκιμή", "country": "GR"}]
    assert "- line 7, item: Να ανοίξει ένα κοινό εργαστήριο." in draft.text
    assert draft.id == "i-cheirotechnia-sti-dokimi"  # its title in Latin letters, as in the form


def test_what_is_not_found_is_blank_and_marked():
    text = imported(REPORTS / "meleti.txt").text

    assert "scope:  # TO CONFIRM: not found in the report\n" in text
    assert "publisher:  # TO CONFIRM: not found in the report\n" in text


def test_what_is_found_is_marked_with_its_place():
    text = imported(REPORTS / "city-case.txt").text

    assert '    country: "NO"' in text or "    country: NO  # TO CONFIRM: line 6:" in text
    assert '- id: NO-P1  # TO CONFIRM: line 31: "Portfolio 1"\n' in text


def test_a_date_is_shown_beside_the_words_that_it_was_read_from():
    text = imported(REPORTS / "peer-review.html").text

    assert 'held: "2023-06-04/2023-06-05"  # TO CONFIRM: line 8: "4-5 June 2023"\n' in text


@pytest.mark.parametrize("name", ["city-case.txt", "peer-review.html"])
def test_the_body_has_the_sections_of_its_kind_in_order(name):
    draft = imported(REPORTS / name)
    kind = CaseKind(data_of(draft)["kind"])

    headings = re.findall(r"^## (.+)$", draft.text, re.MULTILINE)
    assert headings == [*BODY_SECTIONS[kind], "To place"]


def test_narrative_goes_to_the_section_that_its_heading_names():
    section = imported(REPORTS / "city-case.txt").text.partition("## Analysis\n")[2]

    assert section.startswith("\nThe county pays for courses")


def test_the_draft_says_first_that_its_texts_are_not_ours():
    head = imported(REPORTS / "city-case.txt").text.splitlines()[1:4]

    assert "retell them in your own words before anything is published" in " ".join(head)


def test_an_address_takes_the_place_of_the_file():
    passages = read_report(REPORTS / "meleti.txt")
    url = "https://t.example/report"

    source = data_of(draft_of(passages, book(), CaseKind.CITY_CASE, "meleti.txt", url=url))

    assert source["sources"][0]["url"] == url
    assert "file" not in source["sources"][0]


# Ids.


@pytest.mark.parametrize(("wanted", "id_"), [("", "SE2-1"), ("saint-etienne", "SE-1")])
def test_ids_of_asks_are_none_of_another_case(wanted, id_):
    passages = (
        Passage("Saint-Étienne, France", Kind.HEADING, "line 1", level=1),
        Passage("Recommendations", Kind.HEADING, "line 2", level=1),
        Passage("Begin.", Kind.ITEM, "line 3", opens=True),
    )

    draft = draft_of(passages, book(), CaseKind.CITY_CASE, "x.txt", wanted_id=wanted)

    assert data_of(draft)["recommendations"][0]["id"] == id_


# Hostile reports.

HOSTILE = [
    "{{ config.extra }} {% include 'x' %}",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1)) ![x](https://t.example/x.png)",
    "[a]: https://t.example/",
    "[^report] cites nothing",
    "---",
    "title: another # TO CONFIRM: x",
    "## To place",
    "# A title of the page",
    "- [ ] 1. > + = | & *a !b %c @d `e`",
    "\"quoted\" \\ and \\n and 'single'",
    "--8<-- 'secret.txt'",
    "``` {{ fence }} ```",
    "::error::forged",
    "&amp; &#8238; &lt;b&gt;",
    "null",
    "2024-01-01",
    "x" * 5000,
    "www.t.example https://t.example",
    "Write to user@t.example or call +47 22 33 44 55",
    "Norvik, Norway {{ x }}",
]


def _report_with(text: str) -> tuple[Passage, ...]:
    """A report in which a text stands wherever one can stand."""
    parts = [
        (text, Kind.HEADING),
        (text, Kind.PARAGRAPH),
        ("Context", Kind.HEADING),
        (text, Kind.PARAGRAPH),
        (text, Kind.HEADING),
        (text, Kind.ITEM),
        ("Portfolio 1", Kind.HEADING),
        (text, Kind.HEADING),
        (text, Kind.PARAGRAPH),
        (text, Kind.ITEM),
        (f"Timeline: {text}", Kind.ITEM),
        ("Participants", Kind.HEADING),
        ("Businesses", Kind.HEADING),
        (text, Kind.ITEM),
        ("Recommendations", Kind.HEADING),
        (f"1. {text}", Kind.HEADING),
        (text, Kind.PARAGRAPH),
        ("Group", Kind.HEADING),
        (text, Kind.ITEM),
        ("Key figures", Kind.HEADING),
        (f"12 {text}", Kind.ITEM),
        ("Action plan", Kind.HEADING),
        (f"Axis 1 – {text}", Kind.HEADING),
        (text, Kind.ITEM),
        ("Author", Kind.HEADING),
        (text, Kind.PARAGRAPH),
        ("Disclaimer", Kind.HEADING),
        (text, Kind.PARAGRAPH),
        (text, Kind.CAPTION),
        (text, Kind.FURNITURE),
        (text, Kind.FURNITURE),
    ]
    texts = [(clean(one), kind) for one, kind in parts]
    passages = [
        Passage(one, kind, f"line {n}", level=1) for n, (one, kind) in enumerate(texts, 1) if one
    ]
    return (*passages, row((clean(text), "1", clean(text)), "line 99"))


@pytest.mark.parametrize("kind", CaseKind)
@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_in_a_report_acts_in_its_draft(text, kind):
    draft = draft_of(_report_with(text), book(), kind, "x.txt")

    assert errors_of(draft) == []
    assert draft.coverage.lost == 0


def test_the_name_of_a_file_cannot_act_either():
    name = "x\n---\n{{ 7 * 7 }} # TO CONFIRM.txt"

    draft = draft_of(_report_with("Text."), book(), CaseKind.CITY_CASE, name)

    assert "\n---\n{{" not in draft.text
    assert errors_of(draft) == []


def test_ways_to_reach_a_person_are_left_out_and_counted():
    passages = (
        Passage("Contact", Kind.HEADING, "line 1", level=1),
        Passage("Write to user@t.example or call +47 22 33 44 55.", Kind.PARAGRAPH, "line 2"),
    )

    draft = draft_of(passages, book(), CaseKind.CITY_CASE, "x.txt")

    assert "Write to (contact left out) or call (contact left out)." in draft.text
    assert str(draft.coverage).endswith("telephone numbers were left out of 1.")


TEXT = st.text(min_size=1, max_size=60).map(clean).filter(bool)
PASSAGE = st.builds(
    lambda text, kind, level: Passage(text, kind, "line 1", level=level, cells=(text, "", text)),
    st.one_of(
        TEXT,
        st.sampled_from(
            [
                *(
                    "Context",
                    "Portfolio 1",
                    "Portfolio 2: Boats",
                    "Recommendations",
                    "Participants",
                ),
                *("Businesses", "Axis 1 – Gather", "Action plan", "Key figures", "Conclusions"),
                *("Main idea:", "Timeline: 2031", "Author", "Lund, Sweden", "Challenges"),
                *("A few examples:", "Priority", "1. Teach", "12 firms", "Funded by the county"),
            ]
        ),
    ),
    st.sampled_from([kind for kind in Kind if kind is not Kind.ROW]),
    st.integers(1, 3),
)


@settings(
    max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
@given(st.lists(PASSAGE, max_size=25).map(tuple), st.sampled_from(CaseKind))
def test_whatever_a_report_holds_none_of_its_words_is_lost(passages, kind):
    draft = draft_of(passages, book(), kind, "x.txt")
    document, problems = split_document(draft.text, "drafts/x.md")

    assert problems == ()
    assert document.front_matter.data["kind"] == kind
    assert draft.coverage.lost == 0


# The three reports that the first cases were made from. They have no licence, so they are not here.


@pytest.mark.skipif(not SOURCES, reason="CASEBOOK_SOURCES names no folder with the sources")
@pytest.mark.parametrize(
    ("name", "coverage", "found"),
    [
        (
            "000_720ce7fd6106fdfc.txt",
            "114 passages: 106 placed, 8 kept under 'To place', none lost.",
            {"portfolios": 4, "recommendations": 4, "conclusions": 5, "stakeholders": 4},
        ),
        (
            "001_ae7aa45245f8acd6.txt",
            "27 passages: 14 placed, 13 kept under 'To place', none lost.",
            {"areas": 2, "authors": 1},
        ),
        (
            "002_ee84428cc868c80f.txt",
            "160 passages: 115 placed, 45 kept under 'To place', none lost.",
            {"challenges": 8, "recommendations": 21, "examples": 8, "actions": 10},
        ),
    ],
)
def test_the_first_reports_are_taken_apart_as_far_as_they_can_be(name, coverage, found):
    """Of the asks in the finished cases, 19 of 21 and 39 of 41 are found."""
    file = Path(SOURCES) / name
    passages = read_report(file)
    draft = draft_of(passages, casebank.load(REPOSITORY), kind_of(passages), name)

    assert str(draft.coverage) == coverage
    fields = data_of(draft)
    assert {field: len(fields[field]) for field in found} == found
    assert errors_of(draft, REPOSITORY) == []
