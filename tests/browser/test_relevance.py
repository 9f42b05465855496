"""How good the search is: judged queries, with a floor below which the build fails."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

JUDGED: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("relevance.yml").read_text(encoding="utf-8")
)

RECALL_AT_5 = 0.95
"""Floor: the share of queries with a right answer among the first five hits."""

MEAN_RECIPROCAL_RANK = 0.92
"""Floor: the mean of 1 / rank of the first right answer; 1 if it always comes first."""

SECTIONS = 0.85
"""Floor: the share of queries with one right place whose hit leads to that place."""

RUN = """async (queries) => {
    const { search } = await import(new URL("../assets/javascripts/search.js", location));
    const answers = [];
    for (const query of queries) {
        const hits = await (await search(query)).load(10);
        answers.push(hits.map(({ url, sections }) => [url, ...sections.map((part) => part.url)]));
    }
    return answers;
}"""


@pytest.fixture(scope="module")
def hits(browser, base_url) -> list[list[list[str]]]:
    """For each query its hits; a hit is its address, and then those of its sections."""
    page = browser.new_page()
    page.goto(f"{base_url}search/")
    found = page.evaluate(RUN, [one["query"] for one in JUDGED])
    page.close()
    folder = "/" + base_url.split("/", 3)[3].rstrip("/")
    return [[[url.removeprefix(folder) for url in hit] for hit in one] for one in found]


def test_the_set_is_large_enough_and_each_query_is_different():
    assert len(JUDGED) >= 40
    assert len({one["query"] for one in JUDGED}) == len(JUDGED)


def test_every_judged_answer_is_a_page_of_the_site(site):
    known = set(site.addresses())

    assert [one for one in JUDGED if not known >= set(one["answers"])] == []


def test_right_answers_come_first(hits, record_property):
    ranks, misses = [], []
    for judged, found in zip(JUDGED, hits, strict=True):
        urls = [hit[0] for hit in found]
        rank = min((urls.index(url) + 1 for url in judged["answers"] if url in urls), default=0)
        ranks.append(rank)
        if rank != 1:
            misses.append(f"  {judged['query']!r} is at {rank or 'no place'}: {urls[:5]}")
    recall = sum(1 <= rank <= 5 for rank in ranks) / len(ranks)
    reciprocal = sum(1 / rank for rank in ranks if rank) / len(ranks)

    report = f"recall at 5: {recall:.3f}, mean reciprocal rank: {reciprocal:.3f}"
    record_property("report", "\n".join([f"Search relevance: {report}", *misses]))
    assert recall >= RECALL_AT_5, report
    assert reciprocal >= MEAN_RECIPROCAL_RANK, report


def test_hits_lead_to_the_right_section(hits):
    judged = [(one, found) for one, found in zip(JUDGED, hits, strict=True) if "section" in one]
    missed = [
        one["query"]
        for one, found in judged
        if not any(f"{one['answers'][0]}#{one['section']}" in hit for hit in found)
    ]

    assert 1 - len(missed) / len(judged) >= SECTIONS, missed
