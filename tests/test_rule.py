"""A rule refuses what breaks it, in the same words everywhere."""

from __future__ import annotations

import re
from typing import Annotated

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from casebank.problem import FieldError
from casebank.rule import (
    DATE,
    FILE_NAME,
    ONE_LINE,
    PLAIN,
    RULES,
    TEMPLATE,
    TERM,
    UNCITED,
    WEB_ADDRESS,
)


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (PLAIN, "<3 and {curly} and a < b"),
        (PLAIN, "a\n--- b"),
        (UNCITED, "a list [a] and ^"),
        (ONE_LINE, ""),
        (WEB_ADDRESS, "https://ü.example/ä?b=c#d"),
        (DATE, "2024-11-20/2024-11-21"),
        (TERM, "stakeholder-groups.cci"),
        (FILE_NAME, "a-b_c.d.png"),
    ],
)
def test_a_text_that_fits_is_kept_as_it_is(rule, text):
    assert rule.kept(text) == text


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (PLAIN, "two lines\n<b>later"),
        (PLAIN, "two lines\n {{ later }}"),
        (PLAIN, "a\n  --8<-- 'mkdocs.yml'"),
        (PLAIN, "{#id}"),
        (PLAIN, "{: onclick=x}"),
        (UNCITED, "first line\nsecond [^report]"),
        (ONE_LINE, "ends with a line\n"),
        (WEB_ADDRESS, "https://t.example/\n"),
        (DATE, "2025\n"),
        (TERM, "cci"),
        (FILE_NAME, "../x.png"),
        (FILE_NAME, ".png"),
    ],
)
def test_a_text_that_does_not_fit_is_refused_with_the_rules_own_remedy(rule, text):
    with pytest.raises(FieldError) as caught:
        rule.kept(text)

    assert rule.fault in caught.value.message
    assert caught.value.remedy == rule.remedy


def test_a_short_text_is_repeated_in_the_message_and_a_long_one_is_not():
    with pytest.raises(FieldError, match=r"^'soon' is not a date\.$"):
        DATE.kept("soon")
    with pytest.raises(FieldError, match=r"^holds HTML or a template expression\.$"):
        PLAIN.kept("a" * 300 + "<script>")


def test_a_marked_type_keeps_its_rules_and_shows_them_in_its_schema():
    marked = TypeAdapter(Annotated[str, PLAIN, ONE_LINE])

    assert marked.validate_python("a") == "a"
    with pytest.raises(ValidationError, match="spans several lines"):
        marked.validate_python("a\nb")
    assert marked.json_schema() == {
        "type": "string",
        "allOf": [{"pattern": PLAIN.pattern}, {"pattern": ONE_LINE.pattern}],
    }


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_pattern_is_anchored_at_both_ends_so_that_any_search_compares_the_whole_text(rule):
    assert rule.pattern.startswith("^")
    assert rule.pattern.endswith("$")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_words_of_a_rule_are_a_part_of_a_sentence_and_a_sentence(rule):
    assert re.fullmatch(r"(is|holds|cites|spans)\b.*[^.]", rule.fault)
    assert re.fullmatch(r"[A-Z].*\.", rule.remedy)


def test_no_two_rules_share_a_name_or_a_pattern():
    assert len({rule.name for rule in RULES}) == len({rule.pattern for rule in RULES}) == len(RULES)


@settings(max_examples=500, deadline=None, derandomize=True)
@given(st.text("<{[^/!a%#: -8\n", max_size=12))
def test_plain_and_uncited_say_in_one_pattern_what_two_searches_find(text):
    assert PLAIN.fits(text) != bool(re.search(r"</?[A-Za-z!]", text) or TEMPLATE.search(text))
    assert UNCITED.fits(text) != ("[^" in text)


@pytest.mark.parametrize("text", ["\n" * 2000, "-" * 2000, "\n-" * 1000, "<" * 2000, " " * 2000])
def test_a_text_of_one_sign_is_read_in_one_go(text):
    assert PLAIN.fits(text)
