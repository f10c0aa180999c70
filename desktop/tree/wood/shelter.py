"""Which wood leaves hide, and how far along it other wood is from there."""

import numpy as np

from desktop.tree.wood.plan import Numbers, Plan, Seen

NEAR = 3.0  # em from hidden wood: leaves may hang there


class Shelter:
    """The plan's nodes with how far each is, back along the wood, from what is hidden.

    The trunk is thick enough to count as hidden from the first.
    """

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self.bare = plan.aside.copy()  # em
        self.covered = np.zeros(len(plan), np.bool_)
        self._hidden = plan.level == 0
        self.squares = np.zeros(plan.shape[0] * plan.shape[1], np.bool_)  # where feet may be
        self._lowest = np.inf

    def allow(self, lowest: float) -> None:
        """Let limbs leave the trunk from a height on, in em; it only ever becomes lower."""
        if lowest < self._lowest:
            origin = self._plan.origin
            new = (origin >= lowest) & (origin < self._lowest) & (self.bare <= NEAR)
            self._lowest = lowest
            if new.any():
                self._shelter(np.flatnonzero(new))

    def cover(self, nodes: Numbers, covered: Seen) -> None:
        """Say of all nodes about a leaf, in their order, which leaves cover.

        Wood goes behind a leaf where two nodes in turn are covered: one alone may be grazed.
        """
        plan = self._plan
        self.covered[nodes] |= covered
        before = plan.parent[nodes]
        behind = self.covered[nodes] & (self.covered[before] | self._hidden[before])
        behind &= ~self._hidden[nodes]
        self._hidden[nodes[behind]] = True
        near = []
        for node in nodes[behind].tolist():
            carried = slice(node, plan.end[node])
            bare = self.bare[carried]
            far = plan.depth[carried] - plan.depth[node]
            near.append(node + np.flatnonzero((far <= NEAR) & (bare > NEAR)))
            np.minimum(bare, far, out=bare)
        if near:
            self._shelter(np.concatenate(near))

    def _shelter(self, nodes: Numbers) -> None:
        allowed = nodes[self._plan.origin[nodes] >= self._lowest]
        self.squares[self._plan.squares_about(allowed)] = True
