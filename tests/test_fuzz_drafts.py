"""Whatever is handed in as a draft, it is checked and mended and never crashes either."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebank.case import CaseFields
from casebank.drafts import Draft
from casebank.inspection import inspect
from casebank.mending import mended, says_the_same
from tests.test_fuzz import HOSTILE_MARKDOWN, NEAR_YAML, few, many

NEAR_FILES = st.one_of(
    st.text(max_size=100),
    st.builds("---\n{}\n---\n{}".format, NEAR_YAML, HOSTILE_MARKDOWN),
    st.builds("---\ntitle:  # TO CONFIRM{}\n---\n\n## To place\n{}".format, NEAR_YAML, st.text()),
)


@pytest.fixture
def problems_of_draft(folder):
    """Check a text as a draft beside the small case."""
    return lambda text: inspect(folder, [Draft("drafts/any.md", text)]).problems


@few
@given(text=NEAR_FILES)
def test_any_draft_is_checked(problems_of_draft, text):
    problems = problems_of_draft(text)

    assert problems
    assert all(str(problem).isprintable() for problem in problems)


@few
@given(body=HOSTILE_MARKDOWN)
def test_any_body_of_a_draft_is_checked(problems_of_draft, case_text, body):
    problems = problems_of_draft(case_text.replace("A town by the sea.", body))

    assert all(str(problem).isprintable() for problem in problems)


@many
@given(text=NEAR_FILES)
def test_mending_changes_nothing_of_what_any_file_says_and_ends(text):
    once, done = mended(text, CaseFields)

    assert once == text or says_the_same(text, once)
    assert (once != text) == bool(done)
    assert mended(once, CaseFields) == (once, ())
