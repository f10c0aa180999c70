"""The wood that a tree's leaves call forth, as outlines to fill: trunk, limbs, boughs, twigs."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop.tree.growth.shape import Place
from desktop.tree.wood.limbs import sway
from desktop.tree.wood.lines import along, drawn, even, rounded, tapered, unit
from desktop.tree.wood.plan import Floats, Plan
from desktop.tree.wood.twigs import TWIG, twig

THIN, GIRTH = 0.03, 0.25  # half width in em: THIN + GIRTH · √leaves
SLENDER = 0.022  # of the wood that a limb or a branch of it bears, end to end: no thinner
TIP = 0.05  # em: half width of a bare tip
EASE = 8  # points over which it narrows to it
BENT = 3  # points before a chain's end from which it bends into its twig
SAPLING = 60.0  # leaves: below that all wood is seen
SHARP, ELBOW, SOFTLY = 0.8, (4, 3, 2), 5  # cosine of an elbow; points to each side of it; passes
COLLAR = 0.45  # how much thicker a bough is where it leaves its limb
OLD_TAPER, YOUNG_TAPER, YOUNG = 0.12, 0.5, 14.0  # of the trunk's girth; leaves
ROOTS = 0.75  # how much thicker the trunk is on the ground
USUAL, LIGHTEST, HEAVIEST = 6.3, 0.3, 4.0  # em: a leaf's width; what it counts at least, at most
SLIGHT = 0.05  # leaves: the finest bare wood carries no less

LEAFS_OWN = 5  # the level of a leaf's twig

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
    if bare is not None:  # drawn as fine as winter boughs are
        load = np.maximum(load, bare)
    half = THIN + GIRTH * np.sqrt(load)
    if bare is None:
        half = np.maximum(half, SLENDER * _beyond(plan, load))
    twigs: dict[int, list[Stroke]] = {}
    for place in standing:
        twigs.setdefault(place.node, []).append(Stroke(*twig(plan, place), LEAFS_OWN))
    strokes = _Limbs(plan, load, half, ground, twigs).strokes()
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
    """Return what each node carries; a leaf of usual size counts as one."""
    nodes = np.array([place.node for place in places], np.intp)
    sizes = [min((place.width / USUAL) ** 2, HEAVIEST) for place in places]
    return _carried(plan, np.bincount(nodes, np.maximum(sizes, LIGHTEST), len(plan)))


def _carried(plan: Plan, own: NDArray[Any]) -> Loads:
    """Return what each node carries, on itself and beyond."""
    total = np.concatenate([[0], np.cumsum(own)])
    return np.asarray(total[plan.end] - total[:-1], np.float64)


def _beyond(plan: Plan, load: Loads) -> Floats:
    """Return how many em of wood there are from each node to its farthest end; none on the trunk.

    A limb that bears a single leaf at its far end is still a limb.
    """
    depth = np.append(np.where(load > 0, plan.depth, 0.0), 0.0)
    spans = np.stack([np.arange(len(plan)), plan.end], axis=1)
    ends = np.maximum.reduceat(depth, spans.ravel())[::2]
    return np.where((load > 0) & (plan.level > 0), ends - plan.depth, 0.0)


class _Limbs:
    """Chains of nodes, each as long as wood goes on in the child that carries most."""

    def __init__(
        self,
        plan: Plan,
        load: Loads,
        half: Floats,
        ground: float,
        twigs: dict[int, list[Stroke]],
    ) -> None:
        self.plan, self.load, self.half = plan, load, half
        self.ground, self.twigs = ground, twigs
        self.young = float(load[0]) < SAPLING
        self.forks: set[int] = set()

    def strokes(self) -> list[Stroke]:
        chains = self._chains()
        self.forks = {int(self.plan.parent[chain[0]]) for chain in chains[1:]}
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
        half = even(self.half[chain])
        if chain[0] == 0:
            return self._trunk(chain, x, y, half)
        parent = int(self.plan.parent[chain[0]])
        before = int(self.plan.parent[parent])
        buried = before < 0 or self.plan.y[before] < 0.5 - self.ground
        ends = [parent] if buried else [before, parent]
        x, y = np.concatenate([self.plan.x[ends], x]), np.concatenate([self.plan.y[ends], y])
        half = np.concatenate([np.full(len(ends), half[0]), half])
        line, half = drawn(np.stack([x, y], axis=1), half)
        far = along(line) - along(line)[min(4, len(line) - 1)]
        collar = 1 + COLLAR * np.exp(-np.maximum(far, 0) / (1.2 + 1.6 * half[0]))
        thick = np.minimum(half * collar, np.maximum(half, 0.96 * self.half[parent]))
        tip = TWIG if self.twigs.get(chain[-1]) else TIP
        line, thick = self._with_twig(chain, line, thick)
        return Stroke(line, tapered(line, thick, tip), int(self.plan.level[chain[0]]))

    def _with_twig(self, chain: list[int], line: Floats, half: Floats) -> tuple[Floats, Floats]:
        """Return a chain that runs on into the first twig at its last node."""
        mine = self.twigs.get(chain[-1])
        if not mine:
            return line, half
        ahead = line[-1] - line[-2]
        mine.sort(key=lambda one: -float(unit(one.line[-1] - one.line[0]) @ unit(ahead)))
        first = mine.pop(0)
        wide = np.minimum(first.half[1:], half[-1])
        join = len(line)
        line, half = np.concatenate([line, first.line[1:]]), np.concatenate([half, wide])
        half = rounded(half, max(1, join - EASE), min(len(half) - 2, join + EASE))
        bent = max(1, join - BENT)
        if mine:  # no other twig may be left behind, be it on the last node or the one before
            bent = join
        elif any(self.twigs.get(node) for node in chain[-2:-1]):
            bent = max(1, join - BENT + 1)
        line = rounded(line, bent, min(len(line) - 2, join + 2 * BENT))
        return (line if mine else self._without_elbow(chain, line, bent - 1, join)), half

    def _without_elbow(self, chain: list[int], line: Floats, at: int, join: int) -> Floats:
        """Return a young tree's limb without the sharp turn with which it may bend into its twig.

        `join` is how many points it has without the twig. No fork may be left behind.
        """
        if not self.young or at < 2:
            return line
        onward = float(unit(line[at] - line[at - 1]) @ unit(line[at + 1] - line[at]))
        reach = next((r for r in ELBOW if self._is_free(chain, join - 1 - (at - r))), 0)
        if onward > SHARP or not reach:
            return line
        return rounded(line, max(1, at - reach), min(len(line) - 2, at + reach), SOFTLY)

    def _is_free(self, chain: list[int], points: int) -> bool:
        """Return whether nothing else leaves a chain on its last points."""
        last = chain[-1 - points // 2 : -1]
        return len(last) == points // 2 and not any(
            node in self.forks or self.twigs.get(node) for node in last
        )

    def _trunk(self, chain: list[int], x: Floats, y: Floats, half: Floats) -> Stroke:
        above = y > -self.ground + 1.0
        x, y, half = x[above], y[above], half[above]
        top = float(y[0])
        count = max(2, math.ceil((top + self.ground) / 4))
        low = -self.ground + (top + self.ground) * np.arange(count) / count
        x = np.concatenate([[sway(one) for one in low.tolist()], x])
        y = np.concatenate([low, y])
        half = np.concatenate([np.full(count, half[0]), half])
        line, half = drawn(np.stack([x, y], axis=1), half)
        line[0, 0] = line[1, 0]  # it stands upright on the ground
        high = (line[:, 1] + self.ground) / (1.5 + 1.2 * half[0])
        slow = np.maximum(0, 1 - (line[:, 1] + self.ground) / (self.ground + 20))
        slim = OLD_TAPER + YOUNG_TAPER * math.exp(-float(self.load[0]) / YOUNG)
        half = half * (1 + ROOTS * np.exp(-((high + 0.15) ** 0.8) * 1.7) + slim * slow)
        line, half = self._with_twig(chain, line, half)
        return Stroke(line, tapered(line, half, TWIG), 0)
