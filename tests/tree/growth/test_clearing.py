import numpy as np
import shapely

from desktop.tree.growth.clearing import clearing
from desktop.tree.growth.crown import crown
from desktop.tree.growth.shape import CELL, GAP, Place, rung_of, tilts
from desktop.tree.growth.stamps import SIDES

SHAPE = crown("landscape")
LARGE = rung_of(40)


def test_a_large_leaf_lies_clear_of_all_that_is_taken() -> None:
    taken = np.zeros((SHAPE.rows, SHAPE.columns), np.bool_)
    taken[SHAPE.below - 40 : SHAPE.below + 41, SHAPE.left - 60 : SHAPE.left + 61] = True
    found = clearing(SHAPE, taken, LARGE)
    assert found is not None
    row, column = divmod(found[1], SHAPE.columns)
    side = SIDES[found[0] // len(tilts())]
    place = Place(LARGE, column - SHAPE.left, row - SHAPE.below, side, 0, 0)
    block = shapely.box(-60 * CELL, -40 * CELL, 60 * CELL, 40 * CELL)
    gap = float(shapely.Polygon(place.outline(160)).distance(block))
    assert GAP < gap < 12


def test_in_an_empty_crown_it_lies_at_the_fork() -> None:
    found = clearing(SHAPE, np.zeros((SHAPE.rows, SHAPE.columns), np.bool_), LARGE)
    assert found is not None
    row, column = divmod(found[1], SHAPE.columns)
    assert abs(row - SHAPE.below) + abs(column - SHAPE.left) < 8


def test_a_leaf_larger_than_the_crown_finds_no_room() -> None:
    nothing = np.zeros((SHAPE.rows, SHAPE.columns), np.bool_)
    assert clearing(SHAPE, nothing, rung_of(900)) is None
    assert clearing(SHAPE, ~nothing, LARGE) is None


def test_its_tip_points_out_of_the_crown() -> None:
    taken = np.zeros((SHAPE.rows, SHAPE.columns), np.bool_)
    taken[:, SHAPE.left :] = True
    found = clearing(SHAPE, taken, LARGE)
    assert found is not None
    assert SIDES[found[0] // len(tilts())] == -1
