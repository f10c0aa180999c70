import zlib

import numpy as np
import pytest

from desktop import paths
from desktop.tree.wood.plan import VERSION
from desktop.tree.wood.planting import in_order, plant
from tests.tree.pledges import FORMS


def test_nodes_come_depth_first_and_the_heaviest_child_at_once() -> None:
    order = in_order([-1, 0, 0, 2, 3])
    assert order == [0, 2, 3, 4, 1]


@pytest.mark.long
@pytest.mark.parametrize("form", FORMS)
def test_planting_again_gives_the_plan_that_is_shipped(form: str) -> None:
    made, shipped = (
        np.frombuffer(zlib.decompress(packed), "<i2").reshape(4, -1)
        for packed in (plant(form), paths.resources("tree", f"{form}-{VERSION}.plan").read_bytes())
    )
    assert made.shape == shipped.shape
    assert np.abs(made[:2].astype(int) - shipped[:2]).max() <= 1
    assert (made[2:] == shipped[2:]).all()
