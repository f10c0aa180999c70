"""Points spread evenly over the crown, which the wood grows to."""

import math
import random
from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from desktop.leaf import Point
from desktop.tree.growth.crown import Crown

DARTS = 40  # thrown for each point that finds room, about


def spread(
    crown: Crown, near: float, more: float, rim: float, dice: random.Random
) -> NDArray[np.float64]:
    """Return points by rank, none nearer to another than `near` em and `more` per em from the fork.

    They lie within the share `rim` of the full-grown crown.
    """
    found: list[Point] = []
    cells: dict[tuple[int, int], list[Point]] = defaultdict(list)
    high = crown.up + crown.down
    for _ in range(round(DARTS * crown.reach**2 * high / near**2)):
        x = dice.uniform(-crown.reach, crown.reach)
        y = dice.uniform(-crown.reach * crown.down, crown.reach * crown.up)
        apart = near + more * math.hypot(x, y)
        home = (int(x // near), int(y // near))
        span = math.ceil(apart / near)
        around = (
            other
            for i in range(home[0] - span, home[0] + span + 1)
            for j in range(home[1] - span, home[1] + span + 1)
            for other in cells.get((i, j), ())
        )
        if all(math.dist((x, y), other) >= apart for other in around):
            found.append((x, y))
            cells[home].append((x, y))
    points = np.array(found)
    rank = crown.rank(points[:, 0], points[:, 1])
    order = np.argsort(rank, kind="stable")
    return points[order[rank[order] < crown.reach * rim]]
