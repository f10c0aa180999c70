import numpy as np
import pytest

from desktop.tree.growth import costs
from desktop.tree.growth.crown import crown
from desktop.tree.growth.maps import Maps
from desktop.tree.growth.shape import Place


def way(side: int, tilt: int) -> int:
    return costs.way_of(Place(0, 0, 0, side, tilt, 0))


def lie(side: int, tilt: int, x: float, y: float) -> float:
    return float(costs.lie(np.array([way(side, tilt)]), np.array([x]), np.array([y]))[0])


def test_each_side_and_tilt_has_its_number() -> None:
    assert [costs.way_of(place) for place in costs.ways()] == list(range(18))


def test_tips_point_outward() -> None:
    assert lie(1, 0, 50, 0) < lie(-1, 0, 50, 0)
    assert lie(-1, 0, -50, 0) < lie(1, 0, -50, 0)
    assert lie(1, 2, 40, 30) < lie(1, -2, 40, 30)


def test_level_text_is_preferred() -> None:
    assert lie(1, 0, 50, 0) < lie(1, 4, 50, 0)


def test_the_frame_holds_the_leaf_in_the_crowns_shape() -> None:
    shape, right = crown("portrait"), np.array([way(1, 0)])
    side = costs.frame(shape, 0, right, np.array([90.0]), np.array([0.0]))[0]
    assert side == pytest.approx(90 + costs.ways()[0].length / 2)
    top = costs.frame(shape, 0, right, np.array([0.0]), np.array([150.0]))[0]
    assert top == pytest.approx((150 + costs.ways()[0].width / 2) / shape.up, rel=1e-2)


def test_a_place_beside_another_leaf_is_snug() -> None:
    maps = Maps(crown("landscape"))
    maps.take(Place(10, 0, 80, 1, 0, 0))
    level, x = np.array([way(1, 0)] * 2), np.array([0.0, 0.0])
    near, far = costs.snug(maps, 10, level, x, np.array([45.0, 80.0]))
    assert near > far == 0


def test_a_young_crown_is_round() -> None:
    near, far = costs.rounded(np.array([0.0, 20.0]), np.array([8.0, 8.0]))
    assert near < far
