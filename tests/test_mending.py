"""A mend changes the text of a file and nothing of what it says."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casebank.case import CaseFields
from casebank.document import split_document
from casebank.mending import mended, says_the_same, slips, with_terms


def mend(text):
    return mended(text, CaseFields)


def values(text):
    document, faults = split_document(text.removeprefix("\ufeff").replace("\r\n", "\n"), "x.md")
    assert not faults
    return document.front_matter.data


def test_a_file_that_is_as_it_should_be_is_left_alone(case_text):
    assert mend(case_text) == (case_text, ())


@pytest.mark.parametrize(
    ("spoilt", "told"),
    [
        (lambda text: text.replace("\n", "\r\n"), "line ends as everywhere else"),
        (lambda text: "\ufeff" + text, "no mark of byte order"),
        (lambda text: text.rstrip("\n"), "one line end at the end"),
        (lambda text: text + "\n\n", "one line end at the end"),
        (lambda text: text.replace("city-case\n", "city-case  \n"), "no spaces at the ends of li"),
        (lambda text: text.replace("sea.\n", "sea.  \t\n"), "no spaces at the ends of lines"),
    ],
)
def test_what_nobody_sees_is_mended(case_text, spoilt, told):
    text, done = mend(spoilt(case_text))

    assert text == case_text
    assert [one.startswith(told) for one in done] == [True]


def test_accents_are_joined_to_their_letters(case_text):
    right = case_text.replace("Testville", "Sète")

    text, done = mend(unicodedata.normalize("NFD", right))

    assert (text, done) == (right, ("accents joined to their letters",))


def test_fields_are_put_in_order_with_the_comments_above_them(case_text):
    moved = "# a town of ours\nareas: [ai-cci]\n"
    right = case_text.replace("areas: [ai-cci]\n", moved)

    text, done = mend(right.replace(moved, "").replace("---\ntitle", f"---\n{moved}title"))

    assert (text, done) == (right, ("fields in their usual order",))


def test_a_comment_at_the_top_is_about_the_file_and_stays_there(case_text):
    wrong = case_text.replace("scope: city\n", "").replace(
        "---\ntitle", "---\n# about this file\n\nscope: city\ntitle"
    )

    text, _ = mend(wrong)

    assert text.startswith("---\n# about this file\n\ntitle:")


def test_a_field_that_does_not_exist_comes_last(case_text):
    text, _ = mend(case_text.replace("title:", "colour: red\ntitle:", 1))

    assert list(values(text))[-1] == "colour"


def test_two_spaces_that_break_a_line_stay(case_text):
    poem = case_text.replace("A town by the sea.", "A town  \nby the sea.  ")

    text, _ = mend(poem)

    assert "A town  \nby the sea.\n" in text


@pytest.mark.parametrize(
    "untouched",
    [
        "---\ntitle: |\n  a  \n  b\n---\n\n## Context\n\nA.\n",
        "---\ntitle: a\n---\n\n## Context\n\n    code  \n    code\n",
        "---\n{scope: city, title: a}\n---\n\n## Context\n\nA.\n",
        "no front matter  \r\n",
        "---\ntitle: [\n---\n  \n",
        "---\ntitle: a\ntitle: b  \n---\n",
        "",
    ],
)
def test_what_would_be_read_otherwise_or_cannot_be_read_is_left_alone(untouched):
    assert mend(untouched) == (untouched, ())


def test_another_value_or_another_look_is_not_the_same():
    assert says_the_same("---\na: b\n---\nc\n", "---\na:   b\n---\n\nc\n")
    assert not says_the_same("---\na: b\n---\nc\n", "---\na: B\n---\nc\n")
    assert not says_the_same("---\na: b\n---\nc  \nd\n", "---\na: b\n---\nc\nd\n")
    assert not says_the_same("---\na: [\n---\n", "---\na: [\n---\n")


COMMENTS = ["# one", "#", "", "# two: three", "#scope: no"]


@settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(chance=st.randoms(), ends=st.sampled_from(["\n", "\r\n"]), tail=st.text(" \t\n"))
def test_any_disorder_says_the_same_once_mended_and_is_mended_once(case_text, chance, ends, tail):
    _, fields, body = case_text.split("---\n", 2)
    document, _ = split_document(case_text, "x.md")
    blocks = []
    for line in fields.splitlines():
        if line[0] in " -":
            blocks[-1] += f"\n{line}"
        else:
            blocks.append(f"{line}{' ' * chance.randint(0, 2)}")
    chance.shuffle(blocks)
    spoilt = "\n".join(
        part for block in blocks for part in (*chance.sample(COMMENTS, chance.randint(0, 3)), block)
    )
    text = f"---\n{spoilt}\n---\n{body}{tail}".replace("\n", ends)

    once, done = mend(text)

    assert values(once) == document.front_matter.data
    assert list(values(once)) == [name for name in CaseFields.model_fields if name in values(once)]
    assert sorted(line for line in once.splitlines() if line.startswith("#")) == sorted(
        line for line in text.splitlines() if line.startswith("#")
    )
    assert mend(once) == (once, ())
    assert bool(done) == (once != text)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.text(st.sampled_from("ab:#-> \t\n\r\"'|[]{}é\u0301\ufeff")))
def test_any_text_is_mended_once_or_not_at_all(fields):
    text = f"---\n{fields}\n---\n\nText.\n"

    once, done = mend(text)

    assert once == text or says_the_same(text, once)
    assert mend(once)[0] == once
    assert bool(done) == (once != text)


# Slips in terms.

KNOWN = {"themes": frozenset({"skills", "spaces"}), "areas": frozenset({"ai-cci"})}


def slips_in(text):
    document, _ = split_document(text, "x.md")
    return slips(document, CaseFields, KNOWN)


@pytest.mark.parametrize("written", ["[skils]", "['skils']", '["skils"]', "[spaces, skils]"])
def test_a_slip_is_mended_where_it_stands(case_text, written):
    wrong = case_text.replace("[skills]", f"{written} # skils")

    text = with_terms(wrong, slips_in(wrong))

    assert text == wrong.replace("skils", "skills", 1)


def test_what_is_like_no_term_is_no_slip(case_text):
    assert slips_in(case_text.replace("[skills]", "[zebra]")) == ()


def test_ids_of_asks_are_no_terms(case_text):
    assert slips_in(case_text.replace("TV-1", "skils")) == ()


def test_a_slip_that_is_written_otherwise_is_left_alone(case_text):
    wrong = case_text.replace("[skills]", r'["ski\u006Cs"]')

    assert with_terms(wrong, slips_in(wrong)) == wrong
