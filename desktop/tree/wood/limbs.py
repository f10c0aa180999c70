"""The designed part of the wood's plan: the trunk and the limbs that leave it.

A crown of any size has its limbs spread evenly from side to side. As it grows, new limbs leave
the trunk further down, so the older ones turn upward: each limb follows the direction that is
its share at the distance it has come to.
"""

import math
from typing import NamedTuple

from desktop.leaf import Point
from desktop.tree.growth.crown import Crown

STRIDE = 2.2  # em between two nodes
UPPER = 7.0  # em: where the trunk runs on into the leader, the first limb
BARE = 12.0  # em of the plan's trunk below its last limb
LIMBS_BELOW = 0.68  # of the crown's depth: so far below the fork limbs may leave the trunk
# Em of trunk between two limbs: of the crown's depth to its half width, and more.
EACH = (12.0, 1.0)
TOP = (82.0, 79.0)  # degrees: the uppermost limbs of the right and of the left
LOW = 14.0  # degrees below level of the lowest limb of a crown
LOWER = 70.0, 0.8  # of limbs whose time is still to come: they stay below the others
OLD = 0.34  # of the way to its last direction, times the crown's height to its half width
AHEAD = 14.0  # em ahead, to which a limb is heading
LEVEL = 0.9  # of the height at which a limb leaves the trunk: so it goes on, until its time comes
# A limb goes on level until SOON of the way to where its time comes, over the crown's depth to its
# half width, and turns up over TURNING of it.
SOON, TURNING = 0.36, 1.1
STEEP = 0.2  # of the way towards upright: how much steeper a limb starts
SETTLE = 16.0  # em along a limb until it has its own direction, about
GNARL = 10.0  # degrees by which a limb sways
OUTWARD = 0.11  # cosine of the steepest direction of the third limb of a side; twice that below
CLEAR = 60.0  # em: so far a low limb may still be in the trunk's notch
RIM = 0.965  # of the crown's edge: where a limb ends

PHASES = (0.4, 2.9, 1.2, 4.0, 2.2, 0.2, 5.2, 3.3, 0.9, 2.0, 4.4, 1.5)  # of each limb's sway


class Limb(NamedTuple):
    """A limb, by its number from above: they leave the trunk to the right and left in turn."""

    number: int

    @property
    def side(self) -> int:
        """Return 1 where it grows to the right and −1 where to the left."""
        return -1 if self.number % 2 else 1

    def height(self, crown: Crown) -> float:
        """Return where it leaves the trunk, in em from the fork."""
        return UPPER - self.number * (EACH[0] * crown.down + EACH[1])


LIMBS = tuple(Limb(number) for number in range(len(PHASES)))


def sway(y: float) -> float:
    """Return where the trunk's middle stands at a height."""
    return 0.55 * math.sin(y / 9.5 + 0.6) + 0.9 * math.sin(y / 23 + 2.0) - 1.02


def trunk(crown: Crown) -> list[Point]:
    """Return the trunk's nodes from the root up to where the leader begins."""
    root = LIMBS[-1].height(crown) - BARE
    count = round((UPPER - root) / STRIDE)
    heights = [root + (UPPER - root) * n / count for n in range(count + 1)]
    return [(sway(y), y) for y in heights]


def limb(which: Limb, start: Point, crown: Crown) -> list[Point]:
    """Return a limb's nodes after its start on the trunk, out to the crown's rim."""
    import numpy as np

    x, y = start
    nodes: list[Point] = []
    far = 0.0
    while True:
        angle = _heading(which, (x, y), far, crown)
        x, y = x + STRIDE * math.cos(angle), y + STRIDE * math.sin(angle)
        if far > CLEAR and float(crown.rank(np.array(x), np.array(y))) > crown.reach * RIM:
            return nodes
        nodes.append((x, y))
        far += STRIDE


def share(which: Limb, reach: float, crown: Crown) -> float:
    """Return a limb's direction from the fork, in radians, where the crown is so many em wide."""
    old = OLD * (crown.up + crown.down)  # a tall crown's limbs turn less: they would stand upright
    even = _even(which, reach, crown) * (1 - old) + _even(which, crown.reach, crown) * old
    high = min(crown.up, 1.0) if even > 0 else crown.down
    own = math.atan2(math.sin(even) * high, math.cos(even))
    height = which.height(crown)
    if height < 0:
        time = -height / (LIMBS_BELOW * crown.down)
        level = math.asin(max(LEVEL * height / reach, -0.9))
        come = min(max((reach / time - SOON / crown.down) / TURNING, 0.0), 1.0)
        own = min(own, level) * (1 - come) + own * come
    return own if which.side > 0 else math.pi - own


def _even(which: Limb, reach: float, crown: Crown) -> float:
    """Return how far a limb is raised from level where all limbs that have come share evenly."""
    each = UPPER - Limb(1).height(crown)
    last = (UPPER + LIMBS_BELOW * crown.down * reach) / each  # the limb that has just come
    last = min(last, len(LIMBS) - 1)
    top = TOP[0] if which.side > 0 else TOP[1]
    part = (which.number // 2 * 2) / max(last - which.number % 2, 1e-9)
    even = top - (top + LOW) * min(part, 1.0)
    if part > 1:
        even -= LOWER[0] * (part - 1) / (part - 1 + LOWER[1])
    return math.radians(even)


def _heading(which: Limb, here: Point, far: float, crown: Crown) -> float:
    """Return the direction in which a limb grows that has come so many em."""
    reach = math.hypot(*here) + AHEAD
    towards = share(which, reach, crown)
    angle = math.atan2(reach * math.sin(towards) - here[1], reach * math.cos(towards) - here[0])
    upright = math.remainder(math.pi / 2 - angle, math.tau)
    angle += STEEP * upright * math.exp(-((far / SETTLE) ** 1.5))
    least = OUTWARD * min(which.number // 2, 2)  # the lower a limb, the more it keeps outward
    if which.side * math.cos(angle) < least:
        angle = math.acos(which.side * least)
    phase = PHASES[which.number]
    waves = math.sin(3.0 * math.log1p(far / 9) + phase)
    ripple = 0.5 * math.sin(far / 6.1 + 3 * phase) + 0.8 * math.sin(far / 14 + phase)
    return angle + math.radians(GNARL) * (waves + ripple) * min(far / 12, 1.0)
