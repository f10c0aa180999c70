import random

import numpy as np

from desktop.tree.growth.crown import crown
from desktop.tree.wood.spread import spread


def test_points_lie_in_the_crown_by_rank_and_keep_apart() -> None:
    shape = crown("landscape")
    points = spread(shape, 40.0, 0.1, 0.9, random.Random(1))
    rank = shape.rank(points[:, 0], points[:, 1])
    assert (np.diff(rank) >= 0).all()
    assert rank[-1] < shape.reach * 0.9
    apart = np.hypot(*(points[:, None] - points[None]).T)
    apart[np.diag_indices(len(points))] = np.inf
    assert apart.min() >= 40
    assert len(points) > 25
