"""Which node of the wood a leaf hangs on, and what wood that calls forth."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from desktop.tree.wood.plan import Floats, Numbers, Plan
from desktop.tree.wood.shelter import Shelter

FARTHEST = 9.5  # em: a twig longer than this costs dearly
LENGTH = 0.8  # of each em of twig
FORWARD, ARRIVING = 2.0, 4.0  # em that a turn costs: from the wood, into the leaf
NEAR, ACROSS = 1.2, 5.0  # em: on wood so near only the turn from wood to leaf counts, and costs
# What a turn from the wood to the leaf costs a young tree, by how far its cosine is below FORWARDS:
# all its twigs are in sight, and its leader must not end like a walking stick.
BACKWARD, FORWARDS = 12.0, 0.2
NEW = 0.25  # of each em of wood that no leaf has called forth yet
BARE, LONG = 8.0, 1.0  # em of such wood from which each em costs more, and what
CROWD = 1.6  # em that each twig costs which the node already bears
BEYOND = 1.2  # for each em by which the node lies further out than the leaf's foot
BURIED, NOWHERE = 1e3, 1e6
NEAREST = 16  # nodes that are looked at of an older tree, whose wood is dense
STEM = 6.0  # em that hanging on the bare trunk costs
# Below the fork: what wood costs that leads back to the trunk, by the cosine of its direction over
# STRAIGHT. Leaves point outward there, so it would end in hooks.
RETURNING, STRAIGHT = 15.0, 0.1

Reals = NDArray[np.float32]


class Near(NamedTuple):
    """The nodes near some feet, with what hanging there costs in em and what it spoils.

    Where nodes are far between the nearest one stands alone, before -1 for none.
    """

    nodes: Numbers
    cost: Reals
    spoilt: Reals

    def some(self, which: Numbers) -> "Near":
        """Return those of the feet with the given numbers, in that order."""
        return Near(self.nodes[which], self.cost[which], self.spoilt[which])

    def best(self) -> tuple[Numbers, Floats, Floats]:
        """Return for each foot its best node, what that costs, and what it spoils."""
        every, best = np.arange(len(self.nodes)), (self.cost + self.spoilt).argmin(axis=1)
        nodes, least, spoilt = (part[every, best] for part in self)
        return nodes, least.astype(np.float64), spoilt.astype(np.float64)


class Perches:
    """The wood's nodes with what hangs on them."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.bears = np.zeros(len(plan), np.intp)  # twigs at the node itself
        self.spare = plan.depth.copy()  # em to the nearest wood that carries a leaf
        self.shelter = Shelter(plan)
        self._live = np.zeros(len(plan), np.bool_)
        self._lowest = float(plan.origin.min())
        out = np.sqrt(plan.x**2 + plan.y**2)
        extra = np.where((plan.level == 0) & (plan.y < -4), STEM, 0.0)
        inward = np.where((plan.level > 1) & (plan.y < 0), -plan.along * np.sign(plan.x), 0.0)
        extra += RETURNING * np.maximum(inward - STRAIGHT, 0.0)
        # Looked up together, for that is most of the work.
        table = [plan.x, plan.y, plan.along, plan.up, plan.rank, out, extra, plan.origin]
        self._table = np.stack(table).astype(np.float32)

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
        path = self.plan.back[nodes]
        return path, ~self._live[path]

    def near(
        self,
        feet: tuple[Floats, Floats, Floats],
        axis: tuple[Floats, Floats],
        lowest: float,
        open_: float = 0.0,
    ) -> Near:
        """Return the nodes near each foot with what it costs to hang there.

        `feet` are their x, y and rank; `axis` is the leaves' direction from foot to tip, along
        x and y; `lowest` is the height at which limbs may leave the trunk; `open_` is what each em
        costs by which a node is in the open, 0 on a young tree.
        """
        nodes = self.plan.near(*feet[:2])
        if open_:
            nodes = nodes[:, :NEAREST]
        cost, spoilt = self._cost(nodes, feet, axis, lowest, 0.0 if open_ else BACKWARD)
        if open_:
            cost += open_ * np.take(self.shelter.bare, nodes).astype(np.float32)
        cost[nodes < 0] = 2 * NOWHERE
        for one in np.flatnonzero(nodes[:, 0] < 0).tolist():
            away = (self.plan.x - feet[0][one]) ** 2 + (self.plan.y - feet[1][one]) ** 2
            nodes[one, 0], cost[one, 0] = away.argmin(), NOWHERE
        return Near(nodes, cost, spoilt)

    def _cost(
        self,
        nodes: Numbers,
        feet: tuple[Floats, Floats, Floats],
        axis: tuple[Floats, Floats],
        lowest: float,
        backward: float,
    ) -> tuple[Reals, Reals]:
        """Return by foot and node what hanging there costs, and what it spoils."""
        x, y, rank, along, up = (one.astype(np.float32)[:, None] for one in (*feet, *axis))
        found = np.take(self._table, nodes, axis=1)
        at_x, at_y, node_along, node_up, ranks, out, extra, origin = found
        spare = np.take(self.spare, nodes).astype(np.float32)
        whole = 1 - (node_along * along + node_up * up)
        cost = _turns((x - at_x, y - at_y), (node_along, node_up), (along, up), whole)
        if backward:
            cost += backward * np.maximum(whole - 1 + FORWARDS, 0.0)
        cost += NEW * spare + CROWD * np.take(self.bears, nodes).astype(np.float32) + extra
        beyond = np.maximum(out - np.sqrt(x * x + y * y) + 0.5, 0.0)
        beyond += np.maximum(ranks - rank - 1.0, 0.0)
        spoilt = np.maximum(spare - BARE, 0.0) * LONG + beyond * BEYOND
        if lowest > self._lowest:
            spoilt += (origin < np.float32(lowest)) * np.float32(BURIED)
        return cost, spoilt


Pair = tuple[Reals, Reals]


def _turns(away: Pair, wood: Pair, axis: Pair, whole: Reals) -> Reals:
    """Return what twigs cost by their lengths and turns, from the wood and into the leaf.

    `whole` is the turn from the wood to the leaf: 1 less its cosine.
    """
    across, high = away
    far = np.sqrt(across * across + high * high) + 1e-6
    forward = (across * wood[0] + high * wood[1]) / far
    arriving = (across * axis[0] + high * axis[1]) / far
    share = np.minimum(far / NEAR, 1.0)
    turns = FORWARD * (1 - forward) + ARRIVING * (1 - arriving) * (2.0 - arriving)
    cost = LENGTH * far + share * turns + (1 - share) * ACROSS * whole
    cost += np.maximum(far - FARTHEST, 0.0) * 4
    return np.asarray(cost)
