import math
from itertools import combinations

import pytest

from desktop.home.growth import HIGH, MOST, WIDE, grown, in_blossom

NUMBERS = (1, 2, 3, 7, 15, 30, 50, MOST, 1_000)


@pytest.mark.parametrize("number", NUMBERS)
def test_a_tree_has_its_leaves_up_to_the_most(number: int) -> None:
    assert len(grown(number).leaves) == min(number, MOST)


@pytest.mark.parametrize("number", NUMBERS)
def test_the_tree_stays_in_its_picture(number: int) -> None:
    for leaf in grown(number).leaves:
        tip_x = leaf.x + leaf.length * math.cos(leaf.angle)
        tip_y = leaf.y + leaf.length * math.sin(leaf.angle)
        for x, y in ((leaf.x, leaf.y), (tip_x, tip_y)):
            assert abs(x) <= WIDE / 2
            assert 0 < y <= HIGH


@pytest.mark.parametrize("number", NUMBERS)
def test_every_leaf_hangs_on_wood_that_leads_to_the_ground(number: int) -> None:
    tree = grown(number)
    parent = {branch.end: branch.start for branch in tree.branches}
    for leaf in tree.leaves:
        place, steps = (leaf.x, leaf.y), 0
        while place != (0.0, 0.0):
            place, steps = parent[place], steps + 1
            assert steps < 100


@pytest.mark.parametrize("number", NUMBERS)
def test_leaves_do_not_sit_on_each_other(number: int) -> None:
    for one, other in combinations(grown(number).leaves, 2):
        assert math.hypot(one.x - other.x, one.y - other.y) > 8


def test_the_trunk_is_thickest() -> None:
    widths = [branch.width for branch in grown(MOST).branches]
    assert widths == sorted(widths, reverse=True)
    assert widths[0] > 6 * widths[-1] / 2


def test_the_share_of_kept_pledges_blossoms() -> None:
    assert len(in_blossom(184, 20)) == round(MOST * 20 / 184)
    assert len(in_blossom(1_000, 1)) == 1
    assert len(in_blossom(5, 5)) == 5
    assert in_blossom(0, 0) == in_blossom(7, 0) == frozenset()


def test_blossoms_keep_apart() -> None:
    leaves = grown(MOST).leaves
    chosen = [leaves[at] for at in in_blossom(MOST, 8)]
    assert all(
        math.hypot(one.x - other.x, one.y - other.y) > 40 for one, other in combinations(chosen, 2)
    )
