"""Each kind of value accepts what authors write and nothing that could do harm."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from casebank.fields import AskId, CountryCode, Line, Record, Slug, Summary, Text, Url, When


class Sample(Record):
    """A record with one field."""

    title: Line
    """Its name."""


def accepts(kind, value):
    try:
        TypeAdapter(kind).validate_python(value, strict=True)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Slug, "saint-etienne"),
        (Slug, "ai2"),
        (Slug, "a" * 80),
        (AskId, "SE-P1a"),
        (AskId, "AM-X1.1"),
        (AskId, "A"),
        (Line, "Saint-Étienne: performing arts & AI"),
        (Line, "less than 5 < 6 and 7 > 3"),
        (Line, "a" * 200),
        (Text, "Two lines\nare fine."),
        (Text, "<3 and {curly}"),
        (Text, "a" * 2000),
        (Summary, "a" * 300),
        (Url, "https://amiens.fr/Actualites/x?a=b#c"),
        (Url, "http://t.example"),
        (CountryCode, "NO"),
        (When, "2025"),
        (When, 2025),
        (When, "2024-11"),
        (When, "2024-11-20"),
        (When, "2024-11-20/2024-11-21"),
        (When, "2024/2025"),
        (When, "2025-03-19/2025-03-19"),
    ],
)
def test_what_authors_write_is_accepted(kind, value):
    assert accepts(kind, value)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Slug, "Saint-Etienne"),
        (Slug, "saint--etienne"),
        (Slug, "-lund"),
        (Slug, "lund-"),
        (Slug, "../lund"),
        (Slug, "köln"),
        (Slug, "lund\n"),
        (Slug, ""),
        (Slug, "a" * 81),
        (AskId, "1a"),
        (AskId, "SE P1"),
        (AskId, "SE-"),
        (AskId, 'SE"onclick'),
        (AskId, "a" * 41),
        (Line, ""),
        (Line, "two\nlines"),
        (Line, "a" * 201),
        (Line, 5),
        (Line, None),
        (Line, "<script>"),
        (Line, "</title>"),
        (Line, "<!-- x -->"),
        (Line, "{{ config }}"),
        (Line, "{% raw %}"),
        (Line, "{# x #}"),
        (Text, "<img src=x onerror=alert(1)>"),
        (Text, ""),
        (Text, "a" * 2001),
        (Summary, "a" * 301),
        (Summary, "<b>bold</b>"),
        (Url, "javascript:alert(1)"),
        (Url, "data:text/html,x"),
        (Url, "//t.example"),
        (Url, "www.t.example"),
        (Url, "https://t.example/a b"),
        (Url, 'https://t.example/"onclick="x'),
        (Url, "https://t.example\\@evil.example"),
        (Url, "https://t.example/" + "a" * 500),
        (CountryCode, "no"),
        (CountryCode, "NOR"),
        (When, "20"),
        (When, "2024-13"),
        (When, "2024-11-32"),
        (When, "20 November 2024"),
        (When, "2024-11-21/2024-11-20"),
        (When, "2024/2025/2026"),
        (When, True),
        pytest.param(
            (When),
            "٢٠٢٥",
        ),
        pytest.param((When), "2025-02-31"),
        pytest.param(
            (Url),
            "https://t.example/{{config}}",
        ),
    ],
)
def test_what_could_do_harm_is_refused(kind, value):
    assert not accepts(kind, value)


def test_a_bare_year_becomes_text():
    assert TypeAdapter(When).validate_python(2025) == "2025"


def test_a_range_may_end_less_exactly_than_it_begins():
    assert accepts(When, "2024-11/2024")


def test_spaces_around_a_text_are_left_out():
    assert Sample(title="  Lund ").title == "Lund"


def test_a_text_of_spaces_is_empty():
    with pytest.raises(ValidationError):
        Sample(title="   ")


def test_a_record_cannot_be_changed():
    with pytest.raises(ValidationError):
        Sample(title="Lund").title = "Malmö"


def test_a_record_takes_no_field_that_it_does_not_know():
    with pytest.raises(ValidationError):
        Sample(title="Lund", template="evil.html")


def test_the_docstring_of_a_field_is_its_description():
    assert Sample.model_fields["title"].description == "Its name."
