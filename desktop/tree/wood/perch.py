"""Which node of the wood a leaf hangs on, and what wood that calls forth."""

import numpy as np
from numpy.typing import NDArray

from desktop.tree.wood.plan import Floats, Numbers, Plan

FARTHEST = 9.5  # em: a twig longer than this costs dearly
LENGTH = 0.8  # of each em of twig
FORWARD, ARRIVING = 2.0, 2.6  # em that a turn costs: from the wood, into the leaf
NEAR, ACROSS = 1.2, 2.0  # em: on wood so near only the turn from wood to leaf counts, and costs
NEW = 0.25  # of each em of wood that no leaf has called forth yet
BARE, LONG = 8.0, 1.0  # em of such wood from which each em costs more, and what
CROWD = 1.6  # em that each twig costs which the node already bears
BEYOND = 1.2  # for each em by which the node lies further out than the leaf's foot
BURIED, NOWHERE = 1e3, 1e6
PATH = 8  # nodes of new wood that are looked at
STEM = 6.0  # em that hanging on the bare trunk costs


class Perches:
    """The wood's nodes with what hangs on them."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.bears = np.zeros(len(plan), np.intp)  # twigs at the node itself
        self.spare = plan.depth.copy()  # em to the nearest wood that carries a leaf
        self._live = np.zeros(len(plan), np.bool_)
        self._lowest = float(plan.origin.min())
        out = np.sqrt(plan.x**2 + plan.y**2)
        # Looked up together, for that is most of the work.
        self._still = np.stack([plan.x, plan.y, plan.along, plan.up, plan.rank, out])
        self._stem = np.where((plan.level == 0) & (plan.y < -4), STEM, 0.0)

    def hang(self, node: int) -> None:
        """Let a leaf hang on a node."""
        self.bears[node] += 1
        path = []
        while node >= 0 and not self._live[node]:
            path.append(node)
            node = int(self.plan.parent[node])
        depth = self.plan.depth
        for one in reversed(path):
            self._live[one] = True
            self.spare[one : self.plan.end[one]] = depth[one : self.plan.end[one]] - depth[one]

    def path(self, nodes: Numbers) -> tuple[Numbers, NDArray[np.bool_]]:
        """Return for each node itself and those before it, and which of them carry no leaf."""
        steps = [nodes]
        for _ in range(PATH - 1):
            steps.append(np.maximum(self.plan.parent[steps[-1]], 0))
        path = np.stack(steps, axis=1)
        return path, ~self._live[path]

    def best(
        self, feet: tuple[Floats, Floats, Floats], axis: tuple[Floats, Floats], lowest: float
    ) -> tuple[Numbers, Floats, Floats]:
        """Return for each foot its best node, what that costs in em, and what it spoils.

        `feet` are their x, y and rank; `axis` is the leaves' direction from foot to tip, along
        x and y; `lowest` is the height at which limbs may leave the trunk.
        """
        x, y, rank = feet
        nodes = self.plan.near(x, y)
        at_x, at_y, along, up, ranks, out = np.take(self._still, nodes, axis=1)
        spare = np.take(self.spare, nodes)
        away = x[:, None] - at_x, y[:, None] - at_y
        cost = _turns(away, (along, up), (axis[0][:, None], axis[1][:, None]))
        cost += NEW * spare + CROWD * np.take(self.bears, nodes) + np.take(self._stem, nodes)
        beyond = np.maximum(out - np.sqrt(x * x + y * y)[:, None] + 0.5, 0.0)
        beyond += np.maximum(ranks - rank[:, None] - 1.0, 0.0)
        spoilt = np.maximum(spare - BARE, 0.0) * LONG + beyond * BEYOND
        if lowest > self._lowest:
            spoilt += np.where(self.plan.origin[nodes] < lowest, BURIED, 0.0)
        total = cost + spoilt
        total[nodes < 0] = NOWHERE
        which = total.argmin(axis=1)
        every = np.arange(len(which))
        nodes, cost, spoilt = nodes[every, which], cost[every, which], spoilt[every, which]
        for lost in np.flatnonzero(nodes < 0).tolist():
            nodes[lost] = ((self.plan.x - x[lost]) ** 2 + (self.plan.y - y[lost]) ** 2).argmin()
        return nodes, cost, spoilt


def _turns(
    away: tuple[Floats, Floats], wood: tuple[Floats, Floats], axis: tuple[Floats, Floats]
) -> Floats:
    """Return what twigs cost by their lengths and turns, from the wood and into the leaf."""
    across, high = away
    far = np.sqrt(across * across + high * high) + 1e-6
    forward = (across * wood[0] + high * wood[1]) / far
    arriving = (across * axis[0] + high * axis[1]) / far
    whole = 1 - (wood[0] * axis[0] + wood[1] * axis[1])
    share = np.minimum(far / NEAR, 1.0)
    turns = FORWARD * (1 - forward) + ARRIVING * (1 - arriving) * (2.0 - arriving)
    cost = LENGTH * far + share * turns + (1 - share) * ACROSS * whole
    cost += np.maximum(far - FARTHEST, 0.0) * 4
    return np.asarray(cost)
