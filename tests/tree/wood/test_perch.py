import numpy as np
import pytest

from desktop.tree.growth.crown import crown
from desktop.tree.wood.perch import RETURNING, STRAIGHT, Perches
from desktop.tree.wood.plan import FINE, Plan, plan
from tests.tree.pledges import FORMS, places

PLAN = plan("landscape")


def best(perches: Perches, x: float, y: float, lowest: float = -100.0) -> tuple[int, float, float]:
    feet = np.array([x]), np.array([y]), np.array([80.0])
    near = perches.near(feet, (np.array([1.0]), np.array([0.0])), lowest)
    nodes, cost, spoilt = near.best()
    return int(nodes[0]), float(cost[0]), float(spoilt[0])


def test_a_leaf_hangs_on_wood_near_its_foot() -> None:
    node, _, _ = best(Perches(PLAN), 50, 40)
    assert np.hypot(PLAN.x[node] - 50, PLAN.y[node] - 40) < 9


def test_wood_that_carries_leaves_is_cheaper() -> None:
    perches = Perches(PLAN)
    node, before, _ = best(perches, 50, 40)
    perches.hang(node)
    assert perches.spare[node] == 0
    assert perches.spare[: node + 1].min() == 0
    assert best(perches, 51, 41)[1] < before


def test_twigs_do_not_crowd_at_one_node() -> None:
    perches = Perches(PLAN)
    first, _, _ = best(perches, 50, 40)
    for _ in range(6):
        perches.hang(first)
    assert best(perches, 50, 40)[0] != first


def test_limbs_below_the_ground_spoil_a_place() -> None:
    high = best(Perches(PLAN), 40, -20, lowest=-100)
    low = best(Perches(PLAN), 40, -20, lowest=0)
    assert low[2] > high[2] + 100


def test_far_from_all_wood_the_nearest_node_serves() -> None:
    node, cost, _ = best(Perches(PLAN), 900, 900)
    assert node == np.hypot(PLAN.x - 900, PLAN.y - 900).argmin()
    assert cost > 100


@pytest.mark.parametrize(("y", "more"), [(-20, RETURNING * (1 - STRAIGHT)), (20, 0.0)])
def test_below_the_fork_wood_that_leads_back_to_the_trunk_costs_more(y: int, more: float) -> None:
    nodes = [(0, -40), (0, y), (36, y), (38, y), (44, y), (42, y)]  # out to 38, and back to 42
    rows = np.array([*zip(*nodes, strict=True), (-1, 0, 1, 2, 2, 4), (0, 0, 1, 2, 1, 2)], np.int16)
    rows[:2] *= FINE
    perches = Perches(Plan(rows, crown("landscape")))
    outward, inward = 3, 5
    for node in (outward, inward):
        perches.hang(node)
    feet, up = (np.array([40.0]), np.array([y + 3.0]), np.array([80.0])), np.array([1.0])
    near = perches.near(feet, (0 * up, up), -100.0)
    cost = dict(zip(near.nodes[0].tolist(), near.cost[0].tolist(), strict=True))
    assert cost[inward] - cost[outward] == pytest.approx(more, abs=1e-3)


def test_leaves_rather_hang_on_wood_that_others_hide() -> None:
    perches = Perches(PLAN)
    feet = np.array([70.0]), np.array([40.0]), np.array([120.0])
    outward = np.array([1.0]), np.array([0.0])

    def node(perches: Perches, open_: float) -> int:
        return int(perches.near(feet, outward, -100.0, open_).best()[0][0])

    before = node(perches, 1.0)
    near = np.flatnonzero(np.hypot(PLAN.x - 70, PLAN.y - 40) < 7)
    rest = near[~np.isin(near, np.arange(before, PLAN.end[before]))]
    perches.shelter.cover(rest, np.ones(len(rest), np.bool_))
    assert perches.shelter.bare[node(perches, 1.0)] < perches.shelter.bare[before]
    assert node(perches, 0.0) == node(Perches(PLAN), 0.0)


def test_a_leaf_of_a_young_tree_does_not_look_back_along_its_wood() -> None:
    for form in FORMS:
        plan_, hung = plan(form), places(form, 300)[:25]
        back = [
            place
            for place in hung
            if plan_.along[place.node] * place.axis[0] + plan_.up[place.node] * place.axis[1] < -0.3
        ]
        assert back == []
