"""Makes the plan of the wood: trunk and limbs by design, then boughs, branches and twigs.

Points spread over the crown, coarse at first, then finer, are reached from the inside outward:
each by a shoot from the node that comes cheapest by way and turn. So wood grows outward only,
side shoots leave at a natural angle, and no two pieces of wood cross.
"""

import math
import random
import zlib
from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from desktop.leaf import Point
from desktop.tree.growth.crown import Crown, crown
from desktop.tree.wood.limbs import LIMBS, LIMBS_BELOW, RIM, STRIDE, limb, trunk
from desktop.tree.wood.plan import FINE
from desktop.tree.wood.spread import spread

Points = NDArray[np.float64]

LEVELS = ((10.0, 0.09), (7.0, 0.018), (3.8, 0.004))  # spacing in em: at the fork, more per em
KILL = 0.55  # of the spacing: a point so near to wood needs no shoot
REACH = 2.3  # of the spacing: a shoot is no longer
OUTWARD = 0.4  # of a shoot's length by which it must lead outward
TIP_TURN, SIDE_TURN = 2.2, 1.0  # what a turn costs, of the way: at a tip, and of a side shoot
LEAVING = 0.75  # radians: the angle at which side shoots like to leave
FORK = 0.42  # radians: no two pieces of wood leave a node within this
STRAIGHT = 0.35  # what each em costs by which the way from the root is no straight line
LATE = 4.0  # what each em costs by which the limb leaves the trunk too low for such a crown
BEND = 0.5  # how much of its wood's direction a shoot keeps as it leaves
OUT, LIFT = 0.45, 0.12  # how much a shoot turns outward, and up to the light
CLOSE = 0.9  # em: wood comes no nearer to other wood
SMOOTH = 2  # passes
_SQUARE = 4.0  # em: side of the squares by which nodes are found


class Planting:
    """Wood while it grows."""

    def __init__(self, form: str) -> None:
        self.crown: Crown = crown(form)
        self.at: list[Point] = []
        self.parents: list[int] = []
        self.levels: list[int] = []
        self.headings: list[Point] = []
        self.depths: list[float] = []  # em from the limb's start, along the wood
        self.origins: list[float] = []  # the height at which the limb leaves the trunk
        self.shoots: dict[int, list[int]] = defaultdict(list)
        self.squares: dict[tuple[int, int], list[int]] = defaultdict(list)
        self.random = random.Random(form)

    def node(self, place: Point, parent: int, level: int) -> int:
        """Add a node and return its number."""
        before = self.at[parent] if parent >= 0 else (place[0], place[1] - 1)
        across, up = place[0] - before[0], place[1] - before[1]
        far = math.hypot(across, up)
        number = len(self.at)
        self.at.append(place)
        self.parents.append(parent)
        self.levels.append(level)
        self.headings.append((across / far, up / far))
        self.origins.append(self.origins[parent] if level > 0 else place[1])
        self.depths.append(self.depths[parent] + far if level else 0.0)
        self.shoots[parent].append(number)
        self.squares[_square(place)].append(number)
        return number

    def design(self) -> None:
        """Add the trunk and the limbs."""
        last = -1
        for place in trunk(self.crown):
            last = self.node(place, last, 0)
        stem = list(self.at)
        for which in LIMBS:
            start = min(range(len(stem)), key=lambda n: abs(stem[n][1] - which.height(self.crown)))
            last = start
            for place in limb(which, stem[start], self.crown):
                last = self.node(place, last, 1)

    def branch(self, level: int, near: float, more: float) -> None:
        """Grow one level of wood towards points of its own spacing."""
        for point in spread(self.crown, near, more, RIM, self.random).tolist():
            self._shoot(level, (point[0], point[1]), near + more * math.hypot(*point))

    def _shoot(self, level: int, end: Point, spacing: float) -> None:
        """Grow a shoot to a point, if no wood is near and one may be grown."""
        nodes = self._near(end, REACH * spacing)
        if not len(nodes):
            return
        at = np.array([self.at[n] for n in nodes])
        away = np.array(end) - at
        far = np.hypot(away[:, 0], away[:, 1])
        if far.min() < KILL * spacing:
            return
        cost = self._costs(nodes, at, away, far, end)
        for which in np.argsort(cost, kind="stable")[:12].tolist():
            if not math.isfinite(cost[which]):
                return
            line = self._line(nodes[which], end)
            if self._clear(nodes[which], line):
                last = nodes[which]
                for place in line:
                    last = self.node(place, last, level)
                return

    def _near(self, place: Point, reach: float) -> list[int]:
        """Return the nodes near a place that may bear another shoot."""
        return [
            n
            for n in self._around(place, reach)
            if len(self.shoots[n]) < 2 and (self.levels[n] > 0)
        ]

    def _around(self, place: Point, reach: float) -> list[int]:
        column, row = _square(place)
        span = math.ceil(reach / _SQUARE)
        found = []
        for i in range(column - span, column + span + 1):
            for j in range(row - span, row + span + 1):
                found += [
                    n for n in self.squares.get((i, j), ()) if math.dist(self.at[n], place) <= reach
                ]
        return sorted(found)

    def _costs(
        self, nodes: list[int], at: Points, away: Points, far: NDArray[np.float64], end: Point
    ) -> NDArray[np.float64]:
        """Return what a shoot from each node costs; infinite where none may grow."""
        headings = np.array([self.headings[n] for n in nodes])
        turn = _turns(headings, away)
        tip = np.array([not self.shoots[n] for n in nodes])
        cost = far * (
            1 + np.where(tip, TIP_TURN * (1 - np.cos(turn)), SIDE_TURN * (turn - LEAVING) ** 2)
        )
        path = np.array([self.depths[n] for n in nodes]) + far
        cost += STRAIGHT * (path - math.hypot(*end))
        rank = self.crown.rank(at[:, 0], at[:, 1])
        lowest = -LIMBS_BELOW * self.crown.down * float(self.crown.rank(*np.array(end)[:, None])[0])
        cost += LATE * np.maximum(lowest - np.array([self.origins[n] for n in nodes]), 0.0)
        there = float(self.crown.rank(np.array(end[0]), np.array(end[1])))
        gained = (there - rank) * (math.hypot(*end) / there)
        cost[(gained < OUTWARD * far) | (turn > 1.25) | (~tip & (turn < FORK))] = np.inf
        for number, node in enumerate(nodes):
            for child in self.shoots[node]:
                there = np.array([self.at[child]]) - at[number]
                if _turns(there, away[number : number + 1])[0] < FORK:
                    cost[number] = np.inf
        return np.asarray(cost)

    def _line(self, node: int, end: Point) -> list[Point]:
        """Return the nodes of a shoot that bends from its wood outward to a point."""
        x, y = self.at[node]
        far = math.dist((x, y), end)
        ahead = ((end[0] - x) / far, (end[1] - y) / far)
        keep = BEND if not self.shoots[node] else -0.25
        first = _unit(
            ahead[0] + keep * self.headings[node][0], ahead[1] + keep * self.headings[node][1]
        )
        out = _unit(end[0], end[1] + 6.0)
        last = _unit(ahead[0] + OUT * out[0], ahead[1] + OUT * out[1] + LIFT)
        count = max(1, round(far / STRIDE))
        places = []
        for step in range(1, count + 1):
            t = step / count
            a, b, c, d = _hermite(t)
            places.append(
                (
                    a * x + b * far * first[0] + c * end[0] + d * far * last[0],
                    a * y + b * far * first[1] + c * end[1] + d * far * last[1],
                )
            )
        return places

    def _clear(self, node: int, line: list[Point]) -> bool:
        """Say whether a shoot keeps clear of all other wood."""
        start = self.at[node]
        before = start
        for place in line:
            for there in (((before[0] + place[0]) / 2, (before[1] + place[1]) / 2), place):
                leaving = math.dist(there, start) < 3.2
                for other in self._around(there, CLOSE):
                    if not (leaving and math.dist(self.at[other], start) < 3.4):
                        return False
            before = place
        return True


def _square(place: Point) -> tuple[int, int]:
    return int(place[0] // _SQUARE), int(place[1] // _SQUARE)


def _unit(x: float, y: float) -> Point:
    far = math.hypot(x, y) or 1.0
    return x / far, y / far


def _hermite(t: float) -> tuple[float, float, float, float]:
    return (
        2 * t**3 - 3 * t**2 + 1,
        t**3 - 2 * t**2 + t,
        3 * t**2 - 2 * t**3,
        t**3 - t**2,
    )


def _turns(one: Points, other: Points) -> NDArray[np.float64]:
    """Return the angles between directions, in radians."""
    along = (one * other).sum(axis=1)
    across = one[:, 0] * other[:, 1] - one[:, 1] * other[:, 0]
    return np.asarray(np.abs(np.arctan2(across, along)))


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
        planting.branch(number + 2, near, more)
    at = smoothed(np.array(planting.at), planting.parents, designed)
    order = in_order(planting.parents)
    number_of = {node: number for number, node in enumerate(order)}
    rows = np.zeros((4, len(order)), "<i2")
    rows[:2] = np.rint(at[order] * FINE).T
    rows[2] = [number_of.get(planting.parents[node], -1) for node in order]
    rows[3] = [planting.levels[node] for node in order]
    return zlib.compress(rows.tobytes(), 9)
