import random

import numpy as np
import pytest

from desktop.tree.wood.plan import Floats, Seen, plan
from desktop.tree.wood.shelter import NEAR, Shelter
from tests.tree.pledges import FORMS

PLAN = plan("landscape")
ALL = np.arange(len(PLAN))


def bough() -> list[int]:
    """Return nodes of a bough, from its end back to the trunk."""
    node = int(np.flatnonzero(PLAN.x > 100)[PLAN.depth[PLAN.x > 100].argmax()])
    nodes = [node]
    while PLAN.level[node] > 0:
        node = int(PLAN.parent[node])
        nodes.append(node)
    return nodes


def grown() -> Shelter:
    """Return the shelter of a tree so large that all limbs may leave the trunk."""
    shelter = Shelter(PLAN)
    shelter.allow(-1000.0)
    return shelter


def cover(shelter: Shelter, *covered: int) -> None:
    shelter.cover(ALL, np.isin(ALL, covered))


def offered(shelter: Shelter, node: int) -> bool:
    square = PLAN.square(PLAN.x[[node]], PLAN.y[[node]])
    return bool(shelter.squares[square][0])


@pytest.mark.parametrize("form", FORMS)
def test_at_first_all_wood_but_the_trunk_is_bare(form: str) -> None:
    wood = plan(form)
    shelter = Shelter(wood)
    assert (shelter.bare[wood.level == 0] == 0).all()
    aside = wood.level > 0
    before = np.where(wood.level[wood.parent] > 0, shelter.bare[wood.parent], 0.0)
    assert np.allclose(shelter.bare[aside], (before + wood.stride)[aside])


def test_wood_behind_leaves_is_hidden_and_what_it_carries_is_nearer_to_it() -> None:
    shelter, (end, *_, fifth, sixth) = grown(), bough()[:6]
    assert shelter.bare[end] > 100
    assert not offered(shelter, fifth)
    cover(shelter, fifth, sixth)
    assert shelter.bare[fifth] == 0
    assert shelter.bare[end] == pytest.approx(PLAN.depth[end] - PLAN.depth[fifth])
    assert shelter.bare[sixth] > 100
    assert offered(shelter, fifth)


def test_a_leaf_that_only_grazes_wood_does_not_hide_it() -> None:
    shelter, nodes = Shelter(PLAN), bough()
    cover(shelter, nodes[2])
    assert shelter.bare[nodes[2]] > 100
    cover(shelter, nodes[3])
    assert shelter.bare[nodes[2]] == 0


def test_leaves_may_hang_no_further_than_that_from_hidden_wood() -> None:
    shelter, nodes = grown(), bough()
    cover(shelter, *nodes[20:22])
    for node in nodes[:20]:
        if shelter.bare[node] > NEAR + 12:
            assert not offered(shelter, node)


def test_no_leaf_waits_for_a_limb_that_is_not_there_yet() -> None:
    node, before, *_, limb = bough()
    shelter = Shelter(PLAN)
    cover(shelter, node, before)
    shelter.allow(float(PLAN.origin[limb]) + 1)
    assert not offered(shelter, node)
    shelter.allow(float(PLAN.origin[node]))
    assert offered(shelter, node)


def test_it_does_not_matter_which_leaf_came_first() -> None:
    nodes = random.Random(5).sample(range(len(PLAN)), 3000)
    parts = [nodes[at : at + 100] for at in range(0, 3000, 100)]
    found: list[tuple[Floats, Seen]] = []
    for order in (parts, parts[::-1], [nodes]):
        shelter = Shelter(PLAN)
        for number, part in enumerate(order):
            shelter.allow(-60.0 if number else 10.0)
            cover(shelter, *part)
        shelter.allow(-60.0)
        found.append((shelter.bare.round(6), shelter.squares))
    for other in found[1:]:
        assert all((one == two).all() for one, two in zip(found[0], other, strict=True))
