"""RIS: a foreign reader finds every value, and no text begins a field."""

from __future__ import annotations

from dataclasses import replace

import pytest
import rispy

from casebank.citation import Citation, Original
from casebank.exports.ris import ris

PAGE = Citation("x", "webpage", "Title", "https://t.example/cases/x/")

HOSTILE = [
    "ER  - ",
    "TY  - JOUR",
    'a "b" {c} \\d $e% #f_g ~h^i & <j>',
    "مرحبا 🎭 naïve",
    "long " * 400 + "end",
]


def reference(citation):
    (found,) = rispy.loads(ris([citation]))
    return found


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_stays_in_its_field(text):
    text = text.strip()
    citation = replace(PAGE, title=text, abstract=text, keywords=(text,), container_title=text)

    read = reference(citation)

    assert read["title"] == read["abstract"] == read["secondary_title"] == text
    assert read["keywords"] == [text]


def test_every_value_has_its_field():
    citation = replace(
        PAGE,
        authors=("The editors", "Friends"),
        container_title="Book",
        issued="2026-11-22",
        version="1.2.0",
        genre="City case",
        abstract="Summary.",
        keywords=("AI", "Crafts"),
        original=Original(publisher="City"),
    )

    assert ris([citation]) == (
        "TY  - ELEC\r\n"
        "ID  - x\r\n"
        "AU  - The editors,\r\n"
        "AU  - Friends,\r\n"
        "TI  - Title\r\n"
        "T2  - Book\r\n"
        "M3  - City case\r\n"
        "PY  - 2026\r\n"
        "DA  - 2026/11/22/\r\n"
        "ET  - 1.2.0\r\n"
        "UR  - https://t.example/cases/x/\r\n"
        "LA  - en\r\n"
        "AB  - Summary.\r\n"
        "KW  - AI\r\n"
        "KW  - Crafts\r\n"
        "N1  - Based on: City.\r\n"
        "ER  - \r\n"
    )


@pytest.mark.parametrize(
    ("issued", "date"),
    [
        ("2026", "2026///"),
        ("2026-11", "2026/11//"),
        ("2026-11-02", "2026/11/02/"),
        ("2026-10-31/2026-11-02", "2026/11/02/"),
    ],
)
def test_a_date_is_as_exact_as_known_and_of_a_range_it_is_the_end(issued, date):
    read = reference(replace(PAGE, issued=issued))

    assert read["date"] == date
    assert read["year"] == "2026"


def test_what_is_not_known_has_no_field():
    assert set(reference(PAGE)) == {"type_of_reference", "id", "title", "urls", "language"}
