"""The parts of the guide: in order, and with sources for everything that they cite."""

from __future__ import annotations

import pytest

from casebank import check, load

PART = """\
---
title: {title}
description: What it is for.
part: {number}
layout: guide
cites: [prototyping-workshop]
filters: {{kind: [Guide]}}
---

# {title}

It is so [^made-up].
"""


@pytest.fixture
def add_part(add):
    add("docs/facilitators-guide/index.md", "---\ntitle: Guide\n---\n\n# Guide\n")

    def part(number: int, slug: str, text: str = PART) -> None:
        filled = text.format(title=slug.capitalize(), number=number)
        add(f"docs/facilitators-guide/{slug}.md", filled)

    return part


def test_parts_stand_in_the_order_of_their_numbers(folder, add_part):
    add_part(2, "after")
    add_part(1, "before")

    parts = load(folder).guide

    assert [(part.number, part.title, part.address) for part in parts] == [
        (1, "Before", "/facilitators-guide/before/"),
        (2, "After", "/facilitators-guide/after/"),
    ]


def test_a_book_without_a_guide_is_fine(folder):
    assert load(folder).guide == ()


def test_a_gap_in_the_numbers_is_refused(folder, add_part):
    add_part(1, "one")
    add_part(3, "three")

    assert [str(problem) for problem in check(folder)] == [
        "docs/facilitators-guide/three.md:1:1: part: 3 is not the next number, 2. "
        "Number the parts from 1, without gaps."
    ]


def test_two_parts_with_one_number_are_refused(folder, add_part):
    add_part(1, "one")
    add_part(1, "other")

    (problem,) = check(folder)

    assert problem.message == "1 is not the next number, 2."


def test_a_citation_without_a_source_is_refused_with_the_likely_one(folder, add_part):
    add_part(1, "one", PART.replace("[^made-up]", "[^made-upp]"))

    assert [str(problem) for problem in check(folder)] == [
        "docs/facilitators-guide/one.md:12:10: '[^made-upp]' cites no source of the tools in "
        "'cites'. Did you mean 'made-up'?"
    ]


@pytest.mark.parametrize("code", ["`[^key]`", "``a ` [^key]``", "```\n[^key]\n```"])
def test_a_mark_in_code_is_no_citation(folder, add_part, code):
    add_part(1, "one", PART.replace("[^made-up]", f"{code} [^made-up]"))

    assert check(folder) == ()


def test_a_citation_after_code_is_found_in_its_place(folder, add_part):
    add_part(1, "one", PART.replace("[^made-up]", "`[^key]` [^made-upp]"))

    (problem,) = check(folder)

    assert (problem.line, problem.column) == (12, 19)


def test_an_unknown_field_of_a_part_is_refused(folder, add_part):
    add_part(1, "one", PART.replace("layout:", "template: main.html\nlayout:"))

    (problem,) = check(folder)

    assert problem.field == "template"


def test_parts_without_a_front_page_are_refused(folder, add_part):
    add_part(1, "one")
    (folder / "docs/facilitators-guide/index.md").unlink()

    assert [str(problem) for problem in check(folder)] == [
        "docs/facilitators-guide/index.md:1:1: is missing. Write the front page of the guide."
    ]


def test_a_part_in_a_folder_below_is_refused(folder, add_part):
    add_part(1, "sub/one")

    (problem,) = check(folder)

    assert problem.message == "lies in a folder below the guide."


def test_a_citation_of_the_front_page_is_checked_too(folder, add, add_part):
    add_part(1, "one")
    add("docs/facilitators-guide/index.md", "---\ntitle: Guide\n---\n\nSo [^nobody].\n")

    (problem,) = check(folder)

    assert problem.path == "docs/facilitators-guide/index.md"


def test_another_layout_is_refused(folder, add_part):
    add_part(1, "one", PART.replace("layout: guide", "layout: home"))

    (problem,) = check(folder)

    assert problem.field == "layout"
