import numpy as np
import pytest

from desktop.tree.wood.plan import plan
from desktop.tree.wood.shoot import STEM, shoot, stem
from desktop.tree.wood.strokes import wood
from tests.tree.pledges import places

GROUND = 40.0


def test_a_bare_stem_is_one_piece_of_wood_that_ends_above_the_fork() -> None:
    bare = stem(plan("landscape"))
    (trunk,) = wood(plan("landscape"), [], GROUND, bare)
    assert 0 < trunk.line[-1][1] < STEM
    assert trunk.line[0][1] == pytest.approx(-GROUND)


@pytest.mark.parametrize("number", [2, 8, 60])
def test_a_shoot_leads_from_standing_wood_to_the_new_leafs_stalk(number: int) -> None:
    wooden = plan("landscape")
    *before, new = places("landscape", number)
    grown = shoot(wooden, before, new, GROUND)
    standing = np.concatenate([one.line for one in wood(wooden, before, GROUND)])
    away = np.sqrt(((standing - grown.line[0]) ** 2).sum(axis=1)).min()
    assert away < 3
    assert np.hypot(*(grown.line[-1] - new.foot)) < new.width * 0.2
    assert len(grown.line) == len(grown.half) >= 2


def test_the_first_leafs_shoot_begins_on_the_stem_that_stands() -> None:
    wooden = plan("landscape")
    (trunk,) = wood(wooden, [], GROUND, stem(wooden))
    grown = shoot(wooden, [], places("landscape", 1)[0], GROUND)
    away = np.sqrt(((trunk.line - grown.line[0]) ** 2).sum(axis=1)).min()
    assert away < 1.5
