"""Comments are found wherever YAML has them, and nowhere else."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from casebank.strict_yaml import dotted, parse
from casebank.yaml_comments import comments

TEXT = """\
# head
title: A # b
kind: "a # b"  # real
summary: >-  # folded
  a # no
  # no either

  c
# outside
  # also outside
scope:  # blank
places:  # group
  - city: X # y
    region: a
      b # z
    note: "q
      # in
      r" # after
list:
  - one # 1
flow: [a, b]   # f
url: https://t.example/#here
last: >-
  end
# tail
"""


def test_comments_are_found_with_field_and_lines_of_the_value():
    found = comments(parse(TEXT, "x.yml"))

    assert [(one.line, one.text.strip(), dotted(one.path)) for one in found] == [
        (1, "head", ""),
        (2, "b", "title"),
        (3, "real", "kind"),
        (4, "folded", "summary"),
        (9, "outside", ""),
        (10, "also outside", ""),
        (11, "blank", "scope"),
        (12, "group", "places"),
        (13, "y", "places.1.city"),
        (15, "z", "places.1.region"),
        (18, "after", "places.1.note"),
        (20, "1", "list.1"),
        (21, "f", "flow"),
        (25, "tail", ""),
    ]
    lines = {one.text.strip(): (one.first_line, one.last_line) for one in found}
    assert lines["folded"][0] == 4
    assert (lines["z"], lines["after"], lines["y"]) == ((14, 15), (16, 18), (13, 13))


def test_only_a_plain_value_directly_before_a_comment_is_cut():
    found = comments(parse(TEXT, "x.yml"))

    assert {dotted(one.value) for one in found if one.value} == {
        *("title", "places.1.city", "places.1.region", "list.1")
    }


def test_lines_are_counted_from_where_the_text_begins():
    (comment,) = comments(parse("a: b  # c", "x.md", first_line=7))

    assert (comment.line, comment.column) == (7, 7)


PIECES = st.sampled_from(
    ["a", "b: c", "- d", "#", " #", "# e", '"f"', "'g'", ">-", "|", ":", "\n", "\n  ", "  ", "[h]"]
)


@settings(max_examples=400, deadline=None, derandomize=True)
@given(st.lists(PIECES, max_size=20).map("".join))
def test_without_its_comments_a_text_says_the_same(text):
    parsed = parse(text, "x.yml")
    if parsed.problems:
        return
    lines = text.split("\n")
    for comment in comments(parsed):
        lines[comment.line - 1] = lines[comment.line - 1][: comment.column - 1]

    assert yaml.safe_load("\n".join(lines)) == yaml.safe_load(text)


@pytest.mark.parametrize("line", ["# a\n", "- a # b\n", "a%n: # b\n"])
def test_each_of_many_comments_is_found(line):
    text = "".join(line.replace("%n", str(number)) for number in range(5000))

    assert len(comments(parse(text, "x.yml"))) == 5000
