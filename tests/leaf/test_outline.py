from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.leaf import CENTRE, RATIO, chord, half_width, outline

Point = tuple[float, float]


def turn(a: Point, b: Point, c: Point) -> float:
    """Return on which side of a→b the point c lies."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


@pytest.mark.parametrize("points", [12, 48, 96, 160])
def test_the_outline_is_convex(points: int) -> None:
    ring = outline(points)
    corners = zip(ring, ring[1:] + ring[:1], ring[2:] + ring[:2], strict=True)
    assert all(turn(a, b, c) < 0 for a, b, c in corners)


def test_the_leaf_is_so_much_longer_than_wide_and_lies_along_its_axis() -> None:
    ring = outline(400)
    width = max(y for _, y in ring) - min(y for _, y in ring)
    assert max(x for x, _ in ring) - min(x for x, _ in ring) == 1
    assert 1 / width == pytest.approx(RATIO, rel=1e-3)
    assert {(x, -y) for x, y in ring} == set(ring)


def test_the_leaf_ends_in_points() -> None:
    assert half_width(0) == half_width(1) == half_width(-1) == 0
    assert max(half_width(n / 1000) for n in range(1001)) == pytest.approx(1, abs=1e-5)


@given(st.floats(0, 1))
def test_a_chord_lies_inside_the_leaf(height: float) -> None:
    ends = chord(height)
    assert ends is not None
    start, end = ends
    assert 0 <= start <= end <= 1
    for place in (start, (start + end) / 2, end):
        assert half_width(place) >= height - 1e-9


def test_there_is_no_chord_beyond_the_leaf() -> None:
    assert chord(1.001) is None


def test_chords_shrink_towards_the_edge_round_the_middle_of_the_lines() -> None:
    chords = [chord(n / 100) for n in range(96)]
    for lower, higher in pairwise(chords):
        assert lower is not None
        assert higher is not None
        assert lower[0] <= higher[0] < CENTRE
        assert higher[1] <= lower[1]
