"""A draft is checked as if it were in the book, and what it marks as doubtful is a warning."""

from __future__ import annotations

import pytest

import casebank


@pytest.fixture
def problems(folder, case_text):
    """Check a draft that differs from the small case in its ids and in some texts."""

    def check(*changes, path="drafts/newtown.md", text=case_text):
        draft = text.replace("TV-1", "NT-1")
        for old, new in changes:
            assert old in draft
            draft = draft.replace(old, new, 1)
        found = casebank.inspect(folder, [casebank.Draft(path, draft)])
        return [f"{one.severity} {one}" for one in found.problems]

    return check


def test_a_draft_without_doubts_has_no_problem(problems):
    assert problems() == []


def test_a_fault_of_a_draft_is_an_error(problems):
    (problem,) = problems(("scope: city", "scope: cityy"))

    assert problem.startswith("error drafts/newtown.md:11:8: scope: 'cityy' is not")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "scope: city",
            "scope:  # TO CONFIRM: not found in the report",
            "11:7: scope: to be confirmed: not found in the report; expected text, found nothing.",
        ),
        ("scope: city", "scope: city  # TO CONFIRM", "11:14: scope: to be confirmed. Compare it"),
        (
            "scope: city",
            "scope: cityy  # TO CONFIRM",
            "11:8: scope: to be confirmed; 'cityy' is not a geographical scope. Did you mean",
        ),
        (
            "summary: A case with only what a full city case must have.",
            "summary: >-  # TO CONFIRM: guessed\n  A case\n  cites a source [^report].",
            "3:10: summary: to be confirmed: guessed; cites a source, which is not shown here.",
        ),
        ("areas: [ai-cci]", "areas: []  # TO CONFIRM", "9:8: areas: to be confirmed; is empty."),
    ],
)
def test_a_line_that_is_marked_gives_one_warning(problems, old, new, told):
    (problem,) = problems((old, new))

    assert problem.startswith(f"warning drafts/newtown.md:{told}")


def test_a_mark_within_a_text_is_a_text(problems):
    changes = ("Offer courses.", ">-\n      Offer courses.\n      # TO CONFIRM is no comment here.")

    assert problems(changes) == []


def test_an_error_on_another_line_stays_one(problems):
    found = problems(("scope: city", "scope: city  # TO CONFIRM"), ("skills", "skils"))

    assert [one.split()[0] for one in found] == ["warning", "error"]


def test_passages_without_a_place_are_kept_with_a_warning(problems):
    found = problems(("Nothing yet.\n", "Nothing yet.\n\n## To place\n\nA passage.\n"))

    assert [one[:80] for one in found] == [
        "warning drafts/newtown.md:49:4: passages of the source still have to find their "
    ]


def test_a_missing_and_an_empty_section_are_warnings(problems):
    found = problems(("## Context\n\nA town by the sea.\n\n", ""), ("There is one.\n\n", ""))

    assert [one.split(": ", 1)[0].split()[0] for one in found] == ["warning", "warning"]
    assert "section 'Opportunity' is empty." in " ".join(found)
    assert "section '## Context' is missing." in " ".join(found)


def test_links_of_a_draft_begin_in_the_folder_of_cases(problems):
    link = "[it](../tools-and-methods/prototyping-workshop.md)"

    assert problems(("There is one.", f"There is {link}.")) == []


def test_a_draft_with_the_kind_of_a_tool_is_checked_as_one(problems, tool_text):
    assert problems(path="drafts/dot-voting.md", text=tool_text) == []
    (problem,) = problems(("origin:", "orign:"), path="drafts/dots.md", text=tool_text)[:1]
    assert "tools" not in problem
    assert "origin" in problem


def test_a_draft_with_the_name_of_a_case_is_checked_in_its_place(problems):
    (problem,) = problems(("NT-1", "TV-1"), path="drafts/testville.md")

    assert problem.startswith("warning drafts/testville.md:1:1: has the name of cases/testville.md")


def test_two_drafts_with_one_name_are_refused(folder, case_text):
    drafts = [casebank.Draft(f"{name}/x.md", case_text.replace("TV", name)) for name in "AB"]

    found = [one for one in casebank.inspect(folder, drafts).problems if one.is_error]

    assert [(one.path, one.message) for one in found] == [("B/x.md", "has the name of 'A/x.md'.")]


def test_a_name_that_cannot_be_an_address_is_refused(problems):
    (problem,) = problems(path="drafts/New Town.md")

    assert "'New Town' is no name for a record." in problem


@pytest.mark.parametrize("kind", ["[a]", "{a: b}", "null"])
def test_a_draft_of_no_kind_at_all_is_told_so(problems, kind):
    assert any("kind:" in one for one in problems(("kind: city-case", f"kind: {kind}")))


def test_in_the_book_a_doubt_that_is_left_is_an_error(folder, add, case_text):
    add("cases/testville.md", case_text.replace("scope: city", "scope: city  # TO CONFIRM: guess"))

    assert [str(one) for one in casebank.check(folder)] == [
        "cases/testville.md:11:14: scope: is still to be confirmed: guess. "
        "Compare it with the source, then remove the comment."
    ]


def test_in_the_book_there_is_no_section_for_what_found_no_place(folder, add, case_text):
    add("cases/testville.md", f"{case_text}\n## To place\n\nA passage.\n")

    (problem,) = casebank.check(folder)

    assert problem.message == "'To place' is not a section of this kind of record."
