"""Wood of a tree that grows before people's eyes: its bare stem, and the shoot of a new leaf."""

from bisect import bisect_left
from collections.abc import Iterable

import numpy as np

from desktop.tree.growth.shape import Place
from desktop.tree.wood.plan import Plan
from desktop.tree.wood.strokes import Loads, Stroke, wood

STEM = 6.0  # em: how high the stem stands before the first leaf


def stem(plan: Plan) -> Loads:
    """Return what each node carries of a stem without leaves."""
    on_stem = (plan.y < STEM) & (plan.level == 0)
    above = np.flatnonzero(~on_stem)
    return np.where(np.arange(len(plan)) < above[0], 1.0, 0.0)


def shoot(plan: Plan, before: Iterable[Place], place: Place, ground: float) -> Stroke:
    """Return the wood that one more leaf calls forth, from the wood of other leaves to its stalk.

    The ground lies `ground` em below the fork.
    """
    nodes = sorted(other.node for other in before)
    (whole,) = wood(plan, [place], ground)
    stands = stem(plan) > 0
    node = place.node
    while node > 0 and not (_bears(plan, nodes, node) if nodes else stands[node]):
        node = int(plan.parent[node])
    away = (whole.line[:, 0] - plan.x[node]) ** 2 + (whole.line[:, 1] - plan.y[node]) ** 2
    first = min(int(away.argmin()), len(whole.line) - 2)
    return Stroke(whole.line[first:], whole.half[first:], whole.level)


def _bears(plan: Plan, nodes: list[int], node: int) -> bool:
    """Return whether one of some nodes, which are in order, is this one or beyond it."""
    at = bisect_left(nodes, node)
    return at < len(nodes) and nodes[at] < int(plan.end[node])
