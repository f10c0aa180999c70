import numpy as np
import pytest
import shapely

from desktop.tree.growth.shade import shade
from desktop.tree.growth.shape import CELL, Place, tilts
from desktop.tree.growth.stamps import RUNGS


@pytest.mark.parametrize("side", [1, -1])
@pytest.mark.parametrize("tilt", tilts())
@pytest.mark.parametrize("rung", [0, 15, RUNGS + 4])
def test_a_leaf_covers_the_cells_within_its_outline(rung: int, side: int, tilt: int) -> None:
    place = Place(rung, 0, 0, side, tilt, 0)
    under, below, left = shade(place)
    rows, columns = np.indices(under.shape)
    points = shapely.points((columns - left) * CELL, (rows - below) * CELL)
    leaf = shapely.Polygon(place.outline(400))
    inside, near = shapely.contains(leaf.buffer(-0.02), points), shapely.distance(leaf, points)
    assert under[inside].all()
    assert not under[near > 0.02].any()
