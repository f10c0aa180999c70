import numpy as np
import pytest

from desktop.tree.wood.plan import plan
from desktop.tree.wood.shoot import STEM, parted, stem
from desktop.tree.wood.strokes import wood
from tests.tree.pledges import places

GROUND = 40.0


def test_a_bare_stem_is_one_piece_of_wood_that_ends_above_the_fork() -> None:
    bare = stem(plan("landscape"))
    (trunk,) = wood(plan("landscape"), [], GROUND, bare)
    assert 0 < trunk.line[-1][1] < STEM
    assert trunk.line[0][1] == pytest.approx(-GROUND)


@pytest.mark.parametrize("number", [*range(1, 18), 60, 200])
def test_a_shoot_leads_from_standing_wood_to_the_new_leafs_stalk(number: int) -> None:
    wooden = plan("landscape")
    *before, new = places("landscape", number)
    whole = wood(wooden, [*before, new], GROUND)
    under, grown, over = parted(wooden, whole, before, new)
    rest = under + over
    standing = np.concatenate([one.line for one in rest])
    assert np.sqrt(((standing - grown.line[0]) ** 2).sum(axis=1)).min() < 0.5
    assert grown.line[-1] == pytest.approx(new.foot)
    assert len(grown.line) == len(grown.half) >= 2


@pytest.mark.parametrize("number", [1, 2, 5, 16, 60])
def test_all_other_wood_is_as_it_is_in_the_end(number: int) -> None:
    wooden = plan("landscape")
    *before, new = places("landscape", number)
    whole = wood(wooden, [*before, new], GROUND)
    under, grown, over = parted(wooden, whole, before, new)
    rest = under + over
    changed = [one for one in whole if not any(one is other for other in rest)]
    assert len(changed) == 1
    assert grown.line == pytest.approx(changed[0].line[-len(grown.line) :])
    assert not any(np.allclose(one.line[-1], new.foot) for one in rest)


def test_where_wood_is_cut_for_a_shoot_its_end_is_round() -> None:
    wooden = plan("landscape")
    place = places("landscape", 1)[0]
    ((stump,), grown, _) = parted(wooden, wood(wooden, [place], GROUND), [], place)
    assert stump.half[-1] == 0
    assert np.hypot(*(stump.line[-1] - grown.line[0])) == pytest.approx(grown.half[0])
    assert stump.line[-1][1] < STEM
