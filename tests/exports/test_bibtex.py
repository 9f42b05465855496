"""BibTeX: a foreign reader finds every value, and no text becomes a command."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pybtex.database import parse_string

from casebank.citation import Citation, Original
from casebank.exports.bibtex import bibtex
from tests.latex import printed

PAGE = Citation("x", "webpage", "Title", "https://t.example/cases/x/")

HOSTILE = [
    r"\input{/etc/passwd}",
    "}, author = {Somebody else",
    "{ never closed",
    "never opened }",
    "}} @misc{other, title = {Other}",
    "100 % of $x$ & #1 a_b ~ ^2",
    "a -- b < c > d @misc",
    "مرحبا 🎭 naïve Œuvre",
    "long " * 400 + "end",
]


def entry(citation):
    (found,) = parse_string(bibtex([citation]), "bibtex").entries.values()
    return found


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_printed_and_never_run(text):
    citation = replace(
        PAGE,
        title=text,
        authors=(text, "Others"),
        container_title=text,
        genre=text,
        version=text,
        abstract=text,
        original=Original(publisher=text),
    )

    read = entry(citation)

    assert printed(read.fields["title"][1:-1]) == text
    for name in ("howpublished", "type", "version", "abstract"):
        assert printed(read.fields[name]) == text
    assert printed(read.fields["note"]) == f"Based on: {text}."
    assert [printed(str(person)[1:-1]) for person in read.persons["author"]] == [text, "Others"]


def test_a_name_is_not_taken_apart():
    (author,) = entry(replace(PAGE, authors=("The editors and friends, of a book",))).persons[
        "author"
    ]

    assert author.last_names == ["{The editors and friends, of a book}"]
    assert author.first_names == []


def test_a_straight_quotation_mark_becomes_a_curly_one():
    assert entry(replace(PAGE, title='A "b" c')).fields["title"] == "{A “b” c}"


@pytest.mark.parametrize(
    ("issued", "fields"),
    [
        ("2026", {"year": "2026"}),
        ("2026-11", {"year": "2026", "month": "November"}),
        ("2026-11-02", {"year": "2026", "month": "November", "day": "2"}),
        ("2026-10-31/2026-11-02", {"year": "2026", "month": "November", "day": "2"}),
        ("", {}),
    ],
)
def test_a_date_is_as_exact_as_known_and_of_a_range_it_is_the_end(issued, fields):
    read = entry(replace(PAGE, issued=issued)).fields

    assert {name: read[name] for name in ("year", "month", "day") if name in read} == fields


def test_braces_in_an_address_are_encoded_and_its_other_signs_stay():
    address = "https://t.example/a_b/~c?d=1&e=%20#SE-P1a"

    assert entry(replace(PAGE, url=address)).fields["url"] == address
    assert entry(replace(PAGE, url=f"{address}}}{{\\")).fields["url"] == f"{address}%7D%7B%5C"


def test_a_comma_within_a_keyword_makes_no_second_one():
    keywords = entry(replace(PAGE, keywords=("Skills, training", "AI"))).fields["keywords"]

    assert keywords == "Skills; training, AI"


def test_what_is_not_known_has_no_field():
    assert set(entry(PAGE).fields) == {"title", "url", "langid"}
