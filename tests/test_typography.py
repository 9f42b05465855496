"""Straight marks of the keyboard become printed ones."""

from __future__ import annotations

import pytest

from casebank.typography import typographic


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("ekip's", "ekip’s"),
        ("cities' plans", "cities’ plans"),
        ('It is "new".', "It is “new”."),
        ('"New" it is', "“New” it is"),
        ('("AI")', "(“AI”)"),
        ("the 'Pic'", "the ‘Pic’"),
        ("Ville d'Art et d'Histoire", "Ville d’Art et d’Histoire"),
        ("the '90s", "the ’90s"),
        ('"Les Rendez-Vous", "IC.OC.NIC"', "“Les Rendez-Vous”, “IC.OC.NIC”"),
        ("no marks", "no marks"),
        ("“kept” as ‘they’ are", "“kept” as ‘they’ are"),
        ("", ""),
    ],
)
def test_straight_marks_become_curly(typed, printed):
    assert typographic(typed) == printed
