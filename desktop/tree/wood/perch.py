"""Which node of the wood a leaf hangs on, and what wood that calls forth."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop.tree.wood.plan import Floats, Numbers, Plan

FARTHEST = 9.5  # em: a twig longer than this costs dearly
LENGTH = 0.8  # of each em of twig
FORWARD, ARRIVING = 2.0, 4.0  # em that a turn costs: from the wood, into the leaf
NEAR, ACROSS = 1.2, 5.0  # em: on wood so near only the turn from wood to leaf counts, and costs
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
        stem = np.where((plan.level == 0) & (plan.y < -4), STEM, 0.0)
        # Looked up together, for that is most of the work; roughly first, then exactly.
        self._exact = np.stack([plan.x, plan.y, plan.along, plan.up, plan.rank, out, stem])
        self._rough = self._exact.astype(np.float32)

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
        x, y, _ = feet
        near = self.plan.near(x, y)
        cost, spoilt = self._cost(self._rough, near, feet, axis, lowest)
        cost += spoilt
        cost[near < 0] = NOWHERE
        nodes = near[np.arange(len(near)), cost.argmin(axis=1)]
        lost = np.flatnonzero(nodes < 0)
        for one in lost.tolist():
            nodes[one] = ((self.plan.x - x[one]) ** 2 + (self.plan.y - y[one]) ** 2).argmin()
        cost, spoilt = self._cost(self._exact, nodes[:, None], feet, axis, lowest)
        cost[lost] = NOWHERE
        return nodes, cost[:, 0], spoilt[:, 0]

    def _cost(
        self,
        table: NDArray[Any],
        nodes: Numbers,
        feet: tuple[Floats, Floats, Floats],
        axis: tuple[Floats, Floats],
        lowest: float,
    ) -> tuple[NDArray[Any], NDArray[Any]]:
        """Return by foot and node what hanging there costs, and what it spoils, as the table is."""
        kind = table.dtype.type
        x, y, rank, along, up = (one.astype(kind)[:, None] for one in (*feet, *axis))
        at_x, at_y, node_along, node_up, ranks, out, stem = np.take(table, nodes, axis=1)
        spare = np.take(self.spare, nodes).astype(kind)
        cost = _turns((x - at_x, y - at_y), (node_along, node_up), (along, up))
        cost += NEW * spare + kind(CROWD) * np.take(self.bears, nodes).astype(kind) + stem
        beyond = np.maximum(out - np.sqrt(x * x + y * y) + 0.5, 0.0)
        beyond += np.maximum(ranks - rank - 1.0, 0.0)
        spoilt = np.maximum(spare - BARE, 0.0) * LONG + beyond * BEYOND
        if lowest > self._lowest:
            spoilt += np.where(self.plan.origin[nodes] < lowest, kind(BURIED), kind(0))
        return cost, spoilt


Pair = tuple[NDArray[Any], NDArray[Any]]


def _turns(away: Pair, wood: Pair, axis: Pair) -> NDArray[Any]:
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
