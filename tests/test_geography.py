"""Places lie where they should on the map."""

from __future__ import annotations

import pytest

from casebank.geography import HEIGHT, WIDTH, outlines, project


def test_the_centre_of_the_projection_lies_at_the_origin_of_the_map():
    assert project(52.0, 10.0) == pytest.approx((270.0, 310.0))


def test_distances_at_the_centre_are_true_to_scale():
    _, y = project(53.0, 10.0)

    metres = (310.0 - y) * 6700
    assert metres == pytest.approx(111_195, rel=0.001)  # one degree of a great circle


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((55.7, 13.2), (48.7, 21.3)),  # Lund is north and west of Košice
        ((51.9, 4.5), (49.9, 21.0)),
    ],
)
def test_north_is_up_and_west_is_left(first, second):
    (x1, y1), (x2, y2) = project(*first), project(*second)

    assert y1 < y2
    assert x1 < x2


@pytest.mark.parametrize(
    ("lat", "lon"), [(64.1, -21.9), (37.98, 23.7), (38.7, -9.1), (60.2, 24.9), (50.4, 30.5)]
)
def test_capitals_at_the_edges_are_on_the_map(lat, lon):
    x, y = project(lat, lon)

    assert 0 < x < WIDTH
    assert 0 < y < HEIGHT


def test_every_listed_country_has_an_outline(book):
    assert {term.code for term in book.terms("countries")} <= set(outlines())


def test_outlines_are_paths_of_whole_units_within_the_frame():
    for path in outlines().values():
        numbers = [
            int(number)
            for number in path.replace("Z", " ").replace("M", " ").replace("L", " ").split()
        ]
        assert path.startswith("M")
        assert path.endswith("Z")
        assert min(numbers) >= -4
        assert max(numbers) <= WIDTH + 4
