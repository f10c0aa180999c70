import numpy as np
import pytest

from desktop.tree.growth.sapling import FIRST, Stem
from desktop.tree.wood.plan import plan
from tests.tree.pledges import FORMS, places


@pytest.mark.parametrize("form", FORMS)
def test_the_first_leaves_sit_in_turn_on_either_side_with_raised_tips(form: str) -> None:
    first = places(form, 300)[: len(FIRST)]
    assert [place.side for place in first] == list(FIRST)
    assert all(place.tilt > 0 for place in first)
    feet = [place.foot for place in first]
    assert all(
        abs(x - plan(form).x[place.node]) < 4 for (x, _), place in zip(feet, first, strict=True)
    )
    assert feet[0][1] < feet[2][1] < feet[4][1]
    assert feet[1][1] < feet[3][1]


@pytest.mark.parametrize("form", FORMS)
def test_the_stem_rises_through_the_plan(form: str) -> None:
    stem = Stem(plan(form))
    heights = np.array([-40.0, 0.0, 20.0])
    assert np.abs(stem.at(heights)).max() < 12
    node = stem.node(12.0)
    assert abs(plan(form).y[node] - 9.4) < 2
    assert plan(form).level[node] <= 1


def test_no_later_leaf_covers_the_stem_of_a_sapling() -> None:
    stem = Stem(plan("portrait"))
    for place in places("portrait", 300)[:40]:
        for x, y in place.outline(40):
            if -10 < y < 20:
                assert abs(x - float(stem.at(np.array(y)))) > 0.2
