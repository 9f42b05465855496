"""A title becomes an id in small Latin letters, digits and hyphens."""

from __future__ import annotations

import pytest

from casebank.fields import is_id
from casebank.slug import slug

NAMES = [
    ("Saint-Étienne: performing arts & AI", "saint-etienne-performing-arts-ai"),
    ("Łódź, Ærø and Đakovo", "lodz-aero-and-dakovo"),
    ("Straße_1", "strasse-1"),
    ("Łódź: rzemiosło i moda", "lodz-rzemioslo-i-moda"),
    ("Θεσσαλονίκη: μουσική", "thessaloniki-mousiki"),
    ("ΑΘΗΝΑ", "athina"),
    ("Пловдив: щанд за мода", "plovdiv-shtand-za-moda"),
    ("Київ/Львів", "kiiv-lviv"),
    ("L’Aquila: l'arte", "laquila-larte"),
    ("İstanbul, ℌalle", "istanbul-halle"),
    ("東京", ""),
    ("…", ""),
    ("-a-", "a"),
    ("x " * 100, "x-" * 39 + "x"),
    ("harbour " * 20, "-".join(["harbour"] * 10)),
    (f"{'a' * 40} {'b' * 39} c", f"{'a' * 40}-{'b' * 39}"),
    (f"{'a' * 40} {'b' * 40} c", "a" * 40),
    ("a" * 100, "a" * 80),
]
"""Titles, and the ids that are proposed for them, by this module and by the form alike."""


@pytest.mark.parametrize(("title", "id_"), NAMES)
def test_a_title_becomes_an_id(title, id_):
    assert slug(title) == id_
    assert is_id(id_) or not id_
