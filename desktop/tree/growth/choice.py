"""Which of some free places is best once the wood that leads to each of them is looked at."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from desktop.tree.growth import costs
from desktop.tree.growth.costs import Twigs
from desktop.tree.growth.crown import Crown
from desktop.tree.growth.maps import Maps
from desktop.tree.growth.shape import TILTS, Place, tilts
from desktop.tree.growth.stamps import SIDES
from desktop.tree.growth.vacancies import Offers, lowest
from desktop.tree.wood.perch import Near, Perches
from desktop.tree.wood.plan import Floats, Numbers

FIRST_TRIED = 40  # places looked at closely before the others
UGLY = 7.0  # what bare wood costs from which on another way to the leaf is looked for
AGAIN = 8  # places to which it is looked for, the best ones
OPEN = 0.5  # em of twig: what each em costs by which the node of an older tree is in the open


class Choice(NamedTuple):
    """A place with what its bare wood and all in all it costs; the one less bare is better."""

    bare: float
    cost: float
    place: Place


class _Found(NamedTuple):
    """What a place costs, the part of its bare wood, its number among others, and its node."""

    cost: float
    bare: float
    number: int
    node: int


class Chooser(NamedTuple):
    """A tree as it stands when a place is chosen."""

    crown: Crown
    maps: Maps
    wood: Perches
    lowest: float  # em: the height at which limbs may leave the trunk
    weight: float  # what counts of a twig's cost
    young: bool

    def best(self, rung: int, offers: Offers) -> Choice:
        """Return the best of some places, with the node it hangs on."""
        way, cells, cost, frame = offers
        x, y = self.crown.at(cells)
        twigs, near, hanging = self.hung(rung, way, x, y)
        total = cost + hanging

        def closely(some: Numbers) -> _Found:
            theirs = twigs.some(some)
            bare = costs.bare(self.maps, self.wood, theirs, frame[some], young=self.young)
            snug = costs.snug(self.maps, rung, way[some], x[some], y[some])
            whole = total[some] - snug + bare
            best = int(whole.argmin())
            if self.young or bare[best] < UGLY:
                return _found(whole, bare, some, theirs.nodes, best)
            few = lowest(whole, AGAIN)
            some, rest = some[few], cost[some[few]] - snug[few]
            return self._again(theirs.some(few), near.some(some), frame[some], rest, some)

        found = _closely_first(total, closely)
        cell, which = int(cells[found.number]), int(way[found.number])
        at = place_at(self.crown, rung, cell, which, found.node)
        return Choice(found.bare, found.cost, at)

    def hung(self, rung: int, way: Numbers, x: Floats, y: Floats) -> tuple[Twigs, Near, Floats]:
        """Return by what leaves of given middles would hang, the nodes near, and what it costs."""
        foot_x, foot_y = costs.behind(rung, way, x, y)
        feet = foot_x, foot_y, self.crown.rank(foot_x, foot_y)
        axis = costs.axes()[0][way], costs.axes()[1][way]
        near = self.wood.near(feet, axis, self.lowest, 0.0 if self.young else OPEN)
        nodes, hanging, spoilt = near.best()
        return Twigs(nodes, way, *feet), near, self.weight * hanging + spoilt

    def _again(
        self, twigs: Twigs, near: Near, frame: Floats, rest: Floats, numbers: Numbers
    ) -> _Found:
        """Return the best of some places with the best of all nodes near it, bare wood and all.

        `rest` is what they cost besides. To look at the bare wood of so many nodes takes long.
        """
        count = near.nodes.shape[1]
        each = twigs.some(np.repeat(np.arange(len(numbers)), count))
        each = each._replace(nodes=near.nodes.ravel())
        bare = costs.bare(self.maps, self.wood, each, np.repeat(frame, count))
        cost = (rest[:, None] + self.weight * near.cost + near.spoilt).ravel() + bare
        cost[each.nodes < 0] = np.inf
        return _found(cost, bare, np.repeat(numbers, count), each.nodes, int(cost.argmin()))


def _found(cost: Floats, bare: Floats, numbers: Numbers, nodes: Numbers, which: int) -> _Found:
    return _Found(float(cost[which]), float(bare[which]), int(numbers[which]), int(nodes[which]))


def _closely_first(total: Floats, closely: Callable[[Numbers], _Found]) -> _Found:
    """Return the best of some places; to look at them closely takes long.

    So that is done with a few first, and with others if they may be better: they gain SNUG at most.
    """
    first = lowest(total, FIRST_TRIED)
    best = closely(first)
    others = total - costs.SNUG <= best.cost
    others[first] = False
    if best.bare < UGLY and others.any():
        return min(best, closely(np.flatnonzero(others)))
    return best


def place_at(crown: Crown, rung: int, cell: int, way: int, node: int) -> Place:
    """Return the place of a leaf whose middle is in a cell of a crown."""
    row, column = divmod(cell, crown.columns)
    side, tilt = divmod(way, len(tilts()))
    return Place(rung, column - crown.left, row - crown.below, SIDES[side], tilt - TILTS, node)
