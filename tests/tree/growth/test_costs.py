import numpy as np
import pytest

from desktop.tree.growth import costs
from desktop.tree.growth.crown import crown
from desktop.tree.growth.maps import Maps
from desktop.tree.growth.shape import Place
from desktop.tree.wood.perch import Perches
from desktop.tree.wood.plan import plan
from tests.tree.pledges import FORMS


def way(side: int, tilt: int) -> int:
    return costs.way_of(Place(0, 0, 0, side, tilt, 0))


def lie(side: int, tilt: int, x: float, y: float) -> float:
    ways = np.array([way(side, tilt)])
    return float(costs.lie(crown("landscape"), ways, np.array([x]), np.array([y]))[0])


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
    near, far = costs.rounded(crown("portrait"), np.array([0.0, 20.0]), np.array([8.0, 8.0]))
    assert near < far


def test_a_young_crown_is_taller_on_an_upright_sheet() -> None:
    x, high = np.array([0.0]), np.array([60.0])
    tall, wide = (float(costs.rounded(crown(form), x, high)[0]) for form in FORMS)
    assert tall < wide


def bare(foot: tuple[float, float], *leaves: Place) -> float:
    """Return what wood in the open costs a leaf whose stalk ends somewhere, on wood near F."""
    shape, perches = crown("landscape"), Perches(plan("landscape"))
    maps = Maps(shape)
    for leaf in leaves:
        maps.take(leaf)
    x, y = np.array([foot[0]]), np.array([foot[1]])
    node = int(np.hypot(perches.plan.x - 12, perches.plan.y - 12).argmin())
    perches.hang(node)
    feet = x, y, shape.rank(x, y)
    frame = np.array([40.0])
    return float(costs.bare(maps, perches, np.array([node]), feet, frame)[0])


def test_a_long_twig_in_the_open_costs() -> None:
    assert bare((60, 12)) > bare((20, 12))
    assert bare((15, 12)) == 0


def test_a_twig_behind_a_leaf_does_not_cost() -> None:
    assert bare((30, 12), Place(20, 42, 24, 1, 0, 0)) < bare((30, 12))


def test_wood_that_leaves_the_frame_costs_most() -> None:
    perches = Perches(plan("landscape"))
    node = np.array([int(perches.plan.frame.argmax())])
    feet = perches.plan.x[node], perches.plan.y[node], perches.plan.rank[node]
    maps = Maps(crown("landscape"))
    within, beyond = (
        float(costs.bare(maps, perches, node, feet, np.array([wide]))[0]) for wide in (400, 200)
    )
    assert beyond > within + 1000


def test_a_wider_frame_costs_more_about_a_wide_crown() -> None:
    small, large = (costs.wider(wide, np.array([wide + 2]))[0] for wide in (20.0, 200.0))
    assert 0 < small < large
    assert costs.wider(50.0, np.array([45.0]))[0] == 0


def test_a_twig_that_comes_back_from_further_out_costs_more() -> None:
    assert bare((1, 1)) > bare((24, 23))
