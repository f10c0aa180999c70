import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.tree.growth import costs
from desktop.tree.growth.crown import BAND, crown
from desktop.tree.growth.field import NONE, STEPS, cheapest, field
from desktop.tree.growth.maps import Maps
from desktop.tree.wood.plan import Floats
from tests.tree.pledges import grown, rungs


def exact(maps: Maps, form: str, rung: int, before: float) -> tuple[Floats, Floats]:
    """Return rough and exact costs of the places of a tree that are free, side by side."""
    shape = crown(form)
    free, spots = maps.choices(rung, 8)
    rough = field(shape).rough(free, spots, rung, before)
    way, which = np.nonzero(free)
    cells = maps.cells(spots[which])
    x, y = field(shape).middles(cells)
    cost = shape.bands.ravel()[cells] * BAND + costs.lie(shape, way, x, y)
    frame = np.maximum(costs.frame(shape, rung, way, x, y), before)
    assert (rough[~free] == NONE).all()
    return rough[way, which] / STEPS, cost + costs.wider(before, frame)


@pytest.mark.parametrize("form", ["portrait", "landscape"])
@pytest.mark.parametrize("rung", [2, 30])
def test_rough_costs_are_a_little_lower_than_exact_ones(form: str, rung: int) -> None:
    tree = grown(form, rungs(260))
    rough, cost = exact(tree._maps, form, rung, tree._frame)
    assert (rough <= cost + 1e-3).all()
    assert (rough > cost - 3 / STEPS).all()


@given(st.lists(st.integers(0, 60_000), min_size=1, max_size=400), st.integers(1, 60))
def test_none_of_the_cheapest_is_missed(numbers: list[int], count: int) -> None:
    rough = np.array(numbers, np.uint16)
    found = cheapest(rough, count)
    worst = sorted(numbers)[min(count, len(numbers)) - 1]
    assert set(np.flatnonzero(rough <= worst)) <= set(found)
    assert (rough[found] <= worst + 3).all()


def test_places_that_are_not_free_are_never_among_them() -> None:
    rough = np.array([NONE, 7, NONE, 9], np.uint16)
    assert cheapest(rough, 300).tolist() == [1, 3]
    assert cheapest(np.array([NONE, NONE], np.uint16), 300).tolist() == []
