"""Each note on quality has a poor text that gives exactly this note, and a good one without any."""

from __future__ import annotations

from pathlib import Path

import pytest

import casebank

REPOSITORY = Path(__file__).parent.parent

TITLE = 'title: "Testville: a small case"'
SUMMARY = "summary: A case with only what a full city case must have."
TEXT = "    text: Offer courses."
IMAGE = "images: [{file: a.png, alt: %s, credit: B, licence: CC0}]\nreview:"
BODY = "A town by the sea."
LONG = "We met and " + "talked " * 43 + "then."
MANY = "We met and talked all day. " * 26

POOR = [
    (SUMMARY, f"{SUMMARY[:-1]}", "3:10: summary: the summary ends without a full stop."),
    (
        SUMMARY,
        "summary: Testville, a small case by the sea.",
        "3:10: summary: the summary repeats the title, which always stands above it.",
    ),
    (TITLE, "title: A TOWN BY THE SEA", "2:8: title: is written in capitals only"),
    (TEXT, "    text: Offer  courses.", "23:11: recommendations.1.text: more than one space"),
    (TEXT, f"    text: {LONG}", "23:11: recommendations.1.text: a sentence of 47 words;"),
    (TEXT, f"    text: {MANY}", "23:11: recommendations.1.text: a paragraph of 156 words;"),
    (TEXT, "    text: Offer courses. TODO more.", "23:26: recommendations.1.text: 'TODO' looks"),
    (TEXT, "    text: >-\n      Offer\n      lorem ipsum.", "25:7: recommendations.1.text: 'lor"),
    (TITLE, "title: Your City", "2:8: title: 'Your City' looks like a text to be replaced."),
    (TITLE, "title: Testville, project #1", "2:27: title: the text ends here: what follows"),
    (TITLE, "title: Testville # in short", "2:18: title: the text ends here: what follows"),
    ("https://testville.example/report", "http://t.example/", "19:10: sources.1.url: 'http://t."),
    (BODY, "A town  by the sea.", "31:3: more than one space behind 'town'."),
    (BODY, LONG, "31:1: a sentence of 47 words; plain language has at most 45."),
    (BODY, MANY, "31:1: a paragraph of 156 words;"),
    (BODY, f"{BODY}\n\n- One\n- See TBD.", "34:7: 'TBD' looks like a text to be replaced."),
    (BODY, "*The place, and what was there before.*", "31:1: what stands in the template is still"),
    (BODY, "See [here](https://t.example/).", "31:6: the link 'here' does not say where it leads."),
    (BODY, "Look\nat [**Click here!**](https://t.example/).", "32:7: the link 'Click here!'"),
    (BODY, "Voir [ici](https://t.example/).", "31:7: the link 'ici' does not say"),
    (BODY, "Δες [εδώ](https://t.example/).", "31:6: the link 'εδώ' does not say"),
    (BODY, "See <https://t.example/>.", "31:6: the text of a link is a bare address"),
    (BODY, "See https://t.example/ there.", "31:5: the text of a link is a bare address"),
    (BODY, "See [a town](http://t.example/).", "31:14: 'http://t.example/' is not encrypted."),
]

GOOD = [
    (SUMMARY, "summary: Testville asks for courses. Is that all?"),
    (SUMMARY, "summary: Testville asks for “courses”."),
    (TITLE, "title: OPSI and LIEPT in Testville"),
    (TITLE, "title: LIEPT"),
    (TITLE, "title: Testville  # one comment, with two spaces before it"),
    (TITLE, 'title: "Testville, project #1"'),
    ("kind: city-case", "kind: city-case # or peer-review"),
    ("scope: city", "scope: city #the whole town"),
    (TEXT, f"    text: {LONG[:100]}. {LONG[100:]}"),
    (TEXT, "    text: >-\n      Offer\n      courses."),
    ("title: Report", "title: YOUR REPORT IN CAPITALS  TWICE"),
    (BODY, "| a | b |\n|---|---|\n|  c   |  d  |"),
    (BODY, "    code  with  spaces"),
    (BODY, "See [the town's page](https://t.example/here)."),
    (BODY, "Todo lists are for your city's team.[^report]"),
]


@pytest.fixture
def notes(folder, add, case_text):
    """Return the warnings of the small case after replacing one text in it."""

    def look(old, new):
        assert old in case_text
        add("cases/testville.md", case_text.replace(old, new, 1))
        return casebank.inspect(folder).problems

    return look


@pytest.mark.parametrize(("old", "new", "told"), POOR, ids=[told for *_, told in POOR])
def test_a_poor_text_gives_this_note_and_no_other(notes, old, new, told):
    (note,) = notes(old, new)

    assert note.severity is casebank.Severity.WARNING
    assert str(note).startswith(f"cases/testville.md:{told}")


@pytest.mark.parametrize(("old", "new"), GOOD, ids=[new for _, new in GOOD])
def test_a_good_text_gives_none(notes, old, new):
    assert [str(note) for note in notes(old, new)] == []


@pytest.mark.parametrize(
    ("alternative", "told"),
    [
        ("Picture of a square", "begins with 'Picture of'"),
        ("An image of a square", "begins with 'An image of'"),
        ("Photo de la place", "begins with 'Photo de'"),
        ("IMG_0042.jpg", "'IMG_0042.jpg' is the name of a file."),
        ("People on a square", None),
        ("Image-makers at a table", None),
    ],
)
def test_what_stands_for_a_picture_says_what_can_be_seen(notes, alternative, told):
    found = [note for note in notes("review:", IMAGE % alternative) if not note.is_error]

    assert [note.message.startswith(told) for note in found] == ([True] if told else [])


def test_notes_do_not_keep_a_book_from_being_loaded(folder, notes):
    assert notes(BODY, "See [here](https://t.example/).")
    assert casebank.check(folder) == ()
    assert casebank.load(folder)


def test_the_real_book_gives_no_note():
    assert [str(problem) for problem in casebank.inspect(REPOSITORY).problems] == []


# Copied sentences.

COPIED = "The town by the sea has always had a theatre of its own, people say."


@pytest.fixture
def source(add):
    """Give the folder the fingerprints of a document."""
    from casebank.fingerprints import fingerprint, runs

    add("fingerprints/report.txt", "\n".join(sorted(map(fingerprint, runs(COPIED)))) + "\n")


@pytest.mark.usefixtures("source")
@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        (BODY, f"So it is.\n{COPIED}", "32:1: "),
        (BODY, f"**{COPIED.upper()[:9]}**{COPIED[9:]}", "31:3: "),
        (TEXT, f"    text: >-\n      So it is. {COPIED}", "24:17: recommendations.1.text: "),
        (SUMMARY, f"summary: {COPIED}", "3:10: summary: "),
    ],
)
def test_a_sentence_of_a_source_is_found_where_it_stands(notes, old, new, place):
    (note,) = notes(old, new)

    assert str(note).startswith(f"cases/testville.md:{place}'")
    assert "stands word for word in a source (report)." in note.message


@pytest.mark.usefixtures("source")
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("review:", f"quotes: [{{text: '{COPIED}', speaker: The mayor}}]\nreview:"),
        ("title: Report", f"title: {COPIED}"),
        ("publisher: Testville", f"publisher: {COPIED}"),
        (BODY, "The Town by the Sea has Always Had a Theatre."),
        (BODY, "By the sea there has always been a theatre, as people say."),
    ],
)
def test_quotations_titles_and_names_may_be_those_of_a_source(notes, old, new):
    found = [str(note) for note in notes(old, new)]

    assert [note for note in found if "word for word" in note] == (
        [] if "has Always" not in new else found
    )


@pytest.mark.usefixtures("source")
def test_a_name_in_capitals_is_no_copied_sentence(notes, add):
    from casebank.fingerprints import fingerprint, runs

    name = "Museum of the Town and the Sea of Testville"
    add("fingerprints/names.txt", "\n".join(map(fingerprint, runs(name))))

    assert notes(BODY, f"We met at the {name}.") == ()
    assert len(notes(BODY, f"We met at the {name.lower()}.")) == 1


# What is never published.


@pytest.mark.parametrize(
    "contact",
    [
        *("jo@town.example", "jo.doe+x@mail.town.example", "+33 4 77 12 34 56", "04 77 12 34 56"),
        *("(+47) 22 33 44 55", "0047 22334455", "Tel. 22 33 44 55", "+32/9/123.45.67"),
    ],
)
@pytest.mark.parametrize("old", [TEXT, BODY])
def test_what_leads_to_a_person_is_an_error(folder, add, case_text, old, contact):
    add("cases/testville.md", case_text.replace(old, f"{old} {contact}"))

    (problem,) = casebank.check(folder)

    assert problem.line == (23 if old is TEXT else 31)
    assert problem.column > 11
    assert "address." in problem.message or "number." in problem.message


def test_a_link_that_opens_a_mail_is_an_error(folder, add, case_text):
    add("cases/testville.md", case_text.replace(BODY, "[Ask](mailto:info@town.example) us."))

    (problem,) = casebank.check(folder)

    assert problem.message == "'info@town.example' is an e-mail address."


@pytest.mark.parametrize(
    "number",
    [
        *("20-21/11/2024", "2019-2021", "EUR 36,000,000", "over 11,000 m²", "45.4397, 4.3872"),
        *("grant 101112345", "1 200 300 people", "ISBN 978 92 76 12345 6", "@ekip on the web"),
    ],
)
def test_other_numbers_and_signs_are_none(folder, add, case_text, number):
    add("cases/testville.md", case_text.replace(BODY, f"It was {number}."))

    assert casebank.check(folder) == ()
