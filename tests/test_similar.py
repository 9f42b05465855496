"""Asks are alike that share two themes, or a theme and a support, however many there are."""

from __future__ import annotations

import random
from types import SimpleNamespace

from casebank.similar import SimilarAsks


def ask(case, themes, support=""):
    return SimpleNamespace(
        case=SimpleNamespace(id=case), themes=tuple(themes), support=tuple(support)
    )


def alike(one, other):
    themes, support = set(one.themes) & set(other.themes), set(one.support) & set(other.support)
    return len(themes) > 1 or bool(themes and support)


def test_an_ask_that_is_alike_in_several_ways_is_counted_once():
    asks = [ask("a", "xyz", "pq"), ask("b", "xyz", "pq")]

    assert SimilarAsks(asks).to(asks[0]).total == 1


def test_two_kinds_of_support_alone_make_nothing_alike():
    asks = [ask("a", "x", "pq"), ask("b", "y", "pq")]

    assert SimilarAsks(asks).to(asks[0]).total == 0


def test_a_support_with_the_name_of_a_theme_is_none():
    asks = [ask("a", "xy"), ask("b", "x", "y")]

    assert SimilarAsks(asks).to(asks[0]).total == 0


def test_asks_of_the_same_case_are_left_out_wherever_they_stand():
    asks = [ask("a", "xy"), ask("b", "xy"), ask("a", "xyz"), ask("b", "xyz"), ask("a", "xyw")]

    similar = SimilarAsks(asks).to(asks[0])

    assert similar.first == (asks[1], asks[3])
    assert similar.total == 2


def test_asks_with_equal_themes_and_support_are_named_together():
    asks = [ask("a", "xyz"), ask("b", "xy"), ask("c", "xz"), ask("d", "xy"), ask("e", "xz")]

    similar = SimilarAsks(asks).to(asks[0], limit=4)

    assert similar.first == (asks[1], asks[3], asks[2], asks[4])


def test_no_more_are_named_than_wished_for():
    asks = [ask(case, "xy") for case in "abcde"]

    similar = SimilarAsks(asks).to(asks[0], limit=1)

    assert similar.first == (asks[1],)
    assert similar.total == 4


def test_every_ask_of_a_large_book_is_compared_with_every_other():
    draw = random.Random(1)  # noqa: S311 (no secret)
    asks = [
        ask(number // 4, draw.sample("rstuvw", draw.randint(1, 3)), draw.sample("pq", 1))
        for number in range(400)
    ]
    similar = SimilarAsks(asks)

    for one in asks:
        found = [other for other in asks if other.case.id != one.case.id and alike(one, other)]
        result = similar.to(one, limit=len(asks))
        assert result.total == len(found)
        assert {id(other) for other in result.first} == {id(other) for other in found}
