"""No sentence of a source stands in this repository: facts were taken over, words were not.

The sources are compared by fingerprints of every run of eight words. `casebank check` warns of
them too, in cases and tools; here vocabularies, drawings and pages are looked at as well, nothing
is excused but what is listed, and a coincidence fails.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from casebank.fingerprints import FOLDER, RUN_LENGTH, fingerprint, runs, words

REPOSITORY = Path(__file__).parents[2]

SOURCES = ["saint-etienne-report", "saint-etienne-web-page", "amiens-report"]

WRITTEN = (
    *("cases/*.md", "tools-and-methods/*.md", "vocabularies/*.yml", "canvases/*.yml"),
    "docs/**/*.md",
)
TEXTS = sorted(
    str(file.relative_to(REPOSITORY)) for pattern in WRITTEN for file in REPOSITORY.glob(pattern)
)

QUOTE = """
    AI appears to be one of the central themes in current creative discussions across all artistic
    fields: a tool for artists, not a substitute for human creation.
"""

ALLOWED = {
    QUOTE: "a quotation, attributed to its speaker",
    # Titles have to be repeated exactly, or nobody finds the document.
    "City Case Description: Saint-Étienne, Performing Arts & AI": "title of the page",
    "Prototyping Innovation Policies with(in) cities. Innovation Area: Performing Arts & AI. "
    "Saint-Étienne, France": "title on the cover of the report",
    "Economic development and innovation strategy for cultural and creative industries: "
    "a Policy Learning Platform peer review": "title of the report",
    "Policy Learning Platform peer review, 20-21/11/2024, final report": "the same, as a file",
    "Building AI skills in a constantly evolving world": "the name a team gave its portfolio",
    "the Metropolitan Plan for Higher Education, Research and Innovation": "name of a plan",
    "the Metropolitan Plans for Structuring Artistic and Cultural Industries": "name of plans",
    # Names of organisations and of the building.
    "École supérieure d'art et design de Saint-Étienne": "name of a school",
    "the Center for Research in Arts and Aesthetics": "name of a laboratory",
    "Fonds régional d'art contemporain (FRAC) Picardie Hauts-de-France": "name of a collection",
    "On a Marché sur la Bulle, Hauts-de-France Comics Centre": "name of an association",
    "Plateforme Innovante des Images et de la Création": "name of the building PI²C",
}
"""What may coincide with a source, each with the reason."""

ALLOWED_RUNS = frozenset(run for phrase in ALLOWED for run in runs(phrase))


def read(source: str) -> frozenset[str]:
    """Return the fingerprints of a source."""
    return frozenset((REPOSITORY / FOLDER / f"{source}.txt").read_text(encoding="ascii").split())


def copied(text: str) -> list[str]:
    """Return the runs of `text` that stand in a source too and are not allowed to."""
    known = frozenset().union(*map(read, SOURCES))
    return [
        " ".join(run) for run in runs(text) if run not in ALLOWED_RUNS and fingerprint(run) in known
    ]


@pytest.mark.parametrize("path", TEXTS)
def test_no_run_of_eight_words_is_copied(path: str) -> None:
    assert copied((REPOSITORY / path).read_text(encoding="utf-8")) == []


def test_there_are_texts_to_compare() -> None:
    assert "cases/amiens-cci-strategy.md" in TEXTS
    assert "canvases/policy-canvas.yml" in TEXTS
    assert "docs/about.md" in TEXTS


@pytest.mark.parametrize("source", SOURCES)
def test_every_source_has_fingerprints(source: str) -> None:
    assert len(read(source)) > 400


# The one quotation shows that copying would be noticed: its words are public in the case anyway.


def test_a_copied_sentence_is_caught() -> None:
    assert all(fingerprint(run) in read("saint-etienne-report") for run in runs(QUOTE))


def test_copying_is_caught_across_markup_case_and_line_breaks() -> None:
    disguised = "**ai APPEARS** to be one\n> of the [central](#x) themes,\n\n in current[^report]"
    (run, *_) = runs(disguised)
    assert fingerprint(run) in read("saint-etienne-report")


def test_the_same_sense_in_other_words_is_not_copying() -> None:
    assert copied("Everywhere in the arts people speak of AI, as a tool, not as a rival.") == []


def test_a_longer_sentence_around_an_allowed_name_is_not_excused() -> None:
    name = "Plateforme Innovante des Images et de la Création"
    assert not set(runs(f"{name} in Amiens")) <= ALLOWED_RUNS


@pytest.mark.parametrize("phrase", ALLOWED, ids=ALLOWED.values())
def test_every_exception_is_needed(phrase: str) -> None:
    everything = " | ".join((REPOSITORY / path).read_text(encoding="utf-8") for path in TEXTS)
    assert len(words(phrase)) >= RUN_LENGTH
    assert set(runs(phrase)) & set(runs(everything))
