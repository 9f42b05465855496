"""The scripts' own functions, called in the browser."""

from __future__ import annotations

import pytest

COLOURS = {
    "total": 4,
    "facets": {
        "colour": {"values": ["red", "blue"], "of": [0, [0, 1], 1, []]},
        "size": {"values": ["small", "large"], "of": [0, 1, 0, 1]},
    },
}
"""Four records: red small; red and blue, large; blue small; no colour, large."""


@pytest.fixture
def call(page, base_url):
    """Run an expression in which `module` is one of the site's scripts."""
    page.goto(f"{base_url}about/")

    def run(script, expression, value=None):
        address = f"{base_url}assets/javascripts/{script}.js"
        body = (
            f"async (value) => {{ const module = await import({address!r}); return {expression}; }}"
        )
        return page.evaluate(body, value)

    return run


NARROW = """(() => {
    const { data, chosen, within } = value;
    const sets = {};
    for (const [name, ids] of Object.entries(chosen)) sets[name] = new Set(ids);
    const left = new module.Facets(data).narrow(sets, within && new Set(within));
    const counts = {};
    for (const [name, list] of Object.entries(left.counts)) counts[name] = [...list];
    return [left.records, counts];
})()"""


@pytest.mark.parametrize(
    ("chosen", "records", "counts"),
    [
        ({}, [0, 1, 2, 3], {"colour": [2, 2], "size": [2, 2]}),
        ({"colour": ["red"]}, [0, 1], {"colour": [2, 2], "size": [1, 1]}),
        ({"colour": ["red", "blue"]}, [0, 1, 2], {"colour": [2, 2], "size": [2, 1]}),
        ({"colour": ["red"], "size": ["large"]}, [1], {"colour": [1, 1], "size": [1, 1]}),
        ({"colour": ["green"]}, [], {"colour": [2, 2], "size": [0, 0]}),
    ],
)
def test_a_choice_leaves_records_and_counts_tell_what_others_would_give(
    call, chosen, records, counts
):
    assert call("facets", NARROW, {"data": COLOURS, "chosen": chosen}) == [records, counts]


def test_words_bound_what_is_counted(call):
    left = call("facets", NARROW, {"data": COLOURS, "chosen": {}, "within": [0, 3]})

    assert left == [[0, 3], {"colour": [1, 0], "size": [1, 1]}]


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("rotterdam", "rotterdam", 0),
        ("rotterdam", "roterdam", 1),
        ("rotterdam", "rottredam", 1),
        ("rotterdam", "rotterdamm", 1),
        ("rotterdam", "ratterdam", 1),
        ("rotterdam", "ratterdem", 2),
        ("", "lund", 4),
    ],
)
def test_slips_are_counted(call, one, other, slips):
    assert call("spelling", "module.distance(...value)", [one, other]) == slips


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("guvernance", "governance"),
        ("portfolo", "portfolio"),
        ("govern", None),
        ("portfolios", None),
        ("xylophone", None),
        ("lumd", "lund"),
        ("kosice", None),
    ],
)
def test_the_nearest_known_word_is_taken_only_for_an_unknown_one(call, typed, meant):
    known = ["governance", "portfolio", "lund", "Košice"]
    pairs = [{"word": word, "folded": word.replace("š", "s").lower()} for word in known]

    assert call("spelling", "module.nearest(...value) ?? null", [typed, pairs]) == meant


@pytest.mark.parametrize(
    ("text", "folded"), [("Saint-Étienne", "saint-etienne"), ("PI²C", "pi2c"), ("Košice", "kosice")]
)
def test_accents_and_raised_figures_fold(call, text, folded):
    assert call("text", "module.fold(value)", text) == folded
