import numpy as np
import pytest

from desktop.tree.growth import costs
from desktop.tree.growth.crown import crown
from desktop.tree.growth.maps import Maps
from desktop.tree.growth.shape import Place
from desktop.tree.wood.perch import Perches
from desktop.tree.wood.plan import Floats, plan
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
    maps, perches = Maps(crown("landscape")), Perches(plan("landscape"))
    for leaf in leaves:
        maps.take(leaf)
    x, y = np.array([foot[0]]), np.array([foot[1]])
    node = int(np.hypot(perches.plan.x - 12, perches.plan.y - 12).argmin())
    perches.hang(node)
    return cost_of(maps, perches, node, way(1, 0), (x, y), 40.0, young=True)


def cost_of(
    maps: Maps,
    perches: Perches,
    node: int,
    side: int,
    foot: tuple[Floats, Floats],
    frame: float,
    *,
    young: bool = False,
) -> float:
    rank = crown("landscape").rank(*foot)
    twigs = costs.Twigs(np.array([node]), np.array([side]), *foot, rank)
    return float(costs.bare(maps, perches, twigs, np.array([frame]), young=young)[0])


def test_a_long_twig_in_the_open_costs() -> None:
    assert bare((60, 12)) > bare((20, 12))
    assert bare((15, 12)) == 0


def test_a_twig_behind_a_leaf_does_not_cost() -> None:
    assert bare((30, 12), Place(20, 42, 24, 1, 0, 0)) < bare((30, 12))


def test_wood_that_leaves_the_frame_costs_most() -> None:
    perches, maps = Perches(plan("landscape")), Maps(crown("landscape"))
    node = int(perches.plan.frame.argmax())
    foot = perches.plan.x[[node]], perches.plan.y[[node]]
    within, beyond = (
        cost_of(maps, perches, node, way(1, 0), foot, wide) for wide in (400.0, 200.0)
    )
    assert beyond > within + 1000


def test_a_leaf_that_turns_back_from_bare_wood_costs_more() -> None:
    perches, maps = Perches(plan("landscape")), Maps(crown("landscape"))
    wood = perches.plan
    node = int(np.flatnonzero((wood.level > 1) & (wood.along > 0.9) & (wood.x > 40))[0])
    perches.hang(node)
    foot = wood.x[[node]], wood.y[[node]] + 2
    for young in (False, True):
        onward, back = (
            cost_of(maps, perches, node, way(side, 0), foot, 400.0, young=young) for side in (1, -1)
        )
        assert (back > onward) is not young


def test_a_long_bough_in_the_open_costs_where_it_turns() -> None:
    """It may be old: it is as long a hook with one more leaf at its end."""
    perches, maps = Perches(plan("landscape")), Maps(crown("landscape"))
    wood = perches.plan
    upright = np.flatnonzero((wood.up > 0.9) & (wood.level == 1) & (wood.y > 30))
    node = int(upright[wood.aside[upright].argmax()])
    perches.hang(node)
    foot = wood.x[[node]] + 3, wood.y[[node]] + 1
    open_ = cost_of(maps, perches, node, way(1, 0), foot, 400.0)
    behind = np.arange(node - 4, node + 1)
    perches.shelter.cover(behind, np.ones(5, np.bool_))
    assert open_ > cost_of(maps, perches, node, way(1, 0), foot, 400.0) + 100


def spread(form: str, wide: float, young: bool, *frames: float) -> list[float]:
    x = y = np.zeros(len(frames))
    stage = costs.Stage(wide, young)
    return list(costs.spread(crown(form), stage, x, y, np.array(frames)).tolist())


def test_a_wider_frame_costs_more_about_a_wide_crown() -> None:
    small, large = (spread("landscape", wide, False, wide + 2)[0] for wide in (20.0, 200.0))
    assert 0 < small < large
    assert spread("landscape", 50, False, 45) == [0]


def test_a_wider_frame_costs_a_young_crown_little() -> None:
    before, after = spread("portrait", 20, True, 20, 22)
    assert after == pytest.approx(before + 2)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("young", [True, False])
def test_no_leaf_spreads_a_crown_less_than_the_least(form: str, young: bool) -> None:
    shape, stage = crown(form), costs.Stage(30.0, young)
    across, high = np.meshgrid(np.linspace(-60, 60, 13), np.linspace(-30, 90, 13))
    x, y = across.ravel(), high.ravel()
    least = costs.least_spread(shape, 14, stage, x, y)
    for number in range(len(costs.ways())):
        frame = costs.frame(shape, 14, np.full(len(x), number), x, y)
        assert (costs.spread(shape, stage, x, y, frame) >= least - 1e-9).all()


def test_a_twig_that_comes_back_from_further_out_costs_more() -> None:
    assert bare((1, 1)) > bare((24, 23))
