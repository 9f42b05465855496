"""The form of a new case: every field is asked for once, with its label, meaning and choices."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup

from casebank.blank import blanks
from casebank.case import BODY_SECTIONS
from casebank.case_form import STEPS, in_order, kind_of, label, noun
from casebank.case_form_words import HINTS, LABELS
from casebank.forge import Forge
from casebank.report import PEER_REVIEW_HELP, SECTION_HELP
from casebank.views.new_case import new_case_form


@pytest.fixture
def form(book):
    html = str(new_case_form(book, Forge("https://forge.example/ekip/casebook")))
    # Selectors do not look into templates.
    return BeautifulSoup(html.replace("template>", "div>"), "html.parser")


def asked(level):
    """Return the paths of all fields in a level, those within templates of entries included."""
    found = []
    for one in level.select("[data-field], [data-group], [data-part]"):
        around = [
            name
            for parent in one.parents
            if (name := parent.get("data-group") or parent.get("data-part"))
        ]
        name = one.get("data-field", one.get("data-group", one.get("data-part")))
        found.append(".".join([*reversed(around), name]).rstrip("."))
    return found


def test_every_field_of_a_case_is_asked_for_once(form):
    expected = [
        one.path for field in blanks() for one in field.all() if not one.path.startswith("review")
    ]
    texts = {"editor_notes", "actions.timeline"}  # lists of texts, whose entries are fields too

    assert sorted(asked(form)) == sorted([*expected, *texts])


def test_every_section_of_every_kind_is_asked_for_with_its_help(form):
    headings = {one["data-section"]: one for one in form.select("[data-section]")}

    assert set(headings) == {name for names in BODY_SECTIONS.values() for name in names}
    for helps in (SECTION_HELP, PEER_REVIEW_HELP):
        for name, text in helps.items():
            assert text in headings[name].get_text()


def test_every_control_has_a_label(form):
    for one in form.select("div.q"):
        assert one.select_one(":scope > label.q__label").get_text(strip=True)
    for one in form.select("fieldset.q, fieldset.part"):
        assert one.select_one(":scope > legend").get_text(strip=True)


def test_every_typed_field_shows_an_example(form):
    typed = [one for one in form.select("div.q[data-field]") if not one.select_one("select")]

    assert len(typed) > 50
    assert [one["data-field"] for one in typed if "Example:" not in one.get_text()] == []


JARGON = r"vocabular|(?<!-)\bterms?\b|\bids?\b|\bISO\b|media/|\w\.\w"
"""Words of the files. Whoever fills in the form has never seen one."""


def test_no_word_of_the_files_stands_in_labels_and_hints(form):
    for example in form.select(".q__example, .q__hint code, [data-for-kind]"):
        example.extract()
    words = [one.get_text() for one in form.select(".q__label, .group__title, .q__hint")]

    assert [text for text in words if re.search(JARGON, text, re.IGNORECASE)] == []


def test_every_label_and_hint_of_the_form_belongs_to_a_field():
    paths = {one.path for field in blanks() for one in field.all()}

    assert paths >= HINTS.keys() | LABELS.keys()


def test_what_can_be_chosen_are_the_terms_of_the_book(form, book):
    areas = form.select_one("[data-field=areas]")
    countries = form.select_one("[data-group=places] [data-field=country]")

    assert [box["value"] for box in areas.select("input")] == [
        term.id for term in book.terms("areas")
    ]
    assert book.terms("areas")[0].definition[:40] in areas.get_text()
    assert "Norway" in [option.get_text() for option in countries.select("option")]


def test_a_field_is_marked_as_optional_or_required(form):
    names = ("title", "held")
    title, held = (form.select_one(f"section > [data-field={name}]") for name in names)

    assert title.input.has_attr("required")
    assert "optional" not in title.label.get_text()
    assert not held.input.has_attr("required")
    assert "optional" in held.label.get_text()


def test_no_field_cuts_what_is_pasted(form):
    assert [one.parent.get("data-field") for one in form.select("[maxlength]")] == [None]


def test_the_form_can_send_nothing_by_itself(form):
    assert not form.form.has_attr("action")
    assert form.select("[formaction], [type=submit]") == []
    assert all(button["type"] == "button" for button in form.select("button"))


def test_the_form_is_hidden_and_other_ways_are_named_until_a_script_runs(form):
    assert form.form.has_attr("hidden")
    assert "needs JavaScript" in form.select_one("[data-plain]").get_text()


def test_no_style_or_script_stands_in_the_form(form):
    assert form.select("[style], script, style") == []
    assert not any(name.startswith("on") for one in form.find_all(True) for name in one.attrs)


def test_without_a_repository_no_way_leads_there(book):
    form = BeautifulSoup(str(new_case_form(book, None)), "html.parser")

    assert form.select("[data-forge]") == []
    assert "forge.example" not in str(form)
    assert len(form.select(".way")) == 2


def test_every_step_has_a_heading_and_help():
    assert all(step.title and step.help for step in STEPS)
    assert len({step.id for step in STEPS}) == len(STEPS)


def test_ids_are_asked_for_last_because_the_form_makes_them():
    portfolio = next(field for field in blanks() if field.path == "portfolios")

    assert in_order(portfolio.parts)[-1].name == "id"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("held", ("date", "Date of the event", "date of the event")),
        ("opsi", ("line", "OPSI", "opsi")),
        ("key_figures", ("line", "Key figures", "key figure")),
        ("stakeholders", ("line", "Stakeholders", "group")),
        ("summary", ("text", "Summary", "summary")),
        ("places.lat", ("number", "Latitude", "latitude")),
        ("key_figures.value", ("line", "Number", "number")),
        ("portfolios.asks.id", ("code", "Reference", "reference")),
        ("images", ("line", "Pictures", "picture")),
    ],
)
def test_a_field_is_named_in_words(path, expected):
    field = next(one for top in blanks() for one in top.all() if one.path == path)

    assert (kind_of(field), label(field), noun(field)) == expected
