from functools import partial

import numpy as np
import pytest

from desktop.tree.wood.plan import Floats, Numbers, Plan, plan
from tests.tree.pledges import FORMS
from tests.tree.together import asked_together

form = pytest.mark.parametrize("form", FORMS)


@form
def test_the_wood_hangs_together(form: str) -> None:
    wood = plan(form)
    assert wood.parent[0] == -1
    assert (wood.parent[1:] < np.arange(1, len(wood))).all()
    steps = np.hypot(wood.x - wood.x[wood.parent], wood.y - wood.y[wood.parent])[1:]
    assert steps.max() < 4


@form
def test_a_node_carries_the_nodes_after_it(form: str) -> None:
    wood = plan(form)
    for node in range(1, len(wood), 97):
        parent = int(wood.parent[node])
        assert parent < node < wood.end[node] <= wood.end[parent]


@form
def test_wood_grows_outward(form: str) -> None:
    wood = plan(form)
    fine = np.flatnonzero((wood.level > 1) & (wood.y > 0))
    assert (wood.rank[fine] - wood.rank[wood.parent[fine]]).min() > -2.5


@form
def test_wherever_a_leaf_may_hang_wood_is_near(form: str) -> None:
    wood = plan(form)
    x, y = (
        axis.ravel() for axis in np.meshgrid(np.arange(-120, 121, 15.0), np.arange(10, 95, 15.0))
    )
    far = np.hypot(x[:, None] - wood.x, y[:, None] - wood.y).min(axis=1)
    assert far.max() < 9


def test_near_nodes_are_near() -> None:
    wood = plan("portrait")
    x, y = np.array([12.0, -30.0]), np.array([20.0, 44.0])
    found = wood.near(x, y)
    for row, (a, b) in zip(found, zip(x, y, strict=True), strict=True):
        nodes = row[row >= 0]
        assert len(nodes)
        assert np.hypot(wood.x[nodes] - a, wood.y[nodes] - b).max() < 11


@form
def test_the_way_back_from_a_node_follows_the_wood(form: str) -> None:
    wood = plan(form)
    assert (wood.back[:, 0] == np.arange(len(wood))).all()
    assert (wood.back[1:, 1:] == np.maximum(wood.parent[wood.back[1:, :-1]], 0)).all()
    assert (wood.aside[wood.level == 0] == 0).all()
    assert (wood.aside[wood.level > 0] > 0).all()


@form
def test_nodes_about_a_point_are_all_found_and_in_order(form: str) -> None:
    wood = plan(form)
    found = wood.within(40.0, 30.0, 12.0)
    near = (np.abs(wood.x - 40) < 12) & (np.abs(wood.y - 30) < 12)
    assert found.tolist() == np.flatnonzero(near).tolist()


@form
def test_feet_may_be_near_a_node_and_no_further_in(form: str) -> None:
    wood = plan(form)
    node = int(np.argmin(np.hypot(wood.x - 60, wood.y - 40)))
    squares = set(wood.squares_about(np.array([node])).tolist())
    outward, inward = 1.04, 0.9
    here, there = (
        wood.square(wood.x[[node]] * share, wood.y[[node]] * share) for share in (outward, inward)
    )
    assert int(here[0]) in squares
    assert int(there[0]) not in squares
    assert len(squares) < 20


def test_trees_that_grow_at_the_same_time_find_the_same_nodes() -> None:
    apart = 8 * 4.0  # em: no two of these points are looked for at once
    x, y = (axis.ravel() for axis in np.mgrid[-200:201:apart, -140:361:apart])
    right = plan("portrait").near(x, y)
    for _ in range(8):
        fresh = plan.__wrapped__("portrait")
        answers = asked_together(partial(_near, fresh, x, y), len(x))
        assert all((np.concatenate(found) == right).all() for found in answers)


def _near(wood: Plan, x: Floats, y: Floats, number: int) -> Numbers:
    return wood.near(x[[number]], y[[number]])
