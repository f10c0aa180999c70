import itertools

import numpy as np
import pytest
import shapely

from desktop import paths
from desktop.tree.growth.shape import CELL, GAP, TILTS, Place
from desktop.tree.growth.stamps import RUNGS, SIDES, VERSION, made, packed, stamp


def apart(one: Place, other: Place) -> float:
    return float(shapely.Polygon(one.outline(160)).distance(shapely.Polygon(other.outline(160))))


@pytest.mark.parametrize(("side", "tilt"), [(1, 0), (1, 3), (-1, -2), (-1, 4)])
def test_what_a_stamp_leaves_free_keeps_the_gap(side: int, tilt: int) -> None:
    mine = Place(15, 0, 0, side, tilt, 0)
    free, below, left = stamp(mine)
    steps = itertools.product(range(2), range(0, 9, 2), range(3, 60, 9), range(3, 80, 11))
    seen = 0
    for their_side, their_tilt, row, column in steps:
        if row >= free.shape[2] or column >= free.shape[3]:
            continue
        rungs = int(free[their_side, their_tilt, row, column])
        if 0 < rungs < RUNGS:
            other = Place(
                rungs - 1, column - left, row - below, SIDES[their_side], their_tilt - TILTS, 0
            )
            assert apart(mine, other) >= GAP - 1e-3
            seen += 1
    assert seen > 50


def test_a_stamp_is_not_wasteful() -> None:
    """Level leaves of one size that lie above each other come within an em."""
    mine = Place(15, 0, 0, 1, 0, 0)
    free, below, left = stamp(mine)
    rows = np.flatnonzero(free[0, TILTS, below:, left] > 15)
    nearest = Place(15, 0, int(rows[0]), 1, 0, 0)
    assert apart(mine, nearest) < GAP + CELL + 0.1


def test_beyond_a_stamp_all_is_free() -> None:
    free, _, _ = stamp(Place(32, 0, 0, 1, 0, 0))
    assert (free[..., 0, :] == RUNGS).all()
    assert (free[..., :, 0] == RUNGS).all()


@pytest.mark.parametrize("rung", range(RUNGS))
def test_the_stamps_that_are_shipped_are_those_that_are_made(rung: int) -> None:
    for tilt in range(TILTS + 1):
        shipped, own = stamp(Place(rung, 0, 0, 1, tilt, 0)), made(rung, tilt)
        assert (shipped.below, shipped.left) == (own.below, own.left)
        assert (shipped.free == own.free).all()


def test_what_is_packed_is_what_is_shipped() -> None:
    """But for how well another zlib compresses."""
    file = paths.resources("tree", f"stamps-{VERSION}.bin").read_bytes()
    assert len(packed()) == pytest.approx(len(file), rel=0.05)
