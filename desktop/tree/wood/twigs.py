"""The twig of one leaf: from the wood to the leaf's foot; its end is the stalk."""

import math
from functools import cache

import numpy as np

from desktop.tree.growth.shape import STALK, Place
from desktop.tree.wood.plan import Floats, Plan

TWIG, ROOT = 0.13, 0.1  # em: half width at the leaf, and what is added where it springs
ROUND = 0.8  # em: no twig turns more sharply into its leaf


def twig(plan: Plan, place: Place) -> tuple[Floats, Floats]:
    """Return the twig's line from the wood to the foot, and the half widths along it, in em."""
    start = np.array([plan.x[place.node], plan.y[place.node]])
    foot, axis = np.array(place.foot), np.array(place.axis)
    end = foot - axis * (STALK * place.width)
    lead = np.array([plan.along[place.node], plan.up[place.node]])
    far = float(np.hypot(*(end - start)))
    away = (end - start) / max(far, 1e-9)
    first = start + (lead * 0.2 + away * 0.18) * far
    second = end - axis * max(0.36 * far, min(ROUND, 0.9 * far))
    bend, wide = _bend(max(3, min(11, math.ceil(far / 0.7))))
    line = bend @ np.stack([start, first, second, end])
    return np.concatenate([line, [(end + foot) / 2, foot]]), wide


@cache
def _bend(count: int) -> tuple[Floats, Floats]:
    """Return what the four points of a curve count at each of so many points, and the widths.

    The widths go on for the two points of the stalk.
    """
    t = np.linspace(0, 1, count)
    parts = (1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3
    wide = TWIG + ROOT * (1 - np.linspace(0, 1, count + 2)) ** 2
    return np.stack(parts, axis=1), wide
