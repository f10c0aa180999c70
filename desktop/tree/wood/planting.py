"""Makes the plan of the wood: limbs by design, then boughs, branches and twigs by colonisation.

Space colonisation after Runions, Lane and Prusinkiewicz, "Modeling trees with a space
colonization algorithm" (2007): points spread over the crown draw the nearest wood towards them.
A node draws only towards points that lie further out, so wood never turns back.
"""

import math
import random
import zlib
from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from desktop.leaf import Point
from desktop.tree.growth.crown import Crown, crown
from desktop.tree.wood.limbs import LIMBS, RIM, STRIDE, limb, trunk

Points = NDArray[np.float64]

LEVELS = ((11.0, 0.16), (9.5, 0.05), (6.4, 0.0))  # spacing in em: at the fork, more per em
KILL = 0.6  # of the spacing: a point so near to wood draws no more
OUTWARD = 0.5  # em of rank by which a point must lie further out than the node it draws
INERTIA = 0.9  # how much a bough keeps its direction
TURN = 0.15  # least cosine between a node's direction and the point it grows to
SMOOTH = 3  # passes
FINE = 32  # steps of an em in the file


class Planting:
    """Wood while it grows."""

    def __init__(self, form: str) -> None:
        self.crown: Crown = crown(form)
        self.at: list[Point] = []
        self.parents: list[int] = []
        self.levels: list[int] = []
        self.headings: list[Point] = []
        self.random = random.Random(form)

    def node(self, place: Point, parent: int, level: int) -> int:
        """Add a node and return its number."""
        before = self.at[parent] if parent >= 0 else (place[0], place[1] - 1)
        across, up = place[0] - before[0], place[1] - before[1]
        far = math.hypot(across, up)
        self.at.append(place)
        self.parents.append(parent)
        self.levels.append(level)
        self.headings.append((across / far, up / far))
        return len(self.at) - 1

    def design(self) -> None:
        """Add the trunk and the limbs."""
        last = -1
        for place in trunk():
            last = self.node(place, last, 0)
        stem = list(self.at)
        for which in LIMBS:
            start = min(range(len(stem)), key=lambda n: abs(stem[n][1] - which.height))
            last = start
            for place in limb(which, stem[start], self.crown):
                last = self.node(place, last, 1)

    def points(self, near: float, more: float) -> Points:
        """Return points spread over the crown, no two nearer than their spacing."""
        found: list[Point] = []
        cells: dict[tuple[int, int], list[Point]] = defaultdict(list)
        wide = self.crown
        for _ in range(round(60 * wide.reach**2 * (wide.up + wide.down) / near**2)):
            x = self.random.uniform(-wide.reach, wide.reach)
            y = self.random.uniform(-wide.reach * wide.down, wide.reach * wide.up)
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
        spread = np.array(found)
        return spread[wide.rank(spread[:, 0], spread[:, 1]) < wide.reach * RIM]

    def colonise(self, level: int, near: float, more: float) -> None:
        """Grow one level of wood towards points of its own spacing."""
        Colony(self, self.points(near, more), level, (near, more)).grow()


class Colony:
    """Points that draw wood, and for each the node that will grow to it."""

    def __init__(
        self, planting: Planting, points: Points, level: int, spacing: tuple[float, float]
    ) -> None:
        self.planting, self.level = planting, level
        self.points = points
        self.kill = KILL * (spacing[0] + spacing[1] * np.hypot(points[:, 0], points[:, 1]))
        self.rank = planting.crown.rank(points[:, 0], points[:, 1])
        self.best = np.full(len(points), np.inf)
        self.node = np.full(len(points), -1)
        self.grown: set[tuple[int, int]] = set()

    def grow(self) -> None:
        new = [n for n, level in enumerate(self.planting.levels) if level > 0]
        while new and len(self.points):
            self.meet(new)
            new = self.sprout()

    def meet(self, new: list[int]) -> None:
        """Let new nodes draw the points for which they are the best, and reach the nearest."""
        at = np.array([self.planting.at[n] for n in new])
        headings = np.array([self.planting.headings[n] for n in new])
        rank = self.planting.crown.rank(at[:, 0], at[:, 1])
        away = self.points[None] - at[:, None]
        far = np.maximum(np.hypot(away[..., 0], away[..., 1]), 1e-9)
        ahead = (away * headings[:, None]).sum(axis=2) / far
        cost = far * (1.6 - 0.6 * ahead)
        cost[(rank[:, None] + OUTWARD > self.rank[None]) | (ahead < TURN)] = np.inf
        which = cost.argmin(axis=0)
        least = cost[which, np.arange(len(self.points))]
        better = least < self.best
        self.best[better] = least[better]
        self.node[better] = np.array(new)[which[better]]
        self.keep(far.min(axis=0) >= self.kill)

    def keep(self, kept: NDArray[np.bool_]) -> None:
        self.points, self.kill, self.rank = self.points[kept], self.kill[kept], self.rank[kept]
        self.best, self.node = self.best[kept], self.node[kept]

    def sprout(self) -> list[int]:
        """Let each node grow one stride towards the points it draws."""
        new = []
        dead = np.zeros(len(self.points), np.bool_)
        for node in sorted(set(self.node.tolist()) - {-1}):
            mine = self.node == node
            away = self.points[mine] - np.array(self.planting.at[node])
            pull = (away / np.hypot(away[:, 0], away[:, 1])[:, None]).mean(axis=0)
            heading = pull + INERTIA * np.array(self.planting.headings[node])
            angle = math.atan2(heading[1], heading[0])
            if (node, round(angle * 6)) in self.grown:
                dead |= mine
                continue
            self.grown.add((node, round(angle * 6)))
            x, y = self.planting.at[node]
            place = (x + STRIDE * math.cos(angle), y + STRIDE * math.sin(angle))
            new.append(self.planting.node(place, node, self.level))
        self.keep(~dead)
        return new


def smoothed(at: Points, parents: list[int], fixed: int) -> Points:
    """Return nodes drawn a little towards the middle of their neighbours."""
    children: dict[int, list[int]] = defaultdict(list)
    for node, parent in enumerate(parents):
        children[parent].append(node)
    for _ in range(SMOOTH):
        before = at.copy()
        for node in range(fixed, len(parents)):
            mine = children[node]
            if len(mine) == 1:
                middle = (before[parents[node]] + before[mine[0]]) / 2
                at[node] = (before[node] + middle) / 2
    return at


def in_order(parents: list[int]) -> list[int]:
    """Return the nodes in depth-first order, the child that carries most straight after."""
    children: dict[int, list[int]] = defaultdict(list)
    weight = [1] * len(parents)
    for node in range(len(parents) - 1, 0, -1):
        weight[parents[node]] += weight[node]
        children[parents[node]].append(node)
    order, stack = [], [0]
    while stack:
        node = stack.pop()
        order.append(node)
        stack += sorted(children[node], key=lambda child: (weight[child], -child))
    return order


def plant(form: str) -> bytes:
    """Return the plan of a form of tree as the file that is shipped.

    Compressed; int16, by rows: x and y in steps of FINE, the parent's number, the level (0 trunk,
    1 limb, 2 bough, 3 branch, 4 twig); nodes in depth-first order.
    """
    planting = Planting(form)
    planting.design()
    designed = len(planting.at)
    for number, (near, more) in enumerate(LEVELS):
        planting.colonise(number + 2, near, more)
    at = smoothed(np.array(planting.at), planting.parents, designed)
    order = in_order(planting.parents)
    number_of = {node: number for number, node in enumerate(order)}
    rows = np.zeros((4, len(order)), "<i2")
    rows[:2] = np.rint(at[order] * FINE).T
    rows[2] = [number_of.get(planting.parents[node], -1) for node in order]
    rows[3] = [planting.levels[node] for node in order]
    return zlib.compress(rows.tobytes(), 9)
