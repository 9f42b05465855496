"""People who only took part are not named: organisations and roles are enough to learn from a case.

The sources list them, and nobody asked them. Two names may stand here: the author of a report gets
credit, and a quotation needs its speaker. The others are known to this test by fingerprint only.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from casebank.fingerprints import fingerprint, runs

from .persons import name_fingerprints, persons

REPOSITORY = Path(__file__).parents[2]

NAMED = {"Apolline Sauvignet": "author of the report", "Morgiane Laib": "quoted speaker"}

WRITTEN = (
    *("cases/*.md", "tools-and-methods/*.md", "vocabularies/*.yml", "canvases/*.yml"),
    "docs/**/*.md",
)
TEXTS = sorted(
    str(file.relative_to(REPOSITORY)) for pattern in WRITTEN for file in REPOSITORY.glob(pattern)
)


def names_in(text: str) -> set[str]:
    """Return the fingerprints of all runs of two or three words, the length of a name."""
    return {fingerprint(run) for length in (2, 3) for run in runs(text, length)}


@pytest.mark.parametrize("path", TEXTS)
def test_no_participant_is_named(path: str) -> None:
    text = (REPOSITORY / path).read_text(encoding="utf-8")
    assert not names_in(text) & persons()


def test_all_thirty_one_participants_are_known() -> None:
    # Both orders of each name, one name in two spellings, three double first names.
    assert len(persons()) == 2 * (31 + 1) + 3


@pytest.mark.parametrize("name", NAMED, ids=NAMED.values())
def test_a_name_is_found_where_it_stands(name: str) -> None:
    case = (REPOSITORY / "cases/saint-etienne-performing-arts-ai.md").read_text(encoding="utf-8")
    assert set(name_fingerprints(name)) & names_in(case)


@pytest.mark.parametrize("written", ["MORGIANE LAIB", "Laib, Morgiane", "Morgiáne\n  *Laib*"])
def test_a_name_is_found_in_capitals_in_lists_and_across_lines(written: str) -> None:
    assert set(name_fingerprints("Morgiane Laib")) & names_in(f"... with {written} (City) ...")


def test_the_two_who_may_be_named_are_not_on_the_list() -> None:
    assert not {one for name in NAMED for one in name_fingerprints(name)} & persons()
