"""The designed part of the wood's plan: the trunk and the limbs that leave it."""

import math
from typing import NamedTuple

from desktop.leaf import Point
from desktop.tree.growth.crown import Crown

STRIDE = 2.2  # em between two nodes
ROOT = -58.0  # em: where the plan's trunk begins
STEEP = 0.42  # of the way towards upright: how much steeper a limb starts than it ends
SETTLE = 15.0  # em along a limb until it nearly has its own direction
GNARL = 11.0  # degrees by which a limb sways
CLEAR = 60.0  # em: so far a low limb may still be in the trunk's notch
RIM = 0.965  # of the crown's edge: where a limb ends


class Limb(NamedTuple):
    """A limb: where it leaves the trunk, its direction in degrees, and its sway's phase."""

    height: float
    angle: float
    phase: float


LIMBS = (
    Limb(7, 80, 0.4),  # the leader: the trunk runs on into it
    Limb(4, 103, 2.9),
    Limb(-1, 55, 1.2),
    Limb(-5, 127, 4.0),
    Limb(-9, 33, 2.2),
    Limb(-13, 149, 0.2),
    Limb(-17, 13, 5.2),
    Limb(-21, 168, 3.3),
    Limb(-25, -8, 0.9),
    Limb(-29, 189, 2.0),
    Limb(-33, -27, 4.4),
    Limb(-37, 208, 1.5),
)


def sway(y: float) -> float:
    """Return where the trunk's middle stands at a height."""
    return 0.55 * math.sin(y / 9.5 + 0.6) + 0.9 * math.sin(y / 23 + 2.0) - 1.02


def trunk() -> list[Point]:
    """Return the trunk's nodes from the root up to where the leader begins."""
    count = round((LIMBS[0].height - ROOT) / STRIDE)
    heights = [ROOT + (LIMBS[0].height - ROOT) * n / count for n in range(count + 1)]
    return [(sway(y), y) for y in heights]


def limb(which: Limb, start: Point, crown: Crown) -> list[Point]:
    """Return a limb's nodes after its start on the trunk, out to the crown's rim."""
    import numpy as np

    x, y = start
    nodes: list[Point] = []
    far = 0.0
    while True:
        angle = math.radians(_heading(which, far))
        x, y = x + STRIDE * math.cos(angle), y + STRIDE * math.sin(angle)
        if far > CLEAR and float(crown.rank(np.array(x), np.array(y))) > crown.reach * RIM:
            return nodes
        nodes.append((x, y))
        far += STRIDE


def _heading(which: Limb, far: float) -> float:
    own = which.angle
    steep = STEEP * (90 - own) * math.exp(-((far / SETTLE) ** 1.3))
    waves = math.sin(3.0 * math.log1p(far / 9) + which.phase)
    ripple = 0.5 * math.sin(far / 6.1 + 3 * which.phase) + 0.8 * math.sin(far / 14 + which.phase)
    lift = 0.10 * (90 - own) * min(far / 160, 1.0)  # old limbs turn up towards the light
    return own + steep + lift + GNARL * (waves + ripple) * min(far / 12, 1.0)
