"""What the repository repeats of models and vocabularies is what they say now."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from casebank.blank import blank
from scripts.make_contracts import CASE_FORM, contracts, table, with_part

ROOT = Path(__file__).parent.parent.parent
CONTRACTS = contracts(ROOT)

REMEDY = (
    "Run `.venv/bin/python scripts/make_contracts.py` and commit what it changes."
    " Who proposes a term can leave that to an editor."
)


@pytest.mark.parametrize("path", CONTRACTS)
def test_a_committed_file_is_what_the_models_and_vocabularies_say(path):
    committed = (ROOT / path).read_text(encoding="utf-8") if (ROOT / path).exists() else ""

    assert committed == CONTRACTS[path], f"{path} is out of date. {REMEDY}"


def test_only_what_stands_between_the_two_comments_is_changed():
    text = "a\n# made by scripts/make_contracts.py: words, from b\nold\nold\n# end of words\nc\n"

    assert with_part(text, "words", "new\n") == (
        "a\n# made by scripts/make_contracts.py: words, from b\nnew\n# end of words\nc\n"
    )


def test_a_file_without_the_two_comments_is_not_written():
    with pytest.raises(ValueError, match="no two comments around the words"):
        with_part("# made by scripts/make_contracts.py: words\nold\n", "words", "new\n")


@pytest.mark.parametrize(
    ("path", "row"),
    [
        ("kind", "| `kind` | yes | one of `city-case`, `peer-review` | How it came about"),
        ("areas", "| `areas` | yes | terms of `areas` | Innovation areas"),
        ("scope", "| `scope` | yes | one term of `scopes` | The territory"),
        ("places", "| `places` | yes | list | Where"),
        ("review", "| `review` | yes | fields | State"),
        ("held", "| `held` | no | [date](#dates) | When"),
        ("places.country", "| `places.country` | yes | country | Two capital letters"),
        ("editor_notes", "| `editor_notes` | no | list of texts | Remarks"),
        ("summary", "| `summary` | yes | text of at most 300 characters | What one"),
    ],
)
def test_a_row_says_whether_a_field_is_needed_and_what_to_write(path, row):
    assert table([blank(path)]).splitlines()[2].startswith(row)


def test_a_row_has_an_example_unless_its_text_is_long_or_has_it_already():
    cells = [row.split(" | ")[-1] for row in table(map(blank, EXAMPLES)).splitlines()[2:]]

    assert cells == ["`45.44` |", " |", " |"]


EXAMPLES = ["places.lat", "summary", "language"]


@pytest.fixture(scope="module")
def form():
    return yaml.safe_load(CONTRACTS[CASE_FORM])


def test_the_form_asks_for_a_place_a_source_and_consent_and_for_little_else(form):
    needed = [
        question["id"]
        for question in form["body"]
        if question.get("validations", {}).get("required")
    ]

    assert needed == ["place", "kind", "area", "source"]
    assert form["body"][-1]["attributes"]["options"][0]["required"] is True


def test_the_form_offers_every_area_in_the_words_of_the_book(form, book):
    (area,) = (question for question in form["body"] if question.get("id") == "area")

    assert area["attributes"]["options"] == [
        *(term.label.en for term in book.terms("areas")),
        "I am not sure",
    ]


def test_the_form_shows_the_examples_of_the_models(form):
    shown = {
        question["id"]: question["attributes"].get("placeholder", "")
        for question in form["body"]
        if "id" in question
    }

    assert shown["held"] == blank("held").example
    assert shown["source"] == blank("sources.url").example
    assert blank("places.city").example in shown["place"]
