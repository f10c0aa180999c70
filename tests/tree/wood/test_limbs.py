import math
from itertools import pairwise

import numpy as np
import pytest

from desktop.tree.growth.crown import crown
from desktop.tree.wood.limbs import LIMBS, ROOT, STRIDE, Limb, limb, sway, trunk


def test_the_trunk_rises_to_the_leader() -> None:
    nodes = trunk()
    assert nodes[0] == (sway(ROOT), ROOT)
    assert nodes[-1][1] == pytest.approx(LIMBS[0].height)
    assert all(lower[1] < higher[1] for lower, higher in pairwise(nodes))


@pytest.mark.parametrize("which", LIMBS)
def test_a_limb_runs_to_the_rim_in_its_direction(which: Limb) -> None:
    shape = crown("landscape")
    nodes = limb(which, (0.0, which.height), shape)
    assert all(math.dist(a, b) == pytest.approx(STRIDE) for a, b in pairwise(nodes))
    x, y = nodes[-1]
    assert float(shape.rank(np.array(x), np.array(y))) > shape.reach * 0.9
    assert (x > 0) == (math.cos(math.radians(which.angle)) > 0)


def test_limbs_leave_on_either_side_in_turn() -> None:
    sides = [math.cos(math.radians(which.angle)) > 0 for which in LIMBS]
    assert sides == [True, False] * 6
