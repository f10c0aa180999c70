import math
from itertools import pairwise

import numpy as np
import pytest

from desktop.tree.growth.crown import crown
from desktop.tree.wood.limbs import LIMBS, STRIDE, UPPER, Limb, limb, share, sway, trunk
from tests.tree.pledges import FORMS

form = pytest.mark.parametrize("form", FORMS)
SIDES = [limb.side for limb in LIMBS]


@form
def test_the_trunk_rises_to_the_leader(form: str) -> None:
    nodes = trunk(crown(form))
    assert nodes[0] == (sway(nodes[0][1]), nodes[0][1])
    assert nodes[0][1] < LIMBS[-1].height(crown(form))
    assert nodes[-1][1] == pytest.approx(UPPER) == LIMBS[0].height(crown(form))
    assert all(lower[1] < higher[1] for lower, higher in pairwise(nodes))


@form
@pytest.mark.parametrize("which", LIMBS)
def test_a_limb_runs_to_the_rim_on_its_side(form: str, which: Limb) -> None:
    shape = crown(form)
    nodes = limb(which, (0.0, which.height(shape)), shape)
    assert all(math.dist(a, b) == pytest.approx(STRIDE) for a, b in pairwise(nodes))
    x, y = nodes[-1]
    assert float(shape.rank(np.array(x), np.array(y))) > shape.reach * 0.9
    assert x * which.side > 0


def test_limbs_leave_on_either_side_in_turn() -> None:
    assert SIDES == [1, -1] * 6


@form
@pytest.mark.parametrize("side", [1, -1])
def test_limbs_of_one_side_stand_in_order_in_a_crown_of_any_size(form: str, side: int) -> None:
    mine = [limb for limb in LIMBS if limb.side == side]
    for reach in (20, 60, 120, 200):
        angles = [math.sin(share(limb, reach, crown(form))) for limb in mine]
        assert angles == sorted(angles, reverse=True)


@form
def test_a_limb_turns_up_as_the_crown_grows(form: str) -> None:
    which = LIMBS[4]
    assert share(which, 200, crown(form)) > share(which, 60, crown(form))
