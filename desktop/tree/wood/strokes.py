"""The wood that a tree's leaves call forth, as outlines to fill: trunk, limbs, boughs, twigs."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop.tree.growth.shape import STALK, Place
from desktop.tree.wood.limbs import sway
from desktop.tree.wood.plan import Floats, Plan

THIN, GIRTH = 0.03, 0.25  # half width in em: THIN + GIRTH · √leaves
TWIG, TIP = 0.13, 0.05  # em: half width of a twig where it meets the stalk, and of a bare tip
TAPER = 4.5  # em
ROUND = 0.8  # em: no twig turns more sharply into its leaf
COLLAR = 0.45  # how much thicker a bough is where it leaves its limb
ROOTS = 0.75  # how much thicker the trunk is on the ground
PACE = 1.1  # em between two points of an outline
SLIGHT = 0.05  # leaves: the finest bare wood carries no less

Loads = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A piece of wood along a line: the line's points and the half widths there, in em.

    `level` is 0 for the trunk, 1 limb, 2 bough, 3 branch, 4 twig, 5 a leaf's own twig.
    """

    line: NDArray[np.float64]
    half: NDArray[np.float64]
    level: int

    def outline(self) -> NDArray[np.float64]:
        """Return the outline as a closed polygon."""
        return self.strip(-1.0, 1.0)

    def strip(self, low: float, high: float) -> NDArray[np.float64]:
        """Return the part between two shares of the half width, −1 right to 1 left."""
        ahead = np.gradient(self.line, axis=0)
        far = np.sqrt((ahead * ahead).sum(axis=1, keepdims=True))
        ahead = ahead / np.maximum(far, 1e-9)
        aside = np.stack([-ahead[:, 1], ahead[:, 0]], axis=1) * self.half[:, None]
        return np.concatenate([self.line + low * aside, (self.line + high * aside)[::-1]])


def wood(
    plan: Plan, places: Iterable[Place], ground: float, bare: Loads | None = None
) -> list[Stroke]:
    """Return the strokes in the order to draw them, the trunk last.

    The ground lies `ground` em below the fork. `bare` is the wood of a planned tree.
    """
    standing = list(places)
    load = _load(plan, standing)
    if bare is not None:
        load = np.maximum(load, bare)
    twigs: dict[int, list[Stroke]] = {}
    for place in standing:
        twigs.setdefault(place.node, []).append(_twig(plan, place))
    strokes = _Limbs(plan, load, ground, twigs).strokes()
    rest = [twig for at_node in twigs.values() for twig in at_node]
    return rest + sorted(strokes, key=lambda stroke: float(stroke.half[0]))


def bare_wood(plan: Plan, reach: float, count: int, lowest: float) -> Loads:
    """Return what each node will carry in a planned tree: `count` leaves, `reach` em wide.

    No limb leaves the trunk below the height of `lowest` em, unless it is the other of a pair.
    Leaves' own twigs stay away: that is how a tree looks in winter.
    """
    origins = np.unique(plan.origin[plan.level > 0])[::-1]
    limbs = int((origins > lowest).sum())
    limbs = min(limbs + limbs % 2, len(origins))
    inside = (plan.rank < reach) & ((plan.level == 0) | (plan.origin >= origins[limbs - 1]))
    load = _carried(plan, inside) * (count / max(int(inside.sum()), 1))
    return np.where(load > 0, np.maximum(load, SLIGHT), 0.0)


def _load(plan: Plan, places: list[Place]) -> Loads:
    return _carried(plan, np.bincount([place.node for place in places], minlength=len(plan)))


def _carried(plan: Plan, own: NDArray[Any]) -> Loads:
    """Return what each node carries, on itself and beyond."""
    total = np.concatenate([[0], np.cumsum(own)])
    return np.asarray(total[plan.end] - total[:-1], np.float64)


class _Limbs:
    """Chains of nodes, each as long as wood goes on in the child that carries most."""

    def __init__(
        self, plan: Plan, load: Loads, ground: float, twigs: dict[int, list[Stroke]]
    ) -> None:
        self.plan, self.load, self.ground, self.twigs = plan, load, ground, twigs
        self.half = THIN + GIRTH * np.sqrt(load)

    def strokes(self) -> list[Stroke]:
        chains = self._chains()
        return [self._stroke(chain) for chain in chains]

    def _chains(self) -> list[list[int]]:
        live = np.flatnonzero(self.load).tolist()
        load, parents = self.load.tolist(), self.plan.parent.tolist()
        heir: dict[int, int] = {}
        for node in live[1:]:
            parent = parents[node]
            if parent not in heir or load[node] > load[heir[parent]]:
                heir[parent] = node
        chains = []
        for node in live:
            if node == 0 or heir[parents[node]] != node:
                chain = [node]
                while chain[-1] in heir:
                    chain.append(heir[chain[-1]])
                chains.append(chain)
        return chains

    def _stroke(self, chain: list[int]) -> Stroke:
        x, y = self.plan.x[chain], self.plan.y[chain]
        half = _even(self.half[chain])
        if chain[0] == 0:
            return self._trunk(chain[-1], x, y, half)
        parent = int(self.plan.parent[chain[0]])
        before = int(self.plan.parent[parent])
        buried = before < 0 or self.plan.y[before] < 0.5 - self.ground
        ends = [parent] if buried else [before, parent]
        x, y = np.concatenate([self.plan.x[ends], x]), np.concatenate([self.plan.y[ends], y])
        half = np.concatenate([np.full(len(ends), half[0]), half])
        line, half = _drawn(np.stack([x, y], axis=1), half)
        far = _far(line) - _far(line)[min(4, len(line) - 1)]
        collar = 1 + COLLAR * np.exp(-np.maximum(far, 0) / (1.2 + 1.6 * half[0]))
        thick = np.minimum(half * collar, np.maximum(half, 0.96 * self.half[parent]))
        tip = TWIG if self.twigs.get(chain[-1]) else TIP
        line, thick = self._with_twig(chain[-1], line, thick)
        return Stroke(line, _tapered(line, thick, tip), int(self.plan.level[chain[0]]))

    def _with_twig(self, last: int, line: Floats, half: Floats) -> tuple[Floats, Floats]:
        """Return a chain that runs on into the first twig at its last node."""
        mine = self.twigs.get(last)
        if not mine:
            return line, half
        ahead = line[-1] - line[-2]
        mine.sort(key=lambda twig: -float(_unit(twig.line[-1] - twig.line[0]) @ _unit(ahead)))
        twig = mine.pop(0)
        wide = np.minimum(twig.half[1:], half[-1])
        join = len(line)
        line, half = np.concatenate([line, twig.line[1:]]), np.concatenate([half, wide])
        first = join if mine else max(1, join - 2)  # no other twig is left behind
        return _rounded(line, first, min(len(line) - 2, join + 4)), half

    def _trunk(self, last: int, x: Floats, y: Floats, half: Floats) -> Stroke:
        above = y > -self.ground + 1.0
        x, y, half = x[above], y[above], half[above]
        top = float(y[0])
        count = max(2, math.ceil((top + self.ground) / 4))
        low = -self.ground + (top + self.ground) * np.arange(count) / count
        x = np.concatenate([[sway(one) for one in low.tolist()], x])
        y = np.concatenate([low, y])
        half = np.concatenate([np.full(count, half[0]), half])
        line, half = _drawn(np.stack([x, y], axis=1), half)
        line[0, 0] = line[1, 0]  # it stands upright on the ground
        high = (line[:, 1] + self.ground) / (1.5 + 1.2 * half[0])
        slow = np.maximum(0, 1 - (line[:, 1] + self.ground) / (self.ground + 20))
        half = half * (1 + ROOTS * np.exp(-((high + 0.15) ** 0.8) * 1.7) + 0.12 * slow)
        line, half = self._with_twig(last, line, half)
        return Stroke(line, _tapered(line, half, TWIG), 0)


def _even(half: Floats) -> Floats:
    """Return widths without steps; they never grow towards the tip."""
    padded = np.concatenate([half[:1], half[:1], half, half[-1:], half[-1:]])
    mean = (padded[:-4] + 2 * padded[1:-3] + 3 * padded[2:-2] + 2 * padded[3:-1] + padded[4:]) / 9
    return np.asarray(np.minimum.accumulate(mean))


def _tapered(line: Floats, half: Floats, tip: float) -> Floats:
    """Return widths that run out into a twig's over the last stretch."""
    left = _far(line)[-1] - _far(line)
    stretch = TAPER + 4 * float(half[len(half) // 2])
    share = np.sqrt(np.minimum(left / stretch, 1.0))
    return np.asarray(np.minimum(half, np.maximum(tip, half * share)))


def _rounded(line: Floats, first: int, last: int) -> Floats:
    """Return a line without a kink between two of its points."""
    line = line.copy()
    for _ in range(6):
        line[first:last] = (
            line[first - 1 : last - 1] + 2 * line[first:last] + line[first + 1 : last + 1]
        ) / 4
    return line


def _unit(step: Floats) -> Floats:
    return np.asarray(step / max(float(np.hypot(*step)), 1e-9))


def _far(line: Floats) -> Floats:
    steps = np.sqrt((np.diff(line, axis=0) ** 2).sum(axis=1))
    return np.concatenate([[0.0], np.cumsum(steps)])


def _drawn(nodes: Floats, half: Floats) -> tuple[Floats, Floats]:
    """Return a smooth line through nodes, and the widths along it."""
    if len(nodes) < 2:
        return nodes, half
    padded = np.concatenate([2 * nodes[:1] - nodes[1:2], nodes, 2 * nodes[-1:] - nodes[-2:-1]])
    p0, p1, p2, p3 = padded[:-3], padded[1:-2], padded[2:-1], padded[3:]
    middle = (9 * (p1 + p2) - p0 - p3) / 16
    line = np.empty((2 * len(nodes) - 1, 2))
    line[0::2], line[1::2] = nodes, middle
    wide = np.empty(len(line))
    wide[0::2], wide[1::2] = half, (half[:-1] + half[1:]) / 2
    return line, wide


def _twig(plan: Plan, place: Place) -> Stroke:
    """Return the twig from the wood to the leaf's foot; its end is the leaf's stalk."""
    start = np.array([plan.x[place.node], plan.y[place.node]])
    foot, axis = np.array(place.foot), np.array(place.axis)
    end = foot - axis * (STALK * place.width)
    lead = np.array([plan.along[place.node], plan.up[place.node]])
    far = float(np.hypot(*(end - start)))
    away = (end - start) / max(far, 1e-9)
    first = start + (lead * 0.2 + away * 0.18) * far
    second = end - axis * max(0.36 * far, min(ROUND, 0.9 * far))
    t = np.linspace(0, 1, max(3, min(11, math.ceil(far / 0.7))))[:, None]
    bend = (
        (1 - t) ** 3 * start
        + 3 * (1 - t) ** 2 * t * first
        + 3 * (1 - t) * t**2 * second
        + t**3 * end
    )
    line = np.concatenate([bend, [(end + foot) / 2, foot]])
    wide = TWIG + 0.1 * (1 - np.linspace(0, 1, len(line))) ** 2
    return Stroke(line, wide, 5)
