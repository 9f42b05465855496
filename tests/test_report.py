"""The report has the fields of a case: each is asked for, or left out for a reason."""

from __future__ import annotations

from casebank.case import BODY_SECTIONS, CaseFields, CaseKind
from casebank.report import NOT_REPORTED, REPORT, SECTION_HELP


def test_each_field_of_a_case_stands_under_one_heading_or_is_left_out_for_a_reason():
    asked = [path for heading in REPORT for path in heading.fields]

    assert sorted([*asked, *NOT_REPORTED]) == sorted(CaseFields.model_fields)
    assert all(NOT_REPORTED.values())


def test_each_section_of_the_body_of_a_city_case_is_explained():
    assert tuple(SECTION_HELP) == BODY_SECTIONS[CaseKind.CITY_CASE]
    assert sum(heading.sections for heading in REPORT) == 1
