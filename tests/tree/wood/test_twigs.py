import numpy as np
import pytest

from desktop.tree.growth.shape import STALK
from desktop.tree.wood.plan import plan
from desktop.tree.wood.twigs import TWIG, twig
from tests.tree.pledges import FORMS, places

form = pytest.mark.parametrize("form", FORMS)


@form
def test_a_twig_leads_from_the_wood_to_the_leafs_foot(form: str) -> None:
    wood = plan(form)
    for place in places(form, 120):
        line, half = twig(wood, place)
        assert line[0] == pytest.approx((wood.x[place.node], wood.y[place.node]))
        assert line[-1] == pytest.approx(place.foot)
        assert half[-1] == TWIG
        assert (np.diff(half) < 0).all()


@form
def test_a_twig_ends_as_the_straight_stalk(form: str) -> None:
    for place in places(form, 120):
        line, _ = twig(plan(form), place)
        stalk = line[-1] - line[-3]
        assert stalk == pytest.approx(np.array(place.axis) * STALK * place.width)


@form
def test_hardly_a_twig_turns_back(form: str) -> None:
    bends = []
    for place in places(form, 300):
        steps = np.diff(twig(plan(form), place)[0], axis=0)
        angles = np.unwrap(np.arctan2(steps[:, 1], steps[:, 0]))
        bends.append(float(np.degrees(angles.max() - angles.min())))
    assert np.percentile(bends, 96) < 115
