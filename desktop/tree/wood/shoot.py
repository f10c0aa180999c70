"""Wood of a tree that grows before people's eyes: its bare stem, and the shoot of a new leaf."""

import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence

import numpy as np

from desktop.tree.growth.shape import Place
from desktop.tree.wood.lines import unit
from desktop.tree.wood.plan import Plan
from desktop.tree.wood.strokes import Loads, Stroke

STEM = 6.0  # em: how high the stem stands before the first leaf
ROUND = np.array([[0.35, 0.7, 0.92, 1.0], [0.94, 0.71, 0.39, 0.0]])
"""A round end: how far ahead its points are and how wide it is there, in half widths."""


def stem(plan: Plan) -> Loads:
    """Return what each node carries of a stem without leaves."""
    on_stem = (plan.y < STEM) & (plan.level == 0)
    above = np.flatnonzero(~on_stem)
    return np.where(np.arange(len(plan)) < above[0], 1.0, 0.0)


def parted(
    plan: Plan, strokes: Sequence[Stroke], before: Iterable[Place], place: Place
) -> tuple[list[Stroke], Stroke, list[Stroke]]:
    """Return the wood that leads to one leaf of a tree, between what lies under and over it.

    All are cut from the wood that stands in the end, for wood bends anew with every leaf.
    """
    away = [math.dist(one.line[-1], place.foot) for one in strokes]
    mine = away.index(min(away))
    whole = strokes[mine]
    node = _fork(plan, before, place)
    far = (whole.line[:, 0] - plan.x[node]) ** 2 + (whole.line[:, 1] - plan.y[node]) ** 2
    cut = min(int(far.argmin()), len(whole.line) - 2)
    grown = Stroke(whole.line[cut:], whole.half[cut:], whole.level)
    stump = [_stump(whole, cut)] if cut else []
    return [*strokes[:mine], *stump], grown, list(strokes[mine + 1 :])


def _fork(plan: Plan, before: Iterable[Place], place: Place) -> int:
    """Return the node at which the way to a leaf leaves the wood of others, or the bare stem."""
    nodes = sorted(other.node for other in before)
    stands = stem(plan) > 0
    node = place.node
    while node > 0 and not (_bears(plan, nodes, node) if nodes else stands[node]):
        node = int(plan.parent[node])
    return node


def _stump(whole: Stroke, cut: int) -> Stroke:
    """Return wood up to where it is cut, with a round end."""
    line, half = whole.line[: cut + 1], whole.half[: cut + 1]
    ahead = unit(line[-1] - line[-2]) * half[-1]
    line = np.concatenate([line, line[-1] + ROUND[0][:, np.newaxis] * ahead])
    return Stroke(line, np.concatenate([half, half[-1] * ROUND[1]]), whole.level)


def _bears(plan: Plan, nodes: list[int], node: int) -> bool:
    """Return whether one of some nodes, which are in order, is this one or beyond it."""
    at = bisect_left(nodes, node)
    return at < len(nodes) and nodes[at] < int(plan.end[node])
