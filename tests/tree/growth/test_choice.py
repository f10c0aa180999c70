import numpy as np
import pytest

from desktop.tree.growth import costs
from desktop.tree.growth.choice import FIRST_TRIED, UGLY, Chooser, _closely_first, _Found
from desktop.tree.growth.growing import Growth
from desktop.tree.growth.vacancies import Offers, Search
from desktop.tree.wood.plan import Floats, Numbers
from tests.tree.pledges import FORMS, places

RUNG = 9


def standing(form: str, count: int = 100) -> tuple[Chooser, Offers]:
    """Return a tree of so many leaves and the free places that cost least, near wood or not."""
    growth = Growth(form, places(form, 300)[:count])
    stage = costs.Stage(growth._frame, young=False)
    return growth._chooser(0.5), growth._vacancies.cheapest(RUNG, Search(10, 3.0, 100), stage)


def only(offers: Offers, which: int) -> Offers:
    one = slice(which, which + 1)
    return Offers(offers.way[one], offers.cells[one], offers.cost[one], offers.frame[one])


def on_every_node(chooser: Chooser, offer: Offers) -> tuple[Numbers, Floats, Floats, int]:
    """Return the nodes near a place, its cost and bare wood on each, and the first choice."""
    way, cells, cost, frame = offer
    x, y = chooser.crown.at(cells)
    twigs, near, _ = chooser.hung(RUNG, way, x, y)
    snug = costs.snug(chooser.maps, RUNG, way, x, y)
    nodes = near.nodes[0][near.nodes[0] >= 0]
    bare = [
        costs.bare(chooser.maps, chooser.wood, twigs._replace(nodes=nodes[[n]]), frame)[0]
        for n in range(len(nodes))
    ]
    whole = cost - snug + 0.5 * near.cost[0] + near.spoilt[0]
    return nodes, whole[: len(nodes)] + bare, np.array(bare), int(twigs.nodes[0])


def moves(chooser: Chooser, offer: Offers) -> bool:
    """Check how a leaf hangs at a place, and return whether by another node than the first."""
    nodes, whole, bare, first = on_every_node(chooser, offer)
    choice = chooser.best(RUNG, offer)
    at = int(np.flatnonzero(nodes == choice.place.node)[0])
    assert choice.bare == pytest.approx(bare[at])
    assert choice.cost == pytest.approx(whole[at], abs=1e-3)
    if bare[nodes == first] < UGLY:
        assert choice.place.node == first
        return False
    assert choice.cost == pytest.approx(whole.min(), abs=1e-3)
    return choice.place.node != first


@pytest.mark.parametrize("form", FORMS)
def test_where_wood_would_be_bare_a_leaf_hangs_on_the_node_that_is_best_with_it(form: str) -> None:
    moved = 0
    for count in (60, 120, 150, 220, 290):
        chooser, offers = standing(form, count)
        for which in range(0, len(offers.cells), 3):
            moved += moves(chooser, only(offers, which))
    assert moved > 5


@pytest.mark.parametrize("weight", [0.0, 0.5])
def test_far_from_all_wood_a_leaf_hangs_on_the_nearest_node(weight: float) -> None:
    chooser = standing("landscape")[0]._replace(weight=weight)
    corner = Offers(np.array([3]), np.array([0]), np.zeros(1), np.array([50.0]))
    x, y = chooser.crown.at(corner.cells)
    plan, (foot_x, foot_y) = chooser.wood.plan, costs.behind(RUNG, corner.way, x, y)
    nearest = np.hypot(plan.x - foot_x, plan.y - foot_y).argmin()
    assert chooser.best(RUNG, corner).place.node == nearest


def tried(bare: float) -> list[int]:
    """Return how many of 100 places are looked at closely, turn by turn, if the best is so bare."""
    looks: list[int] = []

    def closely(some: Numbers) -> _Found:
        looks.append(len(some))
        return _Found(float(some[0]) / 10, bare, int(some[0]), 0)

    assert _closely_first(np.arange(100.0) / 10, closely).number == 0
    return looks


def test_only_places_that_may_be_better_are_looked_at_closely_afterwards() -> None:
    assert tried(0.0) == [FIRST_TRIED, int(costs.SNUG * 10) + 1 - FIRST_TRIED]
    assert tried(UGLY) == [FIRST_TRIED]
